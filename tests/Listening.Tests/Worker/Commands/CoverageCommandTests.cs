using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Worker.Commands;

/// <summary>How much of a hashtag was seen: two hosts of one platform, which were both down from 10:00 to 13:00.</summary>
public sealed class CoverageCommandTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Midnight = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Day = ["--from", "2026-01-05", "--to", "2026-01-06"];

    private readonly CommandLine _shell = new();
    private readonly PostSamples _samples = new();

    public async ValueTask InitializeAsync()
    {
        await _shell.StoreAsync(
            TrackedHashtag.Create(Hashtag.Parse(_samples.Tag), Midnight.AddDays(-1), with: [_samples.OtherTag]),
            [.. Enumerable.Range(0, 80).Select(i => SeenVia(i, i < 30 ? ["one.example"] : i < 50 ? ["two.example"] : ["one.example", "two.example"]))]);
        await _shell.ObserveAsync(Target("one.example"), Midnight.AddDays(-20), Midnight.AddHours(10));
        await _shell.ObserveAsync(Target("two.example"), Midnight.AddHours(13), Midnight.AddHours(36));
        await _shell.ObserveAsync(Target("one.example", _samples.OtherTag), Midnight.AddDays(-20), Midnight.AddHours(10));
        await _shell.ObserveAsync(Target("two.example", _samples.OtherTag), Midnight.AddHours(13), Midnight.AddHours(36));
    }

    public ValueTask DisposeAsync()
    {
        _shell.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Coverage_prints_its_shape()
    {
        var json = await AskAsync("coverage");

        Assert.Equal(["hashtag", "sources", "share", "estimate"], Names(json));
        Assert.Equal(21 / 24.0, json.GetProperty("share").GetDouble(), 9);
        Assert.Equal(
            [("mastodon", "one.example", "2026-01-05T00:00:00.000Z", "2026-01-05T10:00:00.000Z"), ("mastodon", "two.example", "2026-01-05T13:00:00.000Z", "2026-01-06T00:00:00.000Z")],
            json.GetProperty("sources").EnumerateArray().Select(Described));
        Assert.Equal("""{"seen":80,"unseen":19,"method":"chapman"}""", json.GetProperty("estimate").GetRawText());
    }

    [Fact]
    public async Task A_time_of_which_only_one_spelling_was_read_was_not_observed()
    {
        await _shell.ObserveAsync(Target("one.example"), Midnight.AddHours(10), Midnight.AddHours(13));
        Assert.Equal(21 / 24.0, (await AskAsync("coverage")).GetProperty("share").GetDouble(), 9);

        await _shell.ObserveAsync(Target("two.example", _samples.OtherTag), Midnight.AddHours(10), Midnight.AddHours(13));
        Assert.Equal(1, (await AskAsync("coverage")).GetProperty("share").GetDouble());
    }

    [Fact]
    public async Task Every_bucket_of_volume_says_how_much_of_it_was_observed()
    {
        var buckets = (await AskAsync("volume", "--bucket", "hour")).GetProperty("buckets").EnumerateArray().ToArray();

        Assert.Equal(
            [.. Enumerable.Range(0, 24).Select(hour => hour is >= 10 and < 13 ? 0.0 : 1.0)],
            buckets.Select(bucket => bucket.GetProperty("coverage").GetDouble()));
    }

    [Fact]
    public async Task Contributors_say_how_much_of_their_time_was_observed()
    {
        var answer = (await _shell.CallAsync("contributors", _samples.Tag, "--list", "most_active", "--at", "2026-01-06", "--json")).Json();

        // Nothing was followed in the first seven of the 28 days, and three hours are missing in the others.
        Assert.Equal(((21 * 24) - 3) / (28 * 24.0), answer.GetProperty("coverage").GetDouble(), 9);
    }

    [Fact]
    public async Task Tables_say_it_in_a_sentence()
    {
        Assert.Contains("88% of this range was observed.", (await _shell.CallAsync(["volume", _samples.Tag, .. Day])).Answer, StringComparison.Ordinal);
        Assert.Contains("75% of this time was observed.", (await _shell.CallAsync("contributors", _samples.Tag, "--at", "2026-01-06")).Answer, StringComparison.Ordinal);
        var coverage = (await _shell.CallAsync(["coverage", _samples.Tag, .. Day])).Answer;
        Assert.Contains("88% of this range was observed.", coverage, StringComparison.Ordinal);
        Assert.Contains("80 posts were seen; by how the hosts overlap, about 19 more were not.", coverage, StringComparison.Ordinal);
        Assert.Contains("2026-01-05 10:00:00", coverage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_hashtag_that_nobody_read_nothing_is_known()
    {
        var called = await _shell.CallAsync("coverage", "nobodyheardofit", "--json");

        Assert.Equal(0, called.ExitCode);
        Assert.Contains("is not followed", called.Notes, StringComparison.Ordinal);
        Assert.Equal("""{"hashtag":"nobodyheardofit","sources":[],"share":null,"estimate":{"seen":0,"unseen":null,"method":null}}""", called.Answer.Trim());
    }

    private PollTarget Target(string host, string? spelling = null) => new("mastodon", host, spelling ?? _samples.Tag);

    private Post SeenVia(int number, string[] hosts) => _samples.New($"{number}", at: Midnight.AddMinutes(number)) with
    {
        SeenVia = [.. hosts.Select(host => new SeenVia(host, $"{number}"))],
    };

    private async Task<JsonElement> AskAsync(string verb, params string[] options)
    {
        var called = await _shell.CallAsync([verb, _samples.Tag, .. Day, .. options, "--json"]);
        Assert.True(called.ExitCode == 0, called.Notes);
        return called.Json();
    }

    private static (string?, string?, string?, string?) Described(JsonElement source)
    {
        var interval = Assert.Single(source.GetProperty("intervals").EnumerateArray());
        return (source.GetProperty("platform").GetString(), source.GetProperty("host").GetString(), interval.GetProperty("from").GetString(), interval.GetProperty("to").GetString());
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(member => member.Name);
}

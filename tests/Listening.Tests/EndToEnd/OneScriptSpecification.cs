using System.Text.Json;

namespace Listening.Tests.EndToEnd;

/// <summary>A real worker reads a scripted host to the end; what it holds and answers is compared with the host's own list.</summary>
public abstract class OneScriptSpecification(OneScriptRun run)
{
    /// <summary>An empty store; skips where there is none.</summary>
    private protected abstract WorkerStore OpenStore();

    [Fact]
    public async Task The_store_holds_exactly_the_posts_of_the_host_with_text_time_and_author()
    {
        var result = await ResultAsync();
        Assert.Equal(result.Expected.Select(ExpectedPost.Facts), result.Export.Select(ExpectedPost.Facts).OrderBy(post => post.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_export_is_ordered_by_time_and_then_by_key()
    {
        var order = (await ResultAsync()).Export.Select(post => (At: post.GetProperty("created_at").GetDateTimeOffset(), Key: post.GetProperty("post_key").GetString()!)).ToList();
        Assert.Equal(order.OrderBy(post => post.At).ThenBy(post => post.Key, StringComparer.Ordinal), order);
    }

    [Fact]
    public async Task The_five_most_active_are_named_in_order_and_forty_posts_on_a_day_count_four()
    {
        var result = await ResultAsync();
        var all = ExpectedAnswers.MostActive(result.Expected, result.At);
        var named = result.Contributors.GetProperty("contributors").EnumerateArray()
            .Select(person => (person.GetProperty("author").GetProperty("key").GetString()!, (int)person.GetProperty("score").GetDouble()));

        Assert.Equal(all.Take(5), named);
        Assert.InRange(all.Single(person => person.Author.EndsWith("/person7", StringComparison.Ordinal)).Score, 4, 4 + 35);
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    public async Task Posts_and_people_are_right_for_each_day_of_a_zone(string name)
    {
        var result = await ResultAsync();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(name);
        var volume = name == "UTC" ? result.VolumeInUtc : result.VolumeInNewYork;
        var days = volume.GetProperty("buckets").EnumerateArray().ToDictionary(
            bucket => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(bucket.GetProperty("at").GetDateTimeOffset(), zone).DateTime),
            bucket => (bucket.GetProperty("posts").GetInt32(), bucket.GetProperty("people").GetInt32()));

        Assert.Equal(name, volume.GetProperty("zone").GetString());
        Assert.Equal(Sorted(ExpectedAnswers.Days(result.Expected, zone)), Sorted(days.Where(day => day.Value.Item1 > 0)));
        Assert.InRange(days.Count, 30, 32);
    }

    [Fact]
    public async Task The_webhook_arrives_once_with_a_signature_that_verifies()
    {
        var result = await ResultAsync();
        var webhook = Assert.Single(result.Webhooks);
        var alert = Assert.Single(result.Alerts.GetProperty("alerts").EnumerateArray().ToList());
        var body = JsonDocument.Parse(webhook.Body).RootElement;

        Assert.Equal(0, result.WebhooksBeforeTheBurst);
        Assert.True(webhook.IsSignedWith(result.Key));
        Assert.Equal(alert.GetProperty("key").GetString(), webhook.Id);
        Assert.Equal("alert.threshold", body.GetProperty("type").GetString());
        Assert.Equal(webhook.Id, body.GetProperty("data").GetProperty("key").GetString());
        Assert.InRange(body.GetProperty("data").GetProperty("people").GetInt32(), 21, 30);
        Assert.False(body.GetProperty("data").TryGetProperty("sent", out _));
        Assert.Equal("hook", alert.GetProperty("sent")[0].GetProperty("channel").GetString());
    }

    [Fact]
    public async Task The_worker_ends_well_when_it_is_told_to_and_shows_no_stack_trace()
    {
        var result = await ResultAsync();
        Assert.Equal(0, result.Exit);
        Assert.DoesNotContain("   at ", result.Told, StringComparison.Ordinal);
    }

    private Task<OneScriptResult> ResultAsync() => run.ResultAsync(OpenStore);

    private static IEnumerable<KeyValuePair<DateOnly, (int Posts, int People)>> Sorted(IEnumerable<KeyValuePair<DateOnly, (int Posts, int People)>> days) => days.OrderBy(day => day.Key);
}

using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Storage;

/// <summary>What every store promises for coverage. Facts only look at targets of their own, so that a subclass may share one store between them.</summary>
public abstract class CoverageLogSpecification : IAsyncLifetime
{
    private readonly PostSamples _samples = new();
    private StoreUnderTest _opened = null!;

    private ICoverageLog Log => _opened.Coverage;

    private static DateTimeOffset Noon => PostSamples.Noon;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PollTarget Target => TargetAt("a.example");

    /// <summary>A new instance, prepared, on the data of this test; the first one finds a store that holds nothing of this test.</summary>
    protected abstract Task<StoreUnderTest> OpenAsync();

    public async ValueTask InitializeAsync() => _opened = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_observed_survives_to_the_second()
    {
        await Log.RecordAsync(Target, Noon.AddMilliseconds(999), Noon.AddSeconds(61).AddMilliseconds(1), Ct);

        var known = Assert.Single(await (await OpenAsync()).Coverage.IntervalsAsync([Target.Key], null, null, Ct));

        Assert.Equal(Target, known.Target);
        Assert.Equal([Between(0, 61)], known.Intervals);
    }

    [Fact]
    public async Task Intervals_that_touch_or_overlap_become_one()
    {
        await RecordAsync(0, 60);
        await RecordAsync(60, 120);
        await RecordAsync(100, 200);

        Assert.Equal([Between(0, 200)], await IntervalsAsync());
    }

    [Fact]
    public async Task A_second_that_was_not_observed_stays_a_hole()
    {
        await RecordAsync(61, 120);
        await RecordAsync(0, 60);

        Assert.Equal([Between(0, 60), Between(61, 120)], await IntervalsAsync());
    }

    [Fact]
    public async Task A_hole_that_is_read_later_closes()
    {
        await RecordAsync(0, 60);
        await RecordAsync(100, 160);
        await RecordAsync(300, 360);
        await RecordAsync(50, 310);

        Assert.Equal([Between(0, 360)], await IntervalsAsync());
    }

    [Fact]
    public async Task Observing_the_same_again_changes_nothing()
    {
        await RecordAsync(0, 600);
        await RecordAsync(0, 600);
        await RecordAsync(100, 200);

        Assert.Equal([Between(0, 600)], await IntervalsAsync());
    }

    [Fact]
    public async Task An_empty_or_reversed_interval_is_nothing()
    {
        await RecordAsync(60, 60);
        await RecordAsync(90, 60);

        Assert.Empty(await Log.IntervalsAsync([Target.Key], null, null, Ct));
    }

    [Fact]
    public async Task Every_host_has_intervals_of_its_own()
    {
        await Log.RecordAsync(TargetAt("b.example"), Noon, Noon.AddMinutes(2), Ct);
        await Log.RecordAsync(Target, Noon, Noon.AddMinutes(1), Ct);
        await Log.RecordAsync(Target with { Platform = "lemmy" }, Noon, Noon.AddMinutes(3), Ct);
        await Log.RecordAsync(Target with { Key = Target.Key + "two" }, Noon, Noon.AddMinutes(9), Ct);

        var known = await Log.IntervalsAsync([Target.Key, Target.Key, _samples.Named("unknown")], null, null, Ct);

        Assert.Equal(
            [("lemmy", "a.example", 180), ("mastodon", "a.example", 60), ("mastodon", "b.example", 120)],
            known.Select(coverage => (coverage.Target.Platform, coverage.Target.Host, (int)Assert.Single(coverage.Intervals).Length.TotalSeconds)));
    }

    [Fact]
    public async Task A_range_cuts_what_is_listed()
    {
        await RecordAsync(0, 60);
        await RecordAsync(100, 200);
        await RecordAsync(300, 360);

        var known = Assert.Single(await Log.IntervalsAsync([Target.Key], Noon.AddSeconds(60), Noon.AddSeconds(150), Ct));

        Assert.Equal([Between(100, 150)], known.Intervals);
        Assert.Empty(await Log.IntervalsAsync([Target.Key], Noon.AddSeconds(60), Noon.AddSeconds(100), Ct));
    }

    [Fact]
    public async Task A_key_may_hold_any_character()
    {
        var feed = new PollTarget("feeds", "blog.example", "https://blog.example/feed?a=1|2&b=*" + Target.Key);
        await Log.RecordAsync(feed, Noon, Noon.AddMinutes(1), Ct);
        await Log.RecordAsync(feed with { Key = feed.Key + "|mastodon" }, Noon, Noon.AddMinutes(2), Ct);

        Assert.Equal(feed, Assert.Single(await Log.IntervalsAsync([feed.Key], null, null, Ct)).Target);
    }

    [Fact]
    public async Task Two_instances_that_record_at_once_lose_nothing()
    {
        var other = (await OpenAsync()).Coverage;

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? Log : other).RecordAsync(Target, Noon.AddSeconds(i * 10), Noon.AddSeconds((i * 10) + 10), Ct)));

        Assert.Equal([Between(0, 120)], await IntervalsAsync());
    }

    [Fact]
    public async Task What_is_removed_is_forgotten_at_every_host_and_nothing_else_is()
    {
        var other = Target with { Key = Target.Key + "two" };
        await RecordAsync(0, 60);
        await Log.RecordAsync(TargetAt("b.example"), Noon, Noon.AddMinutes(1), Ct);
        await Log.RecordAsync(other, Noon, Noon.AddMinutes(1), Ct);

        await Log.RemoveAsync([Target.Key], Ct);

        Assert.Equal(other, Assert.Single(await Log.IntervalsAsync([Target.Key, other.Key], null, null, Ct)).Target);
    }

    [Fact]
    public async Task All_that_was_observed_is_listed_where_no_target_is_named()
    {
        var other = Target with { Key = Target.Key + "two" };
        await RecordAsync(0, 60);
        await Log.RecordAsync(other, Noon, Noon.AddMinutes(1), Ct);

        var known = await Log.IntervalsAsync(null, null, null, Ct);

        Assert.Equal([Target, other], known.Select(coverage => coverage.Target).Where(target => target == Target || target == other));
    }

    [Fact]
    public async Task Nothing_is_known_of_no_targets()
    {
        await RecordAsync(0, 60);

        await Log.RemoveAsync([], Ct);

        Assert.Empty(await Log.IntervalsAsync([], null, null, Ct));
        Assert.Equal([Between(0, 60)], await IntervalsAsync());
    }

    private static CoverageInterval Between(int from, int to) => new(Noon.AddSeconds(from), Noon.AddSeconds(to));

    private PollTarget TargetAt(string host) => new("mastodon", host, _samples.Tag);

    private Task RecordAsync(int from, int to) => Log.RecordAsync(Target, Noon.AddSeconds(from), Noon.AddSeconds(to), Ct);

    private async Task<IReadOnlyList<CoverageInterval>> IntervalsAsync() => Assert.Single(await Log.IntervalsAsync([Target.Key], null, null, Ct)).Intervals;
}

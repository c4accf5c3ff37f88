using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Answers;

namespace Listening.Tests.Storage.Compared;

/// <summary>Two days of three targets, second by second: observed or not.</summary>
internal sealed class ObservedSeconds(string hashtag)
{
    private const int Seconds = 2 * 24 * 3_600;

    private readonly Dictionary<PollTarget, bool[]> _seconds = new[] { ("lemmy", "a.example"), ("mastodon", "a.example"), ("mastodon", "b.example") }
        .ToDictionary(source => new PollTarget(source.Item1, source.Item2, hashtag), _ => new bool[Seconds]);

    private static DateTimeOffset Start => PostSamples.Noon;

    /// <summary>Something more that was observed; now and then nothing, or what touches what is known.</summary>
    public (PollTarget Target, DateTimeOffset From, DateTimeOffset To) Next(Random random)
    {
        var (target, seconds) = _seconds.ElementAt(random.Next(_seconds.Count));
        var first = random.Next(4) == 0 ? Array.LastIndexOf(seconds, true) + 1 : random.Next(Seconds);
        var end = Math.Min(Seconds, first + random.Next(900));
        Array.Fill(seconds, true, Math.Min(first, end), Math.Max(0, end - first));
        return (target, Start.AddSeconds(Math.Min(first, end)), Start.AddSeconds(end));
    }

    public async Task CompareAsync(StoreUnderTest store, CancellationToken ct)
    {
        foreach (var (from, to) in new[] { (0, Seconds), (3_601, Seconds - 7_200) })
        {
            var known = await store.Coverage.IntervalsAsync([hashtag], Start.AddSeconds(from), Start.AddSeconds(to), ct);
            Assert.Equal(_seconds.Keys, known.Select(coverage => coverage.Target));
            Assert.All(known, coverage => Assert.Equal(Intervals(_seconds[coverage.Target], from, to), coverage.Intervals));
        }

        var observed = new ObservedHashtags(store.Coverage, store.Posts, [], TimeProvider.System);
        var coverage = await observed.ReadAsync(hashtag, null, ct);
        for (var hour = 0; hour < Seconds; hour += 3_600)
        {
            Assert.Equal(Share(hour, hour + 3_600), coverage.ShareOf(Start.AddSeconds(hour), Start.AddSeconds(hour + 3_600)));
        }
    }

    private static List<CoverageInterval> Intervals(bool[] seconds, int from, int to)
    {
        List<CoverageInterval> intervals = [];
        for (var second = from; second < to; second++)
        {
            if (seconds[second] && (second == from || !seconds[second - 1]))
            {
                var end = Array.IndexOf(seconds, false, second);
                intervals.Add(new(Start.AddSeconds(second), Start.AddSeconds(end < 0 || end > to ? to : end)));
            }
        }

        return intervals;
    }

    // A platform counts from the first to the last second that any of its hosts observed.
    private double? Share(int from, int to)
    {
        double[] shares = [.. _seconds.GroupBy(pair => pair.Key.Platform)
            .Select(hosts => Enumerable.Range(0, Seconds).Where(second => hosts.Any(host => host.Value[second])).ToArray())
            .Where(seconds => seconds[0] < to && seconds[^1] + 1 > from)
            .Select(seconds => seconds.Count(second => second >= from && second < to) / (double)(to - from))];
        return shares.Length == 0 ? null : shares.Average();
    }
}

using System.Globalization;
using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Demo.Community;

namespace Listening.Benchmarks.Polling;

/// <summary>The weeks that are polled: of the demo, of made-up hashtags, and of the shared data where it is there.</summary>
internal static class WeekProfiles
{
    public static IEnumerable<WeekProfile> All()
    {
        yield return Demo();
        yield return Synthetic("made up, quiet, office hours", perDay: 3, focus: 0.9, weekend: 0.3);
        yield return Synthetic("made up, lively, office hours", perDay: 30, focus: 0.9, weekend: 0.3);
        yield return Synthetic("made up, lively, all day", perDay: 60, focus: 0.4, weekend: 0.8);
        var conference = Path.Combine(ProjectFolders.Shared, "data", "conference", "posts.csv");
        if (File.Exists(conference))
        {
            yield return WeekProfile.Of("a conference", [.. File.ReadLines(conference).Skip(1).Select(line => (Time(line.Split(',')[1]), 1.0))]);
        }

        foreach (var name in new[] { "PFE", "IBM", "KO" })
        {
            var series = Path.Combine(ProjectFolders.Shared, "data", "nab", "realTweets", $"Twitter_volume_{name}.csv");
            if (File.Exists(series))
            {
                // A tenth of it: nearly every one of these posts has a minute of its own, which leaves nothing to choose.
                yield return WeekProfile.Of($"a tenth of {name}", [.. File.ReadLines(series).Skip(1).Select(line => line.Split(',')).Select(row => (Time(row[0]), double.Parse(row[1], CultureInfo.InvariantCulture) / 10))]);
            }
        }
    }

    private static WeekProfile Demo()
    {
        var now = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
        var story = new DemoCommunity(seed: 20, now).Story;
        return WeekProfile.Of("the demo community", [.. story.Between(story.Begins, now).Select(post => (post.CreatedAt, 1.0))]);
    }

    // A morning, an afternoon and an evening, in London's winter.
    private static WeekProfile Synthetic(string name, double perDay, double focus, double weekend)
    {
        double[] shape = [.. Enumerable.Range(0, WeekRhythm.Hours).Select(hour => Day(hour % 24, focus) * (hour < 5 * 24 ? 1 : weekend))];
        return new WeekProfile(name, [.. shape.Select(value => value * perDay * 7 / shape.Sum())]);
    }

    private static double Day(int hour, double focus) => 0.15
        + (focus * (Bell(hour, 10.5, 3) + (0.8 * Bell(hour, 15.5, 3))))
        + ((0.5 - (0.3 * focus)) * Bell(hour, 20, 2.5));

    private static double Bell(double hour, double middle, double width) => Math.Exp(-Math.Pow((hour - middle) / width, 2));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}

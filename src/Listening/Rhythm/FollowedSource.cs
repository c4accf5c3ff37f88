using Listening.Tracking;

namespace Listening.Rhythm;

/// <summary>One source of a hashtag, through which its posts reach us: a platform, whichever of its hosts was read.</summary>
/// <param name="Platform">Lower-case name.</param>
/// <param name="From">Since when it is followed.</param>
/// <param name="Until">Since when it is no longer followed; null while it is.</param>
/// <param name="Observed">What was observed, ascending, neither overlapping nor touching.</param>
public sealed record FollowedSource(string Platform, DateTimeOffset From, DateTimeOffset? Until, IReadOnlyList<CoverageInterval> Observed)
{
    /// <summary>
    /// The sources of which anything is known. Nobody keeps when a platform was added to the settings, so one counts from what it observed
    /// first; only the one that reaches back furthest counts from <paramref name="addedAt"/> at the latest, so that a start without an answer shows.
    /// </summary>
    /// <param name="observed">For each platform what it observed; one without an interval is left out.</param>
    /// <param name="readNow">The platforms that are read at present; any other one ended with what it observed last.</param>
    /// <param name="addedAt">When the hashtag was followed; null when it is not.</param>
    public static IReadOnlyList<FollowedSource> Of(
        IReadOnlyDictionary<string, IReadOnlyList<CoverageInterval>> observed, IReadOnlyCollection<string> readNow, DateTimeOffset? addedAt)
    {
        var sources = observed
            .Where(pair => pair.Value.Count > 0)
            .Select(pair => new FollowedSource(pair.Key, pair.Value[0].From, readNow.Contains(pair.Key) ? null : pair.Value[^1].To, pair.Value))
            .OrderBy(source => source.From).ThenBy(source => source.Platform, StringComparer.Ordinal)
            .ToArray();
        if (sources is [{ Until: null } first, ..] && addedAt < first.From)
        {
            sources[0] = first with { From = addedAt.Value };
        }

        return sources;
    }
}

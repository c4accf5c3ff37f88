using System.Globalization;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Alerts;

/// <summary>
/// The rule <c>threshold</c>: strictly more than so many distinct people within so long. A crossing opens an episode, which is one alert; the
/// episode is over when a look finds so many people or fewer. Looked at after each poll that stored posts and each minute, where the lane of
/// alerts is ours: two looks at once could open one episode twice.
/// </summary>
public sealed partial class ThresholdWatch(
    IPostStore posts,
    ITrackingStore tracking,
    IAlertLog log,
    AlertChannels channels,
    LaneHolder lanes,
    IOptions<AlertOptions> options,
    TimeProvider time,
    ILogger<ThresholdWatch> logger) : IAfterPoll, IDisposable
{
    private readonly SemaphoreSlim _looking = new(1, 1);

    public Task PostsStoredAsync(IReadOnlyCollection<string> hashtags, CancellationToken ct) =>
        options.Value.Rules.Count == 0 ? Task.CompletedTask : lanes.RunAsync(Lane.Alerts, whileOurs => LookAsync(hashtags.Contains, whileOurs), ct);

    /// <summary>Looks at every followed hashtag that has such a rule. Throws <see cref="StoreUnavailableException"/>.</summary>
    public Task LookAsync(CancellationToken ct) => lanes.RunAsync(Lane.Alerts, whileOurs => LookAsync(_ => true, whileOurs), ct);

    public void Dispose() => _looking.Dispose();

    private async Task LookAsync(Func<string, bool> isOfInterest, CancellationToken ct)
    {
        await _looking.WaitAsync(ct);
        try
        {
            var open = await log.OpenAsync(ct);
            var ruled = (await tracking.HashtagsAsync(ct))
                .Where(followed => isOfInterest(followed.Hashtag))
                .Select(followed => (followed, Rule: options.Value.RuleOf(followed.Hashtag)));
            foreach (var (followed, rule) in ruled)
            {
                var episode = open.FirstOrDefault(alert => alert.Rule == AlertRuleKind.Threshold && alert.Hashtag == followed.Hashtag);
                if (rule?.Threshold is { } threshold)
                {
                    await LookAsync(followed, rule, threshold, episode, ct);
                }
            }
        }
        finally
        {
            _looking.Release();
        }
    }

    private async Task LookAsync(TrackedHashtag followed, AlertRuleOptions rule, ThresholdOptions threshold, Alert? episode, CancellationToken ct)
    {
        // Stored times have whole milliseconds, so (a, b] is [a + 1 ms, b + 1 ms).
        var now = time.GetUtcNow().ToMilliseconds();
        var (from, end) = (now - threshold.Within + Millisecond, now + Millisecond);
        var people = (await posts.VolumeAsync(followed.Hashtag, [from, end], ct))[0].People;
        if (people <= threshold.People)
        {
            if (episode is not null)
            {
                await log.SetClosedAsync(episode.Key, now, ct);
                EpisodeOver(logger, followed.Hashtag, episode.Key);
            }

            return;
        }

        if (episode is null)
        {
            await OpenAsync(followed, rule, threshold, from, end, now, ct);
        }
    }

    private async Task OpenAsync(TrackedHashtag followed, AlertRuleOptions rule, ThresholdOptions threshold, DateTimeOffset from, DateTimeOffset end, DateTimeOffset now, CancellationToken ct)
    {
        List<Post> recent = [];
        await foreach (var post in posts.ReadAsync(followed.Hashtag, from - threshold.Within, end, tombstones: false, ct))
        {
            recent.Add(post);
        }

        if (Crossing.Find(recent, threshold.People, threshold.Within, now) is not { } openedAt)
        {
            return;
        }

        var inWindow = recent.Where(post => post.CreatedAt >= from).ToList();
        var alert = await DescribeAsync(followed, threshold, inWindow, openedAt, from, now, ct);
        if (await log.RecordAsync(alert with { Channels = channels.NamesFor(rule) }, ct))
        {
            AlertDecided(logger, followed.Hashtag, alert.Words);
        }
        else
        {
            await log.SetClosedAsync(alert.Key, null, ct); // the same episode, seen again after late posts
        }
    }

    private async Task<Alert> DescribeAsync(TrackedHashtag followed, ThresholdOptions threshold, List<Post> inWindow, DateTimeOffset openedAt, DateTimeOffset from, DateTimeOffset now, CancellationToken ct)
    {
        var people = inWindow.Where(post => post.Author is { IsBot: not true }).Select(post => post.Author!).DistinctBy(author => author.Key).ToList();
        var before = (await posts.AuthorDaysAsync(followed.Hashtag, [DateTimeOffset.UnixEpoch, from], ct)).Select(day => day.AuthorKey).ToHashSet(StringComparer.Ordinal);
        var newPeople = people.Count(author => !before.Contains(author.Key));
        return new Alert
        {
            Key = Alert.KeyOf(AlertRuleKind.Threshold, followed.Hashtag, openedAt),
            Hashtag = followed.Hashtag,
            Rule = AlertRuleKind.Threshold,
            From = inWindow.Min(post => post.CreatedAt),
            To = inWindow.Max(post => post.CreatedAt),
            DetectedAt = now,
            People = people.Count,
            Posts = inWindow.Count,
            NewPeople = newPeople,
            Platforms = people.CountBy(author => author.Platform).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => (long)pair.Value, StringComparer.Ordinal),
            Words = $"{people.Count} people posted with #{followed.Display} within {InWords(threshold.Within)}, more than the {threshold.People} you set; {newPeople} of them are new to the hashtag.",
            Explain = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["threshold_people"] = threshold.People.ToString(CultureInfo.InvariantCulture),
                ["threshold_within"] = threshold.Within.ToString("c", CultureInfo.InvariantCulture),
                ["opened_at"] = ListeningJson.Format(openedAt),
            },
        };
    }

    private static string InWords(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{span.TotalDays:0.#} days",
        { TotalHours: >= 2 } => $"{span.TotalHours:0.#} hours",
        { TotalMinutes: >= 2 } => $"{span.TotalMinutes:0.#} minutes",
        _ => $"{span.TotalSeconds:0} seconds",
    };

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);

    [LoggerMessage(Level = LogLevel.Information, Message = "Alert for #{Hashtag}: {Words}")]
    private static partial void AlertDecided(ILogger logger, string hashtag, string words);

    [LoggerMessage(Level = LogLevel.Information, Message = "#{Hashtag} is calm again; the episode {AlertKey} is over.")]
    private static partial void EpisodeOver(ILogger logger, string hashtag, string alertKey);
}

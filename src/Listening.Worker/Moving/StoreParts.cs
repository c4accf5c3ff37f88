using Listening.Alerts;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;

namespace Listening.Worker.Moving;

/// <summary>
/// All that a store holds besides posts, in the order in which it is moved: whoever is to be kept out is known before the posts come, and
/// how far was read is said when they are there. Where the new store knows something already, the file's word counts and nothing is lost.
/// Leases stay behind; they are worth nothing elsewhere.
/// </summary>
internal sealed class StoreParts(
    IAuthorMarks marks, ITrackingStore tracking, ICoverageLog coverage, IMissedPosts missed, IDeadLetters letters, IPostStore posts, IAlertLog alerts, ConsentWithoutProfile consent, TimeProvider time)
{
    private const int MarksInALine = 1000;
    private const int Tries = 20;

    public IReadOnlyList<StorePart> BeforePosts { get; } =
    [
        StorePart.OfMany("statement", marks.AllStatementsAsync, marks.RecordAsync),
        StorePart.Of<ForgottenAuthors>("forgotten", async ct => (await marks.AllForgottenAsync(ct)).SelectMany(InLines), marks.RememberAsync),
        StorePart.Of<MutedAuthor>("muted", async ct => (await marks.MutedAsync(ct)).Order(StringComparer.Ordinal).Select(key => new MutedAuthor(key)), (muted, ct) => marks.SetMutedAsync(muted.AuthorKey, true, ct)),
    ];

    public IReadOnlyList<StorePart> AfterPosts { get; } =
    [
        StorePart.OfSome<Post>("refused", async ct => (await letters.ListAsync(ct)).Select(letter => letter.Post).OrderBy(post => post.PostKey, StringComparer.Ordinal), async (refused, ct) => await posts.UpsertAsync(await consent.KeepAsync(refused, ct), ct)),
        StorePart.Of<MissedPost>("missed", async ct => InOrder(await missed.PendingAsync(null, int.MaxValue, ct)), (vote, ct) => NoteAsync(missed, vote, ct)),
        StorePart.Of<TargetCoverage>("coverage", async ct => await coverage.IntervalsAsync(null, null, null, ct), (observed, ct) => RecordAsync(coverage, observed, ct)),
        StorePart.Of<TrackedHashtag>("hashtag", async ct => await tracking.HashtagsAsync(ct), (hashtag, ct) => ReplaceAsync(tracking, hashtag, ct)),
        StorePart.OfSome<PollState>("target", async ct => (await tracking.PollStatesAsync(null, ct)).OrderBy(state => state.Target.Id, StringComparer.Ordinal), (states, ct) => ReplaceAsync(tracking, states, time, ct)),
        StorePart.Of<SourceHealth>("health", async ct => (await tracking.HealthAsync(ct)).OrderBy(host => host.Platform, StringComparer.Ordinal).ThenBy(host => host.Host, StringComparer.Ordinal), tracking.SaveHealthAsync),
        StorePart.Of<WithheldCounts>("withheld", async ct => [await tracking.WithheldAsync(ct)], (counts, ct) => RaiseAsync(tracking, counts, ct)),
        StorePart.Of<MovedAlert>("alert", async ct => (await alerts.ListAsync(null, int.MaxValue, ct)).Select(MovedAlert.Of), (moved, ct) => RecordAsync(alerts, moved.Whole, ct)),
    ];

    public StorePart? Find(string name) => BeforePosts.Concat(AfterPosts).FirstOrDefault(part => part.Name == name);

    private static IEnumerable<ForgottenAuthors> InLines(ForgottenAuthors forgotten) => forgotten.Marks.Chunk(MarksInALine).Select(some => forgotten with { Marks = some });

    private static IEnumerable<MissedPost> InOrder(IReadOnlyList<MissedPost> votes) =>
        votes.OrderBy(vote => vote.PostKey, StringComparer.Ordinal).ThenBy(vote => vote.Host, StringComparer.Ordinal);

    private static async Task NoteAsync(IMissedPosts missed, MissedPost vote, CancellationToken ct)
    {
        await missed.NoteAsync(vote.Platform, vote.Host, [vote.PostKey], vote.FirstAt, ct);
        await missed.NoteAsync(vote.Platform, vote.Host, [vote.PostKey], vote.LastAt, ct);
    }

    private static async Task RecordAsync(ICoverageLog coverage, TargetCoverage observed, CancellationToken ct)
    {
        foreach (var interval in observed.Intervals)
        {
            await coverage.RecordAsync(observed.Target, interval.From, interval.To, ct);
        }
    }

    private static async Task ReplaceAsync(ITrackingStore tracking, TrackedHashtag hashtag, CancellationToken ct)
    {
        if (!await tracking.AddHashtagAsync(hashtag, ct))
        {
            await tracking.UpdateHashtagAsync(hashtag, ct);
        }
    }

    // A worker that runs beside may claim a target at any time.
    private static async Task ReplaceAsync(ITrackingStore tracking, IReadOnlyList<PollState> states, TimeProvider time, CancellationToken ct)
    {
        var left = states;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var versions = (await tracking.PollStatesAsync(null, ct)).ToDictionary(known => known.Target, known => known.Version);
            List<PollState> claimed = [];
            foreach (var state in left)
            {
                if (await tracking.SaveAsync(state with { Version = versions.GetValueOrDefault(state.Target) }, ct) is null)
                {
                    claimed.Add(state);
                }
            }

            if (claimed.Count == 0)
            {
                return;
            }

            left = claimed;
            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 200)), time, ct);
        }

        throw new StoreUnavailableException($"A worker keeps reading {left[0].Target.Host}, so that what the file says of it cannot be stored: stop it, and import the file again.");
    }

    private static async Task RaiseAsync(ITrackingStore tracking, WithheldCounts counts, CancellationToken ct)
    {
        var known = await tracking.WithheldAsync(ct);
        await tracking.CountWithheldAsync(
            new WithheldCounts(
                Math.Max(0, counts.OptOut - known.OptOut),
                Math.Max(0, counts.NotPublic - known.NotPublic),
                Math.Max(0, counts.NotIndexable - known.NotIndexable),
                Math.Max(0, counts.NotDiscoverable - known.NotDiscoverable),
                Math.Max(0, counts.Bots - known.Bots)),
            ct);
    }

    private static async Task RecordAsync(IAlertLog alerts, Alert alert, CancellationToken ct)
    {
        if (await alerts.RecordAsync(alert, ct))
        {
            return;
        }

        foreach (var delivery in alert.Sent)
        {
            await alerts.MarkSentAsync(alert.Key, delivery, ct);
        }

        if (alert.ClosedAt is not null)
        {
            await alerts.SetClosedAsync(alert.Key, alert.ClosedAt, ct);
        }
    }
}

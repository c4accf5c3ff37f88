using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Answers;

/// <summary>Answers <c>status</c> and <c>tags list</c>: what is followed, and how each host is doing.</summary>
internal sealed class StatusQuestion(
    IStore store,
    ITrackingStore tracking,
    IDeadLetters deadLetters,
    IUnfinishedImports imports,
    IEnumerable<IPostSource> sources,
    IOptions<PollingOptions> polling,
    DemoMode demo,
    TimeProvider time,
    ILaneLeases? leases = null)
{
    /// <summary>Reason of a host that is followed and was never asked.</summary>
    public const string NotAskedYet = "not asked yet";

    public async Task<IReadOnlyList<HashtagAnswer>> HashtagsAsync(CancellationToken ct) =>
        [.. (await tracking.HashtagsAsync(ct)).Select(followed => new HashtagAnswer(
            followed.Hashtag,
            followed.Display,
            followed.State,
            followed.AddedAt,
            followed.TimeZone,
            followed.With,
            [.. sources.SelectMany(source => source.Targets([.. followed.Spellings()])).Select(target => new SourceName(target.Platform, target.Host)).Distinct()]))];

    public async Task<StatusAnswer> StatusAsync(CancellationToken ct)
    {
        var info = await store.InfoAsync(ct);
        var followed = await tracking.HashtagsAsync(ct);
        var states = await tracking.PollStatesAsync(dueBy: null, ct);
        var health = (await tracking.HealthAsync(ct)).ToDictionary(known => (known.Platform, known.Host));
        var leased = leases is null ? [] : (await leases.ListAsync(ct)).Where(IsCurrent).ToDictionary(lease => lease.Lane, lease => lease.Owner);
        string[] workers = [.. leased.Where(held => held.Key.IsOfWorker).Select(held => held.Value).Order(StringComparer.Ordinal)];
        var withheld = await tracking.WithheldAsync(ct);
        return new StatusAnswer(
            ProductVersion.Current,
            new StatusStore(info.Kind, info.Posts, info.Bytes),
            followed.Count,
            [.. sources.SelectMany(source => source.Hosts.Select(host => Source(source, host, workers.Length > 1 ? leased.GetValueOrDefault(new Lane(source.Platform, host)) : null, health.GetValueOrDefault((source.Platform, host)), followed, states)))],
            new StatusWithheld(withheld.OptOut, withheld.NotPublic, withheld.NotIndexable, withheld.NotDiscoverable, withheld.Bots),
            await deadLetters.CountAsync(ct),
            demo.IsOn,
            leases is null ? null : workers,
            await imports.CountAsync(ct));
    }

    // Who asks once cannot watch a lease for a term. The clocks of the two may differ a little, and this decides nothing.
    private bool IsCurrent(LaneLease lease) => time.GetUtcNow() - lease.RenewedAt < 2 * lease.Term;

    private StatusSource Source(IPostSource source, string host, string? heldBy, SourceHealth? health, IReadOnlyList<TrackedHashtag> followed, IReadOnlyList<PollState> states)
    {
        var mine = states.Where(state => state.Target.Platform == source.Platform && state.Target.Host == host).ToList();
        var active = followed.Where(hashtag => hashtag.State == HashtagState.Active).ToList();
        var targets = active
            .SelectMany(hashtag => mine
                .Where(state => source.Targets([.. hashtag.Spellings()]).Contains(state.Target))
                .Select(state => new StatusTarget(hashtag.Hashtag, state.NextPollAt, Backfill(state.Checkpoint.Back))))
            .ToList();
        var isWaiting = health is not null && !health.IsAvailable(time.GetUtcNow());
        var wasAsked = health is not null && (health.LastSuccessAt is not null || health.Failures > 0);
        var state = active.Count == 0 ? "off" : health is { Failures: > 0, IsDemanded: false } ? "failing" : isWaiting || !wasAsked ? "waiting" : "ok";
        return new StatusSource(
            source.Platform,
            host,
            state,
            health?.Reason ?? (state == "waiting" ? NotAskedYet : ShortBudget(health?.Budget, targets.Count, polling.Value.Min(source.MinInterval))),
            health?.LastSuccessAt,
            isWaiting ? health!.AvailableAt : null,
            targets.Count == 0 ? null : targets.Min(target => target.NextPollAt),
            health?.Budget is { } budget ? new StatusBudget(budget.Limit, budget.Limit - budget.Remaining, budget.ResetsAt) : null,
            targets,
            heldBy);
    }

    private string? ShortBudget(HostBudget? budget, int targets, TimeSpan min) => NextPoll.Affordable(budget, targets, time.GetUtcNow()) > min * NextPoll.QuietestFactor
        ? $"allows {budget!.Remaining} more requests until {ListeningJson.Format(budget.ResetsAt!.Value)}; with {targets} hashtags each is asked more seldom"
        : null;

    private static StatusBackfill? Backfill(BackFill? back) => back is null ? null : new StatusBackfill(back.Until, back.Reached, back.Done);
}

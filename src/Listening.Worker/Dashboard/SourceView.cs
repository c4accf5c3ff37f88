using Listening.Worker.Answers;

namespace Listening.Worker.Dashboard;

/// <summary>What one host is doing, in words.</summary>
/// <param name="Platform">Its platform.</param>
/// <param name="Host">Its name.</param>
/// <param name="State"><c>ok</c>, <c>waiting</c>, <c>failing</c> or <c>off</c>.</param>
/// <param name="Words">The state as a sentence.</param>
/// <param name="LastSuccessAt">When it last answered.</param>
/// <param name="NextPollAt">When it is asked next; null while nothing is due.</param>
/// <param name="Backfill">How far back was read; null before the first page.</param>
public sealed record SourceView(
    string Platform, string Host, string State, string Words, DateTimeOffset? LastSuccessAt, DateTimeOffset? NextPollAt, BackfillView? Backfill)
{
    internal static SourceView Of(StatusSource source, string hashtag, bool isPaused, PageClock clock)
    {
        var target = source.Targets.FirstOrDefault(target => target.Hashtag == hashtag);
        var next = Later(target?.NextPollAt, source.AvailableAt);
        return new SourceView(
            source.Platform,
            source.Host,
            isPaused ? "off" : source.State,
            isPaused ? "Paused: nothing is read until the hashtag is resumed." : Say(source, clock),
            source.LastSuccessAt,
            isPaused ? null : next,
            target?.Backfill is { } back ? BackfillView.Of(back, clock) : null);
    }

    private static string Say(StatusSource source, PageClock clock) => source.State switch
    {
        "waiting" when source.Reason == StatusQuestion.NotAskedYet => "Not asked yet.",
        "ok" => "Answering.",
        "waiting" => $"Waiting{Until(source, clock)}{Because(source)}.",
        "failing" => $"Not answering{Because(source)}.",
        _ => "Not read.",
    };

    private static string Until(StatusSource source, PageClock clock) => source.AvailableAt is { } at ? $" until {clock.Hour(at)}" : "";

    private static string Because(StatusSource source) => source.Reason is { Length: > 0 } reason ? $": {reason.TrimEnd('.')}" : "";

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b ?? a : a;
}

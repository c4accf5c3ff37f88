using Listening.Stores;
using Listening.Tracking;

namespace Listening.Polling;

/// <summary>
/// Writes down which times were observed: after the posts of a page are stored and before the checkpoint moves, so that a crash never
/// leaves a claim without its posts. A page that ends within a second leaves that second to the next page.
/// </summary>
internal sealed class CoverageWriter(ICoverageLog coverage)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The page at the top, with which a target begins; an empty one means that there is nothing as far back as anybody asked.</summary>
    public async Task FirstAsync(OngoingPoll poll, PostPage page, CancellationToken ct)
    {
        await coverage.RecordAsync(poll.Target, page.IsEmpty ? poll.BackfillUntil : Later(page.OldestAt ?? page.RequestedAt), page.RequestedAt, ct);
        poll.State = poll.State with { CoveredTo = page.RequestedAt };
    }

    /// <summary>A page on the way back; at the end of it everything down to the wanted time is observed.</summary>
    public async Task BackAsync(OngoingPoll poll, BackFill back, PostPage page, bool isEnd, CancellationToken ct)
    {
        if (back.Reached is { } reached)
        {
            var from = isEnd ? back.Until : Later(page.OldestAt ?? reached);
            await coverage.RecordAsync(poll.Target, from, Later(reached), ct);
        }
    }

    /// <summary>A page after the checkpoint: everything is observed up to its newest post, and once a page is empty up to the request itself.</summary>
    public async Task ForwardAsync(OngoingPoll poll, PostPage page, CancellationToken ct)
    {
        var from = poll.State.CoveredTo;
        var to = page.IsEmpty || page.NewestAt > page.RequestedAt ? page.RequestedAt : page.NewestAt;
        if (from is not null && to > from)
        {
            await coverage.RecordAsync(poll.Target, from.Value, to.Value, ct);
        }

        if (page.IsEmpty || to > from)
        {
            poll.State = poll.State with { CoveredTo = to };
        }
    }

    private static DateTimeOffset Later(DateTimeOffset time) => time + Second;
}

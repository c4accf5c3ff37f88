using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Deletions that all hosts learn of, at once or late or never, and posts that only seem to be gone.</summary>
internal static class FederationDeletions
{
    // Too short to be missed twice, the time of a confirmation apart.
    private static readonly TimeSpan Restart = TimeSpan.FromMilliseconds(700);

    public static void Plan(FederationChanges changes)
    {
        changes.Change(6, changes.IsAtHome, post => post with { DeletedAt = changes.Soon() });
        changes.Change(6, post => changes.IsAtHome(post) && changes.Elsewhere(post).Count > 0, post => post with { DeletedAt = changes.Soon(), Arrivals = Learning(changes, post, null) });
        changes.Change(4, post => changes.IsAtHome(post) && changes.Elsewhere(post).Count > 0, post => post with { DeletedAt = changes.Soon(), Arrivals = Learning(changes, post, TimeSpan.FromSeconds(4)) });
        changes.Change(5, post => !changes.IsAtHome(post), post => post with { DeletedAt = changes.Soon() });
        changes.Change(5, post => !changes.IsAtHome(post) && changes.Elsewhere(post).Count > 1, post => post with
        {
            DeletedAt = changes.Soon(),
            Arrivals = [.. changes.Elsewhere(post).Select((arrival, index) => arrival with { DeletionAfter = index == 0 ? null : TimeSpan.Zero })],
        });
        changes.Change(4, post => changes.IsAtHome(post) && changes.Elsewhere(post).Count > 0, post => Hidden(changes, post, null));
        changes.Change(3, post => !changes.IsAtHome(post) && changes.Elsewhere(post).Count > 1, post => post with
        {
            Arrivals = [.. changes.Elsewhere(post).Select((arrival, index) => index == 0 ? arrival with { Hidden = new ScriptedHiding(changes.Soon()) } : arrival)],
        });
        changes.Change(4, post => !changes.IsAtHome(post), post => Hidden(changes, post, Restart));
        changes.Change(3, post => !changes.IsAtHome(post), post => Hidden(changes, post, null));
    }

    private static IReadOnlyList<ScriptedArrival> Learning(FederationChanges changes, ScriptedPost post, TimeSpan? after) =>
        [.. changes.Elsewhere(post).Select(arrival => arrival with { DeletionAfter = after })];

    private static ScriptedPost Hidden(FederationChanges changes, ScriptedPost post, TimeSpan? length)
    {
        var from = changes.Soon();
        return post with { Arrivals = [.. changes.Elsewhere(post).Select(arrival => arrival with { Hidden = new ScriptedHiding(from, length is { } span ? from + span : null) })] };
    }
}

using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Edits that every host learns of, that some never do, that come twice, and that take the hashtag in or out.</summary>
internal static class FederationEdits
{
    public static void Plan(FederationChanges changes)
    {
        changes.Change(10, _ => true, post => Edited(post, changes.Soon(), "Revised"));
        changes.Change(6, changes.IsAtHome, post => Edited(post, changes.Soon(), "Revised at home") with { Arrivals = [.. changes.Elsewhere(post).Select(arrival => arrival with { EditsAfter = null })] });
        changes.Change(6, post => !changes.IsAtHome(post) && changes.Elsewhere(post).Count > 1, post => Edited(post, changes.Soon(), "Revised far away") with
        {
            Arrivals = [.. changes.Elsewhere(post).Select((arrival, index) => arrival with { EditsAfter = index == 1 ? TimeSpan.FromSeconds(2) : null })],
        });
        changes.Change(4, _ => true, post => Edited(Edited(post, changes.Soon(), "Revised"), changes.Soon().AddSeconds(6), "Revised again"));
        changes.Change(5, _ => true, post => Edited(post, changes.Soon(), "Hashtag gone", hashtag: ""));
        changes.Change(5, post => changes.IsAtHome(post) && changes.Elsewhere(post).Count > 0, post => Edited(post, changes.Soon(), "Hashtag gone at home", hashtag: "") with
        {
            Arrivals = [.. changes.Elsewhere(post).Select(arrival => arrival with { EditsAfter = null })],
        });
        changes.Change(3, _ => true, post => Edited(Edited(post, changes.Soon(), "Hashtag gone", hashtag: ""), changes.Soon().AddSeconds(6), "Hashtag back"));
    }

    private static ScriptedPost Edited(ScriptedPost post, DateTimeOffset at, string words, string hashtag = "#eventprofs") =>
        post with { Edits = [.. post.Edits, new ScriptedEdit(at, $"{words} new{post.Key} {hashtag}".TrimEnd())] };
}

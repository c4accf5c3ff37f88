using System.Text.RegularExpressions;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What hosts say of an author where a reader last looked; null where that look lies before a change that it may or may not have seen.</summary>
internal sealed partial class ExpectedAuthor
{
    private readonly List<(FederationHost Host, ScriptedAccount Seen, ScriptedAccount Now, bool IsHome)> _looks = [];

    public ExpectedAuthor(IReadOnlyList<ExpectedCopy> copies, ExpectedTimes times)
    {
        foreach (var there in copies.GroupBy(copy => copy.Host))
        {
            var account = there.First().Post.Author;
            var isLookedAt = there.Any(copy => copy.IsListed && copy.IdTime >= times.SweptFrom);
            if (isLookedAt || there.Any(copy => copy.IsListedAt(times.Collected)))
            {
                var now = Profile(account, there.Key, times.At);
                _looks.Add((there.Key, isLookedAt ? now : Profile(account, there.Key, times.Collected), now, account.Host == there.Key.Name));
            }
        }

        HasOptedOut = Agreed(look => Optout(look.Profile, look.IsHome));
        HasReturned = HasOptedOut is false && copies.Any(copy => Optout(Profile(copy.Post.Author, copy.Host, times.Collected), copy.IsHome));
        IsIndexable = Stated(profile => profile.Indexable, unstated: false);
        IsUnranked = Stated(profile => profile.Discoverable, unstated: true) is { } discoverable ? !discoverable : null;
        var bots = _looks.Select(look => look.Now.Bot || look.Now.Group).Distinct().ToList();
        IsBot = bots.Count == 1 && _looks.TrueForAll(look => (look.Seen.Bot, look.Seen.Group) == (look.Now.Bot, look.Now.Group)) ? bots[0] : null;
    }

    public bool? HasOptedOut { get; }

    /// <summary>Withheld at first, and not any more: what no sweep lists is not read again.</summary>
    public bool HasReturned { get; }

    public bool? IsIndexable { get; }

    public bool? IsUnranked { get; }

    public bool? IsBot { get; }

    private static ScriptedAccount Profile(ScriptedAccount account, FederationHost host, DateTimeOffset at)
    {
        var known = account.AsKnownBy(host.Name);
        return host.Script.KeepsOldProfiles && account.Host != host.Name ? known : known.At(at);
    }

    private static bool Optout(ScriptedAccount profile, bool isHome) =>
        (isHome && profile.NoIndex is true) || profile.Fields.Select(field => field.Value).Append(profile.Bio).Any(html => OptOutWord().IsMatch(Tag().Replace(Break().Replace(html, "\n"), "")));

    /// <summary>The answer where it is the same for the last sure look and for the present; null where it is not.</summary>
    private bool? Agreed(Func<(ScriptedAccount Profile, bool IsHome), bool> asks)
    {
        var seen = _looks.Exists(look => asks((look.Seen, look.IsHome)));
        var now = _looks.Exists(look => asks((look.Now, look.IsHome)));
        return seen == now ? seen : null;
    }

    private bool? Stated(Func<ScriptedAccount, bool?> flag, bool unstated)
    {
        var (seen, now) = (Of(look => look.Seen), Of(look => look.Now));
        return seen == now ? seen : null;

        bool Of(Func<(FederationHost Host, ScriptedAccount Seen, ScriptedAccount Now, bool IsHome), ScriptedAccount> which)
        {
            var home = _looks.Where(look => look.IsHome).Select(look => flag(which(look))).FirstOrDefault();
            var said = _looks.Select(look => flag(which(look))).OfType<bool>().ToList();
            return home ?? (said.Count == 0 ? unstated : said.TrueForAll(value => value));
        }
    }

    [GeneratedRegex(@"#(nobots?|noindex|nosearch|noarchive)(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OptOutWord();

    [GeneratedRegex("<br[^>]*>|</p>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Break();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}

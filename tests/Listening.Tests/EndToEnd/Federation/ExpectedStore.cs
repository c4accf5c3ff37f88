using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What a store has to hold, from the script alone.</summary>
internal sealed class ExpectedStore
{
    private ExpectedStore(IReadOnlyList<ExpectedEntry> entries, IReadOnlySet<string> unnamed)
    {
        Entries = entries;
        Unnamed = unnamed;
        ByKey = entries.ToDictionary(entry => entry.PostKey, StringComparer.Ordinal);
    }

    /// <summary>All posts that have an address.</summary>
    public IReadOnlyList<ExpectedEntry> Entries { get; }

    public IReadOnlyDictionary<string, ExpectedEntry> ByKey { get; }

    /// <summary>The keys of authors who may stand in no list.</summary>
    public IReadOnlySet<string> Unnamed { get; }

    public int Live => Entries.Count(entry => entry.Presence == ExpectedPresence.Live);

    /// <summary>The expectation for a moment.</summary>
    /// <param name="hosts">Of the script.</param>
    /// <param name="posts">In their last form.</param>
    /// <param name="addressOf">The global address of a post by its key in the script; null where no host has it.</param>
    /// <param name="times">When a reader looked.</param>
    public static ExpectedStore Of(IReadOnlyList<FederationHost> hosts, IReadOnlyList<ScriptedPost> posts, Func<string, string?> addressOf, ExpectedTimes times)
    {
        var copies = posts.Where(post => addressOf(post.Key) is not null).ToDictionary(post => post, post => ExpectedCopy.Of(post, hosts, times.At));
        var authors = copies.GroupBy(post => post.Key.Author.Acct).ToDictionary(
            own => own.Key, own => new ExpectedAuthor([.. own.SelectMany(post => post.Value)], times), StringComparer.Ordinal);
        var entries = copies.Select(post => Entry(post.Key, addressOf(post.Key.Key)!, post.Value, authors[post.Key.Author.Acct], times)).ToList();
        var unnamed = entries.Zip(copies.Keys)
            .Where(pair => authors[pair.Second.Author.Acct] is { IsUnranked: true } or { HasOptedOut: true } or { IsBot: true })
            .Select(pair => pair.First.AuthorKey);
        return new ExpectedStore(entries, unnamed.ToHashSet(StringComparer.Ordinal));
    }

    private static ExpectedEntry Entry(ScriptedPost post, string address, IReadOnlyList<ExpectedCopy> copies, ExpectedAuthor author, ExpectedTimes times)
    {
        var home = copies.FirstOrDefault(copy => copy.IsHome);
        var newest = copies.Where(copy => copy.IsThere).MaxBy(copy => copy.Edit?.At ?? DateTimeOffset.MinValue);
        var isSwept = copies.Any(copy => copy.IsListed && copy.IdTime >= times.SweptFrom);
        var entry = new ExpectedEntry
        {
            Word = FederationPosts.WordOf(post),
            PostKey = address,
            AuthorKey = address[..address.IndexOf("/statuses/", StringComparison.Ordinal)],
            Presence = ExpectedPresence.Live,
            Because = "it is listed",
            Text = newest?.Edit is { } edit ? edit.Text : post.Text,
            EditedAt = newest?.Edit?.At,
            CreatedAt = home is not null ? post.CreatedAt : DateTimeOffset.FromUnixTimeSeconds(post.CreatedAt.ToUnixTimeSeconds()),
            Likes = copies.Select(copy => copy.Likes).DefaultIfEmpty().Max(),
            IsBot = author.IsBot,
            IsSearchable = author.IsIndexable,
            Story = string.Join("; ", copies.Select(copy => copy.ToString())),
            Alts = [.. post.Media.Select(media => media.Description).OfType<string>()],
        };
        var (presence, because, kind) = Presence(post, copies, home, newest, isSwept, author, times);
        return entry with { Presence = presence, Because = because, IfHeld = kind, IsSecret = presence is ExpectedPresence.Absent or ExpectedPresence.Deleted or ExpectedPresence.Gone };
    }

    private static (ExpectedPresence Presence, string Because, DifferenceKind IfHeld) Presence(
        ScriptedPost post, IReadOnlyList<ExpectedCopy> copies, ExpectedCopy? home, ExpectedCopy? newest, bool isSwept, ExpectedAuthor author, ExpectedTimes times)
    {
        var wasListed = copies.Any(copy => copy.IsListedAt(times.Collected));
        var isListed = copies.Any(copy => copy.IsListed);
        var isGone = home is null ? newest is null : !home.IsThere;
        return (post, copies) switch
        {
            ({ Visibility: not "public" }, _) => (ExpectedPresence.Absent, $"it is {post.Visibility}", DifferenceKind.Leaked),
            (_, { Count: 0 }) => (ExpectedPresence.Absent, "no host that can be read has it", DifferenceKind.Invented),
            _ when !wasListed && !isListed && post.DeletedAt is null && !post.Edits.Any() => (ExpectedPresence.Absent, "it has no such hashtag", DifferenceKind.Invented),
            _ when author.HasOptedOut is true => (isGone ? ExpectedPresence.Gone : ExpectedPresence.Absent, "its author opted out", DifferenceKind.Leaked),
            _ when author.HasOptedOut is null => (ExpectedPresence.Open, "the author's wish lies before the sweep", DifferenceKind.Leaked),
            _ when author.HasReturned && !isSwept => (ExpectedPresence.Open, "its author came back, and no sweep lists it", DifferenceKind.Leaked),
            _ when isGone => (wasListed && !author.HasReturned ? ExpectedPresence.Deleted : ExpectedPresence.Gone, home is null ? "every host has lost it" : "its own host has lost it", DifferenceKind.Stale),
            _ when !ExpectedCopy.IsTagged(newest!.Edit?.Text ?? post.Text) => (ExpectedPresence.Absent, "its hashtag was edited out", DifferenceKind.Stale),
            _ when !wasListed && !isSwept => (ExpectedPresence.Open, "it came where no sweep looks", DifferenceKind.Invented),
            _ => (ExpectedPresence.Live, "it is listed", DifferenceKind.Invented),
        };
    }
}

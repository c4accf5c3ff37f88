using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage.Compared;

/// <summary>
/// A seeded community on three platforms over nine months, in the order in which its posts arrive, with everything that makes counting hard:
/// bursts, equal times, times at the edges of days, bots, several hashtags, answers that come before what they answer or whose parent never
/// comes, handles, edits that take a hashtag out, deletions, tombstones that come first, and authors who withdraw. Beside it the truth.
/// </summary>
internal sealed class GeneratedPosts
{
    private const int People = 900;

    private static readonly string[] Platforms = ["mastodon", "mastodon", "mastodon", "lemmy", "bluesky"];

    private readonly Random _random;
    private readonly string _run;
    private readonly List<Draft> _drafts = [];

    public GeneratedPosts(int count, int seed, string run)
    {
        (_random, _run) = (new Random(seed), run);
        Hashtags = [$"eventprofs{run}", $"meetings{run}", $"venues{run}"];
        for (var number = 0; number < count; number++)
        {
            _drafts.Add(New(number));
        }

        Arriving = [.. _drafts.OrderBy(_ => _random.Next())];
        Edited = [.. _drafts.Where(draft => draft.IsEdited)];
        Deleted = [.. _drafts.Where(draft => draft.Fate == Fate.Deleted).Select(draft => KeyOf(draft.Number))];
        TombstonesFirst = [.. _drafts.Where(draft => draft.Fate == Fate.GoneBefore).Select(draft => Copy(draft, edited: false, "reader.example").ToTombstone())];
        Withdrawn = [.. Enumerable.Range(0, 7).Select(i => Author(11 + (i * 100)).Key)];
    }

    private enum Fate
    {
        Stays,
        Deleted,
        GoneBefore,
    }

    private enum Naming
    {
        KeyAndAuthor,
        KeyOnly,
        NativeId,
        NeverResolved,
    }

    public static DateTimeOffset From { get; } = new(2026, 2, 16, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset To { get; } = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<string> Hashtags { get; }

    public IReadOnlyList<Post> TombstonesFirst { get; }

    public IReadOnlyList<string> Deleted { get; }

    public IReadOnlyList<string> Withdrawn { get; }

    private List<Draft> Arriving { get; }

    private List<Draft> Edited { get; }

    /// <summary>Every post once, and some a second time through another host, in batches.</summary>
    public IEnumerable<Post[]> Batches() => Arriving
        .SelectMany(draft => draft.Number % 9 == 0
            ? [Copy(draft, edited: false, "reader.example"), Copy(draft, edited: false, "second.example")]
            : (Post[])[Copy(draft, edited: false, "reader.example")])
        .Chunk(1_000);

    /// <summary>What authors changed later.</summary>
    public IEnumerable<Post[]> Edits() => Edited.Select(draft => Copy(draft, edited: true, "reader.example")).Chunk(1_000);

    /// <summary>Stores all of it, in the order in which it arrives.</summary>
    public async Task FillAsync(IPostStore store, CancellationToken ct)
    {
        await store.UpsertAsync(TombstonesFirst, ct);
        foreach (var batch in Batches().Concat(Edits()))
        {
            await store.UpsertAsync(batch, ct);
        }

        await store.DeleteAsync(Deleted, ct);
        await store.EraseAuthorsAsync(Withdrawn, ct);
    }

    /// <summary>What is live when all of it was stored.</summary>
    public IReadOnlyList<PlainPost> Truth()
    {
        var live = _drafts.Where(IsLive).ToDictionary(draft => draft.Number);
        var seen = live.Values.Select(draft => draft.Author).ToHashSet();
        return [.. live.Values.Select(draft =>
        {
            var (post, author) = Parent(draft, live);
            List<(EdgeKind, string)> turns = [];
            if (author is not null)
            {
                turns.Add((draft.Kind switch { PostKind.Reply => EdgeKind.Reply, PostKind.Quote => EdgeKind.Quote, _ => EdgeKind.Repost }, author));
            }

            if (draft.Kind != PostKind.Repost)
            {
                turns.AddRange(draft.Mentions.Select(mention => (EdgeKind.Mention, mention.ByHandle && !seen.Contains(mention.Person) ? StandIn(mention.Person).ToLowerInvariant() : Author(mention.Person).Key)));
            }

            return new PlainPost(
                KeyOf(draft.Number), Author(draft.Author).Key, Author(draft.Author).IsBot is true, PlatformOf(draft.Author), draft.At, draft.Kind, draft.IsSearchable,
                HashtagsOf(draft, draft.IsEdited), WordsOf(draft, draft.IsEdited), turns, draft.Kind == PostKind.Reply && post is not null ? (post, author) : null);
        })];
    }

    private bool IsLive(Draft draft) => draft.Fate == Fate.Stays && !Withdrawn.Contains(Author(draft.Author).Key) && HashtagsOf(draft, draft.IsEdited).Length > 0;

    // As both copies name it, resolved by what was stored while it was there.
    private (string? Post, string? Author) Parent(Draft draft, Dictionary<int, Draft> live)
    {
        if (draft.Parent is not { } parent)
        {
            return (null, null);
        }

        var author = Author(_drafts[parent].Author).Key;
        return draft.Naming switch
        {
            Naming.KeyAndAuthor => (KeyOf(parent), author),
            Naming.KeyOnly => (KeyOf(parent), live.ContainsKey(parent) ? author : null),
            Naming.NativeId when _drafts[parent].Fate != Fate.GoneBefore => (KeyOf(parent), author),
            Naming.NativeId => (null, null),
            _ => (null, author),
        };
    }

    private Draft New(int number)
    {
        var author = (int)(People * Math.Pow(_random.NextDouble(), 2));
        var kind = number == 0 ? PostKind.Post : _random.Next(10) switch { < 4 => PostKind.Post, < 7 => PostKind.Reply, < 8 => PostKind.Quote, _ => PostKind.Repost };
        int? parent = kind == PostKind.Post ? null : SameplatformParent(number, author);
        return new Draft(
            number, author, At(), parent is null ? PostKind.Post : kind, parent, parent is null ? Naming.KeyAndAuthor : (Naming)_random.Next(4),
            [.. Enumerable.Range(0, Math.Max(0, _random.Next(-2, 4))).Select(_ => (_random.Next(People + 60), _random.Next(2) == 0)).Where(mention => mention.Item1 != author)],
            IsEdited: _random.Next(12) == 0,
            Fate: _random.Next(40) switch { 0 => Fate.GoneBefore, < 4 => Fate.Deleted, _ => Fate.Stays },
            IsSearchable: _random.Next(4) > 0,
            Dice: _random.Next(1_000_000));
    }

    private int? SameplatformParent(int number, int author)
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var parent = _random.Next(Math.Max(0, number - 3_000), number);
            if (PlatformOf(_drafts[parent].Author) == PlatformOf(author) && !_drafts[parent].IsEdited)
            {
                return parent;
            }
        }

        return null;
    }

    // A third in bursts, many at equal seconds, some at the very edge of a day somewhere.
    private DateTimeOffset At()
    {
        var at = _random.Next(3) == 0
            ? From.AddDays(_random.Next(9) * 30).AddHours(20).AddSeconds(_random.Next(3_600))
            : From.AddMilliseconds(_random.NextInt64((long)(To - From).TotalMilliseconds));
        return _random.Next(8) switch
        {
            0 => new DateTimeOffset(at.UtcDateTime.Date, TimeSpan.Zero).AddHours(_random.Next(24)).AddMilliseconds(-_random.Next(2)),
            < 4 => at.AddMilliseconds(-at.Millisecond),
            _ => at,
        };
    }

    private Post Copy(Draft draft, bool edited, string host)
    {
        var hashtags = HashtagsOf(draft, edited);
        var reference = Reference(draft);
        return Post.Create(new Post
        {
            PostKey = KeyOf(draft.Number),
            Platform = PlatformOf(draft.Author),
            Host = "home.example",
            SeenVia = [new SeenVia(host, NativeId(draft.Number, host), draft.IsSearchable)],
            ContentHost = host,
            Url = KeyOf(draft.Number),
            Author = Author(draft.Author),
            CreatedAt = draft.At,
            EditedAt = edited ? draft.At.AddHours(2) : null,
            FirstSeenAt = To.AddDays(1),
            Kind = draft.Kind,
            Text = string.Join(' ', WordsOf(draft, edited)),
            Tags = hashtags,
            Matched = hashtags,
            MatchedVia = [.. hashtags.Select(_ => MatchedVia.TagField)],
            ReplyTo = draft.Kind == PostKind.Reply ? reference : null,
            QuoteOf = draft.Kind == PostKind.Quote ? reference : null,
            RepostOf = draft.Kind == PostKind.Repost ? reference : null,
            Mentions = [.. draft.Mentions.Select(mention => mention.ByHandle ? StandIn(mention.Person) : Author(mention.Person).Key)],
            Searchable = draft.IsSearchable,
        });
    }

    private PostReference? Reference(Draft draft)
    {
        if (draft.Parent is not { } parent)
        {
            return null;
        }

        var author = Author(_drafts[parent].Author).Key;
        return draft.Naming switch
        {
            Naming.KeyAndAuthor => PostReference.To(KeyOf(parent), author),
            Naming.KeyOnly => PostReference.To(KeyOf(parent), null),
            Naming.NativeId => PostReference.ByNativeId("reader.example", NativeId(parent, "reader.example"), null),
            _ => PostReference.ByNativeId("reader.example", $"never{draft.Number}{_run}", author),
        };
    }

    private string[] HashtagsOf(Draft draft, bool edited)
    {
        var picked = (draft.Dice % 10) switch { < 5 => "0", < 7 => "1", < 8 => "01", < 9 => "2", _ => "012" };
        var after = (draft.Dice / 10 % 4) switch { 0 => "", 1 => "1", _ => picked };
        return [.. (edited ? after : picked).Select(index => Hashtags[index - '0']).Order(StringComparer.Ordinal)];
    }

    private static string[] WordsOf(Draft draft, bool edited) =>
        [.. Enumerable.Range(1, 6).Select(place => $"word{(draft.Dice / (place * 7)) % 60}").Append(edited ? "after" : "before")];

    // Of the last people nobody ever sees a post.
    private Author Author(int person) => new(
        $"https://home.example/{_run}/users/{person}", PlatformOf(person), $"@User{person}.{_run}@home.example", $"Person {person}", null, person, person % 17 == 0 ? true : person % 5 == 0 ? null : false);

    private string StandIn(int person) => $"{PlatformOf(person)}:{Author(person).Handle}";

    private static string PlatformOf(int person) => Platforms[person % Platforms.Length];

    private string KeyOf(int number) => $"https://home.example/{_run}/posts/{number}";

    private string NativeId(int number, string host) => $"{number}{host[0]}{_run}";

    private sealed record Draft(
        int Number,
        int Author,
        DateTimeOffset At,
        PostKind Kind,
        int? Parent,
        Naming Naming,
        IReadOnlyList<(int Person, bool ByHandle)> Mentions,
        bool IsEdited,
        Fate Fate,
        bool IsSearchable,
        int Dice);
}

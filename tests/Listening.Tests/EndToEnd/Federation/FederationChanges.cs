using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Plans a turn: each kind of change takes posts of the last hours that no other kind has taken.</summary>
internal sealed class FederationChanges(Random random, FederationPosts posts, IReadOnlyList<FederationMember> members, IReadOnlyList<ScriptedPost> past, DateTimeOffset at)
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(12);

    private readonly Dictionary<string, ScriptedPost> _changed = new(StringComparer.Ordinal);
    private readonly Queue<ScriptedPost> _free = new(past.Where(post => IsFree(post, members, at)).OrderBy(_ => random.Next()));

    public FederationTurn Turn()
    {
        FederationEdits.Plan(this);
        FederationDeletions.Plan(this);
        foreach (var member in members.Where(member => member.Later is not null))
        {
            var author = member.Account with { Changes = [new ScriptedProfileChange(Soon(), member.Later!)] };
            foreach (var post in past.Where(post => post.Author.Acct == author.Acct))
            {
                _changed[post.Key] = _changed.GetValueOrDefault(post.Key, post) with { Author = author };
            }
        }

        return new FederationTurn(at, at + Length, [.. _changed.Values], [.. new FederationArrivals(random, posts, Plain(), at).All()]);
    }

    /// <summary>A moment of the first half of the turn.</summary>
    public DateTimeOffset Soon() => DateTimeOffset.FromUnixTimeMilliseconds((at + (Length * (0.1 + (random.NextDouble() * 0.4)))).ToUnixTimeMilliseconds());

    /// <summary>Changes the next free post that fits.</summary>
    public void Change(int count, Func<ScriptedPost, bool> fits, Func<ScriptedPost, ScriptedPost> change)
    {
        for (var seen = _free.Count; seen > 0 && count > 0; seen--)
        {
            var post = _free.Dequeue();
            if (fits(post))
            {
                _changed[post.Key] = change(post);
                count--;
            }
            else
            {
                _free.Enqueue(post);
            }
        }
    }

    /// <summary>The hosts besides its home that have it now.</summary>
    public static IReadOnlyList<ScriptedArrival> Elsewhere(ScriptedPost post, IReadOnlyList<string> readHosts) =>
        post.Arrivals is { } arrivals ? arrivals : [.. readHosts.Where(host => host != post.Author.Host).Select(host => new ScriptedArrival(host))];

    public IReadOnlyList<ScriptedArrival> Elsewhere(ScriptedPost post) => Elsewhere(post, posts.ReadHosts);

    public bool IsAtHome(ScriptedPost post) => posts.ReadHosts.Contains(post.Author.Host);

    private List<ScriptedAccount> Plain() => [.. members.Where(member => !member.IsSpecial).Select(member => member.Account)];

    private static bool IsFree(ScriptedPost post, IReadOnlyList<FederationMember> members, DateTimeOffset at) =>
        post.CreatedAt > at.AddHours(-5) && post.Visibility == "public" && post.ReplyTo is null && post.QuoteOf is null && post.Key == FederationPosts.WordOf(post)
        && members.Any(member => !member.IsSpecial && member.Account.Acct == post.Author.Acct) && post.Text.Contains(post.Key, StringComparison.Ordinal)
        && MastodonTag.In(post.Text).Select(MastodonTag.Normalize).Contains(FederationScript.Hashtag);
}

using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>A post on one host that can be read, at one moment.</summary>
internal sealed class ExpectedCopy(FederationHost host, ScriptedPost post, ScriptedArrival arrival, DateTimeOffset now)
{
    private readonly DateTimeOffset _arrivesAt = post.CreatedAt + arrival.After;

    public FederationHost Host { get; } = host;

    public ScriptedPost Post { get; } = post;

    public bool IsHome { get; } = post.Author.Host == host.Name;

    /// <summary>Where it stands in the order of the host's ids.</summary>
    public DateTimeOffset IdTime => arrival.IsFetched ? Post.CreatedAt : _arrivesAt;

    public bool IsFetched => arrival.IsFetched;

    public int Likes => arrival.Likes ?? Post.Likes;

    public bool IsThere => IsThereAt(now);

    /// <summary>The edit that this host shows; null: the post as it was written.</summary>
    public ScriptedEdit? Edit => Post.Edits.LastOrDefault(edit => edit.At <= now && arrival.Knows(edit, _arrivesAt, now));

    /// <summary>Whether the host lists it under the hashtag.</summary>
    public bool IsListed => IsListedAt(now);

    public bool IsListedAt(DateTimeOffset at) =>
        IsThereAt(at) && Post.Visibility == "public" && IsTagged(Post.Edits.LastOrDefault(edit => edit.At <= at && arrival.Knows(edit, _arrivesAt, at))?.Text ?? Post.Text);

    public static bool IsTagged(string text) => MastodonTag.In(text).Select(MastodonTag.Normalize).Contains(FederationScript.Hashtag);

    /// <summary>The copies on all hosts that can be read and that it has reached.</summary>
    public static IReadOnlyList<ExpectedCopy> Of(ScriptedPost post, IReadOnlyList<FederationHost> hosts, DateTimeOffset now) =>
    [
        .. from host in hosts
           where host.IsRead
           let arrival = post.Arrivals?.FirstOrDefault(arrival => arrival.Host == host.Name) ?? (post.Arrivals is null || host.Name == post.Author.Host ? new ScriptedArrival(host.Name) : null)
           where arrival is not null && post.CreatedAt + arrival.After <= now && !(post.DeletedAt <= post.CreatedAt + arrival.After)
           select new ExpectedCopy(host, post, arrival, now),
    ];

    public override string ToString() => string.Join(' ', new[]
    {
        $"{(IsHome ? "home " : "")}{Host.Name}{(IsFetched ? " fetched it" : "")} at {_arrivesAt:MM-dd HH:mm:ss.f}",
        Post.Edits.Count == 0 ? "" : arrival.EditsAfter is { } late ? $"edited {string.Join(", ", Post.Edits.Select(edit => $"{edit.At + late:HH:mm:ss.f}"))}" : "never edited",
        Post.DeletedAt is null ? "" : arrival.DeletionAfter is { } after ? $"deleted {Post.DeletedAt + after:HH:mm:ss.f}" : "never deleted",
        arrival.Hidden is { } hidden ? $"hidden {hidden.From:HH:mm:ss.f}-{hidden.Until:HH:mm:ss.f}" : "",
    }.Where(part => part.Length > 0));

    private bool IsThereAt(DateTimeOffset at) => _arrivesAt <= at && !arrival.HasLost(Post.DeletedAt, _arrivesAt, at);
}

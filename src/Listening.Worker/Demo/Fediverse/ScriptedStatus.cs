namespace Listening.Worker.Demo.Fediverse;

/// <summary>A post as one host has it.</summary>
internal sealed class ScriptedStatus(ScriptedPost post, long id, ScriptedArrival arrival, bool isLocal, string uri, string url)
{
    private readonly IReadOnlyList<ScriptedVersion> _versions =
    [
        ScriptedVersion.Of(post.Text, null, post.Tags),
        .. post.Edits.Select(edit => ScriptedVersion.Of(edit.Text, edit.At, null)),
    ];

    public ScriptedPost Post { get; } = post;

    /// <summary>The id on this host.</summary>
    public long Id { get; } = id;

    public ScriptedArrival Arrival { get; } = arrival;

    /// <summary>Whether this host is its home.</summary>
    public bool IsLocal { get; } = isLocal;

    /// <summary>The ActivityPub id, the same on every host.</summary>
    public string Uri { get; } = uri;

    public string Url { get; } = url;

    public DateTimeOffset ArrivesAt { get; } = post.CreatedAt + arrival.After;

    public bool IsThere(DateTimeOffset now) => ArrivesAt <= now && !Arrival.HasLost(Post.DeletedAt, ArrivesAt, now);

    public ScriptedVersion VersionAt(DateTimeOffset now) => _versions[Post.Edits.Count(edit => edit.At <= now && Arrival.Knows(edit, ArrivesAt, now))];
}

using Listening.Posts;

namespace Listening.Stores;

/// <summary>A post that the store refused.</summary>
/// <param name="Post">The post as it was to be stored; not for showing, nobody could look at it yet.</param>
/// <param name="Reason">What the store said; may quote the post.</param>
/// <param name="At">When it was refused the last time.</param>
/// <param name="Version">Changes with each refusal; opaque.</param>
public sealed record DeadLetter(Post Post, string Reason, DateTimeOffset At, string Version);

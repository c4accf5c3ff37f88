namespace Listening.Stores;

/// <summary>One host's vote that a post is gone: it showed the post once, was asked for it, and did not have it.</summary>
/// <param name="PostKey">The post.</param>
/// <param name="Platform">Lower-case name of the platform.</param>
/// <param name="Host">The host that misses it.</param>
/// <param name="FirstAt">When it was first missed there.</param>
/// <param name="LastAt">When it was last missed there; the same as <paramref name="FirstAt"/> after one look.</param>
public sealed record MissedPost(string PostKey, string Platform, string Host, DateTimeOffset FirstAt, DateTimeOffset LastAt);

namespace Listening.Posts;

/// <summary>Where we read a copy of a post, and what that host said about finding it.</summary>
/// <param name="Host">The host that was read.</param>
/// <param name="NativeId">The post's id on that host.</param>
/// <param name="Indexable">The author's consent to full-text search as this host states it; null when it does not say.</param>
public sealed record SeenVia(string Host, string NativeId, bool? Indexable = null);

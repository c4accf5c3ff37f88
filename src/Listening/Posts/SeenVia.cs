namespace Listening.Posts;

/// <summary>Where we read a copy of a post, and what was known about finding it then.</summary>
/// <param name="Host">The host that was read.</param>
/// <param name="NativeId">The post's id on that host.</param>
/// <param name="Indexable">The author's consent to full-text search: as this host states it, and once kept as all hosts together state it; null when nobody says.</param>
public sealed record SeenVia(string Host, string NativeId, bool? Indexable = null);

namespace Listening.Worker.Api;

/// <summary>Body of POST <c>hashtags</c>: the hashtag, its time zone (default UTC), spellings that count as it.</summary>
internal sealed record AddHashtag(string? Hashtag = null, string? Zone = null, IReadOnlyList<string>? With = null);

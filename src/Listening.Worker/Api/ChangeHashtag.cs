namespace Listening.Worker.Api;

/// <summary>Body of PATCH <c>hashtags/{tag}</c>: <c>active</c> or <c>paused</c>, the time zone; what is absent stays.</summary>
internal sealed record ChangeHashtag(string? State = null, string? Zone = null);

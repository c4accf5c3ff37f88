namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Somebody who is addressed in a status.</summary>
internal sealed record MastodonMention(string? Id, string? Acct, string? Url);

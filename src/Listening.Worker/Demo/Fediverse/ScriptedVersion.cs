namespace Listening.Worker.Demo.Fediverse;

/// <summary>What a post says until it is edited again.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="EditedAt">Null for the first version.</param>
/// <param name="Tags">Its hashtags as Mastodon folds them, each once.</param>
internal sealed record ScriptedVersion(string Text, DateTimeOffset? EditedAt, IReadOnlyList<string> Tags)
{
    public static ScriptedVersion Of(string text, DateTimeOffset? editedAt, IReadOnlyList<string>? stated) =>
        new(text, editedAt, [.. (stated ?? MastodonTag.In(text)).Select(MastodonTag.Normalize).Where(tag => tag.Length > 0).Distinct()]);
}

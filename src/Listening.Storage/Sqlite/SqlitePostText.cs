using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Text and questions in the form that the full-text table takes.</summary>
internal static class SqlitePostText
{
    // No folded text or term ever holds this sign, so no phrase reaches over it from one text into the next.
    private const string Boundary = " ¦ ";

    /// <summary>What may be searched of a post: its text and the alt texts of its media, folded; empty where nothing may.</summary>
    public static string Of(Post? post) => post is not { Searchable: true, IsDeleted: false } ? "" : string.Join(
        Boundary,
        post.Media.Select(media => media.Alt).Prepend(post.Text).Select(SearchText.Fold).Where(text => text.Length > 0));

    /// <summary>A match expression that needs every required term; null when there is none.</summary>
    public static string? Required(TextQuery? query) => Expression(query?.Required, " AND ");

    /// <summary>A match expression for posts that hold any excluded term; null when there is none.</summary>
    public static string? Excluded(TextQuery? query) => Expression(query?.Excluded, " OR ");

    private static string? Expression(IReadOnlyList<string>? terms, string joint) => terms is null or [] ? null
        : string.Join(joint, terms.Select(term => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}

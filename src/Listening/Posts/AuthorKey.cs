namespace Listening.Posts;

/// <summary>
/// The global identity of an author. Where a platform gives only a handle, <c>platform:@user@host</c> stands for it until that author is seen.
/// </summary>
public static class AuthorKey
{
    /// <summary>UTF-16 units of the longest handle that is looked up.</summary>
    public const int LongestHandle = 256;

    /// <summary>What stands for an author of whom only the handle (with its <c>@</c>) is known.</summary>
    public static string StandIn(string platform, string handle) => $"{platform}:{handle}";

    public static bool IsStandIn(string authorKey) => authorKey.Contains(":@", StringComparison.Ordinal);

    /// <summary>The handle, with its <c>@</c>, of a key that is a stand-in; null for any other and for a handle that is too long.</summary>
    public static string? HandleOf(string authorKey) =>
        authorKey.IndexOf(":@", StringComparison.Ordinal) is >= 0 and var colon && authorKey.Length - colon - 1 <= LongestHandle ? authorKey[(colon + 1)..] : null;

    /// <summary>A handle or a stand-in as it is compared: letters of ASCII in lower case, everything else as it is.</summary>
    public static string Fold(string handle) => string.Create(handle.Length, handle, (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = char.IsAsciiLetterUpper(text[i]) ? char.ToLowerInvariant(text[i]) : text[i];
        }
    });
}

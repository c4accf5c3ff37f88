using System.Globalization;

namespace Listening.Worker.Dashboard;

/// <summary>The language of a post for screen readers and hyphenation; declared by whoever wrote it, so it may be anything.</summary>
internal static class PostLanguage
{
    /// <summary>A language this computer knows, else null.</summary>
    public static string? Of(string? lang)
    {
        if (lang is null or { Length: < 2 or > 35 } || !lang.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') || !char.IsAsciiLetter(lang[0]))
        {
            return null;
        }

        try
        {
            return CultureInfo.GetCultureInfo(lang, predefinedOnly: true).Name is { Length: > 0 } ? lang : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}

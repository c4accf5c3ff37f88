using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Listening.Posts;

namespace Listening.Worker.Commands;

/// <summary>Options and arguments whose words are checked while the command line is read, so that a wrong one is bad usage.</summary>
internal static class Choice
{
    /// <summary>One of a few words, in any case.</summary>
    public static Option<T> Option<T>(string name, string description, IReadOnlyDictionary<string, T> words, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        CustomParser = result => Parse(result, name, words, helpName),
    };

    /// <summary>One of the names of an enumeration.</summary>
    public static Option<T?> Option<T>(string name, string description)
        where T : struct, Enum
    {
        var words = Enum.GetValues<T>().ToDictionary(value => value.ToString().ToLowerInvariant(), value => (T?)value, StringComparer.OrdinalIgnoreCase);
        return Option(name, description, words, string.Join('|', words.Keys));
    }

    public static Option<int?> Limit(string description) => new("--limit")
    {
        Description = description,
        HelpName = "N",
        CustomParser = result =>
        {
            if (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit < 1)
            {
                result.AddError($"'{result.Tokens[0].Value}' is no limit: write a whole number from 1 upwards.");
            }

            return limit;
        },
    };

    public static Argument<Hashtag> Hashtag() => new("TAG")
    {
        Description = "The hashtag, with or without # (quote the #)",
        CustomParser = result => ParseHashtag(result, result.Tokens[0].Value)!,
    };

    public static Argument<Hashtag[]> Hashtags() => new("TAG")
    {
        Description = "Hashtags, with or without # (quote the #)",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => ParseHashtag(result, token.Value)).OfType<Hashtag>()],
    };

    public static Hashtag? ParseHashtag(SymbolResult result, string text)
    {
        if (!Posts.Hashtag.TryParse(text, out var hashtag))
        {
            result.AddError($"'{text}' is not a hashtag: use letters, digits and underscores, with at least one letter.");
        }

        return hashtag;
    }

    private static T Parse<T>(ArgumentResult result, string name, IReadOnlyDictionary<string, T> words, string helpName)
    {
        var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        foreach (var (known, value) in words)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        result.AddError($"'{word}' is no value for {name}: write one of {helpName.Replace("|", ", ", StringComparison.Ordinal)}.");
        return default!;
    }
}

using System.Globalization;
using Listening.Posts;
using Listening.Worker.Answers;

namespace Listening.Worker.Api;

/// <summary>Reads what a request asks for; throws <see cref="BadQuestionException"/> for what cannot be understood.</summary>
internal static class Asked
{
    public static Hashtag Hashtag(string? text) => Posts.Hashtag.TryParse(text, out var hashtag)
        ? hashtag
        : throw new BadQuestionException($"'{text}' is not a hashtag: use letters, digits and underscores, with at least one letter.");

    /// <summary>Throws <see cref="NotFollowedException"/> for a hashtag that is not followed.</summary>
    public static async Task<Hashtag> FollowedAsync(string? text, Questions questions, CancellationToken ct)
    {
        var hashtag = Hashtag(text);
        return await questions.FindAsync(hashtag.Folded, ct) is null ? throw new NotFollowedException(hashtag) : hashtag;
    }

    public static int Limit(string? text, int unasked) =>
        text is null ? unasked
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? limit
        : throw new BadQuestionException($"'{text}' is no limit; write a whole number from 1 upwards.");

    public static bool YesOrNo(string? text, string name) =>
        text is null ? false
        : bool.TryParse(text, out var yes) ? yes
        : throw new BadQuestionException($"'{name}' is true or false.");

    /// <summary>One of the names of an enumeration, in any case.</summary>
    public static T Choice<T>(string? text, string name, T unasked)
        where T : struct, Enum =>
        text is null ? unasked
        : Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text, ignoreCase: true)
        : throw new BadQuestionException($"'{text}' is no {name}; choose one of: {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}

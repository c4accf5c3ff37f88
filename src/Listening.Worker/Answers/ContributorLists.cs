namespace Listening.Worker.Answers;

/// <summary>The lists of people that the product knows by name, those that are not there yet included.</summary>
internal static class ContributorLists
{
    private static readonly string[] Known =
    [
        "score", "most_active", "most_helpful", "most_heard", "starters", "connectors", "rising", "newcomers", "gone_quiet", "who_to_talk_to", "amplifiers",
    ];

    /// <summary>The name as it is printed, from any case, with hyphens or underscores. Throws <see cref="BadQuestionException"/> for no list of ours.</summary>
    public static string Parse(string text)
    {
        var name = text.Trim().Replace('-', '_').ToLowerInvariant();
        return Known.Contains(name) ? name : throw new BadQuestionException($"There is no list '{text}'; these are known: {string.Join(", ", Known)}.");
    }
}

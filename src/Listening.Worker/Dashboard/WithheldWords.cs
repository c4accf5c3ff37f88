using Listening.Worker.Answers;

namespace Listening.Worker.Dashboard;

/// <summary>What was read and not kept, as a sentence; counts are of all hashtags, and a post met at two hosts may count twice.</summary>
internal static class WithheldWords
{
    /// <summary>Null when nothing was withheld.</summary>
    public static string? Say(StatusWithheld withheld) =>
        withheld.Total == 0 ? null : $"About {Words.Count(withheld.Total, "post")} withheld: {Words.Join([.. Reasons(withheld)])}.";

    private static IEnumerable<string> Reasons(StatusWithheld withheld)
    {
        (long Count, string Reason)[] reasons =
        [
            (withheld.OptOut, "by people who opted out"),
            (withheld.NotPublic, "that are not public"),
            (withheld.NotIndexable, "that are not meant for search"),
            (withheld.NotDiscoverable, "by people who do not want to be discovered"),
            (withheld.Bots, "by automated accounts"),
        ];
        return reasons.Where(reason => reason.Count > 0).Select(reason => $"{Words.Number(reason.Count)} {reason.Reason}");
    }
}

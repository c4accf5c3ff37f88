using System.Globalization;
using Listening.Alerts;
using Listening.Posts;

namespace Listening.Worker.Answers;

/// <summary>An alert about nothing, which says so in every part that somebody may look at. It is sent and not recorded.</summary>
internal static class TestAlert
{
    public static Alert At(DateTimeOffset now)
    {
        var at = now.ToMilliseconds();
        return new Alert
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"test:test:{at.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"),
            Hashtag = "test",
            Rule = AlertRuleKind.Threshold,
            From = at,
            To = at,
            DetectedAt = at,
            Words = "TEST: this alert was sent by hand to see whether it arrives; nothing has happened.",
            Explain = new Dictionary<string, string>(StringComparer.Ordinal) { ["test"] = "true" },
        };
    }
}

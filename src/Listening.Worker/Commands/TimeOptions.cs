using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary>The range of a question.</summary>
internal static class TimeOptions
{
    private const string Form = "a date, a time, or a span back from now (7d, 12h)";

    public static (Option<string?> From, Option<string?> To) Range(string unasked = "30 days back") => (
        new Option<string?>("--from") { Description = $"Begin: {Form}; default {unasked}", HelpName = "WHEN" },
        new Option<string?>("--to") { Description = $"End, not included: {Form}; default now", HelpName = "WHEN" });

    public static Option<string?> At() => new("--at") { Description = $"As it was then: {Form}; default now", HelpName = "WHEN" };
}

using System.CommandLine;
using System.Globalization;
using Listening.Tracking;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>coverage</c>: how much of a hashtag was seen.</summary>
internal static class CoverageCommand
{
    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        var (from, to) = TimeOptions.Range();
        return shell.Query(new Command("coverage", "Show how much of a hashtag was observed, and where") { tag, from, to }, async (session, result, ct) =>
        {
            var hashtag = result.GetRequiredValue(tag);
            var answer = await session.Questions.CoverageAsync(hashtag, result.GetValue(from), result.GetValue(to), ct);
            var zone = await session.ZoneAsync(hashtag, ct);
            session.Print(answer, coverage => Draw(session.Terminal, coverage, zone));
        });
    }

    private static void Draw(Terminal terminal, CoverageAnswer answer, TimeZoneInfo zone)
    {
        terminal.Answer.WriteLine($"#{answer.Hashtag}: {CoverageWords.Sentence(answer.Share)}");
        terminal.Answer.WriteLine(Posts(answer));
        if (answer.Sources.Count > 0)
        {
            terminal.Tables().Write(Table(answer.Sources, zone));
        }
    }

    private static string Posts(CoverageAnswer answer) => answer.Estimate.Unseen is { } unseen
        ? string.Create(CultureInfo.InvariantCulture, $"{answer.Estimate.Seen:N0} posts were seen; by how the hosts overlap, about {unseen:N0} more were not.")
        : string.Create(CultureInfo.InvariantCulture, $"{answer.Estimate.Seen:N0} posts were seen; how many were not cannot be said from how the hosts overlap.");

    private static Table Table(IReadOnlyList<CoverageSource> sources, TimeZoneInfo zone)
    {
        var table = Tables.Create("Host", "Platform", $"Observed from ({zone.Id})", "Until", "Hours").RightAligned(4).OneLine(2, 3);
        foreach (var source in sources)
        {
            foreach (var interval in source.Intervals)
            {
                table.AddRow(
                    Tables.Cell(source.Host),
                    Tables.Cell(source.Platform),
                    Tables.Cell(ToTheSecond(interval.From, zone)),
                    Tables.Cell(ToTheSecond(interval.To, zone)),
                    Tables.Cell(Hours(interval)));
            }
        }

        return table;
    }

    private static string Hours(CoverageInterval interval) => interval.Length.TotalHours.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static string ToTheSecond(DateTimeOffset time, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(time, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}

using System.CommandLine;
using System.Globalization;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>contributors</c>: the people of a hashtag.</summary>
internal static class ContributorsCommand
{
    private const string MostActive = "most_active";

    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        var list = new Option<string?>("--list") { Description = "Which list; most_active is there", HelpName = "L" };
        var at = TimeOptions.At();
        var viewer = new Option<string?>("--as") { Description = "Seen from this author", HelpName = "AUTHOR" };
        var limit = Choice.Limit("Most people to show; default 20");
        return shell.Query(new Command("contributors", "Show who makes the community of a hashtag") { tag, list, at, viewer, limit }, async (session, result, ct) =>
        {
            var hashtag = result.GetRequiredValue(tag);
            if (result.GetValue(list) is null)
            {
                session.Terminal.Note("The list 'score' is not there yet; this is most_active.");
            }

            if (result.GetValue(viewer) is not null)
            {
                throw new ListNotThereException("No list that looks from one author (--as) is there yet; ask for most_active without it.");
            }

            var name = (result.GetValue(list) ?? MostActive).Replace('-', '_').ToLowerInvariant();
            var answer = await session.Questions.ContributorsAsync(hashtag, name, result.GetValue(at), result.GetValue(limit) ?? 20, ct);
            var zone = await session.ZoneAsync(hashtag, ct);
            session.Print(answer, contributors => Draw(session.Terminal, contributors, zone));
        });
    }

    private static void Draw(Terminal terminal, ContributorsAnswer answer, TimeZoneInfo zone)
    {
        terminal.Tables().Write(new Text($"#{answer.Hashtag}, {answer.List}: {answer.Definition}\n"));
        if (answer.Contributors.Count == 0)
        {
            terminal.Answer.WriteLine("Nobody yet.");
            return;
        }

        var table = Tables.Create("", "Who", "Name", "Score", "Posts", "Days", $"Last post ({zone.Id})").RightAligned(0, 3, 4, 5).OneLine(6);
        foreach (var contributor in answer.Contributors)
        {
            table.AddRow(
                Tables.Cell(contributor.Rank),
                Tables.Cell(contributor.Author.Handle ?? contributor.Author.Key),
                Tables.Cell(SafeText.Line(contributor.Author.Name, 40)),
                Tables.Cell(contributor.Score.ToString("0.##", CultureInfo.InvariantCulture)),
                Tables.Cell(contributor.Posts),
                Tables.Cell(contributor.Days),
                Tables.Cell(Tables.Time(contributor.LastAt, zone)));
        }

        terminal.Tables().Write(table);
        terminal.Answer.WriteLine(CoverageWords.Sentence(answer.Coverage, "this time"));
    }
}

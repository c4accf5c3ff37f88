using System.CommandLine;
using System.Globalization;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>dead-letters</c>: what the store refused.</summary>
internal static class DeadLettersCommand
{
    public static Command Create(CommandShell shell) => new("dead-letters", "Show what the store refused, and try it again")
    {
        shell.Query(new Command("list", "List the refused posts with the reason, the newest first"), async (session, _, ct) =>
            session.Print(await Question(session).ListAsync(ct), answer => Draw(session.Terminal, answer.DeadLetters))),
        shell.Query(new Command("retry", "Try once more to store them; what is refused again stays"), async (session, _, ct) =>
            session.Print(await Question(session).RetryAsync(ct), retry => session.Terminal.Answer.WriteLine(Sentence(retry)))),
    };

    private static DeadLettersQuestion Question(Session session) => session.Services.GetRequiredService<DeadLettersQuestion>();

    private static string Sentence(DeadLetterRetryAnswer retry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{retry.Retried:N0} tried: {retry.Stored:N0} stored, {retry.Refused:N0} refused again, {retry.Withheld:N0} withheld.");

    private static void Draw(Terminal terminal, IReadOnlyList<DeadLetterAnswer> letters)
    {
        if (letters.Count == 0)
        {
            terminal.Answer.WriteLine("The store refused nothing.");
            return;
        }

        var table = Tables.Create("When (UTC)", "Platform", "Post", "Why").OneLine(0, 1);
        foreach (var letter in letters)
        {
            table.AddRow(
                Tables.Cell(Tables.Time(letter.At, TimeZoneInfo.Utc)),
                Tables.Cell(letter.Platform),
                Tables.Cell(SafeText.Line(letter.Key, 200)),
                Tables.Cell(SafeText.Line(letter.Reason, 300)));
        }

        terminal.Tables().Write(table);
    }
}

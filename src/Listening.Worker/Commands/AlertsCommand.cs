using System.CommandLine;
using Listening.Alerts;
using Listening.Posts;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>alerts</c>: what was worth telling.</summary>
internal static class AlertsCommand
{
    public static Command Create(CommandShell shell)
    {
        var command = new Command("alerts", "Show what was worth an alert") { List(shell), AlertsTestCommand.Create(shell) };
        LaterCommands.AddTo(command, "mute", "why");
        return command;
    }

    private static Command List(CommandShell shell)
    {
        var tag = new Option<Hashtag?>("--hashtag")
        {
            Description = "Only alerts of this hashtag",
            HelpName = "TAG",
            CustomParser = result => Choice.ParseHashtag(result, result.Tokens[0].Value),
        };
        var limit = Choice.Limit("Most alerts to show, the newest first; default 100");
        return shell.Query(new Command("list", "List the alerts, the newest first") { tag, limit }, async (session, result, ct) =>
        {
            var answer = await session.Questions.AlertsAsync(result.GetValue(tag), result.GetValue(limit) ?? 100, ct);
            session.Print(answer, alerts => Draw(session.Terminal, alerts.Alerts));
        });
    }

    private static void Draw(Terminal terminal, IReadOnlyList<Alert> alerts)
    {
        if (alerts.Count == 0)
        {
            terminal.Answer.WriteLine("No alert so far.");
            return;
        }

        var table = Tables.Create("When (UTC)", "Rule", "What", "Sent to", "Key").OneLine(0, 1);
        foreach (var alert in alerts)
        {
            var unsent = alert.Unsent().Select(channel => $"{channel} (waiting)");
            table.AddRow(
                Tables.Cell(Tables.Time(alert.DetectedAt, TimeZoneInfo.Utc)),
                Tables.Cell(Alert.NameOf(alert.Rule)),
                Tables.Cell(alert.Words),
                Tables.Cell(string.Join(", ", alert.Sent.Select(delivery => delivery.Channel).Concat(unsent))),
                Tables.Cell(alert.Key));
        }

        terminal.Tables().Write(table);
    }
}

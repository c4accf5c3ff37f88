using System.CommandLine;
using Listening.Alerts;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary><c>alerts test</c>: one marked alert through a configured channel. Needs no store.</summary>
internal static class AlertsTestCommand
{
    public static Command Create(CommandShell shell)
    {
        var name = new Option<string>("--channel") { Description = "The channel's name in the settings; log where none is configured", HelpName = "NAME", Required = true };
        var command = new Command("test", "Send a marked test alert through one channel") { name, shell.Json };
        command.SetAction(async (result, ct) =>
        {
            await using var session = shell.Open(result);
            var channel = Find(session.Services.GetRequiredService<AlertChannels>().All, result.GetRequiredValue(name));
            var time = session.Services.GetRequiredService<TimeProvider>();
            var alert = TestAlert.At(time.GetUtcNow());
            try
            {
                await channel.SendAsync(alert, ct);
            }
            catch (AlertChannelException e)
            {
                throw new CommandFailedException($"The test alert did not arrive at the channel '{channel.Name}': {e.Message}", e);
            }

            session.Print(new AlertTestAnswer(channel.Name, alert.Key, time.GetUtcNow()), sent => session.Terminal.Answer.WriteLine($"The channel '{sent.Channel}' took the test alert."));
            return CommandRoot.Done;
        });
        return command;
    }

    private static IAlertChannel Find(IReadOnlyList<IAlertChannel> channels, string name) =>
        channels.FirstOrDefault(channel => channel.Name == name)
        ?? channels.FirstOrDefault(channel => string.Equals(channel.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new CommandFailedException($"There is no channel '{name}'; configured: {string.Join(", ", channels.Select(channel => channel.Name))}.");
}

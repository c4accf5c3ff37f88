using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary><c>migrate</c>: brings the store to this version's form.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandShell shell)
    {
        var command = new Command("migrate", "Bring the store to this version's form; other commands do so by themselves");
        command.SetAction(async (result, ct) =>
        {
            await using var session = shell.Open(result);
            await session.PrepareStoreAsync(ct);
            session.Terminal.Note("The store is ready.");
            return CommandRoot.Done;
        });
        return command;
    }
}

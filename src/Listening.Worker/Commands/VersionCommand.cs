using System.CommandLine;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary><c>version</c>: what was built, from what.</summary>
internal static class VersionCommand
{
    public static Command Create(CommandShell shell)
    {
        var command = new Command("version", "Show the version and the revision it was built from") { shell.Json };
        command.SetAction(result =>
        {
            var answer = new VersionAnswer(ProductVersion.Current, ProductVersion.Revision) { Demo = result.GetValue(shell.Global.Demo) };
            shell.Print(result, answer, built => shell.Terminal.Answer.WriteLine($"listening {built.Version}{(built.Revision is null ? "" : $" ({built.Revision})")}"));
            return CommandRoot.Done;
        });
        return command;
    }

    private sealed record VersionAnswer(string Version, string? Revision) : Answer;
}

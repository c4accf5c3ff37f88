using System.CommandLine;
using System.Text.Json;
using Listening.Posts;
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
            var answer = new VersionAnswer(ProductVersion.Current, ProductVersion.Revision) { Demo = shell.Global.IsDemo(result) };
            shell.Terminal.Answer.WriteLine(result.GetValue(shell.Json)
                ? JsonSerializer.Serialize(answer, ListeningJson.Options)
                : $"listening {answer.Version}{(answer.Revision is null ? "" : $" ({answer.Revision})")}");
            return CommandRoot.Done;
        });
        return command;
    }

    private sealed record VersionAnswer(string Version, string? Revision) : Answer;
}

using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary><c>run</c>: collects what is followed until it is stopped.</summary>
internal static class RunCommand
{
    public static Command Create(CommandShell shell)
    {
        var options = new RunOptions();
        var command = new Command("run", "Collect what is followed, and serve the page and the API");
        options.AddTo(command);
        command.SetAction((result, ct) => new WorkerRun(shell, result, options).RunAsync([], ct));
        return command;
    }
}

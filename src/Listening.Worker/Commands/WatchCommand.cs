using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary><c>watch</c>: follows hashtags, then does what <c>run</c> does.</summary>
internal static class WatchCommand
{
    public static Command Create(CommandShell shell)
    {
        var options = new RunOptions();
        var tags = Choice.Hashtags();
        tags.Arity = ArgumentArity.ZeroOrMore;
        var command = new Command("watch", "Follow hashtags from now on and collect them, with the page and the API") { tags };
        options.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(tags) is not { Tokens.Count: > 0 } && !result.GetValue(shell.Global.Demo))
            {
                result.AddError("Say which hashtag to watch, for example: listening watch \"#eventprofs\"");
            }
        });
        command.SetAction((result, ct) => new WorkerRun(shell, result, options).RunAsync(result.GetValue(tags) ?? [], ct));
        return command;
    }
}

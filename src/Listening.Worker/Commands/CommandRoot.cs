using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Commands;

/// <summary>All verbs, and the one place where a failure becomes a sentence and an exit code.</summary>
internal static class CommandRoot
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    // Two seconds more than a worker takes to drain, then the process ends whatever hangs.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(11);

    public static Command Create(CommandShell shell)
    {
        var root = new Command("listening", "Follows hashtags, keeps every post once, and tells who makes the community.")
        {
            WatchCommand.Create(shell),
            RunCommand.Create(shell),
            TagsCommand.Create(shell),
            StatusCommand.Create(shell),
            SearchCommand.Create(shell),
            VolumeCommand.Create(shell),
            ContributorsCommand.Create(shell),
            CoverageCommand.Create(shell),
            AlertsCommand.Create(shell),
            AuthorCommands.Mute(shell),
            AuthorCommands.Forget(shell),
            ExportCommand.Create(shell),
            ImportCommand.Create(shell),
            DeadLettersCommand.Create(shell),
            InspectCommand.Create(shell),
            DoctorCommand.Create(shell),
            HealthcheckCommand.Create(shell),
            MigrateCommand.Create(shell),
            VersionCommand.Create(shell),
        };
        LaterCommands.AddTo(root);
        shell.Global.AddTo(root);
        root.Options.Add(new HelpOption { Recursive = true, Description = "Show help" });
        return root;
    }

    /// <summary>Never throws; the exit code says what happened.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, Action<IServiceCollection>? substitute = null, CancellationToken ct = default)
    {
        try
        {
            var shell = new CommandShell(terminal, substitute);
            var result = Create(shell).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (result.Action is null or ParseErrorAction)
            {
                UsageErrors.Print(result, terminal);
                return BadUsage;
            }

            var invocation = new InvocationConfiguration
            {
                Output = terminal.Answer,
                Error = terminal.Notes,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            };
            return await result.InvokeAsync(invocation, ct);
        }
        catch (BadQuestionException e)
        {
            terminal.Note(e.Message);
            return BadUsage;
        }
        catch (OperationCanceledException)
        {
            terminal.Note("Stopped before it was finished; the same command can be called again.");
            return Failed;
        }
        catch (Exception e)
        {
            terminal.Note(Sentence(e));
            return Failed;
        }
    }

    private static string Sentence(Exception failure) => failure switch
    {
        ListNotThereException or UnknownAuthorException or SettingException or StoreUnavailableException or CommandFailedException => failure.Message,
        OptionsValidationException wrong => wrong.Failures.First(),
        AggregateException { InnerExceptions: [OptionsValidationException wrong, ..] } => wrong.Failures.First(),
        IOException or UnauthorizedAccessException => $"{failure.Message.TrimEnd('.')}; check the path, its rights and the free space.",
        _ => $"Something went wrong inside ({failure.GetType().Name}: {failure.Message.TrimEnd('.')}); please report this sentence and what you called.",
    };
}

using System.CommandLine;
using Listening.Worker.Configuration;
using Microsoft.Extensions.Options;
using Serilog;
using Serilog.Events;

namespace Listening.Worker.Commands;

/// <summary>What every verb needs: the global options, the terminal, and a session with settings, log and services.</summary>
/// <param name="terminal">Where answers and notes go.</param>
/// <param name="substitute">Replaces services in tests; runs last.</param>
internal sealed class CommandShell(Terminal terminal, Action<IServiceCollection>? substitute = null)
{
    private static readonly Dictionary<string, string?> NoOptions = [];

    public GlobalOptions Global { get; } = new();

    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON value" };

    public Terminal Terminal => terminal;

    public Action<IServiceCollection>? Substitute => substitute;

    /// <summary>A verb that asks the store: it gets <c>--json</c> and a session with the store prepared.</summary>
    public Command Query(Command command, Func<Session, ParseResult, CancellationToken, Task> answer)
    {
        command.Options.Add(Json);
        command.SetAction(async (result, ct) =>
        {
            await using var session = Open(result);
            await session.PrepareStoreAsync(ct);
            await answer(session, result, ct);
            return CommandRoot.Done;
        });
        return command;
    }

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public Session Open(ParseResult result)
    {
        Icu.Require();
        var settings = Global.Settings(result, NoOptions);
        var services = new ServiceCollection()
            .AddSerilog(Log(result, settings, LogEventLevel.Warning), dispose: true)
            .AddListeningWorker(settings);
        substitute?.Invoke(services);
        var session = new Session(terminal, settings, services.BuildServiceProvider(), result.GetValue(Json));
        session.Services.GetService<IStartupValidator>()?.Validate();
        return session;
    }

    /// <summary>The one JSON value, or what <paramref name="asText"/> draws.</summary>
    public void Print<T>(ParseResult result, T answer, Action<T> asText)
        where T : notnull
    {
        if (result.GetValue(Json))
        {
            terminal.PrintJson(answer);
        }
        else
        {
            asText(answer);
        }
    }

    /// <summary>The log, with a line for each setting that is not known.</summary>
    public Serilog.Core.Logger Log(ParseResult result, Settings settings, LogEventLevel otherwise)
    {
        var log = LogSetup.Create(terminal, Global.LogLevel(result, otherwise), Global.IsJsonLog(result));
        foreach (var warning in settings.Warnings)
        {
            log.Warning("{Warning}", warning);
        }

        return log;
    }
}

using System.CommandLine;
using Listening.Worker.Configuration;
using Serilog.Events;

namespace Listening.Worker.Commands;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private static readonly Dictionary<string, LogEventLevel> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trace"] = LogEventLevel.Verbose,
        ["debug"] = LogEventLevel.Debug,
        ["information"] = LogEventLevel.Information,
        ["info"] = LogEventLevel.Information,
        ["warning"] = LogEventLevel.Warning,
        ["error"] = LogEventLevel.Error,
    };

    private readonly Option<string?> _data = new("--data") { Description = "Folder of the embedded store; default: listening in your data folder", HelpName = "DIR", Recursive = true };
    private readonly Option<string?> _config = new("--config") { Description = "Settings in a JSON file", HelpName = "FILE", Recursive = true };
    private readonly Option<LogEventLevel?> _logLevel = Choice.Option<LogEventLevel?>("--log-level", "How much to tell on standard error", Levels.ToDictionary(pair => pair.Key, pair => (LogEventLevel?)pair.Value, StringComparer.OrdinalIgnoreCase), "trace|debug|info|warning|error");
    private readonly Option<LogFormat?> _logFormat = Choice.Option<LogFormat>("--log-format", "Log lines for people or for programs; default text");

    public Option<bool> Demo { get; } = new("--demo") { Description = "Show a scripted community instead of the world, in a store of its own", Recursive = true };

    public GlobalOptions()
    {
        _logLevel.Recursive = true;
        _logFormat.Recursive = true;
    }

    public void AddTo(Command root)
    {
        foreach (var option in new Option[] { _data, Demo, _config, _logLevel, _logFormat })
        {
            root.Options.Add(option);
        }
    }

    public Settings Settings(ParseResult result, IReadOnlyDictionary<string, string?> further)
    {
        var options = new Dictionary<string, string?>(further, StringComparer.OrdinalIgnoreCase);
        if (result.GetValue(_data) is { } folder)
        {
            options["Storage:Directory"] = folder;
        }

        return Configuration.Settings.Load(result.GetValue(_config), result.GetValue(Demo), options);
    }

    public LogEventLevel LogLevel(ParseResult result, LogEventLevel otherwise) => result.GetValue(_logLevel) ?? otherwise;

    public bool IsJsonLog(ParseResult result) => result.GetValue(_logFormat) == LogFormat.Json;
}

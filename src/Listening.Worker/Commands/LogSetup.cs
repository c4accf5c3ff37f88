using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Listening.Worker.Commands;

/// <summary>The log of one process: plain lines for people or JSON lines for programs, always beside the answer.</summary>
internal static class LogSetup
{
    private static readonly string[] Libraries = ["Microsoft", "System", "Quartz", "Polly"];

    public static Logger Create(Terminal terminal, LogEventLevel level, bool json)
    {
        var isDebugging = level <= LogEventLevel.Debug;
        var setup = new LoggerConfiguration()
            .MinimumLevel.Is(level)
            .Enrich.FromLogContext()
            .WriteTo.Sink(json
                ? new TerminalSink(terminal.Progress.InWholeLines(), new RenderedCompactJsonFormatter())
                : new TerminalSink(terminal.Progress, new PlainLineFormatter(isDebugging)));
        foreach (var library in Libraries)
        {
            // What matters of their failures is told by our own lines.
            setup.MinimumLevel.Override(library, isDebugging ? LogEventLevel.Information : LogEventLevel.Fatal);
        }

        return setup.CreateLogger();
    }
}

using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Listening.Worker.Commands;

/// <summary>Writes log events beside the answer.</summary>
internal sealed class TerminalSink(Terminal terminal, ITextFormatter formatter) : ILogEventSink
{
    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter { NewLine = "\n" };
        formatter.Format(logEvent, line);
        terminal.Notes.Write(line.ToString());
    }
}

using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Listening.Worker.Commands;

/// <summary>Writes log events beside the answer; those with a <c>Progress</c> (0 to 1) only as often as somebody can use them.</summary>
internal sealed class TerminalSink(ProgressLine progress, ITextFormatter formatter) : ILogEventSink
{
    private static readonly string[] NamesOfWork = ["Host", "Hashtag"];

    public void Emit(LogEvent logEvent)
    {
        if (logEvent.Properties.TryGetValue("Progress", out var value) && value is ScalarValue { Value: double share })
        {
            var work = string.Join(" ", NamesOfWork.Select(name => logEvent.Properties.GetValueOrDefault(name)).OfType<ScalarValue>().Select(scalar => scalar.Value));
            progress.Show(work, share, () => Line(logEvent));
        }
        else
        {
            progress.Write(Line(logEvent));
        }
    }

    private string Line(LogEvent logEvent)
    {
        using var line = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        formatter.Format(logEvent, line);
        return line.ToString();
    }
}

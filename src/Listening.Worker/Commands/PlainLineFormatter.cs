using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace Listening.Worker.Commands;

/// <summary>Log lines for people: <c>yyyy-MM-dd HH:mm:ssZ message</c> in UTC, a word for what is not well, strings without quotes, stack traces only where they were asked for.</summary>
internal sealed class PlainLineFormatter(bool withExceptions) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var message = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is PropertyToken property && logEvent.Properties.TryGetValue(property.PropertyName, out var value) && value is ScalarValue { Value: string text })
            {
                message.Write(text);
            }
            else
            {
                token.Render(logEvent.Properties, message, CultureInfo.InvariantCulture);
            }
        }

        var at = logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        output.WriteLine($"{at} {Grade(logEvent.Level)}{SafeText.Line(message.ToString())}");
        if (withExceptions && logEvent.Exception is not null)
        {
            output.WriteLine(logEvent.Exception);
        }
    }

    private static string Grade(LogEventLevel level) => level switch
    {
        LogEventLevel.Warning => "warning: ",
        LogEventLevel.Error or LogEventLevel.Fatal => "error: ",
        _ => "",
    };
}

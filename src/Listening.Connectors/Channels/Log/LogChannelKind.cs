using Listening.Alerts;
using Microsoft.Extensions.Logging;

namespace Listening.Connectors.Channels.Log;

/// <summary>The kind <c>log</c>: an alert is one line of the log.</summary>
internal sealed class LogChannelKind(ILoggerFactory loggers) : IAlertChannelKind
{
    public string Kind => "log";

    public IAlertChannel Create(string name, AlertChannelOptions options) => new LogChannel(name, loggers.CreateLogger<LogChannel>());
}

using Listening.Alerts;
using Microsoft.Extensions.Logging;

namespace Listening.Connectors.Channels.Log;

internal sealed partial class LogChannel(string name, ILogger<LogChannel> logger) : IAlertChannel
{
    public string Name => name;

    public Task SendAsync(Alert alert, CancellationToken ct)
    {
        Alerted(logger, alert.Hashtag, alert.Words, alert.Key);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "ALERT #{Hashtag}: {Words} ({AlertKey})")]
    private static partial void Alerted(ILogger logger, string hashtag, string words, string alertKey);
}

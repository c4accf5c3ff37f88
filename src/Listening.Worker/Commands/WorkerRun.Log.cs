namespace Listening.Worker.Commands;

internal sealed partial class WorkerRun
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The page and the API are at {Address}; Ctrl-C stops.")]
    private static partial void Serving(ILogger logger, string address);

    [LoggerMessage(Level = LogLevel.Information, Message = "Following #{Hashtag} at {Hosts}, back to {Until:yyyy-MM-dd}.")]
    private static partial void Following(ILogger logger, string hashtag, string hosts, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No hashtag is followed; add one with: listening tags add TAG")]
    private static partial void NothingFollowed(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason} Nothing is read before the store answers; it is asked again every few seconds.")]
    private static partial void WaitingForStore(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped; {Next}.")]
    private static partial void Stopped(ILogger logger, string next);
}

using Microsoft.Extensions.Logging;

namespace Listening.Polling;

internal sealed partial class Poller
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Host}: asking for #{Hashtag} for the first time, then reading back to {Until:yyyy-MM-dd}.")]
    private static partial void FirstPoll(ILogger logger, string host, string hashtag, DateTimeOffset until);

    [LoggerMessage(Message = "{Host}: #{Hashtag}: {PostCount} new, {UpdatedCount} updated, {WithheldCount} withheld in {ElapsedMs} ms; next poll at {NextPollAt:HH:mm:ss}Z.")]
    private static partial void Polled(ILogger logger, LogLevel level, string host, string hashtag, int postCount, int updatedCount, int withheldCount, DateTimeOffset nextPollAt, long elapsedMs);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Host}: nobody read #{Hashtag} from {From} to {To}; the gap is read now, {PostCount} {Were} new.")]
    private static partial void GapFilled(ILogger logger, string host, string hashtag, string from, string to, int postCount, string were);

    // For every page; who shows it decides how often.
    [LoggerMessage(Level = LogLevel.Information, Message = "{Host}: #{Hashtag} is read back to {Reached:yyyy-MM-dd}, {Progress:P0} of the way.")]
    private static partial void BackfillReached(ILogger logger, string host, string hashtag, DateTimeOffset? reached, double progress);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Host}: #{Hashtag} is read back to the end; its oldest post is from {Oldest:yyyy-MM-dd}.")]
    private static partial void BackfillDone(ILogger logger, string host, string hashtag, DateTimeOffset? oldest);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host}: another worker reads #{Hashtag} in the same store and went on where this one was.")]
    private static partial void TakenOver(ILogger logger, string host, string hashtag);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} ({Platform}) asks us to wait: {Reason} It is asked again at {AvailableAt:HH:mm:ss}Z.")]
    private static partial void HostWaits(ILogger logger, string platform, string host, string reason, DateTimeOffset availableAt);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Host} ({Platform}): {Reason} It is asked again at {AvailableAt:HH:mm:ss}Z.")]
    private static partial void HostFailed(ILogger logger, string platform, string host, string reason, DateTimeOffset? availableAt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Host} ({Platform}): reading #{Hashtag} failed in a way that nobody foresaw; please report this.")]
    private static partial void PollFailed(ILogger logger, string platform, string host, string hashtag, Exception exception);
}

namespace Listening.Worker.Jobs;

internal sealed partial class QuietHashtags
{
    [LoggerMessage(Level = LogLevel.Information, Message = "{Host} knows {Posts}{People} with #{Hashtag} in the last {Days} days.")]
    private static partial void HostKnows(ILogger logger, string host, string posts, string people, string hashtag, int days);

    [LoggerMessage(Level = LogLevel.Information, Message = "Livelier beside #{Hashtag}: {Companions} at {Host} in the last {Days} days; follow one with: listening tags add TAG")]
    private static partial void Livelier(ILogger logger, string hashtag, string companions, string host, int days);
}

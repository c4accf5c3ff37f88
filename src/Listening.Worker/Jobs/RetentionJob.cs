using Listening.Polling;
using Listening.Stores;
using Microsoft.Extensions.Options;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Takes away what is older than <c>Retention:Posts</c>, where that lane is ours.</summary>
internal sealed partial class RetentionJob(IPostStore posts, LaneHolder lanes, IOptions<RetentionOptions> retention, TimeProvider time, ILogger<RetentionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await lanes.RunAsync(Lane.Retention, ExpireAsync, cancellationToken);

    private async Task ExpireAsync(CancellationToken ct)
    {
        if (retention.Value.KeptFrom(time.GetUtcNow()) is { } keptFrom && await posts.ExpireAsync(keptFrom, ct) is > 0 and var expired)
        {
            Expired(logger, expired, keptFrom);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{PostCount} posts from before {KeptFrom:yyyy-MM-dd} have expired.")]
    private static partial void Expired(ILogger logger, long postCount, DateTimeOffset keptFrom);
}

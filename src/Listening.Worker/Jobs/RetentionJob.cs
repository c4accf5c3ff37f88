using Listening.Stores;
using Microsoft.Extensions.Options;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Takes away what is older than <c>Retention:Posts</c>.</summary>
internal sealed partial class RetentionJob(IPostStore posts, IOptions<RetentionOptions> retention, TimeProvider time, ILogger<RetentionJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (retention.Value.KeptFrom(time.GetUtcNow()) is { } keptFrom && await posts.ExpireAsync(keptFrom, cancellationToken) is > 0 and var expired)
        {
            Expired(logger, expired, keptFrom);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{PostCount} posts from before {KeptFrom:yyyy-MM-dd} have expired.")]
    private static partial void Expired(ILogger logger, long postCount, DateTimeOffset keptFrom);
}

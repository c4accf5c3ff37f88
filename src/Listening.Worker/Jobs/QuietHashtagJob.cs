using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Looks whether the hashtags that somebody just asked to watch turned out to be quiet.</summary>
internal sealed class QuietHashtagJob(QuietHashtags hashtags) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await hashtags.LookAsync(cancellationToken);
}

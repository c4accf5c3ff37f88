using Listening.Alerts;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Looks at the thresholds, also while nothing new arrives: an episode ends by time alone.</summary>
internal sealed class ThresholdJob(ThresholdWatch watch) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await watch.LookAsync(cancellationToken);
}

using Listening.Alerts;
using Listening.Polling;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Looks at the thresholds more often where posts that another worker stores may cross one: nobody tells us of its polls.</summary>
internal sealed class SharedThresholdJob(LaneHolder lanes, ThresholdWatch watch) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await (lanes.HasOthers ? watch.LookAsync(cancellationToken) : Task.CompletedTask);
}

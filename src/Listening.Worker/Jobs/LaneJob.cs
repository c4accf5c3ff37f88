using Listening.Polling;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Keeps the leases of our lanes, and shares the lanes with other workers.</summary>
internal sealed class LaneJob(LaneHolder lanes) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await lanes.TickAsync(cancellationToken);
}

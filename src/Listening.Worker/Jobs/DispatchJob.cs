using Listening.Alerts;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Sends the alerts that some channel has not taken yet.</summary>
internal sealed class DispatchJob(AlertDispatcher dispatcher) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await dispatcher.DispatchAsync(cancellationToken);
}

using Listening.Polling;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Starts the polls that are due. They outlive the job, and end with the process.</summary>
internal sealed class PollJob(PollRound round, IHostApplicationLifetime lifetime) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await round.TickAsync(lifetime.ApplicationStopping);
}

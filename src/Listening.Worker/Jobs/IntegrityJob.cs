using Listening.Stores;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Looks once a day, and at the start, whether what is stored is whole: damage is best known while there is a backup.</summary>
internal sealed partial class IntegrityJob(IStore store, ILogger<IntegrityJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
        }
        catch (StoreUnavailableException e)
        {
            Damaged(logger, e.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    private static partial void Damaged(ILogger logger, string reason);
}

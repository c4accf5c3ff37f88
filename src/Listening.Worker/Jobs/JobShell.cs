using System.Collections.Concurrent;
using Listening.Stores;
using Quartz;

namespace Listening.Worker.Jobs;

/// <summary>Around every job: a failure is told once and the next fire tries again. Broad catch: no job stops the timetable.</summary>
internal sealed partial class JobShell(ILogger<JobShell> logger) : IJobExecutionMiddleware
{
    private readonly ConcurrentDictionary<string, string> _told = [];

    public async ValueTask Invoke(IJobExecutionContext context, JobExecutionDelegate next, CancellationToken cancellationToken = default)
    {
        var job = context.JobDetail.Key.Name;
        try
        {
            await next(context, cancellationToken);
            _told.TryRemove(job, out _);
        }
        catch (StoreUnavailableException)
        {
            // The poll round says so, once, and once more when it is over.
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The process ends.
        }
        catch (Exception e)
        {
            var failure = $"{e.GetType().Name}: {e.Message}";
            if (_told.GetValueOrDefault(job) != failure)
            {
                _told[job] = failure;
                JobFailed(logger, job, failure, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} failed ({Failure}) and is tried again; please report this.")]
    private static partial void JobFailed(ILogger logger, string job, string failure, Exception exception);
}

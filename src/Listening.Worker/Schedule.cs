using Listening.Worker.Jobs;
using Quartz;

namespace Listening.Worker;

/// <summary>The whole timetable. When a target is due is data (<c>PollState.NextPollAt</c>); the tick only looks.</summary>
internal static class Schedule
{
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services.AddSingleton<QuietHashtags>().AddQuartz(timetable =>
    {
        timetable.ConfigureScheduler(scheduler =>
        {
            scheduler.InstanceName = "listening";
            scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
        });
        timetable.UseInMemoryStore();
        timetable.UseDefaultThreadPool(maxConcurrency: 8); // no job waits for another
        timetable.AddJobMiddleware<JobShell>();

        timetable.Every<LaneJob>("lanes", TimeSpan.FromSeconds(1));
        timetable.Every<PollJob>("poll", TimeSpan.FromSeconds(1));
        timetable.Every<DispatchJob>("dispatch", TimeSpan.FromSeconds(2));
        timetable.Every<ThresholdJob>("threshold", TimeSpan.FromMinutes(1));
        timetable.Every<SharedThresholdJob>("threshold beside others", TimeSpan.FromSeconds(10));
        timetable.Every<RetentionJob>("retention", TimeSpan.FromMinutes(1));
        timetable.Every<IntegrityJob>("integrity", TimeSpan.FromDays(1));
        timetable.Every<QuietHashtagJob>("quiet hashtags", TimeSpan.FromSeconds(5));
    });

    public static async Task<IScheduler> StartAsync(IServiceProvider services, CancellationToken ct)
    {
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        await scheduler.Start(ct);
        return scheduler;
    }

    private static void Every<TJob>(this IQuartzBuilder timetable, string name, TimeSpan interval)
        where TJob : class, IJob =>
        timetable.ScheduleJob<TJob>(
            trigger => trigger
                .WithIdentity(name)
                .StartNow()
                .WithSimpleSchedule(times => times.WithInterval(interval).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount))
                .WithOverlapPolicy(OverlapPolicy.Skip),
            job => job.WithIdentity(name));
}

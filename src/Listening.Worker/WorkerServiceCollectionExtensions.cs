using Listening.Worker.Answers;
using Listening.Worker.Configuration;

namespace Listening.Worker;

/// <summary>The table of contents: what every process of ours is made of.</summary>
internal static class WorkerServiceCollectionExtensions
{
    public static IServiceCollection AddListeningWorker(this IServiceCollection services, Settings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Configuration)
        .AddAnswers(settings.IsDemo);

    private static IServiceCollection AddAnswers(this IServiceCollection services, bool demo) => services
        .AddSingleton(new DemoMode(demo))
        .AddSingleton<Questions>()
        .AddSingleton<StatusQuestion>()
        .AddSingleton<RankedAuthors>()
        .AddSingleton<FollowedHashtags>();
}

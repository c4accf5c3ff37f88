using Listening.Worker.Imports;
using Listening.Worker.Moving;

namespace Listening.Worker.Answers;

/// <summary>The questions that can be asked.</summary>
internal static class AnswerServiceCollectionExtensions
{
    public static IServiceCollection AddAnswers(this IServiceCollection services, bool demo) => services
        .AddSingleton(new DemoMode(demo))
        .AddSingleton<Questions>()
        .AddSingleton<StatusQuestion>()
        .AddSingleton<ObservedHashtags>()
        .AddSingleton<QuietHashtagQuestion>()
        .AddSingleton<RankedAuthors>()
        .AddSingleton<NamedAuthors>()
        .AddSingleton<FollowedHashtags>()
        .AddSingleton<ConsentWithoutProfile>()
        .AddSingleton<DeadLettersQuestion>()
        .AddSingleton<Importer>()
        .AddSingleton<StoreParts>()
        .AddSingleton<UnnamedHosts>();
}

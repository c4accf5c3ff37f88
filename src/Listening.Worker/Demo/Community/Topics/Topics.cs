namespace Listening.Worker.Demo.Community;

/// <summary>Everything the community talks about; one file a topic.</summary>
internal static partial class Topics
{
    /// <summary>The topics of the weekly chat, one after the other.</summary>
    public static IReadOnlyList<Topic> OfTheChat => field ??=
        [Badges, Hybrid, Catering, Accessibility, Venues, Sponsors, Crew, Sustainability, Av, Speakers, Registration, Safety, Budgets, Networking];

    public static IReadOnlyList<Topic> All => field ??= [.. OfTheChat, German, Spanish];
}

namespace Listening.Worker.Demo.Community;

/// <summary>The regulars; one file a host.</summary>
internal static partial class People
{
    public const string Events = "events.example";
    public const string Backstage = "backstage.example";
    public const string Messe = "messe.example";
    public const string Plaza = "plaza.example";

    /// <summary>Who asks the questions on Thursdays.</summary>
    public static Person ChatHost => All[0];

    public static IReadOnlyList<Person> All { get; } = [.. OfEvents, .. OfBackstage, .. OfMesse, .. OfPlaza];
}

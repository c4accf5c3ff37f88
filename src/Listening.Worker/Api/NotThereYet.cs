namespace Listening.Worker.Api;

/// <summary>Addresses that are promised and not there yet: 404 with a sentence that says so, instead of one that sounds like a typing error.</summary>
internal static class NotThereYet
{
    private static readonly (string Path, string Name)[] Endpoints =
    [
        ("hashtags/{tag}/communities", "Communities are"),
        ("hashtags/{tag}/related", "Related hashtags are"),
        ("hashtags/{tag}/spikes", "Spikes are"),
        ("hashtags/{tag}/chats", "Chats are"),
        ("hashtags/{tag}/feed.atom", "The feed is"),
        ("hashtags/{tag}/chats.ics", "The calendar of chats is"),
        ("people", "The card of a person is"),
        ("events", "The stream of events is"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var (path, name) in Endpoints)
        {
            routes.MapGet("/api/v1/" + path, () => Problems.Of(StatusCodes.Status404NotFound, $"{name} not there yet.")).ExcludeFromDescription();
        }
    }
}

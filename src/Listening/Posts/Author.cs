namespace Listening.Posts;

/// <summary>Who wrote a post, as the platform last showed them.</summary>
/// <param name="Key">Global identity: the actor's uri, the DID, else <c>platform:id</c>.</param>
/// <param name="Platform">Lower-case name of the platform.</param>
/// <param name="Handle">The address people use, e.g. <c>@mara@events.example</c>; null where the platform has none.</param>
/// <param name="Name">The display name, else the user name.</param>
/// <param name="Url">The profile page.</param>
/// <param name="Followers">As known by the host that was read; null when it is not known.</param>
/// <param name="IsBot">True for automated accounts and for groups; null when the platform does not say.</param>
public sealed record Author(string Key, string Platform, string? Handle, string? Name, string? Url, long? Followers, bool? IsBot);

namespace Listening.Worker.Api;

/// <summary>Body of DELETE <c>hashtags/{tag}</c>: whether its posts go too.</summary>
internal sealed record RemoveHashtag(bool Erase = false);

namespace Listening.Stores;

/// <summary>Somebody answered a post of somebody else.</summary>
/// <param name="PostKey">The post, whether it is stored or not.</param>
/// <param name="PostAuthorKey">Who wrote it, as in <see cref="Edge.TargetKey"/>; null where nobody says.</param>
/// <param name="AuthorKey">Who answered.</param>
/// <param name="FirstAt">When for the first time in the range.</param>
public sealed record ThreadAnswer(string PostKey, string? PostAuthorKey, string AuthorKey, DateTimeOffset FirstAt);

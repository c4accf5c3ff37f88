namespace Listening.Worker.Demo.Community;

/// <summary>
/// Something that people in events talk about, in one language. Words in braces are filled in: {city} {venue} {room} {day} {n} (a few)
/// {tens} {crowd} {mins}.
/// </summary>
/// <param name="Name">As a chat announces it.</param>
/// <param name="Tag">A second hashtag that goes with it.</param>
internal sealed record Topic(string Name, string Tag)
{
    public string Language { get; init; } = "en";

    /// <summary>What begins a conversation.</summary>
    public required IReadOnlyList<string> Posts { get; init; }

    /// <summary>Statements that stand on their own: as an answer, or as a second thought.</summary>
    public required IReadOnlyList<string> Opinions { get; init; }

    /// <summary>What the host of the chat asks; none where it is no topic of the chat.</summary>
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>What a photo of it shows, as alt texts.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];
}

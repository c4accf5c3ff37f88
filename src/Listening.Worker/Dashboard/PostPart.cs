namespace Listening.Worker.Dashboard;

/// <summary>A piece of a post's text; <paramref name="Href"/> where it is a link.</summary>
public sealed record PostPart(string Text, string? Href);

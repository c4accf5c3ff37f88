namespace Listening.Worker.Answers;

/// <summary>A platform host that is read.</summary>
internal sealed record SourceName(string Platform, string Host);

namespace Listening.Worker.Answers;

/// <summary>Whether this process shows the scripted community of <c>--demo</c> instead of the world.</summary>
internal sealed record DemoMode(bool IsOn);

namespace Listening.Worker.Demo.Fediverse;

/// <summary>From this moment on the post has this text.</summary>
internal sealed record ScriptedEdit(DateTimeOffset At, string Text);

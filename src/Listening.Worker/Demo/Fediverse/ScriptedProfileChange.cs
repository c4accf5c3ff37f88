namespace Listening.Worker.Demo.Fediverse;

/// <summary>From this moment on the account's profile is this one.</summary>
/// <param name="At">When it is changed.</param>
/// <param name="Then">The whole profile; name, home host and creation stay those of the account.</param>
internal sealed record ScriptedProfileChange(DateTimeOffset At, ScriptedAccount Then);

namespace Listening.Worker.Demo.Fediverse;

/// <summary>A row of a profile.</summary>
/// <param name="Name">What stands on the left.</param>
/// <param name="Value">What stands on the right, HTML.</param>
/// <param name="VerifiedAt">When the link was seen to lead back (rel=me); null where it was not.</param>
internal sealed record ScriptedField(string Name, string Value, DateTimeOffset? VerifiedAt = null);

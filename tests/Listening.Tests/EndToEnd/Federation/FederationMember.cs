using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Somebody who posts, and what becomes of the profile while the worker runs.</summary>
internal sealed record FederationMember(ScriptedAccount Account)
{
    /// <summary>The profile from some moment of the run on; null: it stays as it is.</summary>
    public ScriptedAccount? Later { get; init; }

    /// <summary>The posts of a special member reach every host at once, so that each has looked at the profile.</summary>
    public bool IsSpecial { get; init; }
}

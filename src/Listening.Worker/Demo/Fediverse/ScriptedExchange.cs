namespace Listening.Worker.Demo.Fediverse;

/// <summary>A request that waits for its answer.</summary>
/// <param name="Context">Of the request.</param>
/// <param name="Answer">What the host would answer.</param>
/// <param name="Now">By the host's clock.</param>
/// <param name="Stopping">When the client or the host has gone.</param>
internal sealed record ScriptedExchange(HttpContext Context, ScriptedAnswer Answer, DateTimeOffset Now, CancellationToken Stopping);

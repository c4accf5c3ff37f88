namespace Listening.Tests.EndToEnd.Federation;

/// <summary>When a reader looked.</summary>
/// <param name="Collected">The past was read to its end.</param>
/// <param name="At">The moment that is judged.</param>
/// <param name="SweptFrom">By id time, what every sweep surely lists.</param>
internal sealed record ExpectedTimes(DateTimeOffset Collected, DateTimeOffset At, DateTimeOffset SweptFrom)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(30);

    /// <summary>For a moment that nothing changed before.</summary>
    public static ExpectedTimes Of(DateTimeOffset at) => Of(at, at);

    public static ExpectedTimes Of(DateTimeOffset collected, DateTimeOffset at) => new(collected, at, at - FederationScript.SweepWindow + Slack);
}

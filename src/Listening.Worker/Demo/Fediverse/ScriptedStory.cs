namespace Listening.Worker.Demo.Fediverse;

/// <summary>Posts without an end, written as the clock moves on.</summary>
/// <param name="Begins">Where it begins.</param>
/// <param name="Between">What is written from the first instant up to the second, which is left out; the same answer each time.</param>
internal sealed record ScriptedStory(DateTimeOffset Begins, Func<DateTimeOffset, DateTimeOffset, IEnumerable<ScriptedPost>> Between);

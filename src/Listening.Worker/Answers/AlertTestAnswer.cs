namespace Listening.Worker.Answers;

/// <summary>Shape of <c>alerts test</c>, when it arrived.</summary>
/// <param name="Channel">The channel that took it.</param>
/// <param name="Key">The test alert's key; a webhook's <c>webhook-id</c>.</param>
/// <param name="At">When it was taken.</param>
internal sealed record AlertTestAnswer(string Channel, string Key, DateTimeOffset At) : Answer;

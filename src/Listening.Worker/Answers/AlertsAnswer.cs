using Listening.Alerts;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>alerts list</c>.</summary>
internal sealed record AlertsAnswer(IReadOnlyList<Alert> Alerts) : Answer;

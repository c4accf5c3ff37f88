namespace Listening.Worker.Answers;

/// <summary>Shape of <c>doctor</c>.</summary>
internal sealed record DoctorAnswer(IReadOnlyList<DoctorCheck> Checks) : Answer;

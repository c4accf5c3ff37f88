namespace Listening.Worker.Answers;

/// <summary>One thing that was looked at; <c>remedy</c> is null where nothing has to be done.</summary>
internal sealed record DoctorCheck(string Name, bool Ok, string Detail, string? Remedy);

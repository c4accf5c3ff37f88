namespace Listening.Worker.Answers;

/// <summary>What became of the lines of a file; <paramref name="Read"/> is the sum.</summary>
/// <param name="Read">Lines that are not blank.</param>
/// <param name="Stored">Posts and tombstones that were not known.</param>
/// <param name="Updated">Known ones that changed.</param>
/// <param name="Unchanged">Known ones to which the file added nothing.</param>
/// <param name="Withheld">Posts whose authors do not want to be kept.</param>
/// <param name="Rejected">Lines that could not be read.</param>
/// <param name="State">Lines of what is no post, where the file carries a whole store.</param>
/// <param name="RejectsFile">Where the rejected lines lie, with their reasons; null when there are none.</param>
internal sealed record ImportAnswer(long Read, long Stored, long Updated, long Unchanged, long Withheld, long Rejected, long State, string? RejectsFile) : Answer;

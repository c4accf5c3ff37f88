namespace Listening.Stores;

/// <summary>How far a file was imported.</summary>
/// <param name="File">Tells one file from every other: a digest of what it holds and of how it is read.</param>
/// <param name="Line">Number of the last line that was dealt with, from 1.</param>
/// <param name="Stored">Posts and tombstones up to there that were not known.</param>
/// <param name="Updated">Known ones that changed.</param>
/// <param name="Unchanged">Known ones to which the file added nothing.</param>
/// <param name="Withheld">Posts whose authors do not want to be kept.</param>
/// <param name="Rejected">Lines that could not be read.</param>
/// <param name="State">Lines that hold what is no post.</param>
/// <param name="Times">The times of its posts up to there.</param>
public sealed record ImportPosition(
    string File, long Line, long Stored, long Updated, long Unchanged, long Withheld, long Rejected, long State, IReadOnlyList<ImportedTime> Times);

namespace Listening.Worker.Imports;

/// <summary>One line of a file, without its end.</summary>
/// <param name="Number">From 1, blank lines counted.</param>
/// <param name="Bytes">What stands there; of a line that is too long only the beginning.</param>
/// <param name="IsTooLong">Whether it is longer than <see cref="ImportedLines.LongestLine"/>.</param>
/// <param name="End">How many bytes of the stream there are up to its end, the line feed counted whether or not it is there.</param>
internal sealed record ImportedLine(long Number, byte[] Bytes, bool IsTooLong, long End = 0);

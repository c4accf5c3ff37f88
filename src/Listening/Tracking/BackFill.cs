namespace Listening.Tracking;

/// <summary>Reading backwards from <paramref name="Before"/> until a page is empty or older than <paramref name="Until"/>.</summary>
/// <param name="Before">The platform's position below which nothing was read yet.</param>
/// <param name="Until">How far back the user wants to see.</param>
/// <param name="Reached">Time of the oldest post read so far; null before the first page.</param>
/// <param name="Done">Whether the end was reached.</param>
public sealed record BackFill(string? Before, DateTimeOffset Until, DateTimeOffset? Reached, bool Done);

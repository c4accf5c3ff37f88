namespace Listening.Tracking;

/// <summary>Reading backwards from <paramref name="Before"/> until a page is empty or older than <paramref name="Until"/>.</summary>
/// <param name="Before">The platform's position below which nothing was read yet.</param>
/// <param name="Until">How far back the user wants to see.</param>
/// <param name="Reached">Time of the oldest post read so far; null before the first page.</param>
/// <param name="Done">Whether the end was reached.</param>
public sealed record BackFill(string? Before, DateTimeOffset Until, DateTimeOffset? Reached, bool Done)
{
    /// <summary>How much of the way from <paramref name="now"/> back to <paramref name="until"/> is read, from 0 to 1 by time.</summary>
    public static double Share(DateTimeOffset? reached, DateTimeOffset until, DateTimeOffset now) =>
        reached is { } at && until < now ? Math.Clamp((now - at) / (now - until), 0, 1) : 0;
}

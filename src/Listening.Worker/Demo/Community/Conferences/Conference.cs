namespace Listening.Worker.Demo.Community.Conferences;

/// <summary>A conference that never was.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Tag">Its own hashtag, without #.</param>
/// <param name="City">Where it is.</param>
/// <param name="Venue">The house.</param>
/// <param name="Chair">The username of who opens and closes it.</param>
internal sealed record Conference(string Name, string Tag, string City, string Venue, string Chair)
{
    /// <summary>One after the other.</summary>
    public static IReadOnlyList<Conference> All { get; } =
    [
        new("Foyerology", "Foyerology", "Porto", "the power station", "nadia_s"),
        new("Lanyardia", "Lanyardia", "Leipzig", "the old tram depot", "priya"),
        new("Half-Hour Call", "HalfHourCall", "Aarhus", "the harbour shed", "jonv"),
    ];

    /// <summary>The pattern with {conference}, {place} and {house} filled in.</summary>
    /// <param name="pattern">With words in braces.</param>
    public string Fill(string pattern) => pattern
        .Replace("{conference}", Name, StringComparison.Ordinal)
        .Replace("{place}", City, StringComparison.Ordinal)
        .Replace("{house}", Venue, StringComparison.Ordinal);
}

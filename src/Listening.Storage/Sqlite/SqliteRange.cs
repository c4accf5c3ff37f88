namespace Listening.Storage.Sqlite;

/// <summary>A half-open range as the file counts time: milliseconds since 1970, in UTC.</summary>
internal sealed record SqliteRange(long From, long To)
{
    public SqliteRange(DateTimeOffset? from, DateTimeOffset? to)
        : this(from is null ? long.MinValue : Ceiling(from.Value), to is null ? long.MaxValue : Ceiling(to.Value))
    {
    }

    // Stored times are whole milliseconds, so a bound between two of them means the later one.
    private static long Ceiling(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) < time ? milliseconds + 1 : milliseconds;
    }
}

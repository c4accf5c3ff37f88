namespace Listening.Posts;

/// <summary>Stored and printed times are UTC with whole milliseconds, so that both stores and every export agree to the digit.</summary>
public static class Instants
{
    /// <summary>The same instant in UTC, cut to the millisecond.</summary>
    public static DateTimeOffset ToMilliseconds(this DateTimeOffset time) =>
        DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}

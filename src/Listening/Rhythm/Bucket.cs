namespace Listening.Rhythm;

/// <summary>One bucket of a series.</summary>
/// <param name="At">Its first instant, also where the range begins later.</param>
/// <param name="From">First instant that counts.</param>
/// <param name="To">First instant that no longer counts.</param>
public sealed record Bucket(DateTimeOffset At, DateTimeOffset From, DateTimeOffset To);

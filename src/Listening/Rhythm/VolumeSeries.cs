namespace Listening.Rhythm;

/// <summary>The buckets of a series, as instants: computed here once, so that both stores count the same intervals.</summary>
public static class VolumeSeries
{
    /// <summary>
    /// Every bucket that touches the half-open range, in order. A day is 23 or 25 hours long where the zone's clocks change, an hour is one
    /// on the zone's clock. Empty when the range is.
    /// </summary>
    public static IReadOnlyList<Bucket> Buckets(DateTimeOffset from, DateTimeOffset to, BucketSize size, TimeZoneInfo zone)
    {
        List<Bucket> buckets = [];
        if (from >= to)
        {
            return buckets;
        }

        var at = StartOf(from, size, zone);
        while (at < to)
        {
            var next = NextAfter(at, size, zone);
            buckets.Add(new Bucket(at, Later(at, from), next < to ? next : to));
            at = next;
        }

        return buckets;
    }

    /// <summary>The edges between the buckets, clipped to the range: one more than there are buckets; empty for none.</summary>
    public static IReadOnlyList<DateTimeOffset> Edges(IReadOnlyList<Bucket> buckets) =>
        buckets.Count == 0 ? [] : [.. buckets.Select(bucket => bucket.From), buckets[^1].To];

    /// <summary>First instant of a day in a zone, also where midnight does not exist or comes twice.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-3))
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The calendar day of an instant in a zone.</summary>
    public static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    private static DateTimeOffset StartOf(DateTimeOffset instant, BucketSize size, TimeZoneInfo zone)
    {
        if (size == BucketSize.Hour)
        {
            var local = TimeZoneInfo.ConvertTime(instant, zone);
            var start = instant.ToUniversalTime() - TimeSpan.FromTicks(local.TimeOfDay.Ticks % TimeSpan.TicksPerHour);

            // Where clocks shift by half an hour, the hour of the change begins with the change and is half as long.
            while (zone.GetUtcOffset(start) != local.Offset)
            {
                start = start.AddMinutes(1);
            }

            return start;
        }

        var day = DayOf(instant, zone);
        return Midnight(size == BucketSize.Day ? day : day.AddDays(-DaysSinceMonday(day)), zone);
    }

    private static DateTimeOffset NextAfter(DateTimeOffset start, BucketSize size, TimeZoneInfo zone) => size == BucketSize.Hour
        ? StartOf(start.AddHours(1), size, zone)
        : Midnight(DayOf(start, zone).AddDays(size == BucketSize.Day ? 1 : 7), zone);

    private static int DaysSinceMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b.ToUniversalTime();
}

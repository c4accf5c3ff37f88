using System.Globalization;
using CsCheck;
using Listening.Rhythm;

namespace Listening.Tests.Rhythm;

public sealed class VolumeSeriesTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public void A_day_on_which_clocks_go_back_has_25_hours()
    {
        var buckets = VolumeSeries.Buckets(At("2026-10-31T04:00:00Z"), At("2026-11-03T05:00:00Z"), BucketSize.Day, NewYork);

        Assert.Equal(["2026-10-31T04:00", "2026-11-01T04:00", "2026-11-02T05:00"], buckets.Select(bucket => bucket.At.ToString("yyyy-MM-dd'T'HH:mm")));
        Assert.Equal(25, (buckets[1].To - buckets[1].From).TotalHours);
    }

    [Fact]
    public void A_day_whose_midnight_does_not_exist_begins_at_its_first_instant()
    {
        // In Beirut clocks went from 24:00 to 01:00 on 26 March 2022.
        var beirut = TimeZoneInfo.FindSystemTimeZoneById("Asia/Beirut");

        Assert.Equal(At("2022-03-26T22:00:00Z"), VolumeSeries.Midnight(new DateOnly(2022, 3, 27), beirut));
    }

    [Fact]
    public void A_day_whose_midnight_comes_twice_begins_at_the_first()
    {
        // In Havana clocks go from 01:00 back to 00:00 on 1 November 2026.
        var havana = TimeZoneInfo.FindSystemTimeZoneById("America/Havana");

        Assert.Equal(At("2026-11-01T04:00:00Z"), VolumeSeries.Midnight(new DateOnly(2026, 11, 1), havana));
    }

    [Fact]
    public void Weeks_begin_on_Monday()
    {
        var buckets = VolumeSeries.Buckets(At("2026-11-19T12:00:00Z"), At("2026-11-24T12:00:00Z"), BucketSize.Week, TimeZoneInfo.Utc);

        Assert.Equal([At("2026-11-16T00:00:00Z"), At("2026-11-23T00:00:00Z")], buckets.Select(bucket => bucket.At));
    }

    [Fact]
    public void A_bucket_that_only_touches_the_range_is_listed_by_its_first_instant_and_counts_inside_the_range()
    {
        var bucket = Assert.Single(VolumeSeries.Buckets(At("2026-11-24T10:15:00Z"), At("2026-11-24T10:45:00Z"), BucketSize.Hour, TimeZoneInfo.Utc));

        Assert.Equal(new Bucket(At("2026-11-24T10:00:00Z"), At("2026-11-24T10:15:00Z"), At("2026-11-24T10:45:00Z")), bucket);
    }

    [Fact]
    public void Hours_of_a_zone_with_half_an_hour_begin_on_its_clock()
    {
        var kolkata = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata");

        Assert.Equal(At("2026-11-24T10:30:00Z"), VolumeSeries.Buckets(At("2026-11-24T11:00:00Z"), At("2026-11-24T11:10:00Z"), BucketSize.Hour, kolkata)[0].At);
    }

    [Theory]
    [InlineData("2026-10-03T15:14:00Z", "2026-10-03T14:30:00Z", "2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z")] // 02:00 becomes 02:30
    [InlineData("2026-04-04T14:14:00Z", "2026-04-04T14:00:00Z", "2026-04-04T15:00:00Z", "2026-04-04T15:30:00Z")] // 02:00 becomes 01:30
    public void The_hour_in_which_clocks_shift_by_half_an_hour_begins_with_the_shift(string from, params string[] starts)
    {
        var lordHowe = TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe");

        var buckets = VolumeSeries.Buckets(At(from), At(starts[^1]).AddMinutes(1), BucketSize.Hour, lordHowe);

        Assert.Equal(starts.Select(At), buckets.Select(bucket => bucket.At));
    }

    [Fact]
    public void An_empty_range_has_no_buckets_and_no_edges()
    {
        var at = At("2026-11-24T10:00:00Z");

        Assert.Empty(VolumeSeries.Edges(VolumeSeries.Buckets(at, at, BucketSize.Day, NewYork)));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Havana")]
    [InlineData("Asia/Kathmandu")]
    public void Buckets_cover_any_range_without_gap_or_overlap(string zone)
    {
        var start = At("2025-12-01T00:00:00Z");
        Gen.Select(Gen.Int[0, 60 * 24 * 400], Gen.Int[1, 60 * 24 * 20], Gen.Enum<BucketSize>()).Sample((offset, length, size) =>
        {
            var (from, to) = (start.AddMinutes(offset), start.AddMinutes(offset + length));
            var buckets = VolumeSeries.Buckets(from, to, size, TimeZoneInfo.FindSystemTimeZoneById(zone));
            Assert.Equal(from, buckets[0].From);
            Assert.Equal(to, buckets[^1].To);
            Assert.All(buckets, bucket => Assert.True(bucket.At <= bucket.From && bucket.From < bucket.To));
            Assert.All(buckets.Zip(buckets.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        }, iter: 3000);
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}

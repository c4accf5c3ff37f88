using Listening.Rhythm;
using Listening.Worker.Answers;

namespace Listening.Worker.Dashboard;

/// <summary>Posts and people by bucket as bars on a grid of <see cref="Width"/> by <see cref="Height"/>; the labels stand outside, at the size of text.</summary>
public sealed record VolumeChart(IReadOnlyList<VolumeBar> Bars, long Top, string BucketWord)
{
    public const int Width = 1000;
    public const int Height = 200;

    /// <summary>The busiest bucket; null when there is nothing to show.</summary>
    public VolumeBar? Peak => Bars.Where(bar => bar.Posts > 0).MaxBy(bar => bar.Posts);

    public bool HasUnread => Bars.Any(bar => bar.IsUnread);

    /// <summary>Whether it is known of any bucket how much of it was observed.</summary>
    public bool HasCoverage => Bars.Any(bar => bar.Coverage is not null);

    /// <summary>Right end of the part that was not read yet.</summary>
    public double UnreadWidth => HasUnread ? Bars.Count(bar => bar.IsUnread) * (double)Width / Bars.Count : 0;

    /// <summary>Buckets before <paramref name="readSince"/> are unknown, not empty, where nothing is stored of them.</summary>
    internal static VolumeChart Of(VolumeAnswer volume, PageClock clock, DateTimeOffset? readSince)
    {
        var top = NiceTop(volume.Buckets.Select(bucket => bucket.Posts).DefaultIfEmpty().Max());
        var slot = (double)Width / Math.Max(1, volume.Buckets.Count);
        var width = slot * (volume.Buckets.Count > 40 ? 0.72 : volume.Buckets.Count > 10 ? 0.66 : 0.5);
        var firstKnown = volume.Buckets.TakeWhile((bucket, index) => bucket.Posts == 0 && IsBefore(readSince, EndOf(volume, index))).Count();
        return new VolumeChart(
            [.. volume.Buckets.Select((bucket, index) => new VolumeBar(
                bucket.At,
                volume.Bucket == BucketSize.Hour ? clock.Hour(bucket.At) : clock.Day(bucket.At),
                bucket.Posts,
                bucket.People,
                (index * slot) + ((slot - width) / 2),
                width,
                (double)Height * bucket.Posts / top,
                (double)Height * bucket.People / top,
                index < firstKnown,
                bucket.Coverage))],
            top,
            volume.Bucket == BucketSize.Hour ? "hour" : "day");
    }

    /// <summary>The next number that reads well on an axis and has a half.</summary>
    internal static long NiceTop(long most)
    {
        for (long scale = 1; ; scale *= 10)
        {
            foreach (var step in (long[])[2, 4, 6, 8, 10, 12, 16])
            {
                if (step * scale >= most)
                {
                    return step * scale;
                }
            }
        }
    }

    private static bool IsBefore(DateTimeOffset? readSince, DateTimeOffset? end) => readSince is { } since && end is { } until && until <= since;

    private static DateTimeOffset? EndOf(VolumeAnswer volume, int index) => index + 1 < volume.Buckets.Count ? volume.Buckets[index + 1].At : null;
}

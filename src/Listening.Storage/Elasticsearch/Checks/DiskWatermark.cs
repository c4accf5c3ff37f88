using System.Globalization;

namespace Listening.Storage.Elasticsearch;

/// <summary>Reads a watermark of Elasticsearch: a share that may be used (<c>85%</c>, <c>0.85</c>), or how much has to stay free (<c>500mb</c>).</summary>
internal static class DiskWatermark
{
    private static readonly (string Unit, double Bytes)[] Units =
        [("pb", Math.Pow(1024, 5)), ("tb", Math.Pow(1024, 4)), ("gb", Math.Pow(1024, 3)), ("mb", Math.Pow(1024, 2)), ("kb", 1024), ("b", 1)];

    /// <summary>Bytes that have to stay free on a disk of that size; 0 where the setting cannot be read.</summary>
    /// <param name="watermark">As the cluster states it.</param>
    /// <param name="maxHeadroom">The most that a share asks for on large disks, as a size; null or -1: no limit.</param>
    /// <param name="total">Bytes of the disk.</param>
    public static double LeastFree(string? watermark, string? maxHeadroom, long total)
    {
        if (Size(watermark) is { } free)
        {
            return free;
        }

        var isPercent = watermark?.EndsWith('%') == true;
        if (!double.TryParse(watermark?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var used))
        {
            return 0;
        }

        var least = total * (1 - (isPercent ? used / 100 : used));
        return Size(maxHeadroom) is { } most && most >= 0 ? Math.Min(least, most) : least;
    }

    private static double? Size(string? text)
    {
        foreach (var (unit, bytes) in Units)
        {
            if (text?.EndsWith(unit, StringComparison.OrdinalIgnoreCase) == true && double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number * bytes;
            }
        }

        return null;
    }
}

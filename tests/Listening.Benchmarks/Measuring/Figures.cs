namespace Listening.Benchmarks.Measuring;

/// <summary>What becomes of several measurements.</summary>
internal static class Figures
{
    public static double Median(this IEnumerable<double> values) => values.Quantile(0.5);

    /// <summary>The value that this share of the values does not exceed; the nearest rank.</summary>
    public static double Quantile(this IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }
}

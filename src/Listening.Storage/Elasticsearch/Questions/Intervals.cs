namespace Listening.Storage.Elasticsearch;

/// <summary>Consecutive half-open intervals, some of which may be empty.</summary>
internal sealed class Intervals(IReadOnlyList<DateTimeOffset> bounds)
{
    private readonly long[] _bounds = [.. bounds.Select(bound => Query.Bound(bound).ToUnixTimeMilliseconds())];

    /// <summary>Which of them holds a time that lies in one of them, in milliseconds since 1970.</summary>
    public int IndexOf(long time)
    {
        var (low, high) = (0, _bounds.Length - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            (low, high) = _bounds[middle] <= time ? (middle, high) : (low, middle);
        }

        return low;
    }
}

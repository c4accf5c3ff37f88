using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Intervals of equal length in a row, which one histogram can count exactly. Days and weeks of a time zone fall into few runs: one ends
/// where the clocks change.
/// </summary>
internal sealed record IntervalRun(int FirstIndex, DateTimeOffset From, DateTimeOffset To, long Milliseconds)
{
    public static IEnumerable<IntervalRun> Of(IReadOnlyList<DateTimeOffset> bounds)
    {
        DateTimeOffset[] edges = [.. bounds.Select(Query.Bound)];
        for (var first = 0; first < edges.Length - 1;)
        {
            var length = Length(edges, first);
            var end = first + 1;
            while (end < edges.Length - 1 && Length(edges, end) == length)
            {
                end++;
            }

            if (length > 0)
            {
                yield return new(first, edges[first], edges[end], length);
            }

            first = end;
        }
    }

    /// <summary>A source of a composite aggregation; its keys are the first instants of the intervals in milliseconds.</summary>
    public JsonObject Source()
    {
        var offset = (((From.ToUnixTimeMilliseconds() % Milliseconds) + Milliseconds) % Milliseconds).ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["date_histogram"] = new JsonObject
            {
                ["field"] = "created_at",
                ["fixed_interval"] = string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}ms"),
                ["offset"] = $"+{offset}ms",
            },
        };
    }

    public int IndexOf(long key) => FirstIndex + (int)((key - From.ToUnixTimeMilliseconds()) / Milliseconds);

    private static long Length(DateTimeOffset[] edges, int index) => edges[index + 1].ToUnixTimeMilliseconds() - edges[index].ToUnixTimeMilliseconds();
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Intervals of equal length in a row, which one histogram can count exactly. Days and weeks of a time zone fall into few runs: one ends
/// where the clocks change.
/// </summary>
internal sealed record IntervalRun(int FirstIndex, DateTimeOffset From, DateTimeOffset To, long Milliseconds)
{
    // A node answers with no more than 65,536 at once.
    private const int MostIntervals = 20_000;

    public static IEnumerable<IntervalRun> Of(IReadOnlyList<DateTimeOffset> bounds)
    {
        DateTimeOffset[] edges = [.. bounds.Select(Query.Bound)];
        for (var first = 0; first < edges.Length - 1;)
        {
            var length = Length(edges, first);
            var end = first + 1;
            while (end < edges.Length - 1 && end - first < MostIntervals && Length(edges, end) == length)
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

    /// <summary>First instant of an interval, also of the one behind the last.</summary>
    public DateTimeOffset StartOf(int index) => From.AddMilliseconds((index - FirstIndex) * Milliseconds);

    /// <summary>Without intervals that hold nothing; its keys are the first instants of the others in milliseconds.</summary>
    public JsonObject Histogram()
    {
        var offset = (((From.ToUnixTimeMilliseconds() % Milliseconds) + Milliseconds) % Milliseconds).ToString(CultureInfo.InvariantCulture);
        return new()
        {
            ["date_histogram"] = new JsonObject
            {
                ["field"] = "created_at",
                ["fixed_interval"] = string.Create(CultureInfo.InvariantCulture, $"{Milliseconds}ms"),
                ["offset"] = $"+{offset}ms",
                ["min_doc_count"] = 1,
            },
        };
    }

    public int IndexOf(DateTimeOffset time) => IndexOf(time.ToUnixTimeMilliseconds());

    public int IndexOf(long key) => FirstIndex + (int)((key - From.ToUnixTimeMilliseconds()) / Milliseconds);

    private static long Length(DateTimeOffset[] edges, int index) => edges[index + 1].ToUnixTimeMilliseconds() - edges[index].ToUnixTimeMilliseconds();
}

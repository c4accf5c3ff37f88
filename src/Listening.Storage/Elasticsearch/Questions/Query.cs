using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>The few kinds of query that we ask, as JSON.</summary>
internal static class Query
{
    public static JsonObject Term(string field, JsonNode value) => Of("term", field, value);

    /// <summary>Any of these; what is too long to be in an index is left out, because a node refuses to look for it.</summary>
    public static JsonObject Terms(string field, IEnumerable<string> values) => Of("terms", field, Strings(values.Where(value => !LongestKey.IsExceededBy(value))));

    public static JsonObject Prefix(string field, string beginning) => Of("prefix", field, beginning);

    public static JsonObject Exists(string field) => Of("exists", "field", field);

    /// <summary>Live, and under a followed hashtag (<see cref="Post.IsListed"/>).</summary>
    public static JsonObject IsListed() => All(Term("state", "live"), Exists("matched"));

    /// <summary>Live posts of a hashtag in a half-open range.</summary>
    public static JsonObject Live(string hashtag, DateTimeOffset from, DateTimeOffset to) =>
        All(Term("matched", hashtag), Term("state", "live"), Between("created_at", from, to));

    public static JsonObject Phrase(string field, string words) => Of("match_phrase", field, words);

    /// <summary>Half-open; null where there is no bound.</summary>
    public static JsonObject? Between(string field, DateTimeOffset? from, DateTimeOffset? to)
    {
        var range = new JsonObject();
        if (from is { } first)
        {
            range["gte"] = ListeningJson.Format(Bound(first));
        }

        if (to is { } end)
        {
            range["lt"] = ListeningJson.Format(Bound(end));
        }

        return range.Count == 0 ? null : Of("range", field, range);
    }

    public static JsonObject NotAfter(string field, DateTimeOffset time) => Of("range", field, new JsonObject { ["lte"] = ListeningJson.Format(time) });

    public static JsonObject After(string field, DateTimeOffset time) => Of("range", field, new JsonObject { ["gt"] = ListeningJson.Format(time) });

    /// <summary>Half-open, by ordinal order.</summary>
    public static JsonObject Between(string field, string from, string to) => Of("range", field, new JsonObject { ["gte"] = from, ["lt"] = to });

    public static JsonObject All(params IEnumerable<JsonNode?> filters) => Of("bool", "filter", Array(filters));

    public static JsonObject Any(params IEnumerable<JsonNode?> queries) => new()
    {
        ["bool"] = new JsonObject { ["should"] = Array(queries), ["minimum_should_match"] = 1 },
    };

    public static JsonObject Not(JsonNode query) => Of("bool", "must_not", query);

    public static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)value)];

    public static JsonArray Array(IEnumerable<JsonNode?> nodes) => [.. nodes.Where(node => node is not null)];

    /// <summary>One source of a composite aggregation.</summary>
    public static JsonObject Source(string name, JsonObject source) => new() { [name] = source };

    /// <summary>The values of a field as a source; with <paramref name="missing"/> also that there is none.</summary>
    public static JsonObject Values(string field, bool missing = false) =>
        new() { ["terms"] = new JsonObject { ["field"] = field, ["missing_bucket"] = missing } };

    public static JsonObject Metric(string kind, string field) => Of(kind, "field", field);

    private static JsonObject Of(string kind, string field, JsonNode value) => new() { [kind] = new JsonObject { [field] = value } };

    /// <summary>Stored times are whole milliseconds: a bound between two of them is the same as the later one.</summary>
    public static DateTimeOffset Bound(DateTimeOffset time)
    {
        var floor = time.ToMilliseconds();
        return floor < time ? floor.AddMilliseconds(1) : floor;
    }
}

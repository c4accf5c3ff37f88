using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>One page of a hashtag's posts, with or without words to look for.</summary>
internal sealed class PostSearch(SearchReader posts)
{
    public async Task<PostResult> PageAsync(PostQuery query, CancellationToken ct)
    {
        var answer = await posts.AskAsync(Body(query), ct);
        var found = SearchReader.Hits(answer).Select(hit => PostDocument.Read(hit.GetProperty("_source"))).ToList();
        var page = found.Take(query.Limit).ToList();
        var hasMore = found.Count > page.Count && query.Sort != PostSort.Relevance;
        return new(
            answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64(),
            answer.GetProperty("aggregations").GetProperty("everything").GetProperty("unsearchable").GetProperty("doc_count").GetInt64(),
            page,
            hasMore ? PostCursor.Of(page[^1]) : null);
    }

    private static JsonObject Body(PostQuery query)
    {
        var body = new JsonObject
        {
            ["size"] = query.Limit + 1,
            ["track_total_hits"] = true,
            ["query"] = Matching(query),
            ["sort"] = Sort(query.Sort),
            ["_source"] = new JsonObject { ["excludes"] = new JsonArray(PostDocument.FoldedField) },
            ["aggs"] = Unsearchable(query),
        };
        if (query.After is { } after && query.Sort != PostSort.Relevance)
        {
            body["search_after"] = new JsonArray(after.CreatedAt.ToUnixTimeMilliseconds(), after.PostKey);
        }

        return body;
    }

    private static JsonArray Sort(PostSort sort) => sort switch
    {
        PostSort.Oldest => [By("created_at", "asc"), By("post_key", "asc")],
        PostSort.Relevance => [By("_score", "desc"), By("created_at", "desc"), By("post_key", "desc")],
        _ => [By("created_at", "desc"), By("post_key", "desc")],
    };

    private static JsonObject By(string field, string order) => new() { [field] = order };

    private static JsonObject Matching(PostQuery query)
    {
        var matching = Query.All(InRange(query).Append(query.Text is null ? null : Query.Term("searchable", true)));
        if (query.Text is { } text)
        {
            matching["bool"]!["must"] = Query.Array(text.Required.Select(Words));
            matching["bool"]!["must_not"] = Query.Array(text.Excluded.Select(Words));
        }

        return matching;
    }

    private static JsonObject Words(string term) => Query.Phrase(PostDocument.FoldedField, term);

    private static IEnumerable<JsonNode?> InRange(PostQuery query) =>
    [
        Query.Term("matched", query.Hashtag),
        Query.Term("state", "live"),
        Query.Between("created_at", query.From, query.To),
        query.AuthorKey is null ? null : Query.Term("author.key", query.AuthorKey),
        query.Platform is null ? null : Query.Term("platform", query.Platform),
    ];

    // Counted beside the query, not within: what may not be searched is no part of what was found.
    private static JsonObject Unsearchable(PostQuery query) => new()
    {
        ["everything"] = new JsonObject
        {
            ["global"] = new JsonObject(),
            ["aggs"] = new JsonObject
            {
                ["unsearchable"] = new JsonObject { ["filter"] = Query.All(InRange(query).Append(Query.Term("searchable", false))) },
            },
        },
    };
}

using System.Text.Json.Nodes;
using Listening.Posts;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>Counts the hard facts of a recording that were read: the outcome, the set of posts, and per post its author, time, hashtags and references.</summary>
internal sealed class FixtureScore
{
    private static readonly string[] Facts = ["author", "created_at", "hashtags", "reply_to", "boost_of", "quote_of"];

    public int Right { get; private set; }

    public int Total { get; private set; }

    public List<string> Misses { get; } = [];

    public void Add(string file, JsonNode expected, JsonNode actual)
    {
        var outcome = expected["outcome"]!.GetValue<string>();
        string[] good = outcome switch
        {
            "stream" => ["stream", "posts", "empty"],
            "not-posts" or "no-content" => ["not-posts", "no-content", "empty"],
            _ => [outcome],
        };
        Mark(good.Contains(actual["outcome"]!.GetValue<string>()), $"{file} $.outcome");
        if (outcome is not ("posts" or "stream" or "empty"))
        {
            return;
        }

        var wanted = expected["posts"]?.AsArray() ?? [];
        var left = actual["posts"]!.AsArray().ToList();
        foreach (var (post, index) in wanted.Select((post, index) => (post!, index)))
        {
            var found = left.FirstOrDefault(candidate => Same(candidate!["id"], post["id"]));
            left.Remove(found);
            foreach (var fact in Facts.Where(fact => post[fact] is not null || found?[fact] is not null))
            {
                Mark(found is not null && IsSame(fact, post[fact], found[fact]), $"{file} $.posts[{index}].{fact}");
            }
        }

        Mark(left.Count == 0 && wanted.Count == actual["posts"]!.AsArray().Count, $"{file} $.posts");
    }

    private void Mark(bool isRight, string what)
    {
        Total++;
        Right += isRight ? 1 : 0;
        if (!isRight)
        {
            Misses.Add(what);
        }
    }

    private static bool IsSame(string fact, JsonNode? expected, JsonNode? actual) => fact switch
    {
        "author" => Same(expected?["id"], actual?["id"]) && Same(expected?["handle"], actual?["handle"]),
        "hashtags" => Folded(expected).SetEquals(Folded(actual)),
        _ => Same(expected, actual),
    };

    private static bool Same(JsonNode? a, JsonNode? b) => JsonNode.DeepEquals(a, b);

    private static HashSet<string> Folded(JsonNode? tags) => [.. (tags?.AsArray() ?? []).Select(tag => Hashtag.Fold(tag!.GetValue<string>()))];
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Storage.Elasticsearch;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>The queries that the README gives to people who build dashboards, on a real node, beside plain counts.</summary>
public sealed class ReadyQueriesTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private readonly PostSamples _samples = new();
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Posts_per_day()
    {
        var posts = await StoreAsync();

        var days = Buckets(await AskAsync("Posts per day"), "days");

        Assert.Equal(
            posts.Where(post => post.CreatedAt >= _now.AddDays(-30)).CountBy(post => TimeZoneInfo.ConvertTime(post.CreatedAt, Berlin).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).OrderBy(day => day.Key).Select(day => (day.Key, day.Value)),
            days.Select(day => (day.GetProperty("key_as_string").GetString()![..10], day.GetProperty("doc_count").GetInt32())).Where(day => day.Item2 > 0));
    }

    [Fact]
    public async Task People_per_hour()
    {
        var posts = await StoreAsync();

        var hours = Buckets(await AskAsync("People per hour"), "hours");

        Assert.Equal(
            posts.Where(post => post.CreatedAt >= _now.AddDays(-7) && post.Author!.IsBot != true).GroupBy(post => post.CreatedAt.ToUnixTimeSeconds() / 3600).OrderBy(hour => hour.Key).Select(hour => (hour.Key, hour.DistinctBy(post => post.Author!.Key).Count())),
            hours.Select(hour => (hour.GetProperty("key").GetInt64() / 3_600_000, hour.GetProperty("people").GetProperty("value").GetInt32())).Where(hour => hour.Item2 > 0));
    }

    [Fact]
    public async Task Top_authors()
    {
        var posts = await StoreAsync();

        var authors = Buckets(await AskAsync("Top authors"), "authors").Select(author => (
            author.GetProperty("key").GetString()!,
            author.GetProperty("doc_count").GetInt32(),
            author.GetProperty("newest").GetProperty("hits").GetProperty("hits")[0].GetProperty("_source").GetProperty("author").GetProperty("handle").GetString()!)).ToArray();

        Assert.Equal(
            posts.Where(post => post.CreatedAt >= _now.AddDays(-30) && post.Author!.IsBot != true && post.Kind != PostKind.Repost).GroupBy(post => post.Author!.Key).Select(author => (author.Key, author.Count(), author.First().Author!.Handle!)).OrderBy(author => author.Key),
            authors.OrderBy(author => author.Item1));
        Assert.Equal(authors.Select(author => author.Item2).OrderDescending(), authors.Select(author => author.Item2));
    }

    [Fact]
    public async Task Related_hashtags()
    {
        var posts = await StoreAsync();

        var related = Buckets(await AskAsync("Related hashtags"), "related");

        Assert.Equal(
            posts.SelectMany(post => post.Tags.Where(tag => tag != _samples.Tag)).CountBy(tag => tag).OrderBy(tag => tag.Key).Select(tag => (tag.Key, tag.Value)),
            related.Select(tag => (tag.GetProperty("key").GetString()!, tag.GetProperty("doc_count").GetInt32())).OrderBy(tag => tag.Item1));
        Assert.All(related, tag => Assert.Equal(
            posts.Where(post => post.Tags.Contains(tag.GetProperty("key").GetString()) && post.Author!.IsBot != true).DistinctBy(post => post.Author!.Key).Count(),
            tag.GetProperty("accounts").GetProperty("people").GetProperty("value").GetInt32()));
    }

    [Fact]
    public async Task When_each_host_was_observed()
    {
        var coverage = (await node.OpenAsync()).Coverage;
        var target = new PollTarget("mastodon", "reader.example", _samples.Tag);
        await coverage.RecordAsync(target, _now.AddDays(-40), _now.AddDays(-35), Ct);
        await coverage.RecordAsync(target, _now.AddDays(-3), _now.AddDays(-2), Ct);
        await coverage.RecordAsync(target, _now.AddDays(-2), _now, Ct);

        var observed = Assert.Single(SearchReader.Hits(await AskAsync("When each host")).ToArray()).GetProperty("_source");

        Assert.Equal(("reader.example", new CoverageInterval(_now.AddDays(-3), _now)), (observed.GetProperty("host").GetString(), new CoverageInterval(observed.GetProperty("from").GetDateTimeOffset(), observed.GetProperty("to").GetDateTimeOffset())));
    }

    [Fact]
    public void Every_request_of_the_README_is_tested() =>
        Assert.Equal(["_security/api_key", "_security/role/listening-dashboard", "listening-coverage/_search", "listening-posts/_search"], ReadmeRequest.All.Select(request => request.Path).Distinct().Order(StringComparer.Ordinal));

    // Two months of posts; one is deleted, one belongs to another hashtag.
    private async Task<IReadOnlyList<Post>> StoreAsync()
    {
        var random = new Random(11);
        var posts = Enumerable.Range(0, 300).Select(i =>
        {
            var author = $"person{random.Next(12)}";
            var post = _samples.New($"{i}", author, _now.AddMinutes(-random.Next(1, 60 * 24 * 60))) with
            {
                Author = _samples.Author(author, isBot: author == "person0"),
                Kind = i % 7 == 0 ? PostKind.Repost : PostKind.Post,
                Tags = i % 3 == 0 ? [_samples.Tag, _samples.Named("catering")] : i % 5 == 0 ? [_samples.Tag, _samples.Named("stage"), _samples.Named("catering")] : [_samples.Tag],
            };
            return post;
        }).ToList();
        var store = (await node.OpenAsync()).Posts;
        await store.UpsertAsync([.. posts, _samples.New("other") with { Matched = [_samples.OtherTag], Tags = [_samples.OtherTag] }], Ct);
        await store.DeleteAsync([posts[0].PostKey], Ct);
        posts.RemoveAt(0);
        return posts;
    }

    private async Task<JsonElement> AskAsync(string words)
    {
        var request = ReadmeRequest.Find(words);
        var body = JsonNode.Parse(request.For(node.Prefix).ToJsonString().Replace("\"eventprofs\"", $"\"{_samples.Tag}\"", StringComparison.Ordinal))!.AsObject();
        return await node.Client.RequireAsync(new ElasticsearchRequest(request.Method, request.PathFor(node.Prefix), new(JsonSerializer.SerializeToUtf8Bytes(body))), Ct);
    }

    private static JsonElement.ArrayEnumerator Buckets(JsonElement answer, string name) => answer.GetProperty("aggregations").GetProperty(name).GetProperty("buckets").EnumerateArray();
}

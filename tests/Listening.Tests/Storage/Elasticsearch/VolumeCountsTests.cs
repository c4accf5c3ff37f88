using Listening.Posts;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class VolumeCountsTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>
{
    private readonly PostSamples _samples = new();

    [Theory]
    [InlineData(1_000_000, 60_000)]
    [InlineData(40, 60_000)]
    [InlineData(40, 12)]
    [InlineData(1, 1)]
    public async Task However_little_may_be_asked_at_once_the_answer_is_the_same(long placesAtOnce, long peopleAtOnce)
    {
        var ct = TestContext.Current.CancellationToken;
        var random = new Random(5);
        var from = new DateTimeOffset(2026, 10, 25, 0, 0, 0, TimeSpan.Zero);
        Post[] posts = [.. Enumerable.Range(0, 400).Select(number => _samples.New($"{number}", $"person{random.Next(40)}", from.AddMinutes(random.Next(60 * 24 * 14))))];
        await (await node.OpenAsync()).Posts.UpsertAsync(posts, ct);
        var counts = new VolumeCounts(new SearchReader(node.Client, $"{node.Prefix}-posts"), placesAtOnce, peopleAtOnce);

        foreach (var hours in new[] { 5, 24, 100, 400 })
        {
            DateTimeOffset[] edges = [.. Enumerable.Range(0, (24 * 14 / hours) + 2).Select(interval => from.AddHours(interval * hours))];
            Assert.Equal(edges.Zip(edges.Skip(1), (first, end) => Counted(posts, first, end)), await counts.VolumeAsync(_samples.Tag, edges, ct));
        }
    }

    private static VolumeCount Counted(IEnumerable<Post> posts, DateTimeOffset from, DateTimeOffset to)
    {
        Post[] within = [.. posts.Where(post => post.CreatedAt >= from && post.CreatedAt < to)];
        return new(within.Length, within.Select(post => post.Author!.Key).Distinct(StringComparer.Ordinal).Count());
    }
}

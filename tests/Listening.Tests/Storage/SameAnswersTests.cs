using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Storage.Compared;
using Listening.Tests.Storage.Elasticsearch;
using Listening.Tests.Storage.Sqlite;
using Listening.Tests.Support;
using Listening.Tests.Worker.Commands;
using Listening.Tracking;

namespace Listening.Tests.Storage;

/// <summary>Both stores are filled with the same and have to give the same integers, which are those that a plain count gives.</summary>
public sealed class SameAnswersTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>, IDisposable
{
    private const int Seed = 20_261_130;

    private readonly SqliteTestStore _file = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task Twenty_thousand_generated_posts_give_the_same_answers()
    {
        var elasticsearch = await node.OpenAsync();
        var sqlite = await _file.OpenPreparedAsync();
        var generated = new GeneratedPosts(20_000, Seed, Guid.NewGuid().ToString("N")[..8]);
        var before = (await elasticsearch.Store.InfoAsync(Ct)).Posts;
        await Task.WhenAll(generated.FillAsync(sqlite.Posts, Ct), generated.FillAsync(elasticsearch.Posts, Ct));
        var truth = generated.Truth();

        Assert.Equal(truth.Count, (await sqlite.Store.InfoAsync(Ct)).Posts);
        Assert.Equal(truth.Count, (await elasticsearch.Store.InfoAsync(Ct)).Posts - before);
        foreach (var hashtag in generated.Hashtags)
        {
            Assert.Equal(await LinesAsync(sqlite, hashtag), await LinesAsync(elasticsearch, hashtag));
            var answers = new SameAnswers(sqlite, elasticsearch, hashtag, new PlainCounts(truth, hashtag), GeneratedPosts.From, GeneratedPosts.To);
            await answers.CompareCountsAsync();
            await answers.CompareRawAnswersAsync();
            await answers.CompareSearchAsync();
        }
    }

    [Fact]
    public async Task A_conference_that_was_imported_gives_the_same_answers()
    {
        var csv = Path.Combine(ProjectFolders.Shared, "data", "conference", "posts.csv");
        Assert.SkipUnless(File.Exists(csv), $"{csv} is not there; LISTENING_SHARED says where the shared folder lies.");
        var elasticsearch = await node.OpenAsync();
        using var shell = new CommandLine();
        await File.WriteAllTextAsync(
            shell.File("elasticsearch.json"),
            JsonSerializer.Serialize(new { Storage = new { Elasticsearch = new { Urls = ElasticsearchNode.Url, IndexPrefix = node.Prefix } } }),
            Ct);

        var intoFile = await shell.CallAsync("import", csv, "--hashtag", "conf", "--json");
        var intoNode = await shell.CallAsync("import", csv, "--hashtag", "conf", "--json", "--config", shell.File("elasticsearch.json"));

        Assert.Equal(intoFile.Answer, intoNode.Answer);
        var conference = new ConferencePosts(await File.ReadAllLinesAsync(csv, Ct), "conf");
        Assert.Equal((conference.Posts.Count, conference.Posts.Count), (intoFile.Json().GetProperty("read").GetInt32(), intoFile.Json().GetProperty("stored").GetInt32()));
        using var opened = new SqliteTestStore(shell.Folder);
        var sqlite = opened.Open();
        Assert.Equal(await LinesAsync(sqlite, "conf", withoutSight: true), await LinesAsync(elasticsearch, "conf", withoutSight: true));
        var answers = new SameAnswers(sqlite, elasticsearch, "conf", new PlainCounts(conference.Posts, "conf"), conference.From, conference.To);
        await answers.CompareCountsAsync();
        await answers.CompareRawAnswersAsync();
        await answers.CompareSearchAsync();
        CoverageInterval[] observed = [new(conference.From, conference.To)];
        Assert.Equal(observed, Assert.Single(await sqlite.Coverage.IntervalsAsync(["conf"], null, null, Ct)).Intervals);
        Assert.Equal(observed, Assert.Single(await elasticsearch.Coverage.IntervalsAsync(["conf"], null, null, Ct)).Intervals);
    }

    [Fact]
    public async Task What_was_observed_and_withheld_gives_the_same_answers()
    {
        StoreUnderTest[] stores = [await _file.OpenPreparedAsync(), await node.OpenAsync()];
        var random = new Random(Seed);
        var observed = new ObservedSeconds($"eventprofs{Guid.NewGuid().ToString("N")[..8]}");
        var withheld = new WithheldCounts(0, 0, 0, 0, 0);
        for (var step = 0; step < 150; step++)
        {
            var (target, from, to) = observed.Next(random);
            var counts = new WithheldCounts(random.Next(3), random.Next(3), random.Next(3), random.Next(3), random.Next(3));
            withheld = withheld.Plus(counts);
            foreach (var store in stores)
            {
                await store.Coverage.RecordAsync(target, from, to, Ct);
                await store.Tracking.CountWithheldAsync(counts, Ct);
            }
        }

        foreach (var store in stores)
        {
            Assert.Equal(withheld, await store.Tracking.WithheldAsync(Ct));
            await observed.CompareAsync(store, Ct);
        }
    }

    private static async Task<List<string>> LinesAsync(StoreUnderTest store, string hashtag, bool withoutSight = false)
    {
        List<string> lines = [];
        await foreach (var post in store.Posts.ReadAsync(hashtag, null, null, tombstones: true, Ct))
        {
            lines.Add(JsonSerializer.Serialize(withoutSight ? post with { FirstSeenAt = null } : post, ListeningJson.Options));
        }

        return lines;
    }
}

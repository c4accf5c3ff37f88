using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>What only this store has to cope with, on a real node.</summary>
public sealed class ElasticsearchFactsTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>
{
    private static readonly DateTimeOffset November = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PostSamples _samples = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-100, 0)]
    [InlineData(400, -600)]
    public async Task A_post_at_the_edge_of_a_month_is_kept_once_whatever_its_hosts_say(int first, int second)
    {
        var store = (await node.OpenAsync()).Posts;
        await store.UpsertAsync([_samples.New("1", at: November.AddMilliseconds(first))], Ct);

        var outcome = await store.UpsertAsync([_samples.New("1", at: November.AddMilliseconds(second), host: "events.example")], Ct);

        Assert.Equal(new UpsertOutcome(0, 1, 0), outcome);
        var post = Assert.Single((await store.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Posts);
        Assert.Equal(November.AddMilliseconds(second), post.CreatedAt);
    }

    [Fact]
    public async Task Two_writers_at_the_edge_of_a_month_leave_each_post_once()
    {
        var (one, two) = ((await node.OpenAsync()).Posts, (await node.OpenAsync()).Posts);
        for (var round = 0; round < 5; round++)
        {
            Post[] Copies(int milliseconds, string host) =>
                [.. Enumerable.Range(0, 20).Select(i => _samples.New($"{round}-{i}", at: November.AddMilliseconds(milliseconds), host: host))];

            await Task.WhenAll(one.UpsertAsync(Copies(-300, "a.example"), Ct), two.UpsertAsync(Copies(200, "b.example"), Ct));
        }

        var posts = (await one.SearchAsync(new PostQuery { Hashtag = _samples.Tag, Limit = 1_000 }, Ct)).Posts;
        Assert.Equal(100, posts.Count);
        Assert.Equal(100, posts.DistinctBy(post => post.PostKey).Count());
        Assert.All(posts, post => Assert.Equal(2, post.SeenVia.Count));
    }

    [Fact]
    public async Task Two_writers_of_a_reply_and_its_parent_do_not_miss_each_other()
    {
        var (one, two) = ((await node.OpenAsync()).Posts, (await node.OpenAsync()).Posts);
        for (var round = 0; round < 10; round++)
        {
            var (parent, reply) = ($"{round}-parent", $"{round}-reply");
            await Task.WhenAll(one.UpsertAsync([_samples.New(parent)], Ct), two.UpsertAsync([_samples.Reply(reply, parent)], Ct));

            var stored = Assert.Single(await one.GetAsync([_samples.Key(reply)], Ct));
            Assert.Equal((_samples.Key(parent), _samples.Key(parent)), (stored.ReplyTo?.PostKey, stored.ThreadKey));
        }
    }

    [Fact]
    public async Task Posts_lie_in_the_month_of_their_time_and_liars_share_one()
    {
        var store = (await node.OpenAsync()).Posts;

        await store.UpsertAsync([_samples.New("1", at: November.AddYears(-3)), _samples.New("2", at: DateTimeOffset.UnixEpoch), _samples.New("3", at: DateTimeOffset.MinValue)], Ct);

        var months = (await node.IndicesAsync()).Where(name => name.Contains("-posts-", StringComparison.Ordinal)).ToArray();
        Assert.Contains($"{node.Prefix}-posts-v1-2023.11", months);
        Assert.Contains($"{node.Prefix}-posts-v1-2007.01", months);
        Assert.DoesNotContain(months, name => name.EndsWith("-1970.01", StringComparison.Ordinal) || name.EndsWith("-0001.01", StringComparison.Ordinal));
        Assert.Equal(3, (await store.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Total);
    }

    [Fact]
    public async Task A_month_that_is_too_old_is_dropped_as_a_whole_and_a_post_that_belongs_to_the_next_one_is_not()
    {
        await using var other = new ElasticsearchNode();
        var store = (await other.OpenAsync()).Posts;
        await store.UpsertAsync([_samples.New("1", at: November.AddMonths(-2)), _samples.New("2", at: November.AddDays(-3)).ToTombstone(), _samples.New("3", at: November.AddDays(1))], Ct);
        await store.UpsertAsync([_samples.New("moved", at: November.AddMonths(-1).AddMilliseconds(-100))], Ct);
        await store.UpsertAsync([_samples.New("moved", at: November.AddMonths(-1), host: "events.example")], Ct);

        Assert.Equal(1, await store.ExpireAsync(November.AddMonths(-1), Ct));
        var months = await MonthsAsync();
        Assert.Equal(2, await store.ExpireAsync(November, Ct));

        Assert.Equal(["2026.09", "2026.10", "2026.11"], months);
        Assert.Equal(["2026.11"], await MonthsAsync());
        Assert.Equal([_samples.Key("3")], (await store.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Posts.Select(post => post.PostKey));

        async Task<string[]> MonthsAsync() =>
            [.. (await other.IndicesAsync()).Where(name => name.Contains("-posts-", StringComparison.Ordinal)).Select(name => name[^7..]).Where(month => string.CompareOrdinal(month, "2026.12") < 0).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_last_month_that_is_there_is_dropped_too_and_the_next_post_is_taken()
    {
        await using var other = new ElasticsearchNode();
        var opened = await other.OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        await opened.Posts.UpsertAsync([_samples.New("old", at: now.AddYears(-1))], Ct);
        await WithoutPostsSinceThenAsync();

        Assert.Equal(1, await opened.Posts.ExpireAsync(now.AddMonths(-2), Ct));

        await opened.Store.CheckWritableAsync(Ct);
        Assert.Equal(new UpsertOutcome(1, 0, 0), await opened.Posts.UpsertAsync([_samples.New("new", at: now)], Ct));

        async Task WithoutPostsSinceThenAsync() =>
            await other.Client.RequireAsync(ElasticsearchRequest.Delete(string.Create(CultureInfo.InvariantCulture, $"{other.Prefix}-posts-v1-{now:yyyy.MM}")), Ct);
    }

    [Fact]
    public async Task Posts_whose_answer_got_lost_count_as_stored_when_the_request_is_repeated()
    {
        Assert.SkipWhen(ElasticsearchNode.IsSecured, "What is held up is recognised by its words, which TLS hides.");
        using var services = node.Create(TimeProvider.System);
        await services.Store.PrepareAsync(Ct);
        await using var forwarder = new TcpForwarder(new Uri(ElasticsearchNode.Url!));
        using var farther = node.Create(TimeProvider.System, forwarder.Url);
        var hasArrived = forwarder.HoldAfterAsync("_bulk");

        var outcome = farther.Posts.UpsertAsync([_samples.New("1"), _samples.New("2")], Ct);
        await hasArrived.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await UntilStoredAsync();
        forwarder.Cut();
        forwarder.Restore();

        Assert.Equal(new UpsertOutcome(2, 0, 0), await outcome);

        async Task UntilStoredAsync()
        {
            while ((await services.Posts.GetAsync([_samples.Key("1"), _samples.Key("2")], Ct)).Count < 2)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Ct);
                await node.Client.RequireAsync(ElasticsearchRequest.Post($"{node.Prefix}-posts/_refresh"), Ct);
            }
        }
    }

    [Fact]
    public async Task Every_target_is_listed_once_while_workers_claim_them()
    {
        await using var other = new ElasticsearchNode();
        var tracking = (await other.OpenAsync()).Tracking;
        var due = new DateTimeOffset(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);
        var targets = Enumerable.Range(0, SearchReader.PageSize + 200).Select(number => new PollTarget("mastodon", $"host{number % 10}.example", $"tag{number}")).ToList();
        var states = new ConcurrentBag<PollState>();
        await Parallel.ForEachAsync(targets, Ct, async (target, ct) => states.Add((await tracking.SaveAsync(new PollState { Target = target, NextPollAt = due }, ct))!));

        var claiming = Parallel.ForEachAsync(states, Ct, async (state, ct) => await tracking.SaveAsync(state with { NextPollAt = due.AddMinutes(5) }, ct));
        do
        {
            var listed = (await tracking.PollStatesAsync(null, Ct)).Select(state => state.Target.Id).Order(StringComparer.Ordinal);
            Assert.Equal(targets.Select(target => target.Id).Order(StringComparer.Ordinal), listed);
        }
        while (!claiming.IsCompleted);

        await claiming;
    }

    [Fact]
    public async Task A_store_whose_indices_are_blocked_still_answers_and_names_the_block_until_it_is_lifted()
    {
        var opened = await node.OpenAsync();
        await opened.Posts.UpsertAsync([_samples.New("1", at: November.AddYears(-1))], Ct);
        await opened.Store.CheckWritableAsync(Ct);

        await BlockAsync(true);
        try
        {
            Assert.Single(await opened.Posts.GetAsync([_samples.Key("1")], Ct));
            var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => opened.Store.CheckWritableAsync(Ct));
            Assert.Contains("index.blocks.read_only_allow_delete", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            await BlockAsync(null);
        }

        await opened.Store.CheckWritableAsync(Ct);
    }

    [Fact]
    public async Task A_post_that_does_not_fit_becomes_a_dead_letter_and_does_not_hold_up_its_page()
    {
        var store = (await node.OpenAsync()).Posts;
        var unfit = _samples.New("unfit") with { ThreadKey = new string('x', 40_000) };

        var outcome = await store.UpsertAsync([_samples.New("1"), unfit, _samples.New("2")], Ct);

        Assert.Equal(new UpsertOutcome(2, 0, 1), outcome);
        Assert.Equal(2, (await store.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Total);
        var letter = await DocumentAsync("tracking", $"dead_letter:{_samples.Key("unfit")}");
        Assert.Equal(_samples.Key("unfit"), (string?)letter["body"]!["id"]);
        Assert.NotNull((string?)letter["body"]!["reason"]);
    }

    [Fact]
    public async Task A_text_that_may_not_be_searched_is_handed_out_and_lies_where_no_query_looks()
    {
        var store = (await node.OpenAsync()).Posts;
        var post = _samples.New("1", text: new string('ü', 40_000)) with { Searchable = false, SeenVia = [new SeenVia("reader.example", _samples.Named("1"), false)] };

        await store.UpsertAsync([post], Ct);

        Assert.Equal(post.Text, Assert.Single(await store.GetAsync([post.PostKey], Ct)).Text);
        var document = await DocumentAsync("posts", post.PostKey);
        Assert.False(document.ContainsKey("text"));
        Assert.False(document.ContainsKey("folded"));
    }

    [Fact]
    public async Task A_full_disk_is_told_in_one_sentence_and_the_batch_can_be_repeated()
    {
        await node.OpenAsync();
        var store = node.Create(new HurryingTime()).Posts;
        Post[] batch = [_samples.New("1", at: November.AddYears(-1))];
        await store.UpsertAsync(batch, Ct);
        await BlockAsync(true);
        try
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.UpsertAsync([_samples.New("2", at: November.AddYears(-1))], Ct));
            Assert.Contains("disk", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            await BlockAsync(null);
        }

        Assert.Equal(new UpsertOutcome(1, 0, 1), await store.UpsertAsync([.. batch, _samples.New("2", at: November.AddYears(-1))], Ct));
    }

    [Fact]
    public async Task An_index_of_a_newer_version_is_refused_with_one_sentence()
    {
        await using var other = new ElasticsearchNode();
        await other.OpenAsync();
        var newer = new JsonObject { ["mappings"] = new JsonObject { ["_meta"] = new JsonObject { ["app"] = "listening", ["schema"] = 2 } } };
        await other.Client.RequireAsync(ElasticsearchRequest.Put($"{other.Prefix}-tracking-v2", newer), Ct);

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(other.OpenAsync);

        Assert.Contains($"{other.Prefix}-tracking-v2 was written by a newer version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Indices_of_another_prefix_are_nobody_elses_business()
    {
        await using var other = new ElasticsearchNode();
        await other.OpenAsync();
        var newer = new JsonObject { ["mappings"] = new JsonObject { ["_meta"] = new JsonObject { ["app"] = "listening", ["schema"] = 2 } } };
        await other.Client.RequireAsync(ElasticsearchRequest.Put($"{other.Prefix}-demo-tracking-v2", newer), Ct);

        await other.OpenAsync();
    }

    private async Task BlockAsync(bool? isFull) => await node.Client.RequireAsync(
        ElasticsearchRequest.Put($"{node.Prefix}-posts-v1-2025.11/_settings", new JsonObject { ["index.blocks.read_only_allow_delete"] = isFull }), Ct);

    private async Task<JsonObject> DocumentAsync(string kind, string id)
    {
        var body = new JsonObject { ["query"] = new JsonObject { ["ids"] = new JsonObject { ["values"] = new JsonArray(id) } } };
        var answer = await node.Client.RequireAsync(ElasticsearchRequest.Post($"{node.Prefix}-{kind}/_search", body), Ct);
        return JsonObject.Create(answer.GetProperty("hits").GetProperty("hits")[0].GetProperty("_source"))!;
    }
}

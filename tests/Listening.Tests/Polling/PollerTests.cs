using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Polling;

public sealed class PollerTests
{
    [Fact]
    public async Task The_first_poll_reads_the_top_page_and_then_back_to_the_end()
    {
        await using var engine = await StartAsync(posts: 10);

        await engine.TickAsync();

        Assert.Equal(10, (await engine.StoredAsync()).Count);
        Assert.Equal(["forward", "back 8", "back 5", "back 2", "back 1"], engine.Source.Requests);
        var checkpoint = (await engine.StateAsync()).Checkpoint;
        Assert.Equal("10", checkpoint.Newest);
        Assert.True(checkpoint.Back!.Done);
    }

    [Fact]
    public async Task The_back_fill_stops_at_the_first_page_that_is_older_than_wanted()
    {
        await using var engine = await Engine.StartAsync(new() { ["Polling:Backfill"] = "2.00:00:00" });
        for (var id = 1; id <= 10; id++)
        {
            engine.Source.Add(id, Sample(engine, id, age: TimeSpan.FromDays(11 - id)));
        }

        await engine.TickAsync();

        Assert.Equal(["forward"], engine.Source.Requests);
        Assert.True((await engine.StateAsync()).Checkpoint.Back!.Done);
    }

    [Fact]
    public async Task New_posts_over_several_pages_are_read_until_a_page_is_empty()
    {
        await using var engine = await StartAsync(posts: 2);
        await engine.TickAsync();
        Add(engine, 3, 9);
        engine.Source.Requests.Clear();

        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();

        Assert.Equal(["forward 2", "forward 5", "forward 8", "forward 9"], engine.Source.Requests);
        Assert.Equal(9, (await engine.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_host_that_knows_nothing_yet_is_read_back_and_said_once_and_starts_at_the_top_when_posts_come()
    {
        await using var engine = await StartAsync(posts: 0);
        await engine.TickAsync();
        var empty = (await engine.StateAsync()).Checkpoint;
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();
        Add(engine, 1, 7);
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.TickAsync();

        Assert.Equal((null, true), (empty.Newest, empty.Back!.Done));
        Assert.Single(engine.Log.GetSnapshot(), record => record.Message.Contains("for the first time"));
        Assert.Equal(7, (await engine.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_rate_limited_page_leaves_the_checkpoint_alone_and_keeps_the_pages_before_it()
    {
        await using var engine = await StartAsync(posts: 10);
        var reset = engine.Time.GetUtcNow().AddMinutes(3);
        engine.Source.BeforeAnswer = request => { if (request == 3) { throw new RateLimitedException("Too many requests.", reset); } };

        await engine.TickAsync();

        Assert.Equal(6, (await engine.StoredAsync()).Count);
        Assert.Equal("5", (await engine.StateAsync()).Checkpoint.Back!.Before);
        Assert.True((await engine.HealthAsync()).AvailableAt >= reset);
    }

    [Fact]
    public async Task A_demanded_wait_is_kept_by_the_next_process_and_reading_goes_on_where_it_was()
    {
        await using var engine = await StartAsync(posts: 10);
        var reset = engine.Time.GetUtcNow().AddMinutes(3);
        engine.Source.BeforeAnswer = request => { if (request == 3) { throw new RateLimitedException("Too many requests.", reset); } };
        await engine.TickAsync();
        engine.Source.Requests.Clear();

        engine.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.TickAsync();
        Assert.Empty(engine.Source.Requests);

        engine.Source.BeforeAnswer = _ => { };
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        await engine.TickAsync();
        Assert.Equal(["forward 10", "back 5", "back 2", "back 1"], engine.Source.Requests);
        Assert.Equal(10, (await engine.StoredAsync()).Count);
    }

    [Fact]
    public async Task A_budget_that_is_used_up_on_a_good_answer_stops_the_poll_at_that_page()
    {
        await using var engine = await StartAsync(posts: 10);
        engine.Source.Budget = new HostBudget(300, 0, engine.Time.GetUtcNow().AddMinutes(5));

        await engine.TickAsync();

        Assert.Equal(["forward"], engine.Source.Requests);
        Assert.Equal(3, (await engine.StoredAsync()).Count);
    }

    [Fact]
    public async Task The_back_fill_takes_at_most_half_of_what_the_host_still_allows()
    {
        await using var engine = await StartAsync(posts: 60);
        engine.Source.BeforeAnswer = request => engine.Source.Budget = new HostBudget(20, 10 - request, engine.Time.GetUtcNow().AddMinutes(5));

        await engine.TickAsync();

        Assert.InRange(engine.Source.Requests.Count, 4, 7);
        Assert.False((await engine.StateAsync()).Checkpoint.Back!.Done);
    }

    [Fact]
    public async Task A_host_that_refuses_is_said_in_one_sentence_with_the_time_of_the_next_try()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.BeforeAnswer = _ => throw new PlatformUnavailableException("The connection was refused.");

        await engine.TickAsync();

        var line = Assert.Single(engine.Log.GetSnapshot(), record => record.Level == LogLevel.Warning && record.Message.Contains("refused"));
        Assert.Equal("host.example (mastodon): The connection was refused. It is asked again at 12:01:00Z.", line.Message);
        Assert.Null(line.Exception);
    }

    [Fact]
    public async Task That_a_host_is_asked_for_the_first_time_is_said_once_however_often_it_fails()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.BeforeAnswer = request => { if (request < 4) { throw new PlatformUnavailableException("The connection was refused."); } };

        await engine.TickAsync();
        await engine.PassAsync(TimeSpan.FromMinutes(20));

        Assert.Single(await engine.StoredAsync());
        Assert.Single(engine.Log.GetSnapshot(), record => record.Message.Contains("for the first time"));
    }

    [Fact]
    public async Task Without_any_answer_the_demo_is_mentioned_once()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.BeforeAnswer = _ => throw new PlatformUnavailableException("The connection was refused.");

        for (var minute = 0; minute < 5; minute++)
        {
            await engine.TickAsync();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(engine.Log.GetSnapshot(), record => record.Message.Contains("--demo"));
    }

    [Fact]
    public async Task The_demo_is_not_mentioned_before_every_host_was_asked()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.AddHost("second.example");
        await engine.Tracking.SaveHealthAsync(
            new SourceHealth { Platform = "mastodon", Host = ScriptedSource.Host }.Refused(engine.Time.GetUtcNow(), "The connection was refused.", TimeSpan.FromMinutes(30)), default);

        await engine.TickAsync();
        await engine.PassAsync(TimeSpan.FromMinutes(2));

        Assert.DoesNotContain(engine.Log.GetSnapshot(), record => record.Message.Contains("--demo"));
    }

    [Fact]
    public async Task An_error_that_nobody_foresaw_stops_neither_the_worker_nor_the_next_poll()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.BeforeAnswer = request => { if (request == 1) { throw new InvalidOperationException("a bug"); } };

        await engine.TickAsync();
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();

        Assert.Single(await engine.StoredAsync());
    }

    [Fact]
    public async Task What_fails_around_a_poll_is_told_at_the_next_tick_and_the_lane_is_read_again()
    {
        await using var engine = await StartAsync(posts: 1);
        engine.Source.Floor = () => throw new InvalidOperationException("a bug");
        await Assert.ThrowsAsync<InvalidOperationException>(engine.TickAsync);

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Get<PollRound>().TickAsync(default));
        engine.Source.Floor = () => TimeSpan.Zero;
        await engine.TickAsync();

        Assert.Single(await engine.StoredAsync());
    }

    [Fact]
    public async Task A_claimed_target_is_not_polled_by_somebody_else()
    {
        await using var engine = await StartAsync(posts: 1);
        await engine.Get<PollTargets>().PlanAsync(await engine.Tracking.HashtagsAsync(default), engine.Time.GetUtcNow(), default);
        var due = await engine.StateAsync();
        var health = new SourceHealth { Platform = "mastodon", Host = ScriptedSource.Host };
        var matcher = new Matcher(await engine.Tracking.HashtagsAsync(default));
        await engine.Get<Poller>().PollAsync(due, health, engine.Source, matcher, engine.Time.GetUtcNow().AddDays(-84), default);
        engine.Source.Requests.Clear();

        await engine.Get<Poller>().PollAsync(due, health, engine.Source, matcher, engine.Time.GetUtcNow().AddDays(-84), default);

        Assert.Empty(engine.Source.Requests);
    }

    [Fact]
    public async Task A_target_that_another_process_took_over_is_no_fault_of_its_host()
    {
        await using var engine = await StartAsync(posts: 4);
        engine.Source.BeforeAnswer = request => { if (request == 1) { Steal(engine); } };

        await engine.TickAsync();

        Assert.Single(engine.Log.GetSnapshot(), record => record.Message.Contains("another worker"));
        Assert.DoesNotContain(await engine.Tracking.HealthAsync(default), health => health.Failures > 0);
    }

    [Fact]
    public async Task A_paused_hashtag_is_not_asked_for_and_goes_on_from_its_checkpoint()
    {
        await using var engine = await StartAsync(posts: 2);
        await engine.TickAsync();
        var followed = (await engine.Tracking.HashtagsAsync(default)).Single();
        await engine.Tracking.UpdateHashtagAsync(followed with { State = HashtagState.Paused }, default);
        engine.Source.Requests.Clear();
        engine.Time.Advance(TimeSpan.FromMinutes(10));
        await engine.TickAsync();
        Assert.Empty(engine.Source.Requests);

        await engine.Tracking.UpdateHashtagAsync(followed with { State = HashtagState.Active }, default);
        await engine.TickAsync();

        Assert.Equal(["forward 2"], engine.Source.Requests);
    }

    [Fact]
    public async Task Withheld_posts_are_counted_and_never_stored()
    {
        await using var engine = await StartAsync(posts: 0);
        engine.Source.Add(1, Sample(engine, 1), AuthorFlags.None with { OptedOut = true });
        engine.Source.Add(2, Sample(engine, 2), isPublic: false);
        engine.Source.Add(3, Sample(engine, 3));

        await engine.TickAsync();

        Assert.Equal("author3", Assert.Single(await engine.StoredAsync()).Author!.Name);
        Assert.Equal(WithheldCounts.None with { OptOut = 1, NotPublic = 1 }, await engine.Tracking.WithheldAsync(default));
    }

    [Fact]
    public async Task An_author_who_opts_out_later_is_erased_at_the_next_look()
    {
        await using var engine = await Engine.StartAsync();
        engine.Source.Add(1, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "1"));
        engine.Source.Add(2, EnginePosts.Post("tom", engine.Time.GetUtcNow(), id: "2"));
        await engine.TickAsync();
        Assert.Equal(2, (await engine.StoredAsync()).Count);

        engine.Source.Add(3, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "3"), AuthorFlags.None with { OptedOut = true });
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();

        Assert.Equal(["@tom@tom.example"], (await engine.StoredAsync()).Select(post => post.Author!.Handle));
    }

    [Fact]
    public async Task Where_opt_out_words_are_ignored_nobody_is_erased()
    {
        await using var engine = await Engine.StartAsync(new() { ["Consent:OptOutWords"] = "ignore" });
        engine.Source.Add(1, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "1"));
        await engine.TickAsync();

        engine.Source.Add(2, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "2"), AuthorFlags.None with { OptedOut = true });
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await engine.TickAsync();

        Assert.Equal(2, (await engine.StoredAsync()).Count);
    }

    [Fact]
    public async Task An_indexable_that_nobody_states_keeps_a_post_out_of_search_and_a_stated_one_lets_it_be_found()
    {
        await using var engine = await StartAsync(posts: 0);
        engine.Source.Add(1, Sample(engine, 1), AuthorFlags.None with { HasIndexable = true });
        engine.Source.Add(2, Sample(engine, 2), AuthorFlags.None with { HasIndexable = true, Indexable = true });

        await engine.TickAsync();

        var found = await engine.Posts.SearchAsync(new PostQuery { Hashtag = "eventprofs", Text = TextQuery.Parse("words") }, default);
        Assert.Equal("author2", Assert.Single(found.Posts).Author!.Name);
        Assert.Equal(1, found.Unsearchable);
    }

    private static async Task<Engine> StartAsync(int posts)
    {
        var engine = await Engine.StartAsync();
        Add(engine, 1, posts);
        return engine;
    }

    private static void Steal(Engine engine) => Task.Run(async () => Assert.NotNull(await engine.Tracking.SaveAsync(await engine.StateAsync(), default))).Wait();

    private static void Add(Engine engine, int first, int last)
    {
        for (var id = first; id <= last; id++)
        {
            engine.Source.Add(id, Sample(engine, id));
        }
    }

    private static Post Sample(Engine engine, int id, TimeSpan? age = null) =>
        EnginePosts.Post($"author{id}", engine.Time.GetUtcNow() - (age ?? TimeSpan.FromHours(70 - id)), id: id.ToString());
}

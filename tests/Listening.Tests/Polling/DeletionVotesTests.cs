using Listening.Posts;
using Listening.Tests.Support;

namespace Listening.Tests.Polling;

public sealed class DeletionVotesTests
{
    private const string Other = "other.example";

    [Fact]
    public async Task A_post_that_its_own_host_misses_is_gone_at_once()
    {
        await using var engine = await StartAsync(home: ScriptedSource.Host);

        engine.Source.Remove(1);
        await engine.PassAsync(TimeSpan.FromMinutes(80));

        var stored = Assert.Single(await engine.StoredAsync());
        Assert.True(stored.IsDeleted);
        Assert.Null(stored.Text);
        Assert.Null(stored.Author);
    }

    [Fact]
    public async Task A_post_that_one_of_two_foreign_hosts_misses_stays()
    {
        await using var engine = await StartAsync();

        engine.Source.Remove(1);
        await engine.PassAsync(TimeSpan.FromHours(5));

        Assert.False(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    [Fact]
    public async Task A_post_that_every_host_misses_is_gone_once_each_has_missed_it_for_an_hour()
    {
        await using var engine = await StartAsync();

        engine.Source.Remove(1);
        engine.Source.Remove(1, Other);
        await engine.PassAsync(TimeSpan.FromMinutes(80));
        Assert.False(Assert.Single(await engine.StoredAsync()).IsDeleted);
        await engine.PassAsync(TimeSpan.FromMinutes(80));

        Assert.True(Assert.Single(await engine.StoredAsync()).IsDeleted);
        Assert.Empty(await engine.Missed.OfAsync([Key], default));
    }

    [Fact]
    public async Task A_post_that_comes_back_was_never_gone()
    {
        await using var engine = await StartAsync();

        engine.Source.Remove(1);
        engine.Source.Remove(1, Other);
        await engine.PassAsync(TimeSpan.FromMinutes(80));
        engine.Source.Add(1, Sample(engine));
        engine.Source.Add(1, Sample(engine), host: Other);
        await engine.PassAsync(TimeSpan.FromHours(5));

        Assert.False(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    [Fact]
    public async Task A_host_that_refuses_us_has_no_vote()
    {
        await using var engine = await StartAsync();

        engine.Source.Remove(1);
        engine.Source.Refuses = Other;
        await engine.PassAsync(TimeSpan.FromHours(5));

        Assert.True(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    [Fact]
    public async Task A_host_that_is_down_for_a_while_is_waited_for_and_one_that_stays_silent_is_not()
    {
        await using var engine = await StartAsync();

        engine.Source.Remove(1);
        engine.Source.IsDown = Other;
        await engine.PassAsync(TimeSpan.FromMinutes(8));
        engine.Source.IsDown = null;
        await engine.PassAsync(TimeSpan.FromHours(5));
        Assert.False(Assert.Single(await engine.StoredAsync()).IsDeleted);

        engine.Source.IsDown = Other;
        await engine.PassAsync(TimeSpan.FromHours(5));

        Assert.True(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    [Fact]
    public async Task The_old_copy_of_one_host_does_not_undo_a_deletion()
    {
        await using var engine = await StartAsync(home: ScriptedSource.Host);

        engine.Source.Remove(1);
        await engine.PassAsync(TimeSpan.FromHours(4));

        Assert.True(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    [Fact]
    public async Task A_post_older_than_the_sweeps_is_missed_when_it_reaches_an_age()
    {
        await using var engine = await Engine.StartAsync(new() { ["Polling:SweepInterval"] = "30.00:00:00" });
        engine.Source.Add(1, Sample(engine) with { Host = ScriptedSource.Host });
        await engine.TickAsync();

        engine.Source.Remove(1);
        await engine.PassAsync(TimeSpan.FromMinutes(80));

        Assert.True(Assert.Single(await engine.StoredAsync()).IsDeleted);
    }

    private const string Key = "https://mara.example/posts/1";

    private static async Task<Engine> StartAsync(string home = "mara.example")
    {
        var engine = await Engine.StartAsync();
        engine.Source.AddHost(Other);
        engine.Source.Add(1, Sample(engine) with { Host = home });
        engine.Source.Add(1, Sample(engine) with { Host = home }, host: Other);
        await engine.TickAsync();
        await engine.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, Assert.Single(await engine.StoredAsync()).SeenVia.Count);
        return engine;
    }

    private static Post Sample(Engine engine) => EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "1");
}

using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Polling;

public sealed class SweeperTests
{
    [Fact]
    public async Task A_post_that_a_host_fetched_later_sorts_into_the_past_and_is_found_by_the_sweep()
    {
        await using var engine = await StartAsync(10, 20, 30, 40, 50);

        engine.Source.Add(25, Sample(engine, 25));
        await engine.PassAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(5, (await engine.StoredAsync()).Count);
        await engine.PassAsync(TimeSpan.FromMinutes(30));

        Assert.Contains(await engine.StoredAsync(), post => post.PostKey == Key(25));
    }

    [Fact]
    public async Task An_edit_is_taken_over()
    {
        await using var engine = await StartAsync(10, 20);

        engine.Source.Add(10, Sample(engine, 10) with { Text = "Corrected #eventprofs", EditedAt = engine.Time.GetUtcNow() });
        await engine.PassAsync(TimeSpan.FromMinutes(80));

        Assert.Equal("Corrected #eventprofs", (await engine.StoredAsync()).Single(post => post.PostKey == Key(10)).Text);
    }

    [Fact]
    public async Task A_hashtag_that_was_edited_out_takes_the_post_out_and_one_edited_in_brings_it()
    {
        await using var engine = await StartAsync(10, 20);
        engine.Source.Add(15, Sample(engine, 15) with { Text = "Nothing yet", Tags = [] });

        engine.Source.Add(10, Sample(engine, 10) with { Text = "No more", Tags = [], EditedAt = engine.Time.GetUtcNow() });
        engine.Source.Add(15, Sample(engine, 15) with { Text = "Now #eventprofs", EditedAt = engine.Time.GetUtcNow() });
        await engine.PassAsync(TimeSpan.FromMinutes(80));

        Assert.Equal([Key(15), Key(20)], (await engine.StoredAsync()).Select(post => post.PostKey));
    }

    [Fact]
    public async Task What_a_sweep_meets_again_is_not_counted_as_withheld_again()
    {
        await using var engine = await StartAsync(10);
        engine.Source.Add(20, Sample(engine, 20), AuthorFlags.None with { OptedOut = true });

        await engine.PassAsync(TimeSpan.FromMinutes(200));

        Assert.Equal(WithheldCounts.None with { OptOut = 1 }, await engine.Tracking.WithheldAsync(default));
    }

    [Fact]
    public async Task A_sweep_that_is_short_of_budget_goes_on_where_it_was()
    {
        await using var engine = await StartAsync([.. Enumerable.Range(1, 30)]);
        engine.Source.Budget = new HostBudget(300, 8, engine.Time.GetUtcNow().AddDays(1));
        await engine.PassAsync(TimeSpan.FromMinutes(61));
        var sweep = (await engine.StateAsync()).Sweep;
        Assert.Null(sweep);

        engine.Source.Requests.Clear();
        await engine.PassAsync(TimeSpan.FromMinutes(61));

        Assert.Contains("back 28", engine.Source.Requests);
        Assert.Contains("back 4", engine.Source.Requests);
    }

    private static async Task<Engine> StartAsync(params int[] ids)
    {
        var engine = await Engine.StartAsync();
        foreach (var id in ids)
        {
            engine.Source.Add(id, Sample(engine, id));
        }

        await engine.TickAsync();
        return engine;
    }

    private static string Key(int id) => $"https://mara.example/posts/{id}";

    private static Post Sample(Engine engine, int id) => EnginePosts.Post("mara", new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero).AddMinutes(id), id: id.ToString());
}

using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Polling;

public sealed class PollRhythmTests
{
    [Fact]
    public async Task A_hashtag_with_a_rhythm_is_polled_later_in_its_quiet_hours_than_in_its_busy_ones()
    {
        await using var engine = await FilledAsync();
        var now = engine.Time.GetUtcNow();

        engine.Time.Advance(TimeSpan.FromHours(15));
        await engine.TickAsync();
        var night = (await engine.StateAsync()).NextPollAt - engine.Time.GetUtcNow();
        engine.Time.Advance(TimeSpan.FromHours(9.5));
        await engine.TickAsync();
        var noon = (await engine.StateAsync()).NextPollAt - engine.Time.GetUtcNow();

        Assert.Equal(12, now.Hour);
        Assert.True(noon < night / 2, $"{noon} at noon, {night} at night");
    }

    [Fact]
    public async Task A_host_whose_budget_is_short_is_asked_more_seldom()
    {
        await using var engine = await FilledAsync();
        engine.Time.Advance(TimeSpan.FromHours(1));
        engine.Source.Budget = new HostBudget(300, 2, engine.Time.GetUtcNow().AddMinutes(25));

        await engine.TickAsync();

        Assert.Equal(TimeSpan.FromMinutes(25), (await engine.StateAsync()).NextPollAt - engine.Time.GetUtcNow());
    }

    // Four weeks of ten posts between eleven and two, read to the end.
    private static async Task<Engine> FilledAsync()
    {
        var engine = await Engine.StartAsync();
        engine.Source.PageSize = 400;
        for (var day = 28; day > 0; day--)
        {
            for (var number = 0; number < 10; number++)
            {
                var id = ((29 - day) * 10) + number;
                var at = engine.Time.GetUtcNow().AddDays(-day).AddHours(-1).AddMinutes(18 * number);
                engine.Source.Add(id, EnginePosts.Post($"author{id}", at, id: $"{id}"));
            }
        }

        await engine.TickAsync();
        return engine;
    }
}

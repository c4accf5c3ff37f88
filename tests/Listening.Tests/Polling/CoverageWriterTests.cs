using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Polling;

public sealed class CoverageWriterTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Wanted = Start.AddDays(-84);

    [Fact]
    public async Task A_target_that_was_read_back_to_the_end_is_observed_from_the_wanted_time_to_its_last_poll()
    {
        await using var engine = await StartAsync(7);

        Assert.Equal([(Wanted, Start)], await CoverageAsync(engine));
        await engine.PassAsync(TimeSpan.FromMinutes(3));

        var last = (await engine.StateAsync()).LastSuccessAt!.Value;
        Assert.True(last > Start);
        Assert.Equal([(Wanted, last)], await CoverageAsync(engine));
    }

    [Fact]
    public async Task A_hashtag_that_nobody_uses_is_observed_as_well()
    {
        await using var engine = await StartAsync(0);

        Assert.Equal([(Wanted, Start)], await CoverageAsync(engine));
    }

    [Fact]
    public async Task A_way_back_that_stops_half_way_claims_what_it_read_and_no_more()
    {
        await using var engine = await StartAsync(9, fails: 3);

        // Three posts a page: the third page fails, so the sixth newest post is the last that was read.
        Assert.Equal([(At(4).AddSeconds(1), Start)], await CoverageAsync(engine));
    }

    [Fact]
    public async Task An_outage_is_a_hole_until_what_it_hid_was_read()
    {
        await using var engine = await StartAsync(2);
        engine.Source.BeforeAnswer = _ => throw new PlatformUnavailableException("host.example is down.");
        await engine.PassAsync(TimeSpan.FromHours(3));
        Assert.Equal([(Wanted, Start)], await CoverageAsync(engine));

        engine.Source.BeforeAnswer = _ => { };
        engine.Source.Add(50, Sample(50, Start.AddHours(1)));
        await engine.PassAsync(TimeSpan.FromMinutes(40));

        var (from, to) = Assert.Single(await CoverageAsync(engine));
        Assert.Equal(Wanted, from);
        Assert.True(to > Start.AddHours(3));
        Assert.Contains(engine.Log.GetSnapshot(), line => line.Message.Contains("nobody read #eventprofs from 2026-11-24 12:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_poll_is_no_gap_but_a_pause_is_told_to_the_second_where_it_is_short()
    {
        await using var engine = await Engine.StartAsync(new() { ["Polling:MinInterval"] = "00:00:01", ["Polling:MaxInterval"] = "00:00:05" });
        engine.Source.Add(1, Sample(1, At(1)));
        engine.Source.BeforeAnswer = request => engine.Time.Advance(TimeSpan.FromSeconds(request == 2 ? 11 : 0));
        await engine.TickAsync();
        engine.Time.Advance(TimeSpan.FromSeconds(5));
        await engine.TickAsync();
        Assert.DoesNotContain(engine.Log.GetSnapshot(), line => line.Message.Contains("nobody read", StringComparison.Ordinal));

        engine.Source.Add(2, Sample(2, engine.Time.GetUtcNow()));
        engine.Time.Advance(TimeSpan.FromSeconds(30));
        await engine.TickAsync();

        Assert.Equal(
            "host.example: nobody read #eventprofs from 2026-11-24 12:00:16Z to 2026-11-24 12:00:46Z; the gap is read now, 1 post was new.",
            Assert.Single(engine.Log.GetSnapshot(), line => line.Message.Contains("nobody read", StringComparison.Ordinal)).Message);
    }

    [Fact]
    public async Task A_forward_reading_that_stops_half_way_claims_up_to_the_newest_post_that_it_read()
    {
        await using var engine = await StartAsync(2);
        for (var id = 50; id < 60; id++)
        {
            engine.Source.Add(id, Sample(id, Start.AddMinutes(id)));
        }

        engine.Time.Advance(TimeSpan.FromHours(2));
        var requests = 0;
        engine.Source.BeforeAnswer = _ => requests += requests < 2 ? 1 : throw new PlatformUnavailableException("host.example is down.");
        await engine.TickAsync();

        Assert.Equal([(Wanted, Start.AddMinutes(55))], await CoverageAsync(engine));
    }

    private static async Task<Engine> StartAsync(int posts, int fails = 0)
    {
        var engine = await Engine.StartAsync();
        for (var id = 1; id <= posts; id++)
        {
            engine.Source.Add(id, Sample(id, At(id)));
        }

        engine.Source.BeforeAnswer = request =>
        {
            if (request == fails)
            {
                throw new PlatformUnavailableException("host.example is down.");
            }
        };
        await engine.TickAsync();
        return engine;
    }

    private static DateTimeOffset At(int id) => Start.AddHours(id - 70);

    private static Post Sample(int id, DateTimeOffset at) => EnginePosts.Post("mara", at, id: id.ToString());

    private static async Task<IEnumerable<(DateTimeOffset From, DateTimeOffset To)>> CoverageAsync(Engine engine) =>
        (await engine.Get<ICoverageLog>().IntervalsAsync(["eventprofs"], null, null, default)).SelectMany(target => target.Intervals).Select(interval => (interval.From, interval.To));
}

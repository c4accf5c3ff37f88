using Listening.Polling;
using Listening.Tests.Support;

namespace Listening.Tests.Polling;

public sealed class RefusingHostTests
{
    [Fact]
    public async Task A_host_that_refuses_us_is_asked_again_once_each_longest_interval_and_is_one_of_us_again_when_it_answers()
    {
        await using var engine = await Engine.StartAsync(new() { ["Polling:MaxInterval"] = "00:20:00" });
        engine.Source.BeforeAnswer = number =>
        {
            if (number < 3)
            {
                throw new AuthenticationFailedException("host.example refuses to answer us.");
            }
        };

        await RunAsync(engine, minutes: 39);
        var refused = await engine.HealthAsync();
        var asked = engine.Source.Requests.Count;
        await RunAsync(engine, minutes: 3);

        Assert.Equal((true, "host.example refuses to answer us."), (refused.IsRefused, refused.Reason));
        Assert.Equal(2, asked);
        Assert.False((await engine.HealthAsync()).IsRefused);
    }

    private static async Task RunAsync(Engine engine, int minutes)
    {
        for (var i = 0; i < minutes; i++)
        {
            await engine.TickAsync();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }
    }
}

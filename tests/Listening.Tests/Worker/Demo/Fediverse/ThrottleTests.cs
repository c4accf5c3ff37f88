using System.Net;
using Listening.Worker.Demo.Fediverse;
using static Listening.Tests.Worker.Demo.Fediverse.FediverseStage;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class ThrottleTests
{
    [Fact]
    public async Task Requests_beyond_the_limit_are_refused_until_the_window_ends()
    {
        await using var stage = await OpenAsync(Many(3), new ScriptedLimits(Requests: 2));
        stage.Time.Advance(TimeSpan.FromSeconds(61));
        using var first = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");
        using var second = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");
        using var third = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");
        stage.Time.SetUtcNow(Noon.AddMinutes(5));
        using var later = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");

        Assert.Equal(("2", "1", "2026-10-02T12:05:00.000000Z"), Budget(first));
        Assert.Equal("0", Budget(second).Remaining);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("{\"error\":\"Too many requests\"}", await third.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("0", Budget(third).Remaining);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Paged_requests_have_a_longer_window_of_their_own()
    {
        await using var stage = await OpenAsync(Many(3), new ScriptedLimits(Requests: 300, PagedRequests: 1));
        using var paged = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs?min_id=1");
        using var again = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs?min_id=1");
        using var plain = await stage.SendAsync(stage.Events, "api/v1/timelines/tag/eventprofs");

        Assert.Equal(("1", "0", "2026-10-02T12:15:00.000000Z"), Budget(paged));
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.Equal(("300", "297"), (Budget(plain).Limit, Budget(plain).Remaining));
    }

    private static (string Limit, string Remaining, string Reset) Budget(HttpResponseMessage response) =>
        (Header(response, "Limit"), Header(response, "Remaining"), Header(response, "Reset"));

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues($"X-RateLimit-{name}").Single();
}

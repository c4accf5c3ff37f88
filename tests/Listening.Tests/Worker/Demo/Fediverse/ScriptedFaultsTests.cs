using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Listening.Worker.Demo.Fediverse.Faults;
using static Listening.Tests.Worker.Demo.Fediverse.FediverseStage;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class ScriptedFaultsTests
{
    private const string Timeline = "api/v1/timelines/tag/eventprofs";

    [Fact]
    public async Task Too_many_requests_can_name_the_reset_the_seconds_the_date_or_nothing()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.Next(new TooManyRequests { ResetsAt = Noon.AddSeconds(90).AddMicroseconds(123456) });
        stage.Events.Faults.Next(new TooManyRequests { RetryAfter = TimeSpan.FromSeconds(7) });
        stage.Events.Faults.Next(new TooManyRequests { RetryAt = Noon.AddMinutes(1) });
        stage.Events.Faults.Next(new TooManyRequests());

        using var reset = await stage.SendAsync(stage.Events, Timeline);
        using var seconds = await stage.SendAsync(stage.Events, Timeline);
        using var date = await stage.SendAsync(stage.Events, Timeline);
        using var nothing = await stage.SendAsync(stage.Events, Timeline);
        using var after = await stage.SendAsync(stage.Events, Timeline);

        Assert.Equal("2026-10-02T12:01:30.123456Z", reset.Headers.GetValues("X-RateLimit-Reset").Single());
        Assert.Equal("0", reset.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(TimeSpan.FromSeconds(7), seconds.Headers.RetryAfter!.Delta);
        Assert.Equal(Noon.AddMinutes(1), date.Headers.RetryAfter!.Date);
        Assert.Null(nothing.Headers.RetryAfter);
        Assert.All([reset, seconds, date, nothing], response => Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Errors_come_as_json_or_as_a_page_until_they_are_cleared()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.Always(new ErrorStatus(503));
        stage.Events.Faults.Next(new HtmlPage(200, "Log in"));
        using var login = await stage.SendAsync(stage.Events, Timeline);
        using var error = await stage.SendAsync(stage.Events, Timeline);
        stage.Events.Faults.Clear();
        using var good = await stage.SendAsync(stage.Events, Timeline);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (login.StatusCode, login.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/json"), (error.StatusCode, error.Content.Headers.ContentType!.MediaType));
        Assert.Equal((HttpStatusCode.OK, "application/json"), (good.StatusCode, good.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_fault_meets_its_own_host_only()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.Always(new ErrorStatus(500));
        using var other = await stage.SendAsync(stage.Backstage, Timeline);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Half_a_body_breaks_off_after_a_good_beginning()
    {
        await using var stage = await OpenAsync(Many(30));
        stage.Events.Faults.Next(new HalfBody());
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(stage.Events.BaseAddress, Timeline), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(200, stage.Events.Requests.All().Single().Status);
    }

    [Fact]
    public async Task A_slow_drip_takes_a_pause_for_every_byte()
    {
        await using var stage = await OpenAsync([]);
        stage.Events.Faults.Next(new SlowDrip(TimeSpan.FromMilliseconds(100)));
        var watch = Stopwatch.StartNew();
        using var response = await stage.SendAsync(stage.Events, Timeline);

        Assert.Equal("[]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(watch.Elapsed >= TimeSpan.FromMilliseconds(190), $"two bytes took {watch.Elapsed}");
    }

    [Fact]
    public async Task A_stalled_request_gets_nothing_and_ends_when_its_client_leaves()
    {
        await using var stage = await OpenAsync([]);
        stage.Events.Faults.Next(new Stall());
        using var client = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };

        await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetAsync(new Uri(stage.Events.BaseAddress, Timeline), TestContext.Current.CancellationToken));
        Assert.Null(stage.Events.Requests.All().Single().Status);
    }

    [Fact]
    public async Task A_reset_connection_is_an_error_of_the_network()
    {
        await using var stage = await OpenAsync([]);
        stage.Events.Faults.Next(new ConnectionReset());
        await Assert.ThrowsAsync<HttpRequestException>(() => stage.SendAsync(stage.Events, Timeline));
        using var after = await stage.SendAsync(stage.Events, Timeline);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task A_stopped_host_refuses_and_comes_back_on_the_same_port()
    {
        await using var stage = await OpenAsync(Many(3));
        var address = stage.Events.BaseAddress;
        await stage.Events.StopAsync();
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => stage.SendAsync(stage.Events, Timeline));
        await stage.Events.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(refused.InnerException).SocketErrorCode);
        Assert.Equal(address, stage.Events.BaseAddress);
        Assert.Equal(3, (await stage.TimelineAsync(stage.Events)).GetArrayLength());
    }

    [Fact]
    public async Task A_host_with_a_stalled_request_stops_at_once()
    {
        await using var stage = await OpenAsync([]);
        stage.Events.Faults.Next(new Stall());
        var request = stage.SendAsync(stage.Events, Timeline);
        while (stage.Events.Requests.All().Count == 0)
        {
            await Task.Yield();
        }

        var watch = Stopwatch.StartNew();
        await stage.Events.StopAsync();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"stopping took {watch.Elapsed}");
        await Assert.ThrowsAsync<HttpRequestException>(() => request);
    }

    [Fact]
    public async Task A_redirect_leads_to_the_same_question_elsewhere()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.Next(new Redirect(stage.Backstage.BaseAddress));
        using var response = await stage.SendAsync(stage.Events, Timeline + "?limit=2");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("/" + Timeline, "?limit=2"), (stage.Backstage.Requests.All()[0].Path, stage.Backstage.Requests.All()[0].Query));
    }

    [Fact]
    public async Task The_log_tells_what_was_asked_by_whom_and_how_many_at_once()
    {
        await using var stage = await OpenAsync(Many(3));
        stage.Events.Faults.Next(new Late(TimeSpan.FromMilliseconds(500)), requests: 2);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Listening/1.0");
        var address = new Uri(stage.Events.BaseAddress, Timeline + "?limit=2");
        await Task.WhenAll(client.GetStringAsync(address), client.GetStringAsync(address));
        using var missing = await stage.SendAsync(stage.Events, "api/v1/nothing");

        var requests = stage.Events.Requests.All();
        Assert.Equal([1L, 2L, 3L], requests.Select(request => request.Number));
        Assert.Equal([200, 200, 404], requests.Select(request => request.Status));
        Assert.Equal([1, 2, 1], requests.Select(request => request.InFlight));
        Assert.Equal(("GET", "/" + Timeline, "?limit=2", "Listening/1.0"), (requests[0].Method, requests[0].Path, requests[0].Query, requests[0].UserAgent));
        Assert.Equal(Noon, requests[0].At);
    }
}

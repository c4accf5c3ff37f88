using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Listening.Polling;
using Listening.Tests.Support;
using Listening.Tracking;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Connectors.Http;

public sealed class PlatformPipelineTests
{
    [Fact]
    public async Task A_request_says_who_asks_and_takes_compressed_answers()
    {
        await using var server = await LocalServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await gzip.WriteAsync("[]"u8.ToArray());
        });

        var page = await PollAsync(server, ("Http:Contact", "https://events.example/about-our-reader"));

        Assert.True(page.IsEmpty);
        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Matches(@"^Listening/\d+\.\d+\.\d+\S* \(\+https://events\.example/about-our-reader\)$", request.Headers["User-Agent"]);
        Assert.Contains("gzip", request.Headers["Accept-Encoding"]);
        Assert.Contains("br", request.Headers["Accept-Encoding"]);
        Assert.DoesNotContain("traceparent", request.Headers.Keys);
        Assert.DoesNotContain("Cookie", request.Headers.Keys);
    }

    [Fact]
    public async Task A_short_fault_is_mended_by_asking_again()
    {
        var asked = 0;
        await using var server = await LocalServer.StartAsync(context => Interlocked.Increment(ref asked) < 3
            ? LocalServer.AnswerAsync(context, 502, "text/html", "<html>bad gateway</html>")
            : LocalServer.AnswerAsync(context, 200, "application/json", "[]"));

        var page = await PollAsync(server);

        Assert.True(page.IsEmpty);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task A_lasting_fault_is_given_up_after_less_than_ten_seconds_of_waiting()
    {
        await using var server = await LocalServer.StartAsync(500, "text/plain", "oops");
        using var fixture = ConnectorFixture.Mastodon(server);
        var started = fixture.Time.GetUtcNow();

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(() => PollAsync(fixture, server));

        Assert.Equal($"{server.Name} has trouble of its own (500).", fault.Message);
        Assert.Equal(4, server.Requests.Count);
        Assert.True(fixture.Time.GetUtcNow() - started < TimeSpan.FromSeconds(10), $"{fixture.Time.GetUtcNow() - started}");
    }

    [Fact]
    public async Task A_fault_of_a_host_that_allows_no_more_requests_is_a_demand()
    {
        var reset = TimeProvider.System.GetUtcNow().AddMinutes(10);
        await using var server = await LocalServer.StartAsync(
            503, "application/json", "{}", ("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset.ToString("O", CultureInfo.InvariantCulture)));

        var demand = await Assert.ThrowsAsync<RateLimitedException>(() => PollAsync(server));

        Assert.Single(server.Requests);
        Assert.Equal(reset, demand.Until);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task What_a_host_demands_leaves_the_pipeline_at_once(int status)
    {
        await using var server = await LocalServer.StartAsync(status, "application/json", "{}", ("Retry-After", "120"));

        await Assert.ThrowsAsync<RateLimitedException>(() => PollAsync(server));

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(422)]
    public async Task A_refusal_is_not_repeated(int status)
    {
        await using var server = await LocalServer.StartAsync(status, "application/json", "{\"error\":\"no\"}");

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => PollAsync(server));

        Assert.Distinct(server.Requests.Select(request => (request.Path, string.Join('&', request.Query))));
    }

    [Fact]
    public async Task No_more_than_two_requests_at_once_reach_a_host()
    {
        var (now, most) = (0, 0);
        var counting = new Lock();
        await using var server = await LocalServer.StartAsync(async context =>
        {
            lock (counting)
            {
                most = Math.Max(most, ++now);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System);
            lock (counting)
            {
                now--;
            }

            await LocalServer.AnswerAsync(context, 200, "application/json", "[]");
        });
        using var fixture = ConnectorFixture.Mastodon(server);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken)));

        Assert.Equal(8, server.Requests.Count);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            if (context.Request.Path.StartsWithSegments("/moved", StringComparison.Ordinal))
            {
                return LocalServer.AnswerAsync(context, 200, "application/json", "[]");
            }

            context.Response.Redirect("/moved/here?limit=40");
            return Task.CompletedTask;
        });

        Assert.True((await PollAsync(server)).IsEmpty);
        Assert.Equal(["/api/v1/timelines/tag/eventprofs", "/moved/here"], server.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_redirect_to_another_origin_is_refused_and_not_asked()
    {
        await using var elsewhere = await LocalServer.StartAsync(200, "application/json", "[]");
        await using var server = await LocalServer.StartAsync(302, "text/html", "", ("Location", elsewhere.Address.ToString()));

        var fault = await Assert.ThrowsAsync<UnexpectedPayloadException>(() => PollAsync(server));

        Assert.StartsWith($"{server.Name} redirects to {elsewhere.Name} (http), which is not what was configured", fault.Message);
        Assert.Empty(elsewhere.Requests);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Redirects_in_circles_end()
    {
        await using var server = await LocalServer.StartAsync(307, "text/html", "", ("Location", "/again"));

        var fault = await Assert.ThrowsAsync<UnexpectedPayloadException>(() => PollAsync(server));

        Assert.Equal($"{server.Name} redirects in circles: check that it is the right host.", fault.Message);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up_in_words()
    {
        var gone = new TaskCompletionSource();
        await using var server = await LocalServer.StartAsync(_ => gone.Task);
        using var fixture = ConnectorFixture.Mastodon(server);

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(() => PollAsync(fixture, server, secondsPerStep: 1));

        Assert.Equal($"{server.Name} took too long to answer.", fault.Message);
        Assert.Equal(4, server.Requests.Count);
        gone.SetResult();
    }

    [Fact]
    public async Task Half_a_body_is_a_fault_of_the_host_and_asked_for_again()
    {
        var asked = 0;
        await using var server = await LocalServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref asked) > 1)
            {
                await LocalServer.AnswerAsync(context, 200, "application/json", "[]");
                return;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("[{\"id\":\"1\"");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        Assert.True((await PollAsync(server)).IsEmpty);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_cut_connection_is_one_sentence()
    {
        await using var server = await LocalServer.StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(() => PollAsync(server));

        Assert.Matches($"^{Regex(server.Name)} (cut the connection|broke off in the middle of its answer)\\.$", fault.Message);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_one_sentence()
    {
        var server = await LocalServer.StartAsync(200, "application/json", "[]");
        await server.DisposeAsync();

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(() => PollAsync(server));

        Assert.Equal($"{server.Name} refuses connections: check its name and port, or that it is running.", fault.Message);
    }

    [Fact]
    public async Task A_certificate_nobody_trusts_is_named_and_CaFile_is_the_remedy()
    {
        using var certificate = SelfSigned();
        await using var server = await LocalServer.StartAsync(context => LocalServer.AnswerAsync(context, 200, "application/json", "[]"), certificate);
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);

        var fault = await Assert.ThrowsAsync<PlatformUnavailableException>(() => PollAsync(server));
        var page = await PollAsync(server, ("Http:CaFile", file));

        Assert.StartsWith($"No secure connection to {server.Name}: its certificate is not trusted", fault.Message);
        Assert.True(page.IsEmpty);
        Assert.Single(server.Requests);
        File.Delete(file);
    }

    [Fact]
    public async Task A_proxy_is_asked_for_others_and_never_for_this_machine()
    {
        await using var server = await LocalServer.StartAsync(200, "application/json", "[]");
        await using var proxy = await LocalServer.StartAsync(200, "application/json", "[]");
        using var fixture = new ConnectorFixture(
            ("Http:Proxy", proxy.Address.ToString()),
            ("Platforms:Mastodon:Hosts", $"http://timeline.example, {server.Address}"));

        foreach (var target in fixture.Source.Targets(["eventprofs"]))
        {
            await fixture.Source.ForwardAsync(target, null, TestContext.Current.CancellationToken);
        }

        Assert.Equal("timeline.example", Assert.Single(proxy.Requests).Host);
        Assert.Equal(server.Name, Assert.Single(server.Requests).Host);
    }

    [Theory]
    [InlineData("Http:Proxy", "proxy:3128:secret", "Http:Proxy is no address of a proxy")]
    [InlineData("Http:CaFile", "/no/such/file.pem", "Http:CaFile '/no/such/file.pem' cannot be read")]
    [InlineData("Http:Contact", "me (at home)", "Http:Contact has to be")]
    public void A_wrong_setting_is_a_sentence(string key, string value, string sentence)
    {
        using var fixture = new ConnectorFixture((key, value));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Services.GetRequiredService<IOptions<Listening.Connectors.Http.HttpOptions>>().Value);

        Assert.StartsWith(sentence, fault.Message);
        Assert.DoesNotContain("secret", fault.Message);
    }

    private static async Task<PostPage> PollAsync(LocalServer server, params (string, string)[] settings)
    {
        using var fixture = ConnectorFixture.Mastodon(server, settings);
        return await PollAsync(fixture, server);
    }

    private static Task<PostPage> PollAsync(ConnectorFixture fixture, LocalServer server, double secondsPerStep = 0.1) =>
        fixture.Time.RunUntilAsync(fixture.Source.ForwardAsync(Target(server), null, TestContext.Current.CancellationToken), secondsPerStep);

    private static PollTarget Target(LocalServer server) => new("mastodon", server.Name, "eventprofs");

    private static string Regex(string text) => System.Text.RegularExpressions.Regex.Escape(text);

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

using Listening.Polling;
using Listening.Tests.Worker.Demo.Fediverse;
using Listening.Tracking;
using Listening.Worker.Demo.Fediverse;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

/// <summary>What is asked for under each access policy, at scripted hosts that enforce theirs.</summary>
public sealed class MastodonAccessTests
{
    private const string Timeline = "/api/v1/timelines/tag/eventprofs";
    private const string Instance = "/api/v2/instance";

    [Theory]
    [InlineData("public", "public", "?limit=40", "jon mara")]
    [InlineData("public", "authenticated", "?limit=40&local=true", "mara")]
    [InlineData("public", "disabled", "?limit=40&local=true", "mara")]
    [InlineData("authenticated", "public", "?limit=40&remote=true", "jon")]
    public async Task As_much_is_asked_for_as_the_host_shows_to_anyone(string local, string remote, string query, string authors)
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Local = local, Remote = remote });

        var page = await host.ReadAsync();

        Assert.Equal(authors, Authors(page));
        Assert.Equal([Instance, Timeline + query], host.Asked());
    }

    [Theory]
    [InlineData("authenticated", "authenticated")]
    [InlineData("authenticated", "disabled")]
    public async Task A_host_for_signed_in_people_is_not_asked_for_posts_and_what_helps_is_said(string local, string remote)
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Local = local, Remote = remote });

        var fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());

        Assert.StartsWith($"{host.Name} shows hashtags to signed-in people only: ", fault.Message);
        Assert.Contains($"put {host.Name}=TOKEN into Platforms:Mastodon:Tokens", fault.Message);
        Assert.Equal([Instance], host.Asked());
    }

    [Fact]
    public async Task With_a_token_everything_is_asked_for()
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Local = "authenticated", Remote = "authenticated", Tokens = ["good"] }, token: "good");

        Assert.Equal("jon mara", Authors(await host.ReadAsync()));
        Assert.Equal(Timeline + "?limit=40", host.Asked()[^1]);
    }

    [Fact]
    public async Task A_refused_token_is_not_sent_again_for_a_day()
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Tokens = ["good"] }, token: "revoked");

        var first = await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());
        var asked = host.Asked().Count;
        host.Time.Advance(TimeSpan.FromHours(23));
        var second = await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());
        var askedLater = host.Asked().Count;
        host.Time.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());

        Assert.StartsWith($"The token of host {host.Name} was refused (401, \"The access token is invalid\")", first.Message);
        Assert.Equal(first.Message, second.Message);
        Assert.Equal(asked, askedLater);
        Assert.True(host.Asked().Count > askedLater);
    }

    [Fact]
    public async Task A_host_is_asked_once_a_day_what_it_shows()
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess());

        for (var hour = 0; hour < 48; hour++)
        {
            await host.ReadAsync();
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(2, host.Asked().Count(path => path == Instance));
    }

    [Fact]
    public async Task A_host_that_refuses_without_having_said_so_is_asked_for_its_own_posts_and_then_only_for_those()
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Remote = "authenticated", IsStated = false });

        var first = await host.ReadAsync();
        var back = await host.BackAsync(first.Oldest);

        Assert.Equal("mara", Authors(first));
        Assert.True(back.IsEmpty);
        Assert.Equal([Instance, $"{Timeline}?limit=40", $"{Timeline}?limit=40&local=true", $"{Timeline}?limit=40&local=true&max_id={first.Oldest}"], host.Asked());
    }

    [Fact]
    public async Task A_host_that_refuses_that_too_is_asked_for_each_once_and_says_what_helps()
    {
        await using var host = await OneHost.StartAsync(new ScriptedAccess { Local = "authenticated", Remote = "authenticated", IsStated = false });

        var fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => host.ReadAsync());

        Assert.Contains("does not show this hashtag without an account (401, \"This API requires an authenticated user\")", fault.Message);
        Assert.Contains("Platforms:Mastodon:Tokens", fault.Message);
        Assert.Equal([Instance, $"{Timeline}?limit=40", $"{Timeline}?limit=40&local=true"], host.Asked());
    }

    private static string Authors(PostPage page) =>
        string.Join(' ', page.Observations.Select(seen => seen.Post.Author!.Handle!.Split('@')[1]).Distinct().Order(StringComparer.Ordinal));

    /// <summary>One scripted host with posts of its own and of another, and a source that reads it.</summary>
    private sealed class OneHost : IAsyncDisposable
    {
        private ScriptedFediverse _fediverse = null!;
        private ConnectorFixture _fixture = null!;

        public string Name => _fediverse.Hosts[0].BaseAddress.Authority;

        public FakeTimeProvider Time => _fixture.Time;

        private PollTarget Target => new("mastodon", Name, "eventprofs");

        public static async Task<OneHost> StartAsync(ScriptedAccess access, string? token = null)
        {
            var script = new FediverseScript
            {
                Hosts = [new HostScript(FediverseStage.Mara.Host) { Access = access, Limits = new(100_000, 100_000) }],
                Posts = [FediverseStage.Post(FediverseStage.Mara, FediverseStage.Noon), FediverseStage.Post(FediverseStage.Jon, FediverseStage.Noon.AddMinutes(1))],
            };
            var host = new OneHost { _fediverse = await ScriptedFediverse.StartAsync(script, TimeProvider.System, CancellationToken.None) };
            host._fixture = new ConnectorFixture(
                ("Platforms:Mastodon:Hosts", $"http://{host.Name}"), ("Platforms:Mastodon:Tokens", token is null ? "" : $"{host.Name}={token}"));
            return host;
        }

        public Task<PostPage> ReadAsync() => _fixture.Source.ForwardAsync(Target, null, TestContext.Current.CancellationToken);

        public Task<PostPage> BackAsync(string? before) => _fixture.Source.BackAsync(Target, before, TestContext.Current.CancellationToken);

        public IReadOnlyList<string> Asked() => [.. _fediverse.Hosts[0].Requests.All().Select(request => request.Path + request.Query)];

        public async ValueTask DisposeAsync()
        {
            _fixture.Dispose();
            await _fediverse.DisposeAsync();
        }
    }
}

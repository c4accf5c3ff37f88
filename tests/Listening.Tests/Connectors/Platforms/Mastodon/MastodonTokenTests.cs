using Listening.Polling;
using Listening.Tests.Support;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonTokenTests
{
    private const string Secret = "Zq3-kept_to_ourselves";

    [Fact]
    public async Task A_token_goes_to_its_own_host_and_to_no_other()
    {
        await using var mine = await LocalServer.StartAsync(200, "application/json", "[]");
        await using var other = await LocalServer.StartAsync(200, "application/json", "[]");
        using var fixture = ConnectorFixture.Mastodon(mine, ("Platforms:Mastodon:Hosts:1", other.Address.ToString()), ("Platforms:Mastodon:Tokens:0", $"{mine.Name}={Secret}"));

        await ReadAsync(fixture, mine);
        await ReadAsync(fixture, other);

        Assert.NotEmpty(mine.Requests);
        Assert.All(mine.Requests, request => Assert.Equal($"Bearer {Secret}", request.Headers["Authorization"]));
        Assert.NotEmpty(other.Requests);
        Assert.All(other.Requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Fact]
    public async Task A_redirect_to_another_host_does_not_take_the_token_along()
    {
        await using var other = await LocalServer.StartAsync(200, "application/json", "[]");
        await using var mine = await LocalServer.StartAsync(302, "text/plain", "", ("Location", $"{other.Address}api/v1/timelines/tag/eventprofs"));
        using var fixture = ConnectorFixture.Mastodon(mine, ("Platforms:Mastodon:Tokens:0", $"{mine.Name}={Secret}"));

        await Assert.ThrowsAsync<UnexpectedPayloadException>(() => ReadAsync(fixture, mine));

        Assert.Empty(other.Requests);
    }

    [Theory]
    [InlineData(401, "The token of host {0} was refused (401, \"The access token is invalid\"): make a new one there under Preferences > Development")]
    [InlineData(422, "The token of host {0} was refused (422, ")]
    [InlineData(403, "{0} refuses to answer us (403, \"The access token is invalid\"): see that its token may read statuses")]
    public async Task A_refused_token_is_a_sentence_that_says_where_to_make_another_and_does_not_print_it(int status, string sentence)
    {
        await using var server = await LocalServer.StartAsync(status, "application/json", "{\"error\":\"The access token is invalid\"}");
        using var fixture = ConnectorFixture.Mastodon(server, ("Platforms:Mastodon:Tokens:0", $"{server.Name}={Secret}"));

        var fault = await Assert.ThrowsAsync<AuthenticationFailedException>(() => ReadAsync(fixture, server));

        Assert.StartsWith(string.Format(null, sentence, server.Name), fault.Message);
        Assert.DoesNotContain(Secret, fault.ToString());
    }

    [Theory]
    [InlineData("mas.to", "Platforms:Mastodon:Tokens holds an entry (number 1) that is no host=token")]
    [InlineData(Secret, "Platforms:Mastodon:Tokens holds an entry (number 1) that is no host=token")]
    [InlineData(Secret + "=", "holds an entry (number 1) that is no host=token")]
    [InlineData("=" + Secret, "holds an entry (number 1) that is no host=token")]
    [InlineData("mas.to=two words", "holds an entry (number 1) that is no host=token")]
    [InlineData(Secret + "=mas.to", "that begins with none of the hosts that are read (mas.to): write host=token, the host first.")]
    [InlineData("a.b.c-" + Secret + "=mas.to", "that begins with none of the hosts that are read (mas.to): write host=token, the host first.")]
    [InlineData("mastodon.world=" + Secret, "for mastodon.world, which is none of the hosts that are read (mas.to): add it to Platforms:Mastodon:Hosts, or remove its token.")]
    public void An_entry_that_cannot_be_used_is_one_sentence_without_the_token(string entry, string sentence)
    {
        using var fixture = new ConnectorFixture(("Platforms:Mastodon:Hosts", "mas.to"), ("Platforms:Mastodon:Tokens", entry));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Source);

        Assert.Contains(sentence, Assert.Single(fault.Failures));
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Two_tokens_of_one_host_are_one_too_many()
    {
        using var fixture = new ConnectorFixture(("Platforms:Mastodon:Hosts", "mas.to"), ("Platforms:Mastodon:Tokens", $"mas.to={Secret}, https://MAS.TO={Secret}2"));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Source);

        Assert.Equal("Platforms:Mastodon:Tokens holds more than one token for mas.to: keep one.", fault.Message);
    }

    [Fact]
    public async Task Tokens_can_lie_in_a_file()
    {
        using var folder = new TemporaryFolder();
        await using var server = await LocalServer.StartAsync(200, "application/json", "[]");
        await File.WriteAllTextAsync(folder.File("tokens"), $"\n{server.Name} = {Secret}\n", TestContext.Current.CancellationToken);
        using var fixture = ConnectorFixture.Mastodon(server, ("Platforms:Mastodon:Tokens", $"{server.Name}=another"), ("Platforms:Mastodon:TokensFile", folder.File("tokens")));

        await ReadAsync(fixture, server);

        Assert.All(server.Requests, request => Assert.Equal($"Bearer {Secret}", request.Headers["Authorization"]));
    }

    [Fact]
    public void A_file_that_is_not_there_is_said()
    {
        using var folder = new TemporaryFolder();
        using var fixture = new ConnectorFixture(("Platforms:Mastodon:TokensFile", folder.File("tokens")));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Source);

        Assert.Equal($"Platforms:Mastodon:TokensFile '{folder.File("tokens")}' cannot be read: check its path and permissions.", fault.Message);
    }

    private static Task<PostPage> ReadAsync(ConnectorFixture fixture, LocalServer server) =>
        fixture.Time.RunUntilAsync(fixture.Source.ForwardAsync(new PollTarget("mastodon", server.Name, "eventprofs"), null, TestContext.Current.CancellationToken));
}

using System.Net;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class ScriptedAccessTests
{
    [Theory]
    [InlineData("", null, HttpStatusCode.Unauthorized, 0)]
    [InlineData("?remote=true", null, HttpStatusCode.Unauthorized, 0)]
    [InlineData("?local=true", null, HttpStatusCode.OK, 1)]
    [InlineData("", "good", HttpStatusCode.OK, 2)]
    [InlineData("?local=true", "bad", HttpStatusCode.Unauthorized, 0)]
    public async Task A_host_shows_others_posts_to_signed_in_people_only(string query, string? token, HttpStatusCode status, int posts)
    {
        var script = new FediverseScript
        {
            Hosts = [new HostScript("events.example") { Access = new ScriptedAccess { Remote = "authenticated", Tokens = ["good"] } }],
            Posts = [FediverseStage.Post(FediverseStage.Mara, FediverseStage.Noon), FediverseStage.Post(FediverseStage.Jon, FediverseStage.Noon)],
        };
        await using var fediverse = await ScriptedFediverse.StartAsync(script, TimeProvider.System, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fediverse.Hosts[0].BaseAddress, $"api/v1/timelines/tag/eventprofs{query}"));
        request.Headers.Authorization = token is null ? null : new("Bearer", token);

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
        if (posts > 0)
        {
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(posts, System.Text.Json.JsonDocument.Parse(body).RootElement.GetArrayLength());
        }
    }
}

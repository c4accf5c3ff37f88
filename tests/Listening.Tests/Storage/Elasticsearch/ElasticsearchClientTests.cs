using System.Net;
using System.Net.Sockets;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using static Listening.Tests.Storage.Elasticsearch.ScriptedNode;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchClientTests
{
    private const string Fine = """{"fine":true}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string> PassingFaults => new()
    {
        { "application/json", 429, """{"error":{"type":"circuit_breaking_exception","reason":"too much"},"status":429}""" },
        { "application/json", 503, """{"error":{"type":"no_shard_available_action_exception","reason":"starting"},"status":503}""" },
        { "text/html", 502, "<html>Bad Gateway</html>" },
        { "text/html", 504, "<html>Gateway Timeout</html>" },
        { "text/html", 200, "<html>Welcome</html>" },
        { "application/json", 200, """{"fine":tr""" },
        { "application/json", 200, "" },
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_fault_that_passes_is_not_noticed(string contentType, int status, string body)
    {
        await using var node = await StartAsync(Text(status, contentType, body), Json(200, Fine));

        Assert.True((await SendAsync(node)).Body.GetProperty("fine").GetBoolean());
        Assert.Equal(2, node.Received.Count);
    }

    [Fact]
    public async Task Half_a_body_is_asked_for_again()
    {
        await using var node = await StartAsync(Half("""{"fine":"""), Json(200, Fine));

        var answer = await SendAsync(node);

        Assert.True(answer.Body.GetProperty("fine").GetBoolean());
        Assert.True(answer.IsRepeated);
    }

    [Theory]
    [InlineData("text/html", 502, "<html></html>", "not ready")]
    [InlineData("text/html", 200, "<html></html>", "is not Elasticsearch")]
    [InlineData("application/json", 503, """{"error":{"type":"no_shard_available_action_exception"}}""", "no_shard_available_action_exception")]
    [InlineData("application/json", 429, """{"error":{"type":"es_rejected_execution_exception"}}""", "overloaded")]
    [InlineData("application/json", 429, """{"error":{"type":"cluster_block_exception"}}""", "disk")]
    [InlineData("application/json", 200, "{", "is not Elasticsearch")]
    public async Task A_fault_that_stays_is_told_in_one_sentence_after_a_few_tries(string contentType, int status, string body, string words)
    {
        await using var node = await StartAsync(Text(status, contentType, body));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => SendAsync(node));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains(node.Url, error.Message, StringComparison.Ordinal);
        Assert.InRange(node.Received.Count, 3, 12);
    }

    [Theory]
    [InlineData(401, "credentials")]
    [InlineData(403, "privileges")]
    public async Task Refused_credentials_are_told_at_once(int status, string words)
    {
        await using var node = await StartAsync(Json(status, """{"error":{"type":"security_exception","reason":"secret words"},"status":401}"""));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => SendAsync(node));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Single(node.Received);
    }

    [Fact]
    public async Task Nobody_listening_is_told_in_one_sentence()
    {
        using var client = Client(new ElasticsearchOptions { Urls = [ClosedPort()] });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.SendAsync(ElasticsearchRequest.Get("x"), Ct));

        Assert.Contains("does not answer (no connection): start it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_node_answers_for_one_that_is_down()
    {
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [ClosedPort(), node.Url] });

        for (var i = 0; i < 4; i++)
        {
            Assert.True((await client.SendAsync(ElasticsearchRequest.Get("x"), Ct)).IsOk);
        }

        Assert.Equal(4, node.Received.Count);
    }

    [Fact]
    public async Task A_node_that_failed_gets_work_again_only_after_it_has_answered_a_small_question()
    {
        var silent = (Microsoft.AspNetCore.Http.HttpContext context) => Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted);
        await using var paused = await StartAsync(Json(503, "{}"), silent, silent, Json(200, Fine), Json(200, Fine));
        await using var good = await StartAsync(Json(200, Fine));
        var time = new FakeTimeProvider();
        using var client = new ElasticsearchClient(new ElasticsearchOptions { Urls = [paused.Url, good.Url] }, time);
        async Task AskAsync()
        {
            var answer = client.SendAsync(ElasticsearchRequest.Get("x"), Ct);
            while (!answer.IsCompleted)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Ct);
                time.Advance(TimeSpan.FromMilliseconds(100));
            }

            Assert.True((await answer).IsOk);
        }

        for (var i = 0; i < 30; i++)
        {
            await AskAsync();
            time.Advance(TimeSpan.FromSeconds(3));
        }

        Assert.Equal(["/x", "/", "/", "/", "/x"], paused.Received.Take(5).Select(request => request.Path));
        Assert.True(paused.Received.Count > 5, "it is asked in turn again");
    }

    [Fact]
    public async Task A_node_that_is_much_slower_than_another_one_is_left_alone_for_a_while()
    {
        await using var slow = await StartAsync(async context =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, context.RequestAborted);
            await Json(200, Fine)(context);
        });
        await using var good = await StartAsync(Json(200, Fine));
        using var client = new ElasticsearchClient(new ElasticsearchOptions { Urls = [slow.Url, good.Url] }, TimeProvider.System);

        for (var i = 0; i < 40; i++)
        {
            Assert.True((await client.SendAsync(ElasticsearchRequest.Get("x"), Ct)).IsOk);
        }

        Assert.InRange(slow.Received.Count, 1, 8);
        Assert.InRange(good.Received.Count, 32, 39);
    }

    [Fact]
    public async Task Nodes_are_asked_in_turn()
    {
        await using var one = await StartAsync(Json(200, Fine));
        await using var two = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [one.Url, two.Url] });

        for (var i = 0; i < 6; i++)
        {
            await client.SendAsync(ElasticsearchRequest.Get("x"), Ct);
        }

        Assert.Equal((3, 3), (one.Received.Count, two.Received.Count));
    }

    [Theory]
    [InlineData("""{"error":"no handler found for uri","status":400}""", null)]
    [InlineData("""{"error":{"type":"parsing_exception","reason":"r"},"status":400}""", "parsing_exception")]
    [InlineData("""{"error":{"type":"search_phase_execution_exception","root_cause":[{"type":"query_shard_exception"}]},"status":400}""", "query_shard_exception")]
    [InlineData("""{"error":{"type":"search_phase_execution_exception","root_cause":[],"caused_by":{"type":"too_many_buckets_exception"}},"status":400}""", "too_many_buckets_exception")]
    public async Task A_rejection_is_final_and_names_its_cause(string body, string? type)
    {
        await using var node = await StartAsync(Json(400, body));

        var answer = await SendAsync(node);

        Assert.Equal((AnswerOutcome.Rejected, type), (answer.Outcome, answer.ErrorType));
        Assert.Single(node.Received);
    }

    [Fact]
    public async Task Large_bodies_are_compressed_and_every_body_has_a_length()
    {
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url], Compress = true });

        foreach (var length in new[] { 10, 5_000 })
        {
            await PostAsync(client, length);
        }

        Assert.All(node.Received, request => Assert.True(request.Headers.ContainsKey("Content-Length")));
        Assert.All(node.Received, request => Assert.Equal("application/json", request.Headers["Content-Type"]));
        Assert.Equal([false, true], node.Received.Select(request => request.Headers.ContainsKey("Content-Encoding")));
        Assert.Equal([10, 5_000], node.Received.Select(request => request.Body.Length));
    }

    [Fact]
    public async Task Nothing_is_compressed_for_a_node_on_this_machine_unless_asked_for()
    {
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url] });

        await PostAsync(client, 5_000);

        Assert.False(Assert.Single(node.Received).Headers.ContainsKey("Content-Encoding"));
    }

    [Theory]
    [InlineData("id:key", null, null, "ApiKey aWQ6a2V5")]
    [InlineData("aWQ6a2V5", null, null, "ApiKey aWQ6a2V5")]
    [InlineData(null, "ann", "p:w", "Basic YW5uOnA6dw==")]
    public async Task Credentials_go_into_one_header(string? key, string? user, string? password, string header)
    {
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url], ApiKey = key, Username = user, Password = password });

        await client.SendAsync(ElasticsearchRequest.Get("x"), Ct);

        Assert.Equal(header, Assert.Single(node.Received).Headers["Authorization"]);
    }

    [Fact]
    public async Task Credentials_in_an_address_are_used_and_never_shown()
    {
        await using var node = await StartAsync(Json(503, "{}"));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url.Replace("http://", "http://ann:hush%21@", StringComparison.Ordinal)] });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => client.SendAsync(ElasticsearchRequest.Get("x"), Ct));

        Assert.Equal("Basic YW5uOmh1c2gh", node.Received[0].Headers["Authorization"]);
        Assert.DoesNotContain("hush", error.Message + client.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_read_from_its_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "key");
        await File.WriteAllTextAsync(file, "id:key\n", Ct);
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url], ApiKeyFile = file });

        await client.SendAsync(ElasticsearchRequest.Get("x"), Ct);

        Assert.Equal("ApiKey aWQ6a2V5", node.Received[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Ids_stand_in_a_path_as_they_are()
    {
        await using var node = await StartAsync(Json(200, Fine));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url + "/behind/a/proxy"] });

        await client.SendAsync(ElasticsearchRequest.Get($"i/_doc/{ElasticsearchRequest.Segment("https://a.example/1?x#y")}"), Ct);

        Assert.Equal("/behind/a/proxy/i/_doc/https%3A%2F%2Fa.example%2F1%3Fx%23y", node.Received[0].Path);
    }

    [Fact]
    public async Task Giving_up_is_no_fault_of_the_store()
    {
        await using var node = await StartAsync(async context => await Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url] });
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(ElasticsearchRequest.Get("x"), stop.Token));
    }

    [Fact]
    public async Task Silence_ends_after_the_time_of_the_call()
    {
        await using var node = await StartAsync(async context => await Task.Delay(TimeSpan.FromMinutes(1), TimeProvider.System, context.RequestAborted));
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url] });

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() =>
            client.SendAsync(ElasticsearchRequest.Get("x") with { Timeout = TimeSpan.FromMilliseconds(200) }, Ct));

        Assert.Contains("no answer within", error.Message, StringComparison.Ordinal);
    }

    private static Task<ElasticsearchAnswer> PostAsync(ElasticsearchClient client, int length) =>
        client.SendAsync(new ElasticsearchRequest(HttpMethod.Post, "x", new(Enumerable.Repeat((byte)'a', length).ToArray())), Ct);

    private static async Task<ElasticsearchAnswer> SendAsync(ScriptedNode node)
    {
        using var client = Client(new ElasticsearchOptions { Urls = [node.Url] });
        return await client.SendAsync(ElasticsearchRequest.Get("x"), Ct);
    }

    private static ElasticsearchClient Client(ElasticsearchOptions options) => new(options, new HurryingTime());

    private static string ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}

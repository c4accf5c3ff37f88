using System.Text.Json;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;
using static Listening.Tests.Storage.Elasticsearch.ScriptedNode;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class BulkWriterTests
{
    private const string Created = """{"create":{"status":201}}""";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Outcomes_come_by_position()
    {
        await using var node = await StartAsync(Items(Created, """{"create":{"status":409,"error":{"type":"version_conflict_engine_exception"}}}""", """{"index":{"status":400,"error":{"type":"document_parsing_exception","reason":"r"}}}""", """{"delete":{"status":404}}"""));

        var results = await WriteAsync(node, Action("a"), Action("b"), BulkAction.Replace("i", "c", Raw("{}"), null), BulkAction.Delete("i", "d", new(1, 1)));

        Assert.Equal([BulkOutcome.Done, BulkOutcome.Conflict, BulkOutcome.Rejected, BulkOutcome.Done], results.Select(result => result.Outcome));
        Assert.Equal(("document_parsing_exception", "r"), (results[2].ErrorType, results[2].Reason));
    }

    [Fact]
    public async Task The_body_is_lines_of_json_and_carries_the_version_that_was_read()
    {
        await using var node = await StartAsync(Items(Created, Created));

        await WriteAsync(node, Action("https://a.example/ß"), BulkAction.Replace("i", "b", Raw("""{"x":1}"""), new(7, 2)));

        Assert.Equal(
            """
            {"create":{"_index":"i","_id":"https://a.example/ß"}}
            {}
            {"index":{"_index":"i","_id":"b","if_seq_no":7,"if_primary_term":2}}
            {"x":1}

            """,
            node.Received[0].Body);
        Assert.Equal("application/x-ndjson", node.Received[0].Headers["Content-Type"]);
    }

    [Fact]
    public async Task Only_what_was_not_taken_is_sent_again()
    {
        await using var node = await StartAsync(Items(Created, """{"create":{"status":429,"error":{"type":"es_rejected_execution_exception"}}}"""), Items(Created));

        var results = await WriteAsync(node, Action("a"), Action("b"));

        Assert.All(results, result => Assert.Equal(BulkOutcome.Done, result.Outcome));
        Assert.DoesNotContain("\"a\"", node.Received[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, "cluster_block_exception", "disk")]
    [InlineData(403, "cluster_block_exception", "write blocks")]
    [InlineData(503, "unavailable_shards_exception", "not ready")]
    [InlineData(400, "validation_exception", "raise cluster.max_shards_per_node")]
    public async Task What_is_never_taken_is_told_in_one_sentence(int status, string type, string words)
    {
        await using var node = await StartAsync(Items($$"""{"create":{"status":{{status}},"error":{"type":"{{type}}"} } }"""));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(node, Action("a")));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_for_which_there_is_no_index_yet_is_written_once_the_cluster_has_room_for_one()
    {
        await using var node = await StartAsync(
            Items("""{"create":{"status":400,"error":{"type":"validation_exception","reason":"Validation Failed: 1: this action would add [2] shards, but this cluster currently has [5]/[5] maximum normal shards open;"}}}"""),
            Items(Created));

        var results = await WriteAsync(node, Action("a"));

        Assert.Equal(BulkOutcome.Done, Assert.Single(results).Outcome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_wrong_number_of_answers_is_no_success(int count)
    {
        await using var node = await StartAsync(Items([.. Enumerable.Repeat(Created, count)]));

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => WriteAsync(node, Action("a"), Action("b")));

        Assert.Contains($"answered {count} of 2 writes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_that_is_too_large_is_halved()
    {
        await using var node = await StartAsync(Text(413, "text/plain", ""), Items(Created, Created), Items(Created, Created));

        var results = await WriteAsync(node, Action("a"), Action("b"), Action("c"), Action("d"));

        Assert.All(results, result => Assert.Equal(BulkOutcome.Done, result.Outcome));
        Assert.Equal([8, 4, 4], node.Received.Select(request => request.Body.Count(c => c == '\n')));
    }

    [Fact]
    public async Task One_action_that_cannot_be_read_does_not_refuse_the_others()
    {
        var refused = Json(400, """{"error":{"type":"illegal_argument_exception"},"status":400}""");
        await using var node = await StartAsync(refused, Items(Created), refused);

        var results = await WriteAsync(node, Action("a"), Action("b"));

        Assert.Equal([BulkOutcome.Done, BulkOutcome.Rejected], results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task Requests_are_bounded_by_actions_and_by_bytes()
    {
        await using var node = await StartAsync(Items(Created));
        var large = Raw($"\"{new string('x', 6 * 1024 * 1024)}\"");

        await WriteAsync(node, BulkAction.Create("i", "a", large), BulkAction.Create("i", "b", large));

        Assert.Equal(2, node.Received.Count);
    }

    private static Action<Utf8JsonWriter> Raw(string json) => writer => writer.WriteRawValue(json);

    private static BulkAction Action(string id) => BulkAction.Create("i", id, Raw("{}"));

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Items(params string[] items) => Json(200, $$"""{"errors":false,"items":[{{string.Join(',', items)}}]}""");

    private static async Task<BulkResult[]> WriteAsync(ScriptedNode node, params BulkAction[] actions)
    {
        var time = new HurryingTime();
        using var client = new ElasticsearchClient(new ElasticsearchOptions { Urls = [node.Url] }, time);
        using var writer = new BulkWriter(client, time);
        return await writer.WriteAsync(actions, Ct);
    }
}

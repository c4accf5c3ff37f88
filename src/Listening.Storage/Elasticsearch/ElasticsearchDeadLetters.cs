using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;
using Microsoft.Extensions.Logging;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Documents that do not fit the index and never will, in the tracking index. The log does not repeat the reason, which quotes the document.
/// </summary>
internal sealed partial class ElasticsearchDeadLetters(DocumentIndex tracking, SearchReader reader, TimeProvider time, ILogger<ElasticsearchDeadLetters> logger) : IDeadLetters
{
    public async Task<long> CountAsync(CancellationToken ct)
    {
        var body = new JsonObject { ["size"] = 0, ["track_total_hits"] = true, ["query"] = Query.All(Letters()) };
        return (await reader.AskAsync(body, ct)).GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();
    }

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken ct)
    {
        List<DeadLetter> letters = [];
        await foreach (var hit in reader.AllAsync(Query.All(Letters()), ["key"], ct))
        {
            letters.Add(Read(StoredDocument.Of(hit)));
        }

        return letters;
    }

    public Task<bool> RemoveAsync(DeadLetter letter, CancellationToken ct) =>
        tracking.DeleteAsync(IdOf(letter.Post), DocumentVersion.Parse(letter.Version), ct);

    public async Task KeepAsync(BulkAction action, BulkResult result, CancellationToken ct)
    {
        if (action.Document is not { } write)
        {
            return; // nothing is lost with a deletion
        }

        using var document = new MemoryStream();
        await using (var json = new Utf8JsonWriter(document, BulkBody.JsonOptions))
        {
            write(json);
        }

        var letter = new JsonObject
        {
            ["index"] = action.Index,
            ["id"] = action.Id,
            ["action"] = action.Operation,
            ["document"] = Encoding.UTF8.GetString(document.ToArray()),
            ["status"] = result.Status,
            ["type"] = result.ErrorType,
            ["reason"] = result.Reason,
            ["at"] = ListeningJson.Format(time.GetUtcNow()),
        };
        await tracking.ReplaceAsync(IdOf(action.Id), TrackingDocument.Write(TrackingDocument.DeadLetter, action.Id, letter), ct);
        LogKept(action.Id, result.ErrorType ?? "no reason given");
    }

    /// <summary>Letters of these posts.</summary>
    public async Task RemoveAsync(IEnumerable<Post> posts, CancellationToken ct)
    {
        foreach (var letter in await tracking.FindAsync(posts.Select(IdOf), ct))
        {
            await tracking.DeleteAsync(IdOf(Read(letter).Post), ct);
        }
    }

    /// <summary>Letters whose posts are of that kind.</summary>
    public async Task EraseAsync(Func<Post, bool> isToGo, CancellationToken ct)
    {
        foreach (var letter in (await ListAsync(ct)).Where(letter => isToGo(letter.Post)))
        {
            await tracking.DeleteAsync(IdOf(letter.Post), ct);
        }
    }

    private static JsonObject Letters() => Query.Term("kind", TrackingDocument.DeadLetter);

    private static string IdOf(Post post) => IdOf(PostDocument.IdOf(post));

    private static string IdOf(string documentId) => TrackingDocument.IdOf(TrackingDocument.DeadLetter, documentId);

    private static DeadLetter Read(StoredDocument stored)
    {
        var letter = TrackingDocument.Read<Body>(stored);
        using var document = JsonDocument.Parse(letter.Document);
        return new DeadLetter(PostDocument.Read(document.RootElement), letter.Reason ?? letter.Type ?? $"HTTP {letter.Status}", letter.At, stored.Version.ToString());
    }

    private sealed record Body(string Document, int Status, string? Type, string? Reason, DateTimeOffset At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Elasticsearch does not take the post {PostKey} ({Reason}): it is kept as a dead letter")]
    private partial void LogKept(string postKey, string reason);
}

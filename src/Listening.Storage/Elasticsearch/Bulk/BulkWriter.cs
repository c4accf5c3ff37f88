using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Writes any number of actions in requests of bounded size. Answers come by position; actions that could not be taken at that moment
/// are sent again a few times, and whatever then still waits makes the whole call throw <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class BulkWriter(ElasticsearchClient client, TimeProvider time)
{
    public const int MaxActions = 1000;
    public const int MaxBytes = 5 * 1024 * 1024;
    private const int Tries = 4;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public async Task<BulkResult[]> WriteAsync(IReadOnlyList<BulkAction> actions, CancellationToken ct)
    {
        var results = new BulkResult[actions.Count];
        var waiting = Enumerable.Range(0, actions.Count).ToList();
        for (var attempt = 1; waiting.Count > 0; attempt++)
        {
            foreach (var batch in Batches(actions, waiting))
            {
                await SendAsync(batch, results, ct);
            }

            waiting.RemoveAll(i => results[i].Outcome != BulkOutcome.Retry);
            if (waiting.Count > 0 && attempt == Tries)
            {
                var last = results[waiting[0]];
                throw Refusal.Of(new ElasticsearchAnswer(last.Status, BulkItems.AsAnswer(last.Status), ErrorType: last.ErrorType), client.Location);
            }

            if (waiting.Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * Math.Pow(2, attempt)), time, ct);
            }
        }

        return results;
    }

    private async Task SendAsync(List<Line> batch, BulkResult[] results, CancellationToken ct)
    {
        var request = new ElasticsearchRequest(HttpMethod.Post, "_bulk?filter_path=errors,error,status,items.*.status,items.*.error.type,items.*.error.reason", Body(batch))
        {
            IsLines = true,
            Timeout = Timeout,
        };
        var answer = await client.SendAsync(request, ct);
        if (answer.Outcome == AnswerOutcome.TooLarge || (answer.Outcome == AnswerOutcome.Rejected && batch.Count > 1))
        {
            await SendHalvesAsync(batch, answer, results, ct);
            return;
        }

        if (answer.Outcome == AnswerOutcome.Rejected)
        {
            results[batch[0].Position] = new(BulkOutcome.Rejected, answer.Status, answer.ErrorType, answer.Reason);
            return;
        }

        if (!answer.IsOk)
        {
            throw Refusal.Of(answer, client.Location);
        }

        var items = BulkItems.Read(answer.Body);
        if (items.Count != batch.Count)
        {
            throw new StoreUnavailableException($"Elasticsearch at {client.Location} answered {items.Count} of {batch.Count} writes: check any proxy in between, the same posts are written again at the next poll.");
        }

        for (var i = 0; i < items.Count; i++)
        {
            results[batch[i].Position] = items[i];
        }
    }

    // One action that the server cannot read or take refuses the whole request: halve the batch down to it.
    private async Task SendHalvesAsync(List<Line> batch, ElasticsearchAnswer answer, BulkResult[] results, CancellationToken ct)
    {
        if (batch.Count == 1)
        {
            results[batch[0].Position] = new(BulkOutcome.Rejected, answer.Status, answer.ErrorType, answer.Reason);
            return;
        }

        await SendAsync(batch[..(batch.Count / 2)], results, ct);
        await SendAsync(batch[(batch.Count / 2)..], results, ct);
    }

    private static IEnumerable<List<Line>> Batches(IReadOnlyList<BulkAction> actions, List<int> positions)
    {
        List<Line> batch = [];
        var bytes = 0;
        foreach (var position in positions)
        {
            var line = new Line(position, actions[position].Header(), actions[position].Source);
            if (batch.Count == MaxActions || (batch.Count > 0 && bytes + line.Length > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }

            batch.Add(line);
            bytes += line.Length;
        }

        yield return batch;
    }

    private static byte[] Body(List<Line> batch)
    {
        var body = new byte[batch.Sum(line => line.Length)];
        var at = 0;
        foreach (var part in batch.SelectMany(line => line.Source is null ? [line.Header] : new[] { line.Header, line.Source }))
        {
            part.CopyTo(body, at);
            at += part.Length;
            body[at++] = (byte)'\n';
        }

        return body;
    }

    private sealed record Line(int Position, byte[] Header, byte[]? Source)
    {
        public int Length => Header.Length + 1 + (Source is null ? 0 : Source.Length + 1);
    }
}

using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Writes any number of actions in requests of bounded size, the next one being written while the last one is on its way. Answers come by
/// position; actions that could not be taken at that moment are sent again a few times, one request after the other, and whatever then still
/// waits makes the whole call throw <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class BulkWriter(ElasticsearchClient client, TimeProvider time) : IDisposable
{
    public const int MaxActions = 1000;

    /// <summary>A request is sent once it holds so much; the last document of it may exceed it.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>Requests on their way, whoever writes; each writer has one more ready. That bounds the memory.</summary>
    public const int AtOnce = 2;

    private const string Path = "_bulk?filter_path=errors,error,status,items.*.status,items.*.error.type,items.*.error.reason";
    private const int Tries = 4;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turns = new(AtOnce);

    public async Task<BulkResult[]> WriteAsync(IReadOnlyList<BulkAction> actions, CancellationToken ct)
    {
        var results = new BulkResult[actions.Count];
        var waiting = Enumerable.Range(0, actions.Count).ToList();
        for (var attempt = 1; waiting.Count > 0; attempt++)
        {
            await SendAllAsync(actions, waiting, results, isInTurn: attempt > 1, ct);
            waiting.RemoveAll(i => results[i].Outcome != BulkOutcome.Retry);
            if (waiting.Count > 0 && attempt == Tries)
            {
                var last = results[waiting[0]];
                throw Refusal.Of(new ElasticsearchAnswer(last.Status, AnswerReader.OutcomeOf(last.Status, last.ErrorType), ErrorType: last.ErrorType, Reason: last.Reason), client.Location);
            }

            if (waiting.Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * Math.Pow(2, attempt)), time, ct);
            }
        }

        return results;
    }

    public void Dispose() => _turns.Dispose();

    private async Task SendAllAsync(IReadOnlyList<BulkAction> actions, IEnumerable<int> positions, BulkResult[] results, bool isInTurn, CancellationToken ct)
    {
        var left = new Queue<int>(positions);
        List<Task> sent = [];
        while (left.Count > 0 && !sent.Any(task => task.IsFaulted))
        {
            var body = Fill(actions, left); // while others are on their way
            try
            {
                await _turns.WaitAsync(ct);
            }
            catch (OperationCanceledException)
            {
                body.Dispose();
                throw;
            }

            sent.Add(SendAsync(body, actions, results, ct));
            if (isInTurn)
            {
                await sent[^1];
            }
        }

        await Task.WhenAll(sent);
    }

    private BulkBody Fill(IReadOnlyList<BulkAction> actions, Queue<int> left)
    {
        var body = new BulkBody(client.NewBody());
        while (body.Positions.Count < MaxActions && body.Length < MaxBytes && left.TryDequeue(out var position))
        {
            body.Add(position, actions[position]);
        }

        return body;
    }

    private async Task SendAsync(BulkBody body, IReadOnlyList<BulkAction> actions, BulkResult[] results, CancellationToken ct)
    {
        var positions = body.Positions;
        ElasticsearchAnswer answer;
        try
        {
            answer = await client.SendAsync(new ElasticsearchRequest(HttpMethod.Post, Path, body.Lines) { IsLines = true, Timeout = Timeout }, ct);
        }
        finally
        {
            body.Dispose();
            _turns.Release();
        }

        if (answer.Outcome is AnswerOutcome.TooLarge or AnswerOutcome.Rejected)
        {
            await SendHalvesAsync(positions, answer, actions, results, ct);
            return;
        }

        var items = answer.IsOk ? BulkItems.Read(answer.Body) : throw Refusal.Of(answer, client.Location);
        if (items.Count != positions.Count)
        {
            throw new StoreUnavailableException($"Elasticsearch at {client.Location} answered {items.Count} of {positions.Count} writes: check any proxy in between, the same posts are written again at the next poll.");
        }

        for (var i = 0; i < items.Count; i++)
        {
            results[positions[i]] = answer.IsRepeated ? items[i] with { IsRepeated = true } : items[i];
        }
    }

    // One action that the server cannot read or take refuses the whole request: halve the batch down to it.
    private async Task SendHalvesAsync(IReadOnlyList<int> positions, ElasticsearchAnswer answer, IReadOnlyList<BulkAction> actions, BulkResult[] results, CancellationToken ct)
    {
        if (positions.Count == 1)
        {
            results[positions[0]] = new(BulkOutcome.Rejected, answer.Status, answer.ErrorType, answer.Reason);
            return;
        }

        foreach (var half in positions.Chunk((positions.Count + 1) / 2))
        {
            await SendAllAsync(actions, half, results, isInTurn: true, ct);
        }
    }
}

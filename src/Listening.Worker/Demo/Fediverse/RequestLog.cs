namespace Listening.Worker.Demo.Fediverse;

/// <summary>The latest requests of a host, in the order of arrival.</summary>
internal sealed class RequestLog(TimeProvider time)
{
    private const int Kept = 10_000;
    private readonly Lock _lock = new();
    private readonly Queue<ScriptedRequest> _done = [];
    private readonly SortedDictionary<long, ScriptedRequest> _inWork = [];
    private long _number;

    public IReadOnlyList<ScriptedRequest> All()
    {
        lock (_lock)
        {
            return [.. _done.Concat(_inWork.Values).OrderBy(request => request.Number)];
        }
    }

    public long Begin(HttpRequest request)
    {
        lock (_lock)
        {
            var number = ++_number;
            _inWork[number] = new ScriptedRequest(
                number, time.GetUtcNow(), request.Method, request.Path.Value ?? "", request.QueryString.Value ?? "", request.Headers.UserAgent.ToString(), _inWork.Count + 1, null)
            {
                Authorization = request.Headers.Authorization.ToString(),
            };
            return number;
        }
    }

    public void End(long number, HttpResponse answer)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            _inWork.Remove(number, out var request);
            _done.Enqueue(answer.HasStarted ? request! with { Status = answer.StatusCode, EndedAt = now, WaitUntil = DemandedWait.Of(answer, now) } : request! with { EndedAt = now });
            while (_done.Count > Kept)
            {
                _done.Dequeue();
            }
        }
    }
}

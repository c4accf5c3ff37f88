using System.Collections.Concurrent;
using Listening.Connectors.Http;
using Listening.Polling;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>
/// What the hosts say of themselves, asked once a day each and kept in memory. A host that does not say keeps what it said before; only a
/// demand to wait, and a refusal of us, is no mere lack of an answer.
/// </summary>
internal sealed class MastodonInstances(MastodonApi api, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    // An answer that did not come may come later the same day.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>What is known of a host, asked for where that is older than a day or <paramref name="since"/>.</summary>
    /// <exception cref="RateLimitedException">The host demands a wait.</exception>
    /// <exception cref="AuthenticationFailedException">The host refuses us (403).</exception>
    public async Task<MastodonInstance> OfAsync(PlatformHost host, CancellationToken ct, DateTimeOffset? since = null)
    {
        var turn = _turns.GetOrAdd(host.Name, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(ct);
        try
        {
            var known = _known.GetValueOrDefault(host.Name);
            if (known is null || known.GoodUntil <= time.GetUtcNow() || known.AskedAt < since)
            {
                known = _known[host.Name] = new Known(known?.Instance ?? MastodonInstance.Unknown, time.GetUtcNow(), time.GetUtcNow() + AfterFailure);
                known = _known[host.Name] = await AskAsync(host, known, ct);
            }

            return known.Instance;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<Known> AskAsync(PlatformHost host, Known known, CancellationToken ct)
    {
        HttpAnswer answer;
        try
        {
            answer = await api.InstanceAsync(host, ct);
        }
        catch (PlatformException)
        {
            return known; // whether the host is there, the timeline itself tells
        }

        var document = MastodonAnswers.Document(answer);
        var saysNo = (int)answer.Status is >= 400 and < 429;
        known = new Known(
            document is { } read ? MastodonInstance.Of(read) : known.Instance, known.AskedAt, document is not null || saysNo ? known.AskedAt + Day : known.GoodUntil);
        _known[host.Name] = known;
        MastodonAnswers.Obey(answer);
        return known;
    }

    private sealed record Known(MastodonInstance Instance, DateTimeOffset AskedAt, DateTimeOffset GoodUntil);
}

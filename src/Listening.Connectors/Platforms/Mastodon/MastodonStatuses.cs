using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Listening.Connectors.Http;
using Listening.Connectors.Json;
using Listening.Polling;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>
/// Posts by id as they are now. Servers before 4.3 and other software do not know the question for several at once, and some answer it with
/// an empty list: until a host has shown at least one post that way, what it leaves out is asked for singly.
/// </summary>
internal sealed class MastodonStatuses(MastodonApi api, TimeProvider time)
{
    // As long as what a host can do is taken for granted elsewhere.
    private static readonly TimeSpan ClosedFor = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, bool> _answersBatches = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _closedUntil = new(StringComparer.Ordinal);

    public async Task<RefreshedPosts> AskAsync(PlatformHost host, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        if (_closedUntil.TryGetValue(host.Name, out var until) && time.GetUtcNow() < until)
        {
            return new([], [], time.GetUtcNow(), null);
        }

        var answer = await api.StatusesAsync(host, ids, ct);
        if (IsClosed(answer))
        {
            _closedUntil[host.Name] = answer.RequestedAt + ClosedFor;
            return new([], [], answer.RequestedAt, MastodonAnswers.Budget(answer));
        }

        var entries = MastodonAnswers.Entries(answer);
        var shown = entries.Select(entry => entry.TextOrNull("id")).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] missing = [.. ids.Where(id => !shown.Contains(id))];
        if (shown.Count > 0)
        {
            _answersBatches[host.Name] = true;
        }

        var all = new RefreshedPosts(Observed(host, entries), missing, answer.RequestedAt, MastodonAnswers.Budget(answer));
        return missing.Length > 0 && !_answersBatches.ContainsKey(host.Name) ? await AskSinglyAsync(host, all, ct) : all;
    }

    private async Task<RefreshedPosts> AskSinglyAsync(PlatformHost host, RefreshedPosts before, CancellationToken ct)
    {
        List<Observation> observations = [.. before.Observations];
        List<string> missing = [];
        var budget = before.Budget;
        foreach (var id in before.Missing)
        {
            if (budget is { Remaining: <= 0 })
            {
                break; // what is not asked for is neither there nor missing
            }

            var answer = await api.StatusAsync(host, id, ct);
            budget = MastodonAnswers.Budget(answer) ?? budget;
            if (MastodonAnswers.IsGone(answer))
            {
                missing.Add(id);
            }
            else if (!IsClosed(answer))
            {
                observations.AddRange(Observed(host, [MastodonAnswers.Entry(answer)]));
            }
        }

        return before with { Observations = observations, Missing = missing, Budget = budget };
    }

    // A host may list hashtags for everybody and show single posts to nobody; that is no fault of the timeline, and no vote.
    private static bool IsClosed(HttpAnswer answer) =>
        answer is { HasRetryAfter: false, Status: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.UnprocessableEntity or HttpStatusCode.MethodNotAllowed };

    private Observation[] Observed(PlatformHost host, IEnumerable<JsonElement> entries)
    {
        var mapper = new MastodonMapper(host.Name, time.GetUtcNow(), timeline: null);
        return [.. entries.Select(mapper.Map).OfType<Observation>()];
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// What was observed, one document an interval, whose id is its target and where it began when it was first noted. What the documents of a
/// target cover together is what counts: two of them may overlap for a while, after a crash or beside another writer, and become one the
/// next time one of them grows.
/// </summary>
internal sealed class ElasticsearchCoverageLog(ElasticsearchClient client, DocumentIndex documents, SearchReader reader) : ICoverageLog
{
    private const int Tries = 20;

    public async Task RecordAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to, CancellationToken ct)
    {
        var observed = new CoverageInterval(from, to);
        if (observed.Length == TimeSpan.Zero)
        {
            return;
        }

        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await TryRecordAsync(target, observed, ct))
            {
                return;
            }
        }

        throw new StoreUnavailableException($"Other workers keep noting what was observed of {target.Host} in Elasticsearch at {client.Location}: it is noted again at the next poll.");
    }

    public async Task<IReadOnlyList<TargetCoverage>> IntervalsAsync(
        IReadOnlyCollection<string>? keys, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct) =>
    [
        .. (await ReadAsync(Query.All(keys is null ? null : Query.Terms("key", keys), Reaches(from, to)), ct))
            .GroupBy(stored => stored.Target)
            .Select(stored => new TargetCoverage(stored.Key, CoverageInterval.Within(CoverageInterval.Unite(stored.Select(one => one.Interval)), from, to)))
            .Where(coverage => coverage.Intervals.Count > 0)
            .OrderBy(coverage => coverage.Target.Platform, StringComparer.Ordinal)
            .ThenBy(coverage => coverage.Target.Host, StringComparer.Ordinal)
            .ThenBy(coverage => coverage.Target.Key, StringComparer.Ordinal),
    ];

    public async Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        foreach (var stored in await ReadAsync(Query.All(Query.Terms("key", keys)), ct))
        {
            await documents.DeleteAsync(stored.Id, ct);
        }
    }

    // False where somebody else was faster. One that grows keeps its id: reading into the past moves the beginning with each page.
    private async Task<bool> TryRecordAsync(PollTarget target, CoverageInterval observed, CancellationToken ct)
    {
        var near = await ReadAsync(Query.All(Query.Term("target", target.Id), Query.Between("to", observed.From, null), Query.NotAfter("from", observed.To)), ct);
        var united = CoverageInterval.Unite(near.Select(stored => stored.Interval).Append(observed))[0];
        var grown = near.FirstOrDefault();
        if (grown?.Interval != united)
        {
            var source = Source(target, united);
            var written = grown is null ? await documents.CreateAsync(IdOf(target, united.From), source, ct) : await documents.UpdateAsync(grown.Id, source, grown.Version, ct);
            if (written is null)
            {
                return false;
            }
        }

        foreach (var covered in near.Skip(1))
        {
            await documents.DeleteAsync(covered.Id, covered.Version, ct); // one that has grown meanwhile stays
        }

        return true;
    }

    private async Task<List<Stored>> ReadAsync(JsonObject query, CancellationToken ct)
    {
        List<Stored> found = [];
        await foreach (var hit in reader.AllAsync(query, ["target", "from"], ct))
        {
            found.Add(Read(hit));
        }

        return found;
    }

    // Whether it holds more than the bounds themselves.
    private static JsonObject Reaches(DateTimeOffset? from, DateTimeOffset? to) => Query.All(
        from is { } first ? Query.After("to", first) : null,
        Query.Between("from", null, to));

    private static Stored Read(JsonElement hit)
    {
        var (source, version) = StoredDocument.Of(hit);
        string Text(string name) => source.GetProperty(name).GetString()!;
        return new(
            hit.GetProperty("_id").GetString()!,
            new PollTarget(Text("platform"), Text("host"), Text("key")),
            new CoverageInterval(source.GetProperty("from").GetDateTimeOffset(), source.GetProperty("to").GetDateTimeOffset()),
            version);
    }

    private static JsonObject Source(PollTarget target, CoverageInterval interval) => new()
    {
        ["target"] = target.Id,
        ["platform"] = target.Platform,
        ["host"] = target.Host,
        ["key"] = target.Key,
        ["from"] = ListeningJson.Format(interval.From),
        ["to"] = ListeningJson.Format(interval.To),
    };

    private static string IdOf(PollTarget target, DateTimeOffset from) => PostKey.Bounded(target.Platform, $"{target.Id}|{ListeningJson.Format(from)}");

    private sealed record Stored(string Id, PollTarget Target, CoverageInterval Interval, DocumentVersion Version);
}

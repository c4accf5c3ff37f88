using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Storage.Elasticsearch;

/// <summary>Hashtags, poll states, health and counts as documents of the tracking index.</summary>
internal sealed class ElasticsearchTrackingStore(DocumentIndex documents, SearchReader reader) : ITrackingStore
{
    private const string WithheldKey = "all";

    public async Task<IReadOnlyList<TrackedHashtag>> HashtagsAsync(CancellationToken ct) =>
        [.. (await ListAsync<TrackedHashtag>(TrackingDocument.Hashtag, ct)).OrderBy(hashtag => hashtag.Hashtag, StringComparer.Ordinal)];

    public async Task<bool> AddHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) =>
        await documents.CreateAsync(HashtagId(hashtag.Hashtag), Document(hashtag), ct) is not null;

    public Task<bool> UpdateHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) =>
        documents.ChangeAsync(HashtagId(hashtag.Hashtag), known => known is null ? null : Document(hashtag), ct);

    public Task<bool> RemoveHashtagAsync(string hashtag, CancellationToken ct) => documents.DeleteAsync(HashtagId(hashtag), ct);

    public async Task<IReadOnlyList<PollState>> PollStatesAsync(DateTimeOffset? dueBy, CancellationToken ct)
    {
        var due = dueBy is { } time ? Query.Between("next_poll_at", null, time.ToMilliseconds().AddMilliseconds(1)) : null;
        List<PollState> states = [];

        // All of them by what never changes: a worker that claims one between two pages would move it to another.
        JsonArray order = dueBy is null ? ["key"] : ["next_poll_at", "key"];
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", TrackingDocument.Poll), due), order, ct))
        {
            var document = StoredDocument.Of(hit);
            states.Add(TrackingDocument.Read<PollState>(document) with { Version = document.Version.ToString() });
        }

        return states;
    }

    public async Task<PollState?> SaveAsync(PollState state, CancellationToken ct)
    {
        var id = PollId(state.Target);
        var document = TrackingDocument.Write(TrackingDocument.Poll, state.Target.Id, state);
        document["next_poll_at"] = ListeningJson.Format(state.NextPollAt);
        var version = state.Version is null
            ? await documents.CreateAsync(id, document, ct)
            : await documents.UpdateAsync(id, document, DocumentVersion.Parse(state.Version), ct);
        return version is null ? null : state with { Version = version.ToString() };
    }

    public Task RemovePollStateAsync(PollTarget target, CancellationToken ct) => documents.DeleteAsync(PollId(target), ct);

    public async Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken ct) => await ListAsync<SourceHealth>(TrackingDocument.Health, ct);

    public Task SaveHealthAsync(SourceHealth health, CancellationToken ct)
    {
        var key = $"{health.Platform}|{health.Host}";
        return documents.ReplaceAsync(TrackingDocument.IdOf(TrackingDocument.Health, key), TrackingDocument.Write(TrackingDocument.Health, key, health), ct);
    }

    public Task CountWithheldAsync(WithheldCounts counts, CancellationToken ct) => counts.Total == 0
        ? Task.CompletedTask
        : documents.ChangeAsync(WithheldId, known => TrackingDocument.Write(TrackingDocument.Withheld, WithheldKey, counts.Plus(Counts(known))), ct);

    public async Task<WithheldCounts> WithheldAsync(CancellationToken ct) => Counts(await documents.FindAsync(WithheldId, ct));

    private static string WithheldId => TrackingDocument.IdOf(TrackingDocument.Withheld, WithheldKey);

    private static string HashtagId(string hashtag) => TrackingDocument.IdOf(TrackingDocument.Hashtag, hashtag);

    private static string PollId(PollTarget target) => TrackingDocument.IdOf(TrackingDocument.Poll, target.Id);

    private static WithheldCounts Counts(StoredDocument? document) => document is null ? WithheldCounts.None : TrackingDocument.Read<WithheldCounts>(document);

    private static JsonObject Document(TrackedHashtag hashtag) => TrackingDocument.Write(TrackingDocument.Hashtag, hashtag.Hashtag, hashtag);

    private async Task<List<T>> ListAsync<T>(string kind, CancellationToken ct)
    {
        List<T> all = [];
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", kind)), ["key"], ct))
        {
            all.Add(TrackingDocument.Read<T>(StoredDocument.Of(hit)));
        }

        return all;
    }
}

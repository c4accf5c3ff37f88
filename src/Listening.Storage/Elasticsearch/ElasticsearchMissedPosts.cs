using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Votes that posts are gone, all about one post in one document of the tracking index. There are few at any time.</summary>
internal sealed class ElasticsearchMissedPosts(DocumentIndex documents, SearchReader reader) : IMissedPosts
{
    public async Task NoteAsync(string platform, string host, IReadOnlyCollection<string> postKeys, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var key in postKeys)
        {
            await documents.ChangeAsync(IdOf(key), known => TrackingDocument.Write(TrackingDocument.Missed, key, Noted(known, new MissedPost(key, platform, host, at.ToMilliseconds(), at.ToMilliseconds()))), ct);
        }
    }

    public async Task ForgetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct)
    {
        foreach (var document in await documents.FindAsync(postKeys.Select(IdOf), ct))
        {
            await documents.DeleteAsync(IdOf(Votes(document)[0].PostKey), ct);
        }
    }

    public async Task<IReadOnlyList<MissedPost>> PendingAsync(string? platform, int limit, CancellationToken ct)
    {
        List<MissedPost[]> pending = [];
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", TrackingDocument.Missed)), ["key"], ct))
        {
            pending.Add(Votes(StoredDocument.Of(hit)));
        }

        return [.. pending.Where(votes => platform is null || votes[0].Platform == platform).OrderBy(votes => votes.Min(vote => vote.FirstAt)).ThenBy(votes => votes[0].PostKey, StringComparer.Ordinal).Take(limit).SelectMany(votes => votes)];
    }

    public async Task<IReadOnlyList<MissedPost>> OfAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) =>
        [.. (await documents.FindAsync(postKeys.Select(IdOf), ct)).SelectMany(Votes)];

    private static Body Noted(StoredDocument? known, MissedPost vote)
    {
        MissedPost[] votes = known is null ? [] : Votes(known);
        var before = votes.FirstOrDefault(other => other.Host == vote.Host);
        var after = before is null ? vote : before with { LastAt = vote.LastAt > before.LastAt ? vote.LastAt : before.LastAt };
        return new([.. votes.Where(other => other.Host != vote.Host), after]);
    }

    private static MissedPost[] Votes(StoredDocument document) => TrackingDocument.Read<Body>(document).Votes;

    private static string IdOf(string postKey) => TrackingDocument.IdOf(TrackingDocument.Missed, postKey);

    private sealed record Body(MissedPost[] Votes);
}

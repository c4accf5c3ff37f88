using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>What the user decided about authors: who is forgotten (a document a salted mark) and who is muted (all in one document).</summary>
internal sealed partial class ElasticsearchAuthorMarks
{
    private const string Only = "all";

    private static string SaltId => TrackingDocument.IdOf(TrackingDocument.AuthorSalt, Only);

    private static string MutedId => TrackingDocument.IdOf(TrackingDocument.Muted, Only);

    public async Task ForgetAsync(string authorKey, CancellationToken ct)
    {
        var salt = await SaltAsync(ct);
        if (salt is null)
        {
            // Whoever is first decides.
            await documents.CreateAsync(SaltId, TrackingDocument.Write(TrackingDocument.AuthorSalt, Only, new SaltBody(AuthorSalt.Create())), ct);
            salt = (await SaltAsync(ct))!;
        }

        var mark = AuthorSalt.Mark(salt, authorKey);
        await documents.ReplaceAsync(ForgottenId(mark), TrackingDocument.Write(TrackingDocument.Forgotten, mark, new SaltBody("")), ct);
    }

    public async Task<IReadOnlySet<string>> ForgottenAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        HashSet<string> forgotten = new(StringComparer.Ordinal);
        if (await SaltAsync(ct) is { } salt)
        {
            var keyOfMark = authorKeys.Distinct(StringComparer.Ordinal).ToDictionary(key => AuthorSalt.Mark(salt, key), StringComparer.Ordinal);
            var found = await documents.FindAsync(keyOfMark.Keys.Select(ForgottenId), ct);
            forgotten.UnionWith(found.Select(document => keyOfMark[document.Source.GetProperty("key").GetString()!]));
        }

        return forgotten;
    }

    public Task SetMutedAsync(string authorKey, bool isMuted, CancellationToken ct) => documents.ChangeAsync(
        MutedId,
        known =>
        {
            var muted = known is null ? [] : TrackingDocument.Read<MutedBody>(known).Authors.ToHashSet(StringComparer.Ordinal);
            return (isMuted ? muted.Add(authorKey) : muted.Remove(authorKey))
                ? TrackingDocument.Write(TrackingDocument.Muted, Only, new MutedBody([.. muted.Order(StringComparer.Ordinal)]))
                : null;
        },
        ct);

    public async Task<IReadOnlySet<string>> MutedAsync(CancellationToken ct) =>
        (await documents.FindAsync(MutedId, ct) is { } known ? TrackingDocument.Read<MutedBody>(known).Authors : []).ToHashSet(StringComparer.Ordinal);

    private async Task<string?> SaltAsync(CancellationToken ct) =>
        await documents.FindAsync(SaltId, ct) is { } known ? TrackingDocument.Read<SaltBody>(known).Salt : null;

    private static string ForgottenId(string mark) => TrackingDocument.IdOf(TrackingDocument.Forgotten, mark);

    private sealed record SaltBody(string Salt);

    private sealed record MutedBody(string[] Authors);
}

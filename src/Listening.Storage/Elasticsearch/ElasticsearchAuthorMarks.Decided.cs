using System.Text.Json.Nodes;
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
        var salts = await SaltsAsync(ct);
        if (salts.Count == 0)
        {
            // Whoever is first decides.
            await documents.CreateAsync(SaltId, TrackingDocument.Write(TrackingDocument.AuthorSalt, Only, new SaltsBody(AuthorSalt.Create(), [])), ct);
            salts = await SaltsAsync(ct);
        }

        var mark = AuthorSalt.Mark(salts[0], authorKey);
        await documents.ReplaceAsync(ForgottenId(mark), ForgottenDocument("", mark), ct);
    }

    public async Task<IReadOnlySet<string>> ForgottenAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct)
    {
        HashSet<string> forgotten = new(StringComparer.Ordinal);
        var authors = authorKeys.Distinct(StringComparer.Ordinal).ToArray();
        var keyOfMark = (await SaltsAsync(ct)).SelectMany(salt => authors.Select(key => (Mark: AuthorSalt.Mark(salt, key), Key: key))).ToDictionary(StringComparer.Ordinal);
        var found = await documents.FindAsync(keyOfMark.Keys.Select(ForgottenId), ct);
        forgotten.UnionWith(found.Select(document => keyOfMark[document.Source.GetProperty("key").GetString()!]));
        return forgotten;
    }

    public async Task<IReadOnlyList<ForgottenAuthors>> AllForgottenAsync(CancellationToken ct)
    {
        var own = await SaltsAsync(ct) is [var first, ..] ? first : "";
        List<(string Salt, string Mark)> all = [];
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", TrackingDocument.Forgotten)), ["key"], ct))
        {
            var document = StoredDocument.Of(hit);
            all.Add((TrackingDocument.Read<ForgottenBody>(document).Salt is { Length: > 0 } salt ? salt : own, document.Source.GetProperty("key").GetString()!));
        }

        return [.. all.GroupBy(one => one.Salt, one => one.Mark, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ForgottenAuthors(group.Key, [.. group]))];
    }

    public async Task RememberAsync(ForgottenAuthors forgotten, CancellationToken ct)
    {
        await documents.ChangeAsync(
            SaltId,
            known => Salts(known) is var salts && salts.Contains(forgotten.Salt)
                ? null
                : TrackingDocument.Write(TrackingDocument.AuthorSalt, Only, salts is [var own, .. var others] ? new SaltsBody(own, [.. others, forgotten.Salt]) : new SaltsBody(forgotten.Salt, [])),
            ct);
        foreach (var mark in forgotten.Marks)
        {
            await documents.ReplaceAsync(ForgottenId(mark), ForgottenDocument(forgotten.Salt, mark), ct);
        }
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

    // The first is this store's own.
    private async Task<IReadOnlyList<string>> SaltsAsync(CancellationToken ct) => Salts(await documents.FindAsync(SaltId, ct));

    private static string[] Salts(StoredDocument? document) =>
        document is not null && TrackingDocument.Read<SaltsBody>(document) is var (own, others) ? [own, .. others ?? []] : [];

    private static string ForgottenId(string mark) => TrackingDocument.IdOf(TrackingDocument.Forgotten, mark);

    private static JsonObject ForgottenDocument(string salt, string mark) => TrackingDocument.Write(TrackingDocument.Forgotten, mark, new ForgottenBody(salt));

    private sealed record SaltsBody(string Salt, string[]? Others);

    // Empty: this store's own.
    private sealed record ForgottenBody(string Salt);

    private sealed record MutedBody(string[] Authors);
}

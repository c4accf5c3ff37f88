using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>What hosts say of an author, all in one document of the tracking index, which is found by the author's mark.</summary>
internal sealed partial class ElasticsearchAuthorMarks(DocumentIndex documents, SearchReader reader, BulkWriter bulk, TrackingIndex index) : IAuthorMarks
{
    private const int Tries = 8;

    public async Task RecordAsync(IReadOnlyList<AuthorStatement> statements, CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var actions = await ChangesAsync(statements, ct);
            if (actions.Count == 0 || (await bulk.WriteAsync(actions, ct)).All(result => result.Outcome != BulkOutcome.Conflict))
            {
                return;
            }
        }

        throw new StoreUnavailableException("Other workers keep changing what is known of the same authors in Elasticsearch: it is written again at the next poll.");
    }

    public async Task<IReadOnlyList<AuthorStatement>> StatementsAsync(IReadOnlyCollection<string> marks, CancellationToken ct) =>
        [.. (await documents.FindAsync(marks.Select(IdOf), ct)).SelectMany(Read)];

    public async IAsyncEnumerable<AuthorStatement> AllStatementsAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await documents.RefreshAsync(ct);
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", TrackingDocument.Author)), ["key"], ct))
        {
            foreach (var statement in Read(StoredDocument.Of(hit)))
            {
                yield return statement;
            }
        }
    }

    private async Task<List<BulkAction>> ChangesAsync(IReadOnlyList<AuthorStatement> statements, CancellationToken ct)
    {
        var known = (await documents.FindAsync(statements.Select(statement => IdOf(statement.Author)), ct))
            .ToDictionary(document => Read(document)[0].Author, StringComparer.Ordinal);
        List<BulkAction> actions = [];
        foreach (var group in statements.GroupBy(statement => statement.Author, StringComparer.Ordinal))
        {
            var stored = known.GetValueOrDefault(group.Key);
            var before = stored is null ? [] : Read(stored);
            var after = Newest(before.Concat(group));
            if (!after.SequenceEqual(before))
            {
                actions.Add(Write(group.Key, after, stored?.Version));
            }
        }

        return actions;
    }

    private static AuthorStatement[] Newest(IEnumerable<AuthorStatement> statements) =>
        [.. statements.Reverse().DistinctBy(statement => statement.Host).OrderBy(statement => statement.Host, StringComparer.Ordinal)];

    private BulkAction Write(string mark, AuthorStatement[] statements, DocumentVersion? basedOn)
    {
        void Source(Utf8JsonWriter json) => TrackingDocument.Write(TrackingDocument.Author, mark, new Body(statements)).WriteTo(json, Posts.ListeningJson.Options);
        return basedOn is null ? BulkAction.Create(index.Name, IdOf(mark), Source) : BulkAction.Replace(index.Name, IdOf(mark), Source, basedOn);
    }

    private static AuthorStatement[] Read(StoredDocument document) => TrackingDocument.Read<Body>(document).Statements;

    private static string IdOf(string mark) => TrackingDocument.IdOf(TrackingDocument.Author, mark);

    private sealed record Body(AuthorStatement[] Statements);
}

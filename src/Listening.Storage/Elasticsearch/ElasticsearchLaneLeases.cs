using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Leases, one document a lane. A renewal whose answer got lost is recognised as our own by <see cref="DocumentIndex"/>.</summary>
internal sealed class ElasticsearchLaneLeases(DocumentIndex documents, SearchReader reader) : ILaneLeases
{
    public async Task<IReadOnlyList<LaneLease>> ListAsync(CancellationToken ct)
    {
        List<LaneLease> leases = [];
        await foreach (var hit in reader.AllAsync(Query.All(Query.Term("kind", TrackingDocument.Lease)), ["key"], ct))
        {
            leases.Add(Read(StoredDocument.Of(hit)));
        }

        return leases;
    }

    public async Task<LaneLease?> TakeAsync(LaneLease lease, CancellationToken ct)
    {
        var version = lease.Version is null
            ? await documents.CreateAsync(IdOf(lease), Write(lease), ct)
            : await documents.UpdateAsync(IdOf(lease), Write(lease), DocumentVersion.Parse(lease.Version), ct);
        return version is null ? null : lease with { Version = version.ToString() };
    }

    public Task ReleaseAsync(LaneLease lease, CancellationToken ct) => documents.DeleteAsync(IdOf(lease), DocumentVersion.Parse(lease.Version!), ct);

    private static string IdOf(LaneLease lease) => TrackingDocument.IdOf(TrackingDocument.Lease, lease.Lane.ToString());

    private static JsonObject Write(LaneLease lease) => new()
    {
        ["kind"] = TrackingDocument.Lease,
        ["key"] = lease.Lane.ToString(),
        ["lane"] = lease.Lane.ToString(),
        ["owner"] = lease.Owner,
        ["term_ms"] = (long)lease.Term.TotalMilliseconds,
        ["updated_at"] = ListeningJson.Format(lease.RenewedAt),
    };

    private static LaneLease Read(StoredDocument document) => new(
        Lane.Parse(document.Source.GetProperty("lane").GetString()!),
        document.Source.GetProperty("owner").GetString()!,
        TimeSpan.FromMilliseconds(document.Source.GetProperty("term_ms").GetInt64()),
        document.Source.GetProperty("updated_at").Deserialize<DateTimeOffset>(ListeningJson.Options))
    {
        Version = document.Version.ToString(),
    };
}

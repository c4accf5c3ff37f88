using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>The store of a team: everything lives in one Elasticsearch, the worker keeps nothing on disk.</summary>
internal sealed class ElasticsearchStore(ElasticsearchClient client, IndexInstaller installer, ListeningIndices indices) : IStore
{
    public string Kind => "elasticsearch";

    public Task PrepareAsync(CancellationToken ct) => installer.InstallAsync(ct);

    public async Task CheckAsync(CancellationToken ct)
    {
        var aliases = string.Join(',', indices.All.Select(index => index.Alias));
        var health = await client.RequireAsync(ElasticsearchRequest.Get($"_cluster/health/{aliases}?filter_path=status"), ct);
        if (health.GetProperty("status").GetString() == "red")
        {
            throw new StoreUnavailableException($"Some indices of Listening in Elasticsearch at {client.Location} are red: a part of what is stored cannot be read; look at _cluster/allocation/explain.");
        }
    }

    public async Task CheckWritableAsync(CancellationToken ct)
    {
        var aliases = string.Join(',', indices.All.Select(index => index.Alias));
        var blocks = await client.RequireAsync(ElasticsearchRequest.Get($"{aliases}/_settings/index.blocks.*?flat_settings=true"), ct);
        foreach (var index in blocks.EnumerateObject())
        {
            var blocked = index.Value.GetProperty("settings").EnumerateObject().FirstOrDefault(block => block.Value.GetString() == "true");
            if (blocked.Value.ValueKind != JsonValueKind.Undefined)
            {
                throw new StoreUnavailableException(
                    $"Elasticsearch at {client.Location} takes no writes to the index {index.Name} ({blocked.Name}): free disk space on its nodes, or lift the block if somebody set it.");
            }
        }
    }

    public Task<IReadOnlyList<StoreCheck>> ExamineAsync(CancellationToken ct) => new ElasticsearchExamination(client, installer, indices).ExamineAsync(ct);

    public async Task<StoreInfo> InfoAsync(CancellationToken ct)
    {
        var query = new JsonObject { ["query"] = Query.IsListed() };
        var count = await client.RequireAsync(ElasticsearchRequest.Post($"{indices.Posts.Alias}/_count", query), ct);
        var aliases = string.Join(',', indices.All.Select(index => index.Alias));
        var stats = await client.RequireAsync(ElasticsearchRequest.Get($"{aliases}/_stats/store?filter_path=_all.total.store.size_in_bytes"), ct);
        var bytes = stats.GetProperty("_all").GetProperty("total").GetProperty("store").GetProperty("size_in_bytes").GetInt64();
        return new(Kind, count.GetProperty("count").GetInt64(), bytes, client.Location);
    }
}

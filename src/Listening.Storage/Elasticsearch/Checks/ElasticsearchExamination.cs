using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Everything about the cluster that <c>doctor</c> looks at, one file a check.</summary>
internal sealed class ElasticsearchExamination(ElasticsearchClient client, IndexInstaller installer, ListeningIndices indices)
{
    public async Task<IReadOnlyList<StoreCheck>> ExamineAsync(CancellationToken ct)
    {
        var nodes = await NodesCheck.ExamineAsync(client, ct);
        return nodes.DoesAnybodyAnswer
            ?
            [
                nodes.Check,
                await TryAsync(VersionCheck.Name, () => VersionCheck.ExamineAsync(client, ct)),
                await TryAsync(PrivilegesCheck.Name, () => PrivilegesCheck.ExamineAsync(client, indices.Prefix, ct)),
                await TryAsync(TemplatesCheck.Name, () => TemplatesCheck.ExamineAsync(installer, indices, ct)),
                await TryAsync(DiskCheck.Name, () => DiskCheck.ExamineAsync(client, ct)),
            ]
            : [nodes.Check];
    }

    private static async Task<StoreCheck> TryAsync(string name, Func<Task<StoreCheck>> examine)
    {
        try
        {
            return await examine();
        }
        catch (StoreUnavailableException e)
        {
            return new(name, IsOk: false, e.Message, "see the lines about nodes and privileges");
        }
    }
}

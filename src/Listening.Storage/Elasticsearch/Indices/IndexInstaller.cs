using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Puts templates and indices in place, and keeps away from what a newer version wrote.</summary>
internal sealed class IndexInstaller(ElasticsearchClient client, ListeningIndices indices, TimeProvider time)
{
    /// <summary>Can be called any number of times, by several workers at once.</summary>
    public async Task InstallAsync(CancellationToken ct)
    {
        var present = await PresentAsync(ct);
        foreach (var index in indices.All)
        {
            await InstallTemplateAsync(index, present, ct);
        }

        string[] needed = [indices.Tracking.Name, indices.Coverage.Name, indices.Alerts.Name, indices.Posts.Month(time.GetUtcNow())];
        foreach (var name in needed.Where(name => !present.Contains(name)))
        {
            await CreateAsync(name, ct);
        }
    }

    /// <summary>Null where there is no template, or one that states no version.</summary>
    public async Task<int?> TemplateVersionAsync(IndexDefinition index, CancellationToken ct)
    {
        var known = await client.SendAsync(ElasticsearchRequest.Get($"{PathOf(index)}?filter_path=index_templates.index_template.version,error"), ct);
        return known.IsOk && known.Body.TryGetProperty("index_templates", out var templates)
            && templates[0].GetProperty("index_template").TryGetProperty("version", out var version) ? version.GetInt32() : null;
    }

    private static string PathOf(IndexDefinition index) => $"_index_template/{index.Name}";

    private async Task<HashSet<string>> PresentAsync(CancellationToken ct)
    {
        var path = $"{indices.AnySchema}/_mapping?filter_path=*.mappings._meta&ignore_unavailable=true&allow_no_indices=true";
        var body = await client.RequireAsync(ElasticsearchRequest.Get(path), ct);
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var index in body.EnumerateObject())
        {
            RefuseNewer(index);
            present.Add(index.Name);
        }

        return present;
    }

    private void RefuseNewer(JsonProperty index)
    {
        var definition = indices.All.FirstOrDefault(known => index.Name.StartsWith($"{known.Alias}-v", StringComparison.Ordinal));
        if (definition is not null
            && index.Value.GetProperty("mappings").GetProperty("_meta") is { ValueKind: JsonValueKind.Object } meta
            && meta.TryGetProperty("schema", out var schema) && schema.TryGetInt32(out var number) && number > definition.Schema)
        {
            throw new StoreUnavailableException(
                $"The index {index.Name} was written by a newer version of Listening (schema {number}, this version knows {definition.Schema}): run that version, or set another Storage:Elasticsearch:IndexPrefix.");
        }
    }

    // A template of the same or a later version is left alone: it belongs to us, or to a newer worker beside us.
    private async Task InstallTemplateAsync(IndexDefinition index, HashSet<string> present, CancellationToken ct)
    {
        if (await TemplateVersionAsync(index, ct) >= index.TemplateVersion)
        {
            return;
        }

        // Indices that are there take the additions first: once the template is new, nobody looks at them again.
        if (present.Any(name => name.StartsWith(index.Name, StringComparison.Ordinal)))
        {
            await client.RequireAsync(ElasticsearchRequest.Put($"{index.Name}*/_mapping", index.Mapping()), ct);
        }

        await client.RequireAsync(ElasticsearchRequest.Put(PathOf(index), index.Template()), ct);
    }

    private async Task CreateAsync(string name, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Put(name), ct);
        if (!answer.IsOk && answer.ErrorType != "resource_already_exists_exception")
        {
            throw Refusal.Of(answer, client.Location);
        }
    }
}

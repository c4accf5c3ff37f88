using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Are the index templates those of this version?</summary>
internal static class TemplatesCheck
{
    public const string Name = "elasticsearch templates";

    public static async Task<StoreCheck> ExamineAsync(IndexInstaller installer, ListeningIndices indices, CancellationToken ct)
    {
        List<string> wrong = [];
        foreach (var index in indices.All)
        {
            var version = await installer.TemplateVersionAsync(index, ct);
            if (version is null || version < index.TemplateVersion)
            {
                wrong.Add($"{index.Name} has {(version is null ? "no template" : $"version {version}")}, this is {index.TemplateVersion}");
            }
            else if (version > index.TemplateVersion)
            {
                wrong.Add($"{index.Name} has version {version} of a newer Listening, this knows {index.TemplateVersion}");
            }
        }

        return wrong.Count == 0
            ? new(Name, IsOk: true, $"all {indices.All.Count} are of this version")
            : new(Name, IsOk: false, string.Join("; ", wrong), "run 'listening migrate' with the newest version that works on this cluster, then start its workers again");
    }
}

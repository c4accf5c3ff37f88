using System.Globalization;
using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Is there room on every data node? Above the high watermark shards move away, above the flood stage nothing is written any more.</summary>
internal static class DiskCheck
{
    public const string Name = "elasticsearch disk";
    private const string Settings = "cluster.routing.allocation.disk.";
    private const string Remedy = "free disk space on that node or add one; above its flood stage Elasticsearch takes no writes";

    private static readonly string[] Marks = ["flood_stage", "high", "low"];

    // What was set for now wins over what was set for good, and both over the default.
    private static readonly string[] Levels = ["transient", "persistent", "defaults"];

    public static async Task<StoreCheck> ExamineAsync(ElasticsearchClient client, CancellationToken ct)
    {
        var settings = await client.RequireAsync(ElasticsearchRequest.Get("_cluster/settings?include_defaults=true&flat_settings=true"), ct);
        var stats = await client.RequireAsync(ElasticsearchRequest.Get("_nodes/stats/fs?filter_path=nodes.*.name,nodes.*.fs.total"), ct);
        var disks = Disks(stats).OrderBy(disk => disk.Share).ToArray();
        if (disks.Length == 0)
        {
            return new(Name, IsOk: true, "no node says how much is free");
        }

        if (Setting(settings, "threshold_enabled") == "false")
        {
            return new(Name, IsOk: true, $"{disks[0].Free}; the cluster does not watch its watermarks");
        }

        foreach (var mark in Marks)
        {
            var (watermark, headroom) = (Setting(settings, $"watermark.{mark}"), Setting(settings, $"watermark.{mark}.max_headroom"));
            if (disks.FirstOrDefault(disk => disk.Available < DiskWatermark.LeastFree(watermark, headroom, disk.Total)) is { } full)
            {
                return new(Name, IsOk: false, $"{full.Free}, which is past the {mark.Replace('_', ' ')} watermark", Remedy);
            }
        }

        return new(Name, IsOk: true, disks[0].Free);
    }

    private static IEnumerable<Disk> Disks(JsonElement stats)
    {
        if (!stats.TryGetProperty("nodes", out var nodes))
        {
            yield break;
        }

        foreach (var node in nodes.EnumerateObject())
        {
            if (node.Value.TryGetProperty("fs", out var fs) && fs.TryGetProperty("total", out var total) && total.TryGetProperty("total_in_bytes", out var bytes) && bytes.GetInt64() > 0)
            {
                yield return new(node.Value.GetProperty("name").GetString()!, bytes.GetInt64(), total.GetProperty("available_in_bytes").GetInt64());
            }
        }
    }

    private static string? Setting(JsonElement settings, string name) => Levels
        .Select(level => settings.TryGetProperty(level, out var all) && all.TryGetProperty(Settings + name, out var value) ? value.GetString() : null)
        .FirstOrDefault(value => value is not null);

    private sealed record Disk(string Node, long Total, long Available)
    {
        public double Share => (double)Available / Total;

        public string Free => string.Create(CultureInfo.InvariantCulture, $"{Available / 1e9:0.#} GB ({Share:P0}) free on {Node}");
    }
}

using System.Text.Json;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using static Listening.Tests.Storage.Elasticsearch.ScriptedNode;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class DiskCheckTests
{
    private const string Defaults = """
        {"defaults":{
          "cluster.routing.allocation.disk.watermark.low":"85%","cluster.routing.allocation.disk.watermark.low.max_headroom":"200GB",
          "cluster.routing.allocation.disk.watermark.high":"90%","cluster.routing.allocation.disk.watermark.high.max_headroom":"150GB",
          "cluster.routing.allocation.disk.watermark.flood_stage":"95%","cluster.routing.allocation.disk.watermark.flood_stage.max_headroom":"100GB"}}
        """;

    [Fact]
    public async Task A_small_disk_that_is_full_is_found_beside_a_large_one_with_a_smaller_share_free()
    {
        var check = await ExamineAsync(("large", 10_000, 400), ("small", 100, 4));

        Assert.Equal((false, "4 GB (4 %) free on small, which is past the flood stage watermark"), (check.IsOk, check.Detail));
    }

    [Fact]
    public async Task Disks_with_room_are_told_by_the_one_with_the_least()
    {
        var check = await ExamineAsync(("one", 1_000, 500), ("two", 1_000, 300));

        Assert.Equal((true, "300 GB (30 %) free on two"), (check.IsOk, check.Detail));
    }

    private static async Task<StoreCheck> ExamineAsync(params (string Name, double Total, double Available)[] disks)
    {
        var nodes = disks.ToDictionary(
            disk => disk.Name,
            disk => new { name = disk.Name, fs = new { total = new { total_in_bytes = (long)(disk.Total * 1e9), available_in_bytes = (long)(disk.Available * 1e9) } } });
        await using var server = await StartAsync(Json(200, Defaults), Json(200, JsonSerializer.Serialize(new { nodes })));
        using var client = new ElasticsearchClient(new ElasticsearchOptions { Urls = [server.Url] }, TimeProvider.System);
        return await DiskCheck.ExamineAsync(client, TestContext.Current.CancellationToken);
    }
}

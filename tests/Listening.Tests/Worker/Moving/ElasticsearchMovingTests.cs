using System.Text.Json;
using Listening.Tests.Storage.Elasticsearch;
using Listening.Tests.Storage.Sqlite;
using Listening.Tests.Worker.Commands;

namespace Listening.Tests.Worker.Moving;

public sealed class ElasticsearchMovingTests(ElasticsearchNode node) : IClassFixture<ElasticsearchNode>, IDisposable
{
    private readonly CommandLine _file = new();
    private readonly CommandLine _back = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _file.Dispose();
        _back.Dispose();
    }

    [Fact]
    public async Task A_file_moves_into_Elasticsearch_and_back_and_holds_the_same_byte_for_byte_also_where_the_way_back_was_broken_off()
    {
        await node.OpenAsync();
        using (var opened = new SqliteTestStore(_file.Folder))
        {
            await LivedInStore.FillAsync(await opened.OpenPreparedAsync(), posts: 3_000, Ct);
        }

        await File.WriteAllTextAsync(
            _file.File("elasticsearch.json"),
            JsonSerializer.Serialize(new { Storage = new { Elasticsearch = new { Urls = ElasticsearchNode.Url, IndexPrefix = node.Prefix } } }),
            Ct);
        string[] elsewhere = ["--config", _file.File("elasticsearch.json")];

        await ExportAsync(_file, "there.ndjson");
        var there = await _file.CallAsync(["import", _file.File("there.ndjson"), "--json", .. elsewhere]);
        await ExportAsync(_file, "back.ndjson", elsewhere);
        var back = await _back.CallAsync("import", _file.File("back.ndjson"), "--json");
        await ExportAsync(_back, "again.ndjson");

        Assert.True((there.ExitCode, back.ExitCode) == (0, 0), $"{there.Notes}\n{back.Notes}");
        Assert.Equal(there.Json().GetProperty("stored").GetInt64(), back.Json().GetProperty("stored").GetInt64());
        var before = await File.ReadAllLinesAsync(_file.File("there.ndjson"), Ct);
        Assert.True(before.Length > 4_000, $"{before.Length} lines are not worth moving");
        Assert.Equal(before, await File.ReadAllLinesAsync(_file.File("back.ndjson"), Ct));
        Assert.Equal(before, await File.ReadAllLinesAsync(_back.File("again.ndjson"), Ct));
        foreach (var share in new[] { 0.4, 0.8 })
        {
            var whole = await File.ReadAllBytesAsync(_file.File("back.ndjson"), Ct);
            await File.WriteAllBytesAsync(_file.File("broken-off.ndjson.part"), whole[..(int)(whole.Length * share)], Ct);
            Assert.Contains("Goes on behind the ", await ExportAsync(_file, "broken-off.ndjson", elsewhere), StringComparison.Ordinal);
            Assert.Equal(before, await File.ReadAllLinesAsync(_file.File("broken-off.ndjson"), Ct));
        }
    }

    private static async Task<string> ExportAsync(CommandLine shell, string name, params string[] elsewhere)
    {
        var called = await shell.CallAsync(["export", "--all", "--output", shell.File(name), .. elsewhere]);
        Assert.True(called.ExitCode == 0, called.Notes);
        return called.Notes;
    }
}

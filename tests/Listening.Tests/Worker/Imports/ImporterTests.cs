using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Worker.Answers;
using Listening.Worker.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Worker.Imports;

public sealed class ImporterTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostSamples _samples = new();
    private readonly FakeTimeProvider _time = new(PostSamples.Noon.AddDays(1));
    private readonly ServiceProvider _services;

    public ImporterTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Directory", _folder.Path)]).Build();
        _services = new ServiceCollection().AddStorage(configuration).AddLogging().AddOptions().AddSingleton<TimeProvider>(_time).AddAnswers(demo: false).BuildServiceProvider();
    }

    public async ValueTask InitializeAsync() => await _services.GetRequiredService<IStore>().PrepareAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_import_that_was_stopped_has_kept_what_it_told_and_goes_on_where_it_is_called_again()
    {
        using var stop = new CancellationTokenSource();
        var told = 0L;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(
            Lines(1200, stop.Token),
            soFar =>
            {
                told = soFar.Read;
                stop.Cancel();
            },
            stop.Token));
        var kept = (await _services.GetRequiredService<IStore>().InfoAsync(TestContext.Current.CancellationToken)).Posts;
        var again = await ImportAsync(Lines(1200, TestContext.Current.CancellationToken), _ => { }, TestContext.Current.CancellationToken);

        Assert.InRange(kept, 1, 1199);
        Assert.Equal((told, 1200 - kept, kept), (kept, again.Stored, again.Unchanged));
    }

    [Fact]
    public async Task A_file_whose_import_was_stopped_is_not_read_again_from_its_beginning_and_told_as_one_import()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(
            OneBadLineIn(Lines(1_700, stop.Token), badLine: 3),
            soFar =>
            {
                _time.Advance(TimeSpan.FromSeconds(2));
                if (soFar.Read > 1_400)
                {
                    stop.Cancel();
                }
            },
            stop.Token,
            "a file"));
        List<long> told = [];

        var again = await ImportAsync(OneBadLineIn(Lines(1_700, CancellationToken.None), badLine: 3), soFar => told.Add(soFar.Read), TestContext.Current.CancellationToken, "a file");
        var another = await ImportAsync(OneBadLineIn(Lines(1_700, CancellationToken.None), badLine: 3), _ => { }, TestContext.Current.CancellationToken, "a file");

        Assert.Equal([1_700], told);
        Assert.Equal((1_700, 1_699, 0, 1), (again.Read, again.Stored, again.Unchanged, again.Rejected));
        Assert.Contains("no JSON object", await File.ReadAllTextAsync(again.RejectsFile!, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal((0, 1_699), (another.Stored, another.Unchanged));
    }

    [Fact]
    public async Task What_was_rejected_before_a_kill_is_in_the_file_of_rejects_and_a_line_cut_by_it_is_not()
    {
        await using (var killed = new RejectsFile(null, _folder.Path))
        {
            foreach (var number in new[] { 3, 7, 9 })
            {
                await killed.AddAsync(new ImportedLine(number, "oops"u8.ToArray(), IsTooLong: false), new RejectedLineException("no JSON object"));
            }

            await killed.FlushAsync();
            Assert.Equal(3, File.ReadLines(killed.Path!).Count());
        }

        var path = _folder.File("import.rejects.ndjson");
        await File.AppendAllTextAsync(path, "{\"line\":12,\"rea", TestContext.Current.CancellationToken);
        await using (var next = new RejectsFile(null, _folder.Path))
        {
            await next.GoOnAsync(line: 8, count: 2);
            await next.AddAsync(new ImportedLine(9, "oops"u8.ToArray(), IsTooLong: false), new RejectedLineException("older than Retention:Posts allows") { IsToBeGone = true });
            Assert.Equal(3, next.Count);
        }

        Assert.Equal(
            [
                "{\"line\":3,\"reason\":\"no JSON object\",\"text\":\"oops\"}",
                "{\"line\":7,\"reason\":\"no JSON object\",\"text\":\"oops\"}",
                "{\"line\":9,\"reason\":\"older than Retention:Posts allows\",\"text\":null}",
            ],
            await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_table_whose_import_was_stopped_goes_on_though_its_header_was_read_before()
    {
        var rows = Enumerable.Range(0, 1_300).Select(number => $"{number},2018-01-23T03:22:05Z,who,post,,,,,,,1,2,eventprofs,en,t{number}");
        string[] table = ["a bad line \" before the header", "post,created_at,author,kind,reply_to_post,reply_to_author,quoted_post,repost_of_post,repost_of_author,mentions,likes,reposts,hashtags,lang,text_key", .. rows];
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(
            Table(stop.Token),
            soFar =>
            {
                _time.Advance(TimeSpan.FromSeconds(2));
                if (soFar.Read > 600)
                {
                    stop.Cancel();
                }
            },
            stop.Token,
            "a table",
            new ConferenceFormat()));

        var again = await ImportAsync(Table(CancellationToken.None), _ => { }, TestContext.Current.CancellationToken, "a table", new ConferenceFormat());

        Assert.Equal((1_301, 1_300, 0, 1), (again.Read, again.Stored, again.Unchanged, again.Rejected));

        IAsyncEnumerable<ImportedLine> Table(CancellationToken ct) => table.Index().ToAsyncEnumerable().Select(line =>
        {
            ct.ThrowIfCancellationRequested();
            return new ImportedLine(line.Index + 1, Encoding.UTF8.GetBytes(line.Item), IsTooLong: false);
        });
    }

    [Fact]
    public async Task A_file_begins_anew_where_what_was_imported_of_it_is_gone()
    {
        var imports = _services.GetRequiredService<IUnfinishedImports>();
        await imports.SaveAsync(new ImportPosition("a file", 900, 900, 0, 0, 0, 0, 0, []), TestContext.Current.CancellationToken);

        var imported = await ImportAsync(Lines(1_200, CancellationToken.None), _ => { }, TestContext.Current.CancellationToken, "a file");

        Assert.Equal(1_200, imported.Stored);
        Assert.Equal(1_200, (await _services.GetRequiredService<IStore>().InfoAsync(TestContext.Current.CancellationToken)).Posts);
    }

    [Fact]
    public async Task Progress_is_told_batch_by_batch()
    {
        List<long> told = [];

        await ImportAsync(Lines(1200, TestContext.Current.CancellationToken), soFar => told.Add(soFar.Read), TestContext.Current.CancellationToken);

        Assert.Equal([500, 1000, 1200], told);
    }

    private async Task<ImportAnswer> ImportAsync(IAsyncEnumerable<ImportedLine> lines, Action<ImportAnswer> tell, CancellationToken ct, string? digest = null, IImportFormat? format = null)
    {
        await using var rejects = new RejectsFile(null, _folder.Path);
        return await _services.GetRequiredService<Importer>().ImportAsync(new ImportedFile(format ?? new ListeningFormat(), lines) { Digest = digest }, format is null ? null : Hashtag.Parse("conf"), rejects, _ => { }, tell, ct);
    }

    private static IAsyncEnumerable<ImportedLine> OneBadLineIn(IAsyncEnumerable<ImportedLine> lines, long badLine) =>
        lines.Select(line => line.Number == badLine ? line with { Bytes = "oops"u8.ToArray() } : line);

    private async IAsyncEnumerable<ImportedLine> Lines(int count, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var number = 1; number <= count; number++)
        {
            ct.ThrowIfCancellationRequested();
            yield return new ImportedLine(number, JsonSerializer.SerializeToUtf8Bytes(_samples.New($"p{number}"), ListeningJson.Options), IsTooLong: false);
            await Task.CompletedTask;
        }
    }
}

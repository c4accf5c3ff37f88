using System.Runtime.CompilerServices;
using System.Text.Json;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Worker.Answers;
using Listening.Worker.Imports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Worker.Imports;

public sealed class ImporterTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostSamples _samples = new();
    private readonly ServiceProvider _services;

    public ImporterTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Directory", _folder.Path)]).Build();
        _services = new ServiceCollection().AddStorage(configuration).AddLogging().AddOptions().AddSingleton(TimeProvider.System).AddAnswers(demo: false).BuildServiceProvider();
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
    public async Task Progress_is_told_batch_by_batch()
    {
        List<long> told = [];

        await ImportAsync(Lines(1200, TestContext.Current.CancellationToken), soFar => told.Add(soFar.Read), TestContext.Current.CancellationToken);

        Assert.Equal([500, 1000, 1200], told);
    }

    private async Task<ImportAnswer> ImportAsync(IAsyncEnumerable<ImportedLine> lines, Action<ImportAnswer> tell, CancellationToken ct)
    {
        await using var rejects = new RejectsFile(null, _folder.Path);
        return await _services.GetRequiredService<Importer>().ImportAsync(new ImportedFile(new ListeningFormat(), lines), null, rejects, tell, ct);
    }

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

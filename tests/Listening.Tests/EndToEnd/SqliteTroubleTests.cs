using Listening.Worker.Demo.Fediverse;
using Microsoft.Data.Sqlite;

namespace Listening.Tests.EndToEnd;

/// <summary>A worker whose data file cannot take what it should.</summary>
public sealed class SqliteTroubleTests
{
    private readonly EventScript _script = new(seed: 8, TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_full_disk_is_told_in_one_sentence_and_nothing_is_lost_when_there_is_space_again()
    {
        var store = new SmallDiskWorkerStore();
        await using var scene = await OpenAsync(store);
        await using var worker = scene.Watch();
        await scene.UntilCollectedAsync(worker);

        store.Disk.Fill();
        // More than the pages that the file and its log have already.
        scene.Fediverse.Add(_script.More(1500, TimeProvider.System.GetUtcNow(), 10_000));
        await ToldAsync(worker, "is full: free some space");
        // Long enough for several looks at what is due.
        await Scene.WaitAsync(TimeSpan.FromSeconds(4));
        Assert.DoesNotContain("The store answers again", worker.Told, StringComparison.Ordinal);
        store.Disk.Free();
        await scene.UntilCollectedAsync(worker);

        await AllIsThereAsync(scene, worker);
        Assert.Single(worker.Told.Split('\n'), line => line.Contains("is full", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_another_program_holds_is_told_in_one_sentence_and_used_again_when_it_lets_go()
    {
        await using var scene = await OpenAsync(new SqliteWorkerStore());
        await using var worker = scene.Watch();
        await scene.UntilCollectedAsync(worker);

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(scene.Store.Settings["Storage:Directory"], "listening.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var holding = other.BeginTransaction(deferred: false);
            scene.Fediverse.Add(_script.More(30, TimeProvider.System.GetUtcNow(), 10_000));
            await ToldAsync(worker, "is held by another program");
        }

        await scene.UntilCollectedAsync(worker);

        await AllIsThereAsync(scene, worker);
        Assert.Single(worker.Told.Split('\n'), line => line.Contains("is held by another program", StringComparison.Ordinal));
    }

    private Task<Scene> OpenAsync(WorkerStore store) => Scene.OpenAsync(
        store, new FediverseScript { Hosts = [new HostScript(EventScript.Host) { Limits = new(10_000, 10_000) }], Posts = _script.History() });

    private static Task ToldAsync(WorkerProcess worker, string words) => Scene.UntilAsync(
        () => Task.FromResult(worker.Told.Contains(words, StringComparison.Ordinal)), () => $"'{words}' was not told. The worker said:\n{worker.Told}");

    private static async Task AllIsThereAsync(Scene scene, WorkerProcess worker)
    {
        var stored = (await scene.ExportAsync()).Select(post => post.GetProperty("post_key").GetString()).Order();
        Assert.Equal(ExpectedPost.Of(scene.Fediverse.Hosts).Select(post => post.Key).Order(), stored);
        Assert.DoesNotContain("   at ", worker.Told, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", worker.Told, StringComparison.Ordinal);
        Assert.Equal(0, await worker.TerminateAsync());
    }
}

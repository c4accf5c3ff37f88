using System.Collections.Concurrent;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Undisturbed runs, each made once and looked at by several tests. <c>LISTENING_TEST_SEEDS</c> says for how many seeds (default 1).</summary>
public sealed class FederationRuns
{
    private readonly ConcurrentDictionary<(string Store, int Seed), Lazy<Task<FederationResult>>> _runs = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Number("LISTENING_TEST_SEEDS", 1))];

    /// <summary><c>LISTENING_TEST_KILLS</c>: how often the worker of a disturbed run is killed (default 6).</summary>
    public static int Kills => Number("LISTENING_TEST_KILLS", 6);

    /// <summary>The run of a seed, which the first caller starts.</summary>
    internal Task<FederationResult> UndisturbedAsync(int seed, string store, Func<WorkerStore> open) =>
        _runs.GetOrAdd((store, seed), _ => new(() => RunAsync(seed, open, kills: 0))).Value;

    internal static async Task<FederationResult> RunAsync(int seed, Func<WorkerStore> open, int kills)
    {
        await using var run = new FederationRun(await FederationStage.OpenAsync(open(), seed), seed, kills);
        return await run.JudgeAsync();
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;
}

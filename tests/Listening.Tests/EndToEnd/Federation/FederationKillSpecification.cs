namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The same with SIGKILL at random moments, half of them while the past is read. <c>LISTENING_TEST_KILLS</c> says how many (default 6).</summary>
public abstract class FederationKillSpecification(FederationRuns runs)
{
    public static TheoryData<int> Seeds => FederationRuns.Seeds;

    /// <summary>An empty store; skips where there is none.</summary>
    private protected abstract WorkerStore OpenStore();

    private protected abstract string StoreName { get; }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_the_moments_the_store_is_that_of_an_undisturbed_run(int seed)
    {
        // Beside each other, because both mostly wait.
        var undisturbed = runs.UndisturbedAsync(seed, StoreName, OpenStore);
        var disturbed = FederationRuns.RunAsync(seed, OpenStore, FederationRuns.Kills);
        await Task.WhenAll(undisturbed, disturbed);
        var killed = await disturbed;

        Assert.True(killed.Of().Length == 0, killed.Of());
        Assert.Equal(StoreTrace.Of(await undisturbed), StoreTrace.Of(killed));
    }
}

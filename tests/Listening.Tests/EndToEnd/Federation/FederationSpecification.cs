namespace Listening.Tests.EndToEnd.Federation;

/// <summary>A worker reads a whole federation with everything switched on that goes wrong among hosts and people.</summary>
public abstract class FederationSpecification(FederationRuns runs)
{
    public static TheoryData<int> Seeds => FederationRuns.Seeds;

    /// <summary>An empty store; skips where there is none.</summary>
    private protected abstract WorkerStore OpenStore();

    private protected abstract string StoreName { get; }

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nothing_is_missed(int seed) => NoneAsync(seed, DifferenceKind.Missing);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nothing_is_invented(int seed) => NoneAsync(seed, DifferenceKind.Invented);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nothing_is_kept_twice(int seed) => NoneAsync(seed, DifferenceKind.Doubled);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Every_edit_and_every_deletion_arrives(int seed) => NoneAsync(seed, DifferenceKind.Stale);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nobody_is_kept_found_or_named_against_their_will(int seed) => NoneAsync(seed, DifferenceKind.Leaked);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task No_demanded_wait_is_shortened(int seed) => NoneAsync(seed, DifferenceKind.Hurried);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task No_host_is_asked_more_than_it_allows(int seed) => NoneAsync(seed, DifferenceKind.OverBudget);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Only_configured_hosts_are_asked_and_each_politely(int seed) => NoneAsync(seed, DifferenceKind.Unmannered);

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task What_the_worker_tells_of_itself_is_so(int seed) => NoneAsync(seed, DifferenceKind.Untrue);

    private async Task NoneAsync(int seed, DifferenceKind kind)
    {
        var result = await runs.UndisturbedAsync(seed, StoreName, OpenStore);
        Assert.True(result.Of(kind).Length == 0, result.Of(kind));
    }
}

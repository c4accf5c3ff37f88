using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Storage;

/// <summary>What every store that workers may share promises for leases. Facts only look at lanes of their own; each call of <see cref="OpenAsync"/> is another worker's.</summary>
public abstract class LaneLeaseSpecification : IAsyncLifetime
{
    private readonly PostSamples _samples = new();
    private ILaneLeases _leases = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new instance on the data of this test; the first one finds a store that holds nothing of this test.</summary>
    protected abstract Task<ILaneLeases> OpenAsync();

    public async ValueTask InitializeAsync() => _leases = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_lease_that_was_taken_is_seen_by_everybody_at_once()
    {
        var taken = await _leases.TakeAsync(Free("a.example"), Ct);

        Assert.NotNull(taken?.Version);
        Assert.Equal(Json(taken), Json(Assert.Single(await OwnAsync(await OpenAsync()))));
    }

    [Fact]
    public async Task A_free_lane_is_taken_by_one_of_many()
    {
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var taken = await Task.WhenAll(others.Select((leases, i) => leases.TakeAsync(Free("a.example") with { Owner = $"worker-{i}" }, Ct)));

        Assert.Equal(Assert.Single(taken.OfType<LaneLease>()).Owner, Assert.Single(await OwnAsync()).Owner);
    }

    [Fact]
    public async Task A_renewal_changes_the_version_though_nothing_else_changed()
    {
        var taken = await _leases.TakeAsync(Free("a.example"), Ct);

        var renewed = await _leases.TakeAsync(taken!, Ct);

        Assert.NotNull(renewed);
        Assert.NotEqual(taken!.Version, renewed.Version);
        Assert.Equal(renewed.Version, Assert.Single(await OwnAsync()).Version);
    }

    [Fact]
    public async Task A_lapsed_lease_is_taken_by_one_of_many()
    {
        var left = await _leases.TakeAsync(Free("a.example"), Ct);
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync()));

        var taken = await Task.WhenAll(others.Select((leases, i) => leases.TakeAsync(left! with { Owner = $"worker-{i}" }, Ct)));

        Assert.Single(taken, lease => lease is not null);
    }

    [Fact]
    public async Task Who_let_a_lease_lapse_can_neither_renew_nor_release_it_once_another_has_it()
    {
        var left = await _leases.TakeAsync(Free("a.example"), Ct);
        var taken = await (await OpenAsync()).TakeAsync(left! with { Owner = "another" }, Ct);

        Assert.Null(await _leases.TakeAsync(left!, Ct));
        await _leases.ReleaseAsync(left!, Ct);

        Assert.Equal(Json(taken), Json(Assert.Single(await OwnAsync())));
    }

    [Fact]
    public async Task A_released_lane_is_free_and_the_old_lease_is_good_for_nothing()
    {
        var taken = await _leases.TakeAsync(Free("a.example"), Ct);
        await _leases.ReleaseAsync(taken!, Ct);

        Assert.Empty(await OwnAsync());
        Assert.Null(await _leases.TakeAsync(taken!, Ct));
        await _leases.ReleaseAsync(taken!, Ct);
        var again = await (await OpenAsync()).TakeAsync(Free("a.example") with { Owner = "another" }, Ct);
        Assert.NotNull(again);
        Assert.NotEqual(taken!.Version, again.Version);
        Assert.Null(await _leases.TakeAsync(taken, Ct));
    }

    [Fact]
    public async Task Lanes_are_leased_one_by_one()
    {
        await _leases.TakeAsync(Free("a.example:8443"), Ct);
        await _leases.TakeAsync(Free("a.example"), Ct);
        await _leases.TakeAsync(Free("A.example"), Ct);

        Assert.Equal(3, (await OwnAsync()).Length);
    }

    private LaneLease Free(string host) => new(new Lane(_samples.Named("mastodon"), host), "worker", TimeSpan.FromMinutes(2), PostSamples.Noon);

    private async Task<LaneLease[]> OwnAsync(ILaneLeases? leases = null) =>
        [.. (await (leases ?? _leases).ListAsync(Ct)).Where(lease => lease.Lane.Kind == _samples.Named("mastodon"))];

    private static string Json(LaneLease? lease) => JsonSerializer.Serialize(lease, ListeningJson.Options);
}

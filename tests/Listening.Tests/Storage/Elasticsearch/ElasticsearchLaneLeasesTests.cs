using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ElasticsearchLaneLeasesTests(ElasticsearchNode node) : LaneLeaseSpecification, IClassFixture<ElasticsearchNode>
{
    private static readonly LaneLease Free = new(new Lane("mastodon", "slow.example"), "worker", TimeSpan.FromMinutes(2), PostSamples.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/_create/lease")]
    [InlineData("/_doc/lease")]
    public async Task A_write_that_was_carried_out_although_its_answer_got_lost_is_ours(string write)
    {
        ElasticsearchNode.SkipWithoutNode();
        Assert.SkipWhen(ElasticsearchNode.IsSecured, "What is held up is recognised by its words, which TLS hides.");
        await using var way = new TcpForwarder(new Uri(ElasticsearchNode.Url!));
        var leases = node.Create(TimeProvider.System, way.Url).Lanes;
        var lease = Free with { Lane = Free.Lane with { Kind = write } };
        lease = write.Contains("_doc", StringComparison.Ordinal) ? (await leases.TakeAsync(lease, Ct))! : lease;

        var isCarriedOut = way.HoldAfterAsync(write);
        var taking = leases.TakeAsync(lease, Ct);
        await isCarriedOut.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Ct);
        way.Cut();
        way.Restore();

        var taken = await taking;
        Assert.NotNull(taken);
        Assert.NotEqual(lease.Version, taken.Version);
        Assert.NotNull(await leases.TakeAsync(taken, Ct));
    }

    protected override async Task<ILaneLeases> OpenAsync()
    {
        var services = node.Create(TimeProvider.System);
        await services.Store.PrepareAsync(Ct);
        return services.Lanes;
    }
}

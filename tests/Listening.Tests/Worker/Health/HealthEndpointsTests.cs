using System.Net;
using Listening.Tests.Support;

namespace Listening.Tests.Worker.Health;

public sealed class HealthEndpointsTests
{
    [Fact]
    public async Task With_a_store_it_is_alive_and_ready()
    {
        await using var visitor = await Visitor.StartAsync();

        Assert.Equal((HttpStatusCode.OK, "alive"), await visitor.ReadAsync("/healthz/live"));
        Assert.Equal((HttpStatusCode.OK, "ready"), await visitor.ReadAsync("/healthz/ready"));
    }

    [Fact]
    public async Task While_the_store_is_down_it_is_alive_and_not_ready_until_the_store_is_back()
    {
        var store = new StoreThatIsDown();
        await using var visitor = await Visitor.WithoutStoreAsync(store);

        Assert.Equal((HttpStatusCode.OK, "alive"), await visitor.ReadAsync("/healthz/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, StoreThatIsDown.Sentence), await visitor.ProblemAsync("/healthz/ready"));

        store.IsBack = true;
        visitor.Web.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((HttpStatusCode.OK, "ready"), await visitor.ReadAsync("/healthz/ready"));
    }

    [Fact]
    public async Task However_often_somebody_asks_the_store_is_asked_once_in_a_while()
    {
        var store = new StoreThatIsDown();
        await using var visitor = await Visitor.WithoutStoreAsync(store);

        for (var i = 0; i < 20; i++)
        {
            await visitor.ReadAsync("/healthz/ready");
        }

        Assert.Equal(1, store.TimesAsked);
    }
}

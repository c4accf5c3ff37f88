using Listening.Rhythm;

namespace Listening.Tests.Rhythm;

public sealed class SightingsTests
{
    [Fact]
    public void Two_hosts_give_the_estimate_of_chapman()
    {
        // 60 posts at one host, 50 at the other, 30 of them the same: (61 x 51 / 31) - 1 = 99.4, of which 80 were seen.
        var estimate = Seen((30, ["a"]), (20, ["b"]), (30, ["a", "b"])).Estimate();

        Assert.Equal(new UnseenEstimate(80, 19, "chapman"), estimate);
    }

    [Fact]
    public void Hosts_that_all_show_the_same_miss_nothing() =>
        Assert.Equal(new UnseenEstimate(40, 0, "chao"), Seen((40, ["a", "b", "c"])).Estimate());

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Hosts_that_know_different_shares_are_estimated_within_a_quarter_of_the_truth(int seed)
    {
        var random = new Random(seed);
        var sightings = new Sightings();
        double[] shares = [0.6, 0.4, 0.25, 0.15];
        var (unseen, seen) = (0, 0);
        for (var post = 0; post < 5000; post++)
        {
            string[] hosts = [.. shares.Index().Where(share => random.NextDouble() < share.Item).Select(share => $"host{share.Index}")];
            if (hosts.Length == 0)
            {
                unseen++;
            }
            else
            {
                seen++;
                sightings.Add(hosts);
            }
        }

        var estimate = sightings.Estimate();

        Assert.Equal((seen, "chao"), (estimate.Seen, estimate.Method));
        Assert.InRange(estimate.Unseen!.Value / (double)unseen, 0.75, 1.25);
    }

    [Fact]
    public void One_host_alone_cannot_say_what_it_does_not_show() => Assert.Equal(new UnseenEstimate(40, null, null), Seen((40, ["a"])).Estimate());

    [Fact]
    public void Few_posts_in_common_say_too_little()
    {
        Assert.Equal(new UnseenEstimate(26, null, null), Seen((10, ["a"]), (10, ["b"]), (6, ["a", "b"])).Estimate());
        Assert.NotNull(Seen((10, ["a"]), (10, ["b"]), (7, ["a", "b"])).Estimate().Unseen);
    }

    [Fact]
    public void A_post_that_came_from_no_host_is_seen_and_says_nothing_of_hosts() =>
        Assert.Equal(new UnseenEstimate(90, 19, "chapman"), Seen((30, ["a"]), (20, ["b"]), (30, ["a", "b", "b"]), (10, [])).Estimate());

    private static Sightings Seen(params (int Posts, string[] Hosts)[] groups)
    {
        var sightings = new Sightings();
        foreach (var (posts, hosts) in groups)
        {
            for (var i = 0; i < posts; i++)
            {
                sightings.Add(hosts);
            }
        }

        return sightings;
    }
}

using Listening.Tracking;

namespace Listening.Tests.Tracking;

public sealed class SourceHealthTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly TimeSpan Min = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Max = TimeSpan.FromMinutes(30);
    private static readonly SourceHealth New = new() { Platform = "mastodon", Host = "mas.to" };

    [Fact]
    public void Waits_after_failures_start_at_the_shortest_double_and_stop_at_the_longest()
    {
        var health = New;
        List<double> waits = [];
        for (var i = 0; i < 7; i++)
        {
            health = health.Failed(Now, "no answer", Min, Max);
            waits.Add((health.AvailableAt!.Value - Now).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30], waits);
    }

    [Fact]
    public void A_success_forgets_the_failures()
    {
        var health = New.Failed(Now, "no answer", Min, Max).Succeeded(Now.AddMinutes(1), null);

        Assert.Equal((0, null, null), (health.Failures, health.AvailableAt, health.Reason));
        Assert.Equal(Now.AddMinutes(1), health.LastSuccessAt);
    }

    [Fact]
    public void A_good_answer_that_leaves_nothing_and_says_not_until_when_waits_for_a_minute()
    {
        var health = New.Succeeded(Now, new HostBudget(300, 0, null));

        Assert.Equal((Now.AddMinutes(1), true), (health.AvailableAt, health.IsDemanded));
    }

    [Fact]
    public void A_good_answer_that_uses_up_the_budget_waits_for_its_reset()
    {
        var health = New.Succeeded(Now, new HostBudget(300, 0, Now.AddMinutes(4)));

        Assert.False(health.IsAvailable(Now.AddMinutes(3)));
        Assert.True(health.IsAvailable(Now.AddMinutes(4)));
    }

    [Fact]
    public void A_demanded_wait_is_longer_than_the_longest_of_ours_and_never_shortened_by_a_second_demand()
    {
        var health = New.Demanded(Now.AddHours(2), "429", null).Demanded(Now.AddMinutes(1), "429", null);

        Assert.Equal(Now.AddHours(2), health.AvailableAt);
    }

    [Fact]
    public void A_host_that_refused_us_is_known_as_such_through_other_failures_until_it_answers()
    {
        var refused = New.Refused(Now, "it wants an account", Max);

        Assert.False(New.IsRefused);
        Assert.Equal((true, Now + Max, "it wants an account"), (refused.IsRefused, refused.AvailableAt, refused.Reason));
        Assert.True(refused.Failed(Now + Max, "no answer", Min, Max).IsRefused);
        Assert.True(refused.Demanded(Now.AddHours(2), "429", null).IsRefused);
        Assert.False(refused.Succeeded(Now + Max, null).IsRefused);
    }

    [Fact]
    public void However_often_a_host_refuses_us_the_wait_is_the_longest_interval()
    {
        Assert.Equal(Now + Max, New.Refused(Now.AddHours(-2), "403", Max).Refused(Now, "403", Max).AvailableAt);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(4, 8)]
    [InlineData(5, 10)]
    [InlineData(500, 10)]
    public void A_quiet_target_is_asked_at_growing_distances(int quietPolls, int minutes)
    {
        Assert.Equal(TimeSpan.FromMinutes(minutes), NextPoll.Interval(quietPolls, Min, Max));
    }

    [Fact]
    public void No_distance_is_longer_than_the_longest_interval()
    {
        Assert.Equal(TimeSpan.FromMinutes(3), NextPoll.Interval(9, Min, TimeSpan.FromMinutes(3)));
    }
}

using Listening.Polling;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Polling;

public sealed class LaneHolderTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly LeasesInMemory _shared = new();
    private readonly List<Replica> _replicas = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_alone_has_every_lane()
    {
        var one = Start(hosts: 5);

        await one.TickAsync();

        Assert.Equal(5, one.Hosts.Count);
        Assert.NotNull(one.Holder.Held(Lane.Alerts));
        Assert.NotNull(one.Holder.Held(Lane.Retention));
        Assert.False(one.Holder.HasOthers);
    }

    [Fact]
    public async Task All_lanes_of_a_share_are_taken_at_once_and_one_that_cannot_be_costs_no_other()
    {
        var one = Start(hosts: 5);
        one.Leases.Hold = new TaskCompletionSource();
        one.Leases.Refused = Replica.Host("2.example");

        var tick = one.TickAsync();
        Assert.Equal(8, one.Leases.Waiting);
        one.Leases.Hold.SetResult();
        await tick;
        Assert.Equal(4, one.Hosts.Count);

        one.Leases.Refused = null;
        await PassAsync(Second);
        Assert.Equal(5, one.Hosts.Count);
    }

    [Fact]
    public void Where_nothing_is_leased_every_lane_is_ours()
    {
        using var holder = new LaneHolder([], Options.Create(new PollingOptions()), TimeProvider.System, NullLogger<LaneHolder>.Instance);

        Assert.True(holder.Held(Replica.Host("a.example"))!.IsOpen);
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(50, 2)]
    [InlineData(4, 3)]
    [InlineData(7, 5)]
    [InlineData(1, 2)]
    public async Task Workers_that_come_one_after_the_other_share_the_hosts_evenly_within_seconds(int hosts, int workers)
    {
        for (var worker = 0; worker < workers; worker++)
        {
            Start(hosts);
            await PassAsync(Second * 5);
        }

        Assert.Equal(hosts, _replicas.SelectMany(replica => replica.Hosts).Distinct().Count());
        Assert.All(_replicas, replica => Assert.InRange(replica.Hosts.Count, hosts / workers, (hosts + workers - 1) / workers));
        Assert.All(_replicas, replica => Assert.True(replica.Holder.HasOthers));
    }

    [Fact]
    public async Task Shares_that_were_found_stay_as_they_are()
    {
        var (one, two) = (Start(hosts: 5), Start(hosts: 5));
        await PassAsync(Second * 5);
        var shares = (one.Hosts, two.Hosts);

        await PassAsync(10 * Replica.Term);

        Assert.Equal(shares.Item1, one.Hosts);
        Assert.Equal(shares.Item2, two.Hosts);
    }

    [Fact]
    public async Task A_worker_that_starts_again_after_a_crash_says_what_it_waits_for_and_until_when()
    {
        var crashed = Start(hosts: 2);
        await crashed.TickAsync();

        var again = Start(hosts: 2);
        await again.TickAsync();
        await again.TickAsync();

        Assert.Single(again.Told, line => line.StartsWith($"Worker {crashed.Holder.Worker} asks 2 of our hosts.", StringComparison.Ordinal) && line.EndsWith("follows it after 00:02:00.", StringComparison.Ordinal));
        Assert.DoesNotContain(crashed.Told, line => line.Contains("of our hosts", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_job_has_one_worker()
    {
        var (one, two) = (Start(hosts: 2), Start(hosts: 2));

        await PassAsync(10 * Replica.Term);

        Assert.NotNull(one.Holder.Held(Lane.Alerts));
        Assert.Null(two.Holder.Held(Lane.Alerts));
    }

    [Fact]
    public async Task A_lane_is_given_up_when_what_runs_in_it_has_ended_and_nothing_begins_in_it_before()
    {
        var one = Start(hosts: 2);
        await one.TickAsync();
        TaskCompletionSource isDone = new();
        var polls = one.Hosts.Select(lane => one.Holder.RunAsync(lane, _ => isDone.Task, Ct)).ToList();
        var two = Start(hosts: 2);
        await PassAsync(2 * Replica.Term);

        Assert.Empty(two.Hosts);
        Assert.Single(one.Hosts);

        isDone.SetResult();
        await Task.WhenAll(polls);
        await PassAsync(Second * 2);
        Assert.Single(two.Hosts);
        Assert.Single(one.Hosts);
    }

    [Fact]
    public async Task A_lane_that_nobody_waits_for_any_more_is_open_again()
    {
        var one = Start(hosts: 2);
        await one.TickAsync();
        TaskCompletionSource isDone = new();
        var polls = one.Hosts.Select(lane => one.Holder.RunAsync(lane, _ => isDone.Task, Ct)).ToList();
        var two = Start(hosts: 2);
        await PassAsync(Second * 2);
        await two.Holder.EndAsync(Ct);
        isDone.SetResult();
        await Task.WhenAll(polls);

        await PassAsync(Second * 3);

        Assert.Equal(2, one.Hosts.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task A_worker_that_is_gone_is_followed_after_a_term_whatever_the_clocks_say(int minutesAhead)
    {
        var (one, two) = (Start(hosts: 4), Start(hosts: 4, TimeSpan.FromMinutes(minutesAhead)));
        await PassAsync(Second * 90);
        _replicas.Remove(one);

        await PassAsync((Replica.Term * 2 / 3) - (Second * 2));
        Assert.Equal(2, two.Hosts.Count);
        await PassAsync((Replica.Term / 3) + (Second * 4));

        Assert.Equal(4, two.Hosts.Count);
        Assert.NotNull(two.Holder.Held(Lane.Alerts));
        Assert.False(two.Holder.HasOthers);
        Assert.DoesNotContain(await _shared.ListAsync(Ct), lease => lease.Owner == one.Holder.Worker);
    }

    [Fact]
    public async Task A_worker_that_ends_is_followed_at_once_and_takes_nothing_any_more()
    {
        var (one, two) = (Start(hosts: 4), Start(hosts: 4));
        await PassAsync(Second * 5);

        await one.Holder.EndAsync(Ct);
        await PassAsync(Second);

        Assert.Empty(one.Hosts);
        Assert.Equal(4, two.Hosts.Count);
    }

    [Fact]
    public async Task What_runs_when_a_lease_could_not_be_renewed_is_cancelled_before_another_worker_takes_the_lane()
    {
        var (one, two) = (Start(hosts: 2), Start(hosts: 2));
        await PassAsync(Second * 50);
        var lane = Assert.Single(one.Hosts);
        CancellationToken isOurs = default;
        var poll = one.Holder.RunAsync(lane, async whileOurs => await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, isOurs = whileOurs), Ct);

        one.Leases.IsDown = true;
        for (var waited = TimeSpan.Zero; !isOurs.IsCancellationRequested; waited += Second)
        {
            Assert.DoesNotContain(lane, two.Hosts);
            Assert.True(waited <= Replica.Term * 5 / 6, "it is asked for longer than the lease allows");
            await PassAsync(Second);
        }

        await poll;
        Assert.Empty(one.Hosts);
        await PassAsync(Replica.Term / 2);
        Assert.Contains(lane, two.Hosts);
        one.Leases.IsDown = false;
        await PassAsync(Second * 5);
        Assert.Single(one.Hosts);
    }

    [Fact]
    public async Task A_renewal_whose_answer_got_lost_costs_no_lane()
    {
        var (one, two) = (Start(hosts: 2), Start(hosts: 2));
        await PassAsync(Second * 5);
        var ours = one.Hosts;
        for (var renewal = 0; renewal < 10; renewal++)
        {
            one.Leases.LosesAnswers = true;
            await PassAsync(Second * 41);
            one.Leases.LosesAnswers = false;
            await PassAsync(Second * 2);
        }

        Assert.Equal(ours, one.Hosts);
        Assert.Single(two.Hosts);
    }

    [Fact]
    public async Task A_lane_that_was_taken_although_the_answer_got_lost_is_ours()
    {
        var one = Start(hosts: 1);
        one.Leases.LosesAnswers = true;
        await PassAsync(Second * 3);
        Assert.Empty(one.Hosts);

        one.Leases.LosesAnswers = false;
        await PassAsync(Second);

        Assert.Single(one.Hosts);
        Assert.NotNull(one.Holder.Held(Lane.Alerts));
    }

    [Fact]
    public async Task A_lane_whose_release_got_lost_is_released_at_the_next_look()
    {
        var one = Start(hosts: 2);
        await PassAsync(Second);
        var two = Start(hosts: 2);
        one.Leases.LosesWrites = true;
        await PassAsync(Second * 3);
        Assert.Empty(two.Hosts);

        one.Leases.LosesWrites = false;
        await PassAsync(Second * 2);

        Assert.Single(one.Hosts);
        Assert.Single(two.Hosts);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task However_many_workers_fail_however_they_like_a_lane_never_has_two_of_them_and_in_the_end_has_one(int seed)
    {
        var random = new Random(seed);
        const int Hosts = 4;
        for (var worker = 0; worker < 16; worker++)
        {
            Start(Hosts, TimeSpan.FromMinutes(random.Next(-60, 60)));
        }

        var pausedUntil = new int[_replicas.Count];
        for (var step = 0; step < 1500; step++)
        {
            foreach (var (i, replica) in _replicas.Index().OrderBy(_ => random.Next()))
            {
                replica.Leases.IsDown = random.NextDouble() < 0.05 || (replica.Leases.IsDown && random.NextDouble() < 0.95);
                replica.Leases.LosesAnswers = random.NextDouble() < 0.05;
                pausedUntil[i] = random.NextDouble() < 0.005 ? step + random.Next(100) : pausedUntil[i];
                if (pausedUntil[i] <= step)
                {
                    await replica.TickAsync();
                }
            }

            AssertOneEach();
            var pause = TimeSpan.FromSeconds(random.Next(1, 6));
            _replicas.ForEach(replica => replica.Time.Advance(pause));
            AssertOneEach();
        }

        _replicas.ForEach(replica => (replica.Leases.IsDown, replica.Leases.LosesAnswers) = (false, false));
        await PassAsync(2 * Replica.Term);
        Assert.Equal(Hosts, _replicas.SelectMany(replica => replica.Hosts).Count());
        AssertOneEach();
    }

    public static TheoryData<int> Seeds => [1, 2, 3, 4, 5];

    public void Dispose() => _replicas.ForEach(replica => replica.Dispose());

    private void AssertOneEach()
    {
        Lane[] lanes = [Lane.Alerts, Lane.Retention, .. Enumerable.Range(0, 4).Select(i => Replica.Host($"{i}.example"))];
        Assert.All(lanes, lane => Assert.True(_replicas.Count(replica => replica.Holder.Held(lane) is { IsLost: false }) <= 1, $"{lane} has two workers"));
    }

    private Replica Start(int hosts, TimeSpan clockIsAheadBy = default)
    {
        var replica = new Replica(_shared, [.. Enumerable.Range(0, hosts).Select(i => $"{i}.example")], clockIsAheadBy);
        _replicas.Add(replica);
        return replica;
    }

    /// <summary>A tick each second.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Second)
        {
            foreach (var replica in _replicas)
            {
                replica.Time.Advance(Second);
            }

            foreach (var replica in _replicas)
            {
                await replica.TickAsync();
            }
        }
    }
}

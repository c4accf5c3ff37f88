using Listening.Tracking;

namespace Listening.Tests.Storage;

public abstract partial class TrackingStoreSpecification
{
    [Fact]
    public async Task A_poll_state_survives()
    {
        var state = State("a") with
        {
            Checkpoint = new Checkpoint("115512345678901234", new BackFill("115500000000000000", Noon.AddDays(-84), Noon.AddDays(-3), Done: false)),
            LastSuccessAt = Noon.AddMinutes(-1),
            QuietPolls = 3,
        };

        var saved = await Store.SaveAsync(state, Ct);

        Assert.NotNull(saved?.Version);
        var read = Assert.Single(await OwnStatesAsync((await OpenAsync()).Tracking));
        Assert.Equal((Json(state), saved.Version), (Json(read), read.Version));
    }

    [Fact]
    public async Task A_checkpoint_moves_only_from_the_version_it_was_read_at()
    {
        var first = await Store.SaveAsync(State("a"), Ct);
        var second = await Store.SaveAsync(first! with { Checkpoint = new Checkpoint("2", null) }, Ct);

        Assert.NotNull(second);
        Assert.NotEqual(first!.Version, second.Version);
        Assert.Null(await Store.SaveAsync(first with { Checkpoint = new Checkpoint("stale", null) }, Ct));
        Assert.Equal("2", Assert.Single(await OwnStatesAsync()).Checkpoint.Newest);
        Assert.NotNull(await Store.SaveAsync(second with { Checkpoint = new Checkpoint("3", null) }, Ct));
    }

    [Fact]
    public async Task A_state_that_was_never_saved_does_not_replace_one_that_was()
    {
        await Store.SaveAsync(State("a") with { Checkpoint = new Checkpoint("1", null) }, Ct);

        Assert.Null(await Store.SaveAsync(State("a"), Ct));

        Assert.Equal("1", Assert.Single(await OwnStatesAsync()).Checkpoint.Newest);
    }

    [Fact]
    public async Task A_claim_is_won_by_one_of_two()
    {
        var state = await Store.SaveAsync(State("a"), Ct);
        var other = (await OpenAsync()).Tracking;
        var claim = state! with { NextPollAt = Noon.AddMinutes(5) };

        var claims = await Task.WhenAll(Store.SaveAsync(claim, Ct), other.SaveAsync(claim, Ct));

        Assert.Single(claims, won => won is not null);
    }

    [Fact]
    public async Task A_first_state_is_won_by_one_of_two()
    {
        var other = (await OpenAsync()).Tracking;

        var saved = await Task.WhenAll(Store.SaveAsync(State("a"), Ct), other.SaveAsync(State("a"), Ct));

        Assert.Single(saved, won => won is not null);
        Assert.Single(await OwnStatesAsync());
    }

    [Fact]
    public async Task Due_states_come_the_longest_due_first()
    {
        await Store.SaveAsync(State("late") with { NextPollAt = Noon.AddMinutes(-10) }, Ct);
        await Store.SaveAsync(State("later") with { NextPollAt = Noon.AddMinutes(-20) }, Ct);
        await Store.SaveAsync(State("now") with { NextPollAt = Noon }, Ct);
        await Store.SaveAsync(State("soon") with { NextPollAt = Noon.AddMilliseconds(1) }, Ct);

        Assert.Equal([Named("later"), Named("late"), Named("now")], (await OwnStatesAsync(dueBy: Noon)).Select(state => state.Target.Key));
        Assert.Equal(4, (await OwnStatesAsync()).Length);
    }

    [Fact]
    public async Task Targets_that_differ_in_one_part_are_different()
    {
        await Store.SaveAsync(State("a"), Ct);
        await Store.SaveAsync(State("A"), Ct);
        await Store.SaveAsync(State("a") with { Target = State("a").Target with { Host = "other.example:8443" } }, Ct);
        await Store.SaveAsync(State("a") with { Target = State("a").Target with { Platform = "lemmy" } }, Ct);

        Assert.Equal(4, (await OwnStatesAsync()).Length);
    }

    [Fact]
    public async Task A_removed_target_starts_anew()
    {
        var saved = await Store.SaveAsync(State("a") with { Checkpoint = new Checkpoint("1", null) }, Ct);
        await Store.RemovePollStateAsync(State("a").Target, Ct);
        await Store.RemovePollStateAsync(State("unknown").Target, Ct);

        Assert.Empty(await OwnStatesAsync());
        Assert.Null(await Store.SaveAsync(saved!, Ct));
        Assert.NotNull(await Store.SaveAsync(State("a"), Ct));
        Assert.Null(await Store.SaveAsync(saved!, Ct));
    }

    private PollState State(string key) => new() { Target = new PollTarget("mastodon", "reader.example", Named(key)), NextPollAt = Noon };

    private async Task<PollState[]> OwnStatesAsync(Listening.Stores.ITrackingStore? store = null, DateTimeOffset? dueBy = null) =>
        [.. (await (store ?? Store).PollStatesAsync(dueBy, Ct)).Where(state => state.Target.Key.EndsWith(Named(""), StringComparison.Ordinal))];
}

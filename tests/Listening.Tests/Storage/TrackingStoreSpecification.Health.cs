using Listening.Stores;
using Listening.Tracking;

namespace Listening.Tests.Storage;

public abstract partial class TrackingStoreSpecification
{
    [Fact]
    public async Task Health_survives()
    {
        var health = Healthy("a.example").Demanded(Noon.AddMinutes(5), "the host asked for a pause", new HostBudget(300, 0, Noon.AddMinutes(5)));

        await Store.SaveHealthAsync(health, Ct);

        Assert.Equal(Json(health), Json(Assert.Single(await OwnHealthAsync((await OpenAsync()).Tracking))));
    }

    [Fact]
    public async Task That_a_host_refused_us_survives_and_nobody_else_is_said_to()
    {
        await Store.SaveHealthAsync(Healthy("a.example").Refused(Noon, "it wants an account", TimeSpan.FromMinutes(30)), Ct);
        await Store.SaveHealthAsync(Healthy("b.example"), Ct);

        var known = await OwnHealthAsync((await OpenAsync()).Tracking);

        Assert.Equal([true, false], known.OrderBy(health => health.Host, StringComparer.Ordinal).Select(health => health.IsRefused));
    }

    [Fact]
    public async Task Health_is_kept_once_a_host_and_platform()
    {
        await Store.SaveHealthAsync(Healthy("a.example") with { Failures = 3 }, Ct);
        await Store.SaveHealthAsync(Healthy("a.example").Succeeded(Noon, new HostBudget(null, 12, null)), Ct);
        await Store.SaveHealthAsync(Healthy("b.example"), Ct);
        await Store.SaveHealthAsync(Healthy("a.example") with { Platform = "lemmy" }, Ct);

        var known = await OwnHealthAsync();
        Assert.Equal(3, known.Length);
        Assert.All(known, health => Assert.Equal(0, health.Failures));
    }

    [Fact]
    public async Task Withheld_counts_add_up()
    {
        var before = await Store.WithheldAsync(Ct);
        var other = (await OpenAsync()).Tracking;

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? Store : other).CountWithheldAsync(new WithheldCounts(1, 2, 3, 4, 5), Ct)));

        Assert.Equal(before.Plus(new WithheldCounts(10, 20, 30, 40, 50)), await Store.WithheldAsync(Ct));
    }

    [Fact]
    public async Task Statements_about_authors_are_kept_one_a_host()
    {
        var (mara, tom) = (AuthorStatement.MarkOf(Named("mara")), AuthorStatement.MarkOf(Named("tom")));
        AuthorStatement[] first = [new(mara, "a.example", false, true, null), new(mara, "b.example", true, false, false), new(tom, "a.example", false, false, true)];
        await _opened.Authors.RecordAsync(first, Ct);
        await _opened.Authors.RecordAsync(first, Ct);
        await _opened.Authors.RecordAsync([first[0] with { OptedOut = false, Discoverable = true }], Ct);
        await _opened.Authors.RecordAsync([], Ct);

        var known = await (await OpenAsync()).Authors.StatementsAsync([mara, tom, AuthorStatement.MarkOf(Named("nobody"))], Ct);

        Assert.Equal(
            [first[0] with { OptedOut = false, Discoverable = true }, first[1], first[2]],
            known.OrderBy(statement => statement.Author == tom).ThenBy(statement => statement.Host, StringComparer.Ordinal));
        Assert.Empty(await _opened.Authors.StatementsAsync([], Ct));
    }

    [Fact]
    public async Task The_last_of_two_statements_of_a_host_in_one_batch_counts()
    {
        var mark = AuthorStatement.MarkOf(Named("mara"));

        await _opened.Authors.RecordAsync([new(mark, "a.example", false, false, true), new(mark, "a.example", false, true, false)], Ct);

        Assert.Equal([new(mark, "a.example", false, true, false)], await _opened.Authors.StatementsAsync([mark], Ct));
    }

    [Fact]
    public async Task Statements_about_many_authors_are_kept_and_found()
    {
        AuthorStatement[] statements = [.. Enumerable.Range(0, 1_200).Select(i => new AuthorStatement(AuthorStatement.MarkOf(Named($"{i}")), "a.example", false, i % 2 == 0, null))];
        await _opened.Authors.RecordAsync(statements, Ct);

        var known = await _opened.Authors.StatementsAsync([.. statements.Select(statement => statement.Author)], Ct);

        Assert.Equal(statements.ToHashSet(), known.ToHashSet());
    }

    private SourceHealth Healthy(string host) => new() { Platform = "mastodon", Host = Named("h") + "." + host };

    private async Task<SourceHealth[]> OwnHealthAsync(ITrackingStore? store = null) =>
        [.. (await (store ?? Store).HealthAsync(Ct)).Where(health => health.Host.StartsWith(Named("h"), StringComparison.Ordinal))];
}

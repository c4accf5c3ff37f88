using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class TrackingStoreSpecification
{
    [Fact]
    public async Task A_missed_post_keeps_when_each_host_missed_it_first_and_last()
    {
        var key = Named("post");
        await _opened.Missed.NoteAsync("mastodon", "a.example", [key, Named("other")], Noon, Ct);
        await _opened.Missed.NoteAsync("mastodon", "a.example", [key], Noon.AddHours(1), Ct);
        await _opened.Missed.NoteAsync("mastodon", "a.example", [key], Noon.AddMinutes(30), Ct);
        await _opened.Missed.NoteAsync("mastodon", "b.example", [key], Noon.AddMinutes(5), Ct);
        await _opened.Missed.NoteAsync("mastodon", "b.example", [], Noon, Ct);

        var votes = await (await OpenAsync()).Missed.OfAsync([key, Named("unknown")], Ct);

        Assert.Equal(
            [new MissedPost(key, "mastodon", "a.example", Noon, Noon.AddHours(1)), new MissedPost(key, "mastodon", "b.example", Noon.AddMinutes(5), Noon.AddMinutes(5))],
            votes.OrderBy(vote => vote.Host, StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_no_longer_missed_is_forgotten()
    {
        await _opened.Missed.NoteAsync("mastodon", "a.example", [Named("1"), Named("2")], Noon, Ct);

        await _opened.Missed.ForgetAsync([Named("1"), Named("unknown")], Ct);
        await _opened.Missed.ForgetAsync([], Ct);

        Assert.Equal([Named("2")], (await _opened.Missed.OfAsync([Named("1"), Named("2")], Ct)).Select(vote => vote.PostKey));
    }

    [Fact]
    public async Task Posts_that_were_missed_longest_ago_come_first_with_all_votes()
    {
        var platform = Named("p");
        await _opened.Missed.NoteAsync(platform, "a.example", [Named("late")], Noon.AddMinutes(9), Ct);
        await _opened.Missed.NoteAsync(platform, "b.example", [Named("early")], Noon, Ct);
        await _opened.Missed.NoteAsync(platform, "a.example", [Named("early")], Noon.AddMinutes(20), Ct);

        Assert.Equal(["a.example", "b.example"], (await _opened.Missed.PendingAsync(platform, 1, Ct)).Where(vote => vote.PostKey == Named("early")).Select(vote => vote.Host).Order(StringComparer.Ordinal));
        Assert.Equal(3, (await _opened.Missed.PendingAsync(platform, 10, Ct)).Count);
        Assert.Empty(await _opened.Missed.PendingAsync(Named("q"), 10, Ct));
        Assert.Equal(3, (await _opened.Missed.PendingAsync(null, int.MaxValue, Ct)).Count(vote => vote.Platform == platform));
    }

    [Fact]
    public async Task Whoever_was_forgotten_stays_so_and_nobody_else_is()
    {
        await _opened.Authors.ForgetAsync(Named("mara"), Ct);
        await _opened.Authors.ForgetAsync(Named("mara"), Ct);
        await _opened.Authors.ForgetAsync(Named("ada"), Ct);

        var forgotten = await (await OpenAsync()).Authors.ForgottenAsync([Named("mara"), Named("tom"), Named("mara")], Ct);

        Assert.Equal([Named("mara")], forgotten);
        Assert.Empty(await _opened.Authors.ForgottenAsync([], Ct));
    }

    [Fact]
    public async Task Whom_another_store_forgot_is_known_by_its_salt_beside_those_who_were_forgotten_here()
    {
        var (salt, mara) = (AuthorSalt.Create(), Named("mara"));
        var marks = new[] { AuthorSalt.Mark(salt, mara), AuthorSalt.Mark(salt, Named("ada")) }.Order(StringComparer.Ordinal).ToArray();
        await _opened.Authors.ForgetAsync(Named("own"), Ct);

        await _opened.Authors.RememberAsync(new ForgottenAuthors(salt, marks[..1]), Ct);
        await _opened.Authors.RememberAsync(new ForgottenAuthors(salt, marks), Ct);

        var other = (await OpenAsync()).Authors;
        Assert.Equal(new[] { mara, Named("own") }.ToHashSet(), await other.ForgottenAsync([mara, Named("own"), Named("tom")], Ct));
        var all = await other.AllForgottenAsync(Ct);
        Assert.Equal(marks, Assert.Single(all, forgotten => forgotten.Salt == salt).Marks);
        Assert.Contains(all, forgotten => forgotten.Marks.Contains(AuthorSalt.Mark(forgotten.Salt, Named("own"))));
    }

    [Fact]
    public async Task Every_statement_about_anybody_is_read_by_author_then_host()
    {
        AuthorStatement[] said =
        [
            .. Enumerable.Range(0, 2_100).Select(number => new AuthorStatement(AuthorStatement.MarkOf(Named($"who{number}")), "a.example", IsHome: false, OptedOut: number % 2 == 0, Discoverable: null, Indexable: true)),
            new(AuthorStatement.MarkOf(Named("who7")), "b.example", IsHome: true, OptedOut: false, Discoverable: false, IsBot: true),
        ];
        await _opened.Authors.RecordAsync(said, Ct);

        var all = await (await OpenAsync()).Authors.AllStatementsAsync(Ct).ToListAsync(Ct);

        Assert.Equal(said.OrderBy(one => one.Author, StringComparer.Ordinal).ThenBy(one => one.Host, StringComparer.Ordinal), all.Where(said.ToHashSet().Contains));
    }

    [Fact]
    public async Task How_far_a_file_was_imported_is_kept_until_its_end()
    {
        var position = new ImportPosition(Named("file"), 1_200, 900, 20, 30, 40, 5, 205, [new("mastodon", "a.example", "eventprofs", Noon, Noon.AddHours(1))]);
        Assert.Null(await _opened.Imports.FindAsync(position.File, Ct));

        await _opened.Imports.SaveAsync(position with { Line = 700 }, Ct);
        await _opened.Imports.SaveAsync(position, Ct);

        var other = (await OpenAsync()).Imports;
        Assert.Equal(Json(position), Json(await other.FindAsync(position.File, Ct)));
        await other.RemoveAsync(position.File, Ct);
        await other.RemoveAsync(Named("unknown"), Ct);
        Assert.Null(await _opened.Imports.FindAsync(position.File, Ct));

        await other.SaveAsync(position, Ct);
        await other.SaveAsync(position with { File = Named("another") }, Ct);
        Assert.Equal(2, await _opened.Imports.CountAsync(Ct));
        await other.RemoveAllAsync(Ct);
        Assert.Null(await other.FindAsync(position.File, Ct));
        Assert.Null(await other.FindAsync(Named("another"), Ct));
    }

    [Fact]
    public async Task Muting_can_be_taken_back()
    {
        await _opened.Authors.SetMutedAsync(Named("mara"), true, Ct);
        await _opened.Authors.SetMutedAsync(Named("mara"), true, Ct);
        await _opened.Authors.SetMutedAsync(Named("tom"), true, Ct);
        await _opened.Authors.SetMutedAsync(Named("tom"), false, Ct);
        await _opened.Authors.SetMutedAsync(Named("nobody"), false, Ct);

        var muted = await (await OpenAsync()).Authors.MutedAsync(Ct);

        Assert.Contains(Named("mara"), muted);
        Assert.DoesNotContain(Named("tom"), muted);
    }
}

using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task The_newest_page_comes_first_and_says_how_many_there_are()
    {
        await UpsertAsync([.. Enumerable.Range(0, 60).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i)))]);

        var page = await SearchAsync();

        Assert.Equal(Enumerable.Range(35, 25).Reverse().Select(i => $"{i:00}"), Names(page.Posts));
        Assert.Equal((60L, 0L), (page.Total, page.Unsearchable));
        Assert.Equal(PostCursor.Of(page.Posts[^1]), page.Next);
    }

    [Theory]
    [InlineData(PostSort.Newest)]
    [InlineData(PostSort.Oldest)]
    public async Task Pages_hold_every_post_once_and_the_last_one_has_no_next(PostSort sort)
    {
        await UpsertAsync([.. Enumerable.Range(0, 30).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i / 4)))]);

        var pages = await PagesAsync(Query() with { Sort = sort, Limit = 10 });

        Assert.Equal([10, 10, 10], pages.Select(page => page.Posts.Count));
        Assert.All(pages, page => Assert.Equal(30, page.Total));
        var names = Enumerable.Range(0, 30).Select(i => $"{i:00}");
        Assert.Equal(sort == PostSort.Oldest ? names : names.Reverse(), Names(pages.SelectMany(page => page.Posts)));
    }

    [Fact]
    public async Task Posts_of_the_same_millisecond_are_ordered_by_key_ordinal_and_neither_skipped_nor_repeated()
    {
        string[] names = ["B", "Z", "_", "a", "a-", "a0", "aa", "b", "z", "é", "日"];
        await UpsertAsync([.. names.Reverse().Select(name => Samples.New(name, at: Noon))]);

        Assert.Equal(names, Names((await PagesAsync(Query() with { Sort = PostSort.Oldest, Limit = 2 })).SelectMany(page => page.Posts)));
        Assert.Equal(names.Reverse(), Names((await PagesAsync(Query() with { Limit = 3 })).SelectMany(page => page.Posts)));
        Assert.Equal(names, Names(await ReadAsync(Samples.Tag)));
    }

    [Theory]
    [InlineData(PostSort.Newest)]
    [InlineData(PostSort.Oldest)]
    public async Task Paging_neither_skips_nor_repeats_while_posts_arrive_and_go(PostSort sort)
    {
        await UpsertAsync([.. Enumerable.Range(0, 20).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i)))]);
        var query = Query() with { Sort = sort, Limit = 5 };

        var first = await Store.SearchAsync(query, Ct);
        await UpsertAsync(Samples.New("new", at: Noon.AddDays(1)), Samples.New("late", at: Noon.AddDays(-1)));
        await Store.DeleteAsync([first.Posts[^1].PostKey], Ct);
        var rest = await PagesAsync(query with { After = first.Next });

        var names = Enumerable.Range(0, 20).Select(i => $"{i:00}");
        var seen = Names(first.Posts.Concat(rest.SelectMany(page => page.Posts)).Where(post => post.CreatedAt >= Noon && post.CreatedAt < Noon.AddHours(1)));
        Assert.Equal(sort == PostSort.Oldest ? names : names.Reverse(), seen);
    }

    [Fact]
    public async Task A_range_is_half_open_for_the_page_and_the_total()
    {
        await UpsertAsync(
            Samples.New("before", at: Noon.AddMilliseconds(-1)), Samples.New("first", at: Noon),
            Samples.New("last", at: Noon.AddHours(1).AddMilliseconds(-1)), Samples.New("after", at: Noon.AddHours(1)));

        var page = await Store.SearchAsync(Query() with { From = Noon, To = Noon.AddHours(1), Sort = PostSort.Oldest }, Ct);

        Assert.Equal(["first", "last"], Names(page.Posts));
        Assert.Equal(2, page.Total);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Posts_are_found_by_author_and_by_platform()
    {
        await UpsertAsync(
            Samples.New("1", "mara"), Samples.New("2", "tom", Noon.AddMinutes(1)),
            Samples.New("3", "tom", Noon.AddMinutes(2)) with { Platform = "bluesky" });

        var ofTom = await Store.SearchAsync(Query() with { AuthorKey = Samples.Author("tom").Key }, Ct);
        var ofTomThere = await Store.SearchAsync(Query() with { AuthorKey = Samples.Author("tom").Key, Platform = "bluesky" }, Ct);

        Assert.Equal(["3", "2"], Names(ofTom.Posts));
        Assert.Equal(["3"], Names(ofTomThere.Posts));
        Assert.Equal((2L, 1L), (ofTom.Total, ofTomThere.Total));
    }

    [Fact]
    public async Task A_total_does_not_depend_on_limit_and_cursor()
    {
        await UpsertAsync([.. Enumerable.Range(0, 12).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i), text: i % 2 == 0 ? "even" : "odd"))]);

        var first = await Store.SearchAsync(Query("even") with { Limit = 4 }, Ct);
        var last = await Store.SearchAsync(Query("even") with { Limit = 4, After = first.Next }, Ct);

        Assert.Equal((6L, 6L), (first.Total, last.Total));
        Assert.Equal(["02", "00"], Names(last.Posts));
        Assert.Null(last.Next);
    }

    [Fact]
    public async Task A_thousand_posts_fit_on_a_page()
    {
        await UpsertAsync([.. Enumerable.Range(0, 1_001).Select(i => Samples.New($"{i:0000}", at: Noon.AddSeconds(i)))]);

        var page = await Store.SearchAsync(Query() with { Limit = 1_000 }, Ct);

        Assert.Equal(1_000, page.Posts.Count);
        Assert.Equal("0001", Names(page.Posts)[^1]);
        Assert.NotNull(page.Next);
    }

    [Fact]
    public async Task An_unknown_hashtag_has_an_empty_answer()
    {
        var unknown = Samples.Named("unknown");

        Assert.Equivalent(new PostResult(0, 0, [], null), await Store.SearchAsync(Query() with { Hashtag = unknown }, Ct));
        Assert.Equal([new VolumeCount(0, 0)], await Store.VolumeAsync(unknown, [Noon, Noon.AddHours(1)], Ct));
        Assert.Empty(await Store.AuthorDaysAsync(unknown, [Noon, Noon.AddHours(1)], Ct));
        Assert.Empty(await ReadAsync(unknown));
    }

    [Fact]
    public async Task Posts_are_read_by_time_then_key_with_tombstones_where_asked_for()
    {
        await UpsertAsync(
            Samples.New("c", at: Noon), Samples.New("a", at: Noon.AddMinutes(1)), Samples.New("B", at: Noon),
            Samples.New("gone", at: Noon.AddSeconds(1)), Samples.New("early", at: Noon.AddYears(-10)));
        await Store.DeleteAsync([Samples.Key("gone")], Ct);

        Assert.Equal(["early", "B", "c", "a"], Names(await ReadAsync(Samples.Tag)));
        Assert.Equal(["early", "B", "c", "gone", "a"], Names(await ReadAsync(Samples.Tag, tombstones: true)));
        Assert.Equal(["B", "c", "gone"], Names(await ReadAsync(Samples.Tag, Noon, Noon.AddMinutes(1), tombstones: true)));
        Assert.Equal(["early"], Names(await ReadAsync(Samples.Tag, to: Noon)));
    }

    [Fact]
    public async Task Every_post_is_read_where_no_hashtag_is_given()
    {
        await UpsertAsync(
            Samples.New("1"),
            Samples.New("2", at: Noon.AddMinutes(1)) with { Matched = [Samples.OtherTag], MatchedVia = [MatchedVia.Text] },
            Samples.New("3", at: Noon.AddMinutes(2)) with { Matched = [Samples.Tag, Samples.OtherTag], MatchedVia = [MatchedVia.Text, MatchedVia.Text] });
        await Store.DeleteAsync([Samples.Key("2")], Ct);

        var all = await OwnOfAllAsync();
        Assert.Equal(["1", "2", "3"], Names(all.Where(post => post.PostKey.StartsWith(Samples.Key(""), StringComparison.Ordinal))));
        Assert.DoesNotContain(await ReadAsync(Samples.Tag), post => post.PostKey == Samples.Key("2"));
    }

    [Fact]
    public async Task Thousands_of_posts_are_read_in_order()
    {
        var posts = Enumerable.Range(0, 3_200).Select(i => Samples.New($"{i:0000}", at: Noon.AddSeconds(i / 900))).ToArray();
        foreach (var batch in posts.Chunk(800))
        {
            await UpsertAsync(batch);
        }

        Assert.Equal(Names(posts), Names(await ReadAsync(Samples.Tag)));
    }

    private async Task<List<PostResult>> PagesAsync(PostQuery query)
    {
        List<PostResult> pages = [await Store.SearchAsync(query, Ct)];
        while (pages[^1].Next is { } next)
        {
            Assert.True(pages.Count < 100, "Paging does not end.");
            pages.Add(await Store.SearchAsync(query with { After = next }, Ct));
        }

        return pages;
    }
}

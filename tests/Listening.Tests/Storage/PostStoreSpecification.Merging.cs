using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task A_post_comes_back_as_it_was_stored()
    {
        var post = Everything();

        Assert.Equal(new UpsertOutcome(1, 0, 0), await UpsertAsync(post));

        Assert.Equal(Json(post), Json(await StoredAsync("everything")));
    }

    [Fact]
    public async Task Upsert_twice_is_once()
    {
        var posts = Enumerable.Range(0, 40).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i))).ToArray();

        Assert.Equal(new UpsertOutcome(40, 0, 0), await UpsertAsync(posts));
        Assert.Equal(new UpsertOutcome(0, 0, 40), await UpsertAsync(posts));

        Assert.Equal(Lines(posts), Lines(await ReadAsync(Samples.Tag)));
    }

    [Fact]
    public async Task A_post_that_stands_twice_in_a_batch_is_stored_once()
    {
        Assert.Equal(new UpsertOutcome(1, 0, 0), await UpsertAsync(Samples.New("1", host: "a.example"), Samples.New("1", host: "b.example")));

        Assert.Equal(["a.example", "b.example"], (await StoredAsync("1")).SeenVia.Select(via => via.Host));
        Assert.Equal(1, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task An_empty_batch_is_no_work() => Assert.Equal(UpsertOutcome.None, await UpsertAsync());

    [Theory]
    [InlineData("a.example", "b.example")]
    [InlineData("b.example", "a.example")]
    public async Task Two_hosts_copies_merge_to_the_same_content_in_either_order(string first, string second)
    {
        await UpsertAsync(CopyOf(first));
        Assert.Equal(new UpsertOutcome(0, 1, 0), await UpsertAsync(CopyOf(second)));

        Assert.Equal(Json(Post.Merge(CopyOf("a.example"), CopyOf("b.example"))), Json(await StoredAsync("1")));
    }

    [Fact]
    public async Task A_copy_of_the_posts_own_host_wins_over_a_longer_one()
    {
        await UpsertAsync(Samples.New("1", text: "Hello and something that the other host added"));
        await UpsertAsync(Samples.New("1", text: "Hello", host: "events.example"));

        Assert.Equal("Hello", (await StoredAsync("1")).Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_newest_edit_wins(bool newestFirst)
    {
        var old = Samples.New("1", text: "before the edit, and longer", host: "events.example");
        var edited = Samples.New("1", text: "after") with { EditedAt = Noon.AddHours(1) };

        await UpsertAsync(newestFirst ? edited : old);
        await UpsertAsync(newestFirst ? old : edited);

        var stored = await StoredAsync("1");
        Assert.Equal(("after", Noon.AddHours(1)), (stored.Text, stored.EditedAt!.Value));
        Assert.Equal(1, (await SearchAsync("after")).Total);
        Assert.Equal(0, (await SearchAsync("before")).Total);
    }

    [Fact]
    public async Task Counts_are_kept_by_maximum_and_unknown_stays_unknown()
    {
        await UpsertAsync(Samples.New("1") with { Engagement = new Engagement(5, 1, null, null, null) });
        await UpsertAsync(Samples.New("1") with { Engagement = new Engagement(3, 4, 0, null, null) });

        Assert.Equal(new Engagement(5, 4, 0, null, null), (await StoredAsync("1")).Engagement);
    }

    [Fact]
    public async Task The_author_is_kept_as_last_seen()
    {
        await UpsertAsync(Samples.New("1"));
        var renamed = Samples.Author("mara") with { Name = "Mara Lind", Followers = null };

        Assert.Equal(new UpsertOutcome(0, 1, 0), await UpsertAsync(Samples.New("1") with { Author = renamed }));

        Assert.Equal(renamed, (await StoredAsync("1")).Author);
    }

    [Fact]
    public async Task A_time_that_another_host_states_differently_moves_the_post_and_does_not_double_it()
    {
        await UpsertAsync(Samples.New("1", at: Noon));
        await UpsertAsync(Samples.New("1", at: Noon.AddMilliseconds(250), host: "events.example"));

        Assert.Equal(Noon.AddMilliseconds(250), Assert.Single((await SearchAsync()).Posts).CreatedAt);
        Assert.Single(await ReadAsync(Samples.Tag));
    }

    [Theory]
    [InlineData("UPPER")]
    [InlineData("ünïcode-ß-日本-🎪")]
    [InlineData("with space and 'quotes\" and %5F_*?#")]
    public async Task A_key_is_any_text_and_keeps_its_case(string name)
    {
        await UpsertAsync(Samples.New(name), Samples.New(name.ToLowerInvariant() + "-lower"), Samples.New("upper", text: "another post"));

        Assert.Equal(Samples.Key(name), (await StoredAsync(name)).PostKey);
        Assert.Equal("another post", (await StoredAsync("upper")).Text);
        Assert.Equal(3, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task Very_long_keys_are_kept_whole_and_apart()
    {
        var (one, two) = (new string('k', 600) + "1", new string('k', 600) + "2");
        await UpsertAsync(Samples.New(one, at: Noon), Samples.New(two, at: Noon));
        Assert.Equal(new UpsertOutcome(0, 0, 1), await UpsertAsync(Samples.New(two, at: Noon)));

        Assert.Equal([one, two], Names(await ReadAsync(Samples.Tag)));
        var page = await Store.SearchAsync(Query() with { Limit = 1, Sort = PostSort.Oldest }, Ct);
        Assert.Equal([two], Names((await Store.SearchAsync(Query() with { Limit = 1, Sort = PostSort.Oldest, After = page.Next }, Ct)).Posts));
    }

    [Fact]
    public async Task A_batch_of_a_thousand_posts_is_seen_by_every_question_when_it_returns()
    {
        var posts = Enumerable.Range(0, 1000).Select(i => Samples.New($"{i:0000}", $"author{i % 70}", Noon.AddSeconds(i))).ToArray();

        Assert.Equal(new UpsertOutcome(1000, 0, 0), await UpsertAsync(posts));

        Assert.Equal(1000, (await SearchAsync()).Total);
        Assert.Equal([new VolumeCount(1000, 70)], await Store.VolumeAsync(Samples.Tag, [Noon, Noon.AddHours(1)], Ct));
        Assert.Equal(Lines(posts), Lines(await ReadAsync(Samples.Tag)));
        Assert.Equal(1000, (await Store.GetAsync([.. posts.Select(post => post.PostKey)], Ct)).Count);
    }

    [Fact]
    public async Task Two_writers_of_the_same_posts_leave_each_post_once_with_both_copies()
    {
        var other = (await OpenAsync()).Posts;
        Post[] Copies(string host) => [.. Enumerable.Range(0, 60).Select(i => Samples.New($"{i}", host: host))];

        await Task.WhenAll(UpsertAsync(Copies("a.example")), other.UpsertAsync(Copies("b.example"), Ct));

        var stored = await ReadAsync(Samples.Tag);
        Assert.Equal(60, stored.Count);
        Assert.All(stored, post => Assert.Equal(2, post.SeenVia.Count));
    }

    [Fact]
    public async Task A_hostile_text_is_stored_and_does_not_break_the_store()
    {
        const string Text = "NUL \u0000 bell \u0007 ‮right to left‬ <script>alert(1)</script> '; DROP TABLE posts; -- \" {\"a\": 1} \ud83c\udfaa";
        await UpsertAsync(Samples.New("1", text: Text));

        Assert.Equal(Text, (await StoredAsync("1")).Text);
        Assert.Equal(1, (await SearchAsync("script alert")).Total);
    }

    [Fact]
    public async Task A_text_that_is_no_text_does_not_stop_the_batch()
    {
        await UpsertAsync(Samples.New("1", text: "half \ud83c a pair and \uFFFE stage"), Samples.New("2", text: "a stage"));

        Assert.Equal(2, (await SearchAsync("stage")).Total);
        Assert.Equal(new UpsertOutcome(0, 0, 1), await UpsertAsync(Samples.New("2", text: "a stage")));
    }

    private Post CopyOf(string host) => host == "a.example"
        ? Samples.New("1", text: "the same length A", host: host) with { Lang = "en", FirstSeenAt = Noon.AddDays(95), Engagement = new Engagement(1, 9, null, null, 4) }
        : Samples.New("1", text: "the same length B", host: host) with { Lang = "de", FirstSeenAt = Noon.AddDays(91), Engagement = new Engagement(7, 2, 3, null, null) };

    private Post Everything() => Samples.New("everything", text: "Grüße 🎪\n“quoted” \\ </p>") with
    {
        EditedAt = Noon.AddHours(1),
        Kind = PostKind.Quote,
        Tags = [Samples.Tag, "peña"],
        TagsDisplay = [Samples.Tag.ToUpperInvariant(), "Peña"],
        Matched = [Samples.Tag, Samples.OtherTag],
        MatchedVia = [MatchedVia.TagField, MatchedVia.Facet],
        QuoteOf = PostReference.To("https://elsewhere.example/9", "mastodon:@ada@elsewhere.example"),
        Mentions = ["https://events.example/users/tom", "mastodon:@ada@elsewhere.example"],
        Links = [new PostLink("https://www.venue.example/a?b=1", "venue.example")],
        Media = [new PostMedia("image", "A stage", "https://cdn.example/1.png"), new PostMedia("video", null, null)],
        Engagement = new Engagement(0, 2, null, 1, 5_000_000_000),
        Searchable = true,
    };
}

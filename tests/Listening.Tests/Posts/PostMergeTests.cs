using System.Text.Json;
using CsCheck;
using Listening.Posts;

namespace Listening.Tests.Posts;

public sealed class PostMergeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Post> Copies = Copy();

    [Fact]
    public void Merging_does_not_depend_on_the_order_of_two_copies_apart_from_the_author() =>
        Gen.Select(Copies, Copies).Sample((a, b) => Assert.Equal(Json(Post.Merge(a, b)), Json(Post.Merge(b, a))));

    [Fact]
    public void Merging_a_copy_with_itself_and_again_changes_nothing() => Gen.Select(Copies, Copies).Sample((a, b) =>
    {
        var merged = Post.Merge(a, b);
        Assert.Equal(Json(merged), Json(Post.Merge(merged, a)));
        Assert.Equal(Json(merged), Json(Post.Merge(merged, b)));
        Assert.Equal(Json(merged), Json(Post.Merge(merged, merged)));
    });

    [Fact]
    public void Merging_does_not_depend_on_the_order_of_three_copies() => Gen.Select(Copies, Copies, Copies).Sample((a, b, c) =>
    {
        // A tombstone does not know which edit its hashtags belong to: it keeps all that were met, and those depend on what was met before.
        var hasTombstone = a.IsDeleted || b.IsDeleted || c.IsDeleted;
        var (first, second) = (Post.Merge(Post.Merge(a, b), c), Post.Merge(a, Post.Merge(b, c)));
        Assert.Equal(Json(hasTombstone ? WithoutHashtags(first) : first), Json(hasTombstone ? WithoutHashtags(second) : second));
    });

    [Fact]
    public void A_hashtag_that_the_newest_edit_no_longer_carries_is_gone_and_copies_of_one_edit_unite_theirs()
    {
        var before = Base("a.example") with { Matched = ["one"], MatchedVia = [MatchedVia.Text] };
        var after = Base("b.example") with { EditedAt = Noon.AddHours(1), Matched = ["other"], MatchedVia = [MatchedVia.Text] };

        Assert.Equal(["other"], Post.Merge(before, after).Matched);
        Assert.Equal(["other"], Post.Merge(after, before).Matched);
        Assert.Equal(["one", "other"], Post.Merge(before with { EditedAt = after.EditedAt }, after).Matched);
    }

    [Fact]
    public void The_author_is_taken_as_last_seen() =>
        Gen.Select(Copies, Copies).Where((a, b) => !a.IsDeleted && !b.IsDeleted).Sample((a, b) => Assert.Equal(b.Author, Post.Merge(a, b).Author));

    [Fact]
    public void A_tombstone_holds_no_text_and_no_author_whatever_it_is_merged_with() => Copies.Sample(copy =>
    {
        foreach (var merged in new[] { Post.Merge(copy, copy.ToTombstone()), Post.Merge(copy.ToTombstone(), copy) })
        {
            Assert.Equal(Json(copy.ToTombstone()), Json(merged));
        }
    });

    [Fact]
    public void A_hashtag_that_another_copy_carries_is_kept_on_a_tombstone()
    {
        var (one, other) = (Base("a.example") with { Matched = ["one"], MatchedVia = [MatchedVia.Text] }, Base("a.example") with { Matched = ["other"], MatchedVia = [MatchedVia.Link] });

        Assert.Equal(["one", "other"], Post.Merge(one.ToTombstone(), other).Matched);
        Assert.Equal([MatchedVia.Text, MatchedVia.Link], Post.Merge(other, one.ToTombstone()).MatchedVia);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    [InlineData(null, false, false)]
    [InlineData(null, true, true)]
    public void The_home_hosts_word_on_searching_counts_else_any_objection(bool? home, bool foreign, bool isSearchable)
    {
        var homeCopy = Base("events.example") with { SeenVia = [new SeenVia("events.example", "1", home)], Searchable = home ?? false };
        var foreignCopy = Base("a.example") with { SeenVia = [new SeenVia("a.example", "9", foreign)], Searchable = foreign };

        Assert.Equal(home ?? isSearchable, Post.Merge(homeCopy, foreignCopy).Searchable);
        Assert.Equal(home ?? isSearchable, Post.Merge(foreignCopy, homeCopy).Searchable);
    }

    [Fact]
    public void A_reference_that_is_resolved_beats_one_that_is_not_and_keeps_what_is_known_of_its_author()
    {
        var unresolved = Base("a.example") with { ReplyTo = PostReference.ByNativeId("a.example", "7", "mastodon:@ada@elsewhere.example") };
        var resolved = Base("a.example") with { ReplyTo = PostReference.To("https://elsewhere.example/7", null) };

        var expected = PostReference.To("https://elsewhere.example/7", "mastodon:@ada@elsewhere.example");
        Assert.Equivalent(expected, Post.Merge(unresolved, resolved).ReplyTo);
        Assert.Equivalent(expected, Post.Merge(resolved, unresolved).ReplyTo);
    }

    [Theory]
    [InlineData("did:plc:ada", "bluesky:@ada.example", "did:plc:ada")]
    [InlineData("https://b.example/ada", "https://a.example/ada", "https://a.example/ada")]
    [InlineData(null, "bluesky:@ada.example", "bluesky:@ada.example")]
    public void The_key_of_a_references_author_beats_the_handle_that_stands_for_it(string? one, string other, string expected)
    {
        var (a, b) = (Base("a.example") with { ReplyTo = PostReference.To("p", one) }, Base("b.example") with { ReplyTo = PostReference.To("p", other) });

        Assert.Equal(expected, Post.Merge(a, b).ReplyTo!.AuthorKey);
        Assert.Equal(expected, Post.Merge(b, a).ReplyTo!.AuthorKey);
    }

    [Fact]
    public void Ids_of_an_unresolved_parent_are_united_and_the_post_is_a_reply()
    {
        var a = Base("a.example") with { ReplyTo = PostReference.ByNativeId("a.example", "7", null) };
        var b = Base("b.example") with { ReplyTo = PostReference.ByNativeId("b.example", "3", null) };

        var merged = Post.Merge(b, a);

        Assert.Equal([new NativeId("a.example", "7"), new NativeId("b.example", "3")], merged.ReplyTo!.Via);
        Assert.Equal((PostKind.Reply, null), (merged.Kind, merged.ThreadKey));
    }

    [Fact]
    public void A_creation_time_more_than_a_day_ahead_is_the_time_of_first_sight()
    {
        var draft = Base("a.example") with { FirstSeenAt = Noon };

        Assert.Equal(Noon, Post.Create(draft with { CreatedAt = Noon.AddDays(1).AddMilliseconds(1) }).CreatedAt);
        Assert.Equal(Noon.AddDays(1), Post.Create(draft with { CreatedAt = Noon.AddDays(1) }).CreatedAt);
    }

    [Fact]
    public void Times_are_cut_to_the_millisecond_in_utc()
    {
        var created = new DateTimeOffset(2026, 11, 2, 7, 0, 0, TimeSpan.FromHours(-5)).AddTicks(12_345);

        var post = Post.Create(Base("a.example") with { CreatedAt = created, EditedAt = created });

        Assert.Equal((Noon.AddMilliseconds(1), TimeSpan.Zero), (post.CreatedAt, post.CreatedAt.Offset));
        Assert.Equal(Noon.AddMilliseconds(1), post.EditedAt);
    }

    private static Post Base(string host) => new()
    {
        PostKey = "https://events.example/1",
        Platform = "mastodon",
        Host = "events.example",
        SeenVia = [new SeenVia(host, "id at " + host, null)],
        ContentHost = host,
        Author = new Author("https://events.example/mara", "mastodon", "@mara@events.example", "mara", null, 3, false),
        CreatedAt = Noon,
        FirstSeenAt = Noon.AddDays(1),
        Text = "Hello",
        ThreadKey = "https://events.example/1",
        Matched = ["eventprofs"],
        MatchedVia = [MatchedVia.TagField],
        Searchable = true,
    };

    // One host shows one text for one edit, always says the same about consent, and knows the parent under its own id.
    private static Gen<Post> Copy() =>
        from host in OneOf("events.example", "a.example", "b.example", "c.example")
        from edit in Gen.Int[0, 2]
        from seconds in Gen.Int[0, 3]
        from seen in Gen.Int[0, 5]
        from counts in Gen.Int[-1, 3].Select(count => count < 0 ? (long?)null : count).Array[5]
        from hashtags in OneOf("eventprofs", "meetings", "été").Array[1, 3]
        from via in Gen.Enum<MatchedVia>().Array[3]
        from parent in Gen.Int[0, 2]
        from author in OneOf<string?>(null, "https://elsewhere.example/ada", "mastodon:@ada@elsewhere.example")
        from thread in OneOf<string?>(null, "https://elsewhere.example/5", "https://elsewhere.example/6")
        from isDeleted in Gen.Int[0, 6]
        let matched = hashtags.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray()
        let post = Base(host) with
        {
            EditedAt = edit == 0 ? null : Noon.AddHours(edit),
            Text = $"edit {edit} {(host == "c.example" ? "with a longer text" : host[0])}",
            Lang = host[..2],
            CreatedAt = Noon.AddSeconds(seconds),
            FirstSeenAt = Noon.AddDays(1).AddMinutes(seen),
            Engagement = new Engagement(counts[0], counts[1], counts[2], counts[3], counts[4]),
            Matched = matched,
            MatchedVia = via[..matched.Length],
            SeenVia = [new SeenVia(host, "id at " + host, host == "a.example" ? null : host == "b.example")],
            Searchable = host == "b.example",
            ReplyTo = parent == 0 ? null : parent == 1 ? PostReference.ByNativeId(host, "parent at " + host, author) : PostReference.To("https://elsewhere.example/7", author),
            Kind = parent == 0 ? PostKind.Post : PostKind.Reply,
            ThreadKey = parent == 0 ? "https://events.example/1" : thread,
        }
        select isDeleted == 0 ? post.ToTombstone() : post;

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    // Exports leave out the author where the order is not to matter, and hold nothing of unresolved references.
    private static Post WithoutHashtags(Post post) => post with { Matched = [], MatchedVia = [] };

    private static string Json(Post post) => JsonSerializer.Serialize(
        new { Post = post with { Author = null }, post.ContentHost, post.ReplyTo?.Via, ReplyAuthor = post.ReplyTo?.AuthorKey, IsAuthorKept = post.Author is not null },
        ListeningJson.Options);
}

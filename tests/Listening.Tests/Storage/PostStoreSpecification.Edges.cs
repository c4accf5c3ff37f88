using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task Replies_mentions_quotes_and_reposts_are_edges_of_their_kind()
    {
        await UpsertAsync(
            Samples.New("1", "mara") with { Kind = PostKind.Reply, ReplyTo = To("p", "tom") },
            Samples.New("2", "mara") with { Mentions = [Key("ada"), Key("tom")] },
            Samples.New("3", "mara") with { Kind = PostKind.Quote, QuoteOf = To("q", "ada") },
            Samples.New("4", "mara") with { Kind = PostKind.Repost, RepostOf = To("r", "zoe") });

        Assert.Equal(
            [
                Edge("mara", "ada", EdgeKind.Mention), Edge("mara", "ada", EdgeKind.Quote), Edge("mara", "tom", EdgeKind.Reply), Edge("mara", "tom", EdgeKind.Mention),
                Edge("mara", "zoe", EdgeKind.Repost),
            ],
            await EdgesAsync());
    }

    [Fact]
    public async Task An_edge_stands_once_a_week_with_the_first_time()
    {
        // New York, from Monday 26 October 2026; clocks go back within that week.
        var weeks = Midnights("America/New_York", 2026, 10, 26, days: 21, step: 7);
        await UpsertAsync(
            Mentioning("1", "mara", weeks[0].AddMilliseconds(-1), "tom"),
            Mentioning("2", "mara", weeks[1].AddMilliseconds(-1), "tom"),
            Mentioning("3", "mara", weeks[0].AddHours(30), "tom"),
            Mentioning("4", "mara", weeks[1], "tom"),
            Mentioning("5", "mara", weeks[2], "ada"),
            Mentioning("6", "mara", weeks[3], "tom"));

        Assert.Equal(
            [Edge("mara", "ada", EdgeKind.Mention, 2, weeks[2]), Edge("mara", "tom", EdgeKind.Mention, 0, weeks[0].AddHours(30)), Edge("mara", "tom", EdgeKind.Mention, 1, weeks[1])],
            await EdgesAsync(weeks));
    }

    [Fact]
    public async Task Who_turns_to_themselves_gives_no_edge()
    {
        var handle = $"@{Samples.Named("mara")}@events.example";
        await UpsertAsync(
            Samples.New("1", "mara") with { Kind = PostKind.Reply, ReplyTo = To("p", "mara"), Mentions = [Key("mara"), $"mastodon:{handle}"], Author = Samples.Author("mara") with { Handle = handle } },
            Samples.New("2", "mara", Noon.AddHours(-1)) with { Kind = PostKind.Quote, QuoteOf = To("1", null) },
            Samples.New("3", "mara", Noon.AddHours(-1)) with { Kind = PostKind.Repost, RepostOf = To("1", "mara") });

        Assert.Empty(await EdgesAsync(Noon.AddHours(-2), Noon.AddHours(1)));
        Assert.Empty(await ThreadsAsync());
    }

    [Fact]
    public async Task A_reply_that_mentions_whom_it_answers_gives_an_edge_of_each_kind()
    {
        await UpsertAsync(Mentioning("1", "mara", Noon, "tom") with { Kind = PostKind.Reply, ReplyTo = To("p", "tom") });

        Assert.Equal([Edge("mara", "tom", EdgeKind.Reply), Edge("mara", "tom", EdgeKind.Mention)], await EdgesAsync());
    }

    [Fact]
    public async Task A_repost_gives_no_other_edge_than_its_own()
    {
        await UpsertAsync(Mentioning("1", "mara", Noon, "ada") with { Kind = PostKind.Repost, RepostOf = To("p", "tom"), ReplyTo = To("q", "zoe"), QuoteOf = To("s", "zoe") });

        Assert.Equal([Edge("mara", "tom", EdgeKind.Repost)], await EdgesAsync());
        Assert.Empty(await ThreadsAsync());
    }

    [Fact]
    public async Task A_reply_whose_parent_is_not_stored_turns_to_its_author_where_that_one_is_known()
    {
        await UpsertAsync(
            Samples.Reply("1", "elsewhere", author: "mara", at: Noon) with { ReplyTo = PostReference.ByNativeId("reader.example", Samples.Named("elsewhere"), Key("tom")) },
            Samples.Reply("2", "nowhere", author: "mara", at: Noon),
            Samples.New("3", "mara") with { Kind = PostKind.Reply, ReplyTo = To("not stored", "ada") });

        Assert.Equal([Edge("mara", "ada", EdgeKind.Reply), Edge("mara", "tom", EdgeKind.Reply)], await EdgesAsync());
        Assert.Equal([new ThreadAnswer(Samples.Key("not stored"), Key("ada"), Key("mara"), Noon)], await ThreadsAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_post_that_is_named_without_its_author_is_that_of_who_wrote_the_stored_one(bool parentFirst)
    {
        Post[] posts = [Samples.New("parent", "tom"), Samples.New("1", "mara") with { Kind = PostKind.Quote, QuoteOf = To("parent", null) }, Samples.New("2", "ada") with { Kind = PostKind.Reply, ReplyTo = To("parent", null) }];
        foreach (var post in parentFirst ? posts : posts.Reverse())
        {
            await UpsertAsync(post);
        }

        Assert.Equal([Edge("ada", "tom", EdgeKind.Reply), Edge("mara", "tom", EdgeKind.Quote)], await EdgesAsync());
        Assert.Equal([new ThreadAnswer(Samples.Key("parent"), Key("tom"), Key("ada"), Noon)], await ThreadsAsync());

        await Store.DeleteAsync([Samples.Key("parent")], Ct);
        Assert.Empty(await EdgesAsync());
        Assert.Equal([new ThreadAnswer(Samples.Key("parent"), null, Key("ada"), Noon)], await ThreadsAsync());
    }

    [Fact]
    public async Task A_handle_stands_for_somebody_until_they_are_seen_and_both_are_one_person_then()
    {
        var handle = $"@{Samples.Named("Tom")}@events.example";
        await UpsertAsync(
            Samples.New("1", "mara", Noon.AddMinutes(1)) with { Mentions = [$"mastodon:{handle}"] },
            Samples.New("2", "mara", Noon) with { Mentions = [$"mastodon:{handle.ToUpperInvariant()}", Key("tom")] },
            Samples.New("3", "mara") with { Kind = PostKind.Reply, ReplyTo = To("p", null) with { AuthorKey = $"mastodon:{handle}" } });
        var unseen = $"mastodon:{handle}".ToLowerInvariant();

        Assert.Equal(
            [new(Key("mara"), Key("tom"), EdgeKind.Mention, 0, Noon), new(Key("mara"), unseen, EdgeKind.Reply, 0, Noon), new(Key("mara"), unseen, EdgeKind.Mention, 0, Noon)],
            await EdgesAsync());

        await UpsertAsync(Samples.New("4", at: Noon.AddDays(-300)) with { Author = Samples.Author("tom") with { Handle = handle } });

        Assert.Equal([Edge("mara", "tom", EdgeKind.Reply), Edge("mara", "tom", EdgeKind.Mention)], await EdgesAsync());
        Assert.Equal([new ThreadAnswer(Samples.Key("p"), Key("tom"), Key("mara"), Noon)], await ThreadsAsync());
    }

    [Fact]
    public async Task A_handle_is_that_of_its_platform_as_it_is_shown_now_and_with_the_same_letters()
    {
        string Handle(string name) => $"@{Samples.Named(name)}@events.example";
        await UpsertAsync(
            Samples.New("1", "mara") with { Mentions = [$"lemmy:{Handle("tom")}", $"mastodon:{Handle("old")}", $"mastodon:{Handle("muller")}"] },
            Samples.New("2") with { Author = Samples.Author("tom") with { Handle = Handle("tom") } },
            Samples.New("3") with { Author = Samples.Author("zoe") with { Handle = Handle("old") } },
            Samples.New("4", at: Noon.AddDays(1)) with { Author = Samples.Author("zoe") with { Handle = Handle("new") } },
            Samples.New("5") with { Author = Samples.Author("other") with { Handle = Handle("müller") } });

        Assert.Equal([$"lemmy:{Handle("tom")}", $"mastodon:{Handle("muller")}", $"mastodon:{Handle("old")}"], (await EdgesAsync()).Select(edge => edge.TargetKey));
    }

    [Fact]
    public async Task A_name_that_is_too_long_for_an_index_is_nobodys_in_either_store()
    {
        await UpsertAsync(Samples.New("1", "mara") with { Mentions = ["", new string('x', GatheredEdges.LongestName + 1), new string('y', GatheredEdges.LongestName)] });

        Assert.Equal([new string('y', GatheredEdges.LongestName)], (await EdgesAsync()).Select(edge => edge.TargetKey));
    }

    [Fact]
    public async Task What_is_deleted_erased_or_no_longer_carries_the_hashtag_gives_no_edge_and_is_no_answer()
    {
        await UpsertAsync(Answer("1", "mara"), Answer("2", "ada"), Answer("3", "zoe"), Answer("4", "eve"));

        await Store.DeleteAsync([Samples.Key("1")], Ct);
        await Store.EraseAuthorsAsync([Key("ada")], Ct);
        await UpsertAsync(Answer("3", "zoe") with { Matched = [Samples.OtherTag], EditedAt = Noon.AddHours(1) });

        Assert.Equal([Edge("eve", "tom", EdgeKind.Reply)], await EdgesAsync());
        Assert.Equal([Key("eve")], (await ThreadsAsync()).Select(answer => answer.AuthorKey));
        Assert.Equal([Key("zoe")], (await Store.EdgesAsync(Samples.OtherTag, [Noon, Noon.AddHours(1)], Ct)).Select(edge => edge.AuthorKey));
    }

    [Fact]
    public async Task Who_answers_a_post_is_given_once_with_the_first_time_in_the_range()
    {
        await UpsertAsync(
            Samples.New("root", "tom", Noon.AddDays(-1)),
            Answer("1", "mara", "root") with { CreatedAt = Noon.AddMilliseconds(-1) },
            Answer("2", "mara", "root") with { CreatedAt = Noon.AddMinutes(9) },
            Answer("3", "mara", "root") with { CreatedAt = Noon.AddMinutes(2) },
            Answer("4", "tom", "2") with { ReplyTo = To("2", "mara"), CreatedAt = Noon.AddMinutes(10) },
            Answer("5", "ada", "root") with { CreatedAt = Noon.AddHours(1) });

        Assert.Equal(
            [new ThreadAnswer(Samples.Key("2"), Key("mara"), Key("tom"), Noon.AddMinutes(10)), new ThreadAnswer(Samples.Key("root"), Key("tom"), Key("mara"), Noon.AddMinutes(2))],
            await ThreadsAsync());
    }

    [Fact]
    public async Task Edges_and_answers_of_many_people_are_all_given()
    {
        await UpsertAsync([.. Enumerable.Range(0, 5_200).Select(i => Answer($"{i}", $"author{i}") with { Mentions = [Key($"author{i + 1}")] })]);

        Assert.Equal(10_400, (await EdgesAsync()).Length);
        Assert.Equal(5_200, (await ThreadsAsync()).Length);
    }

    private string Key(string author) => Samples.Author(author).Key;

    private PostReference To(string post, string? author) => PostReference.To(Samples.Key(post), author is null ? null : Key(author));

    private Post Answer(string name, string author, string parent = "parent") => Samples.New(name, author) with { Kind = PostKind.Reply, ReplyTo = To(parent, "tom") };

    private Post Mentioning(string name, string author, DateTimeOffset at, string target) => Samples.New(name, author, at) with { Mentions = [Key(target)] };

    private Edge Edge(string author, string target, EdgeKind kind, int index = 0, DateTimeOffset? at = null) => new(Key(author), Key(target), kind, index, at ?? Noon);

    private async Task<Edge[]> EdgesAsync(params DateTimeOffset[] bounds) =>
    [
        .. (await Store.EdgesAsync(Samples.Tag, bounds.Length == 0 ? [Noon, Noon.AddHours(1)] : bounds, Ct))
            .OrderBy(edge => edge.AuthorKey, StringComparer.Ordinal).ThenBy(edge => edge.TargetKey, StringComparer.Ordinal).ThenBy(edge => edge.Kind).ThenBy(edge => edge.Index),
    ];

    private async Task<ThreadAnswer[]> ThreadsAsync() =>
        [.. (await Store.ThreadsAsync(Samples.Tag, Noon, Noon.AddHours(1), Ct)).OrderBy(answer => answer.PostKey, StringComparer.Ordinal).ThenBy(answer => answer.AuthorKey, StringComparer.Ordinal)];
}

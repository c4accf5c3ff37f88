using Listening.Posts;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    public static TheoryData<string> Orders => ["012", "021", "102", "120", "201", "210"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_finds_its_parent_in_whichever_order_they_arrive(bool replyFirst)
    {
        Post[] posts = [Samples.New("parent"), Samples.Reply("reply", "parent")];
        await UpsertAsync(posts[replyFirst ? 1 : 0]);
        Assert.Null((await Store.GetAsync([Samples.Key("reply")], Ct)).SingleOrDefault()?.ReplyTo?.PostKey);
        await UpsertAsync(posts[replyFirst ? 0 : 1]);

        var reply = await StoredAsync("reply");
        Assert.Equal((Samples.Key("parent"), Samples.Author("mara").Key), (reply.ReplyTo!.PostKey, reply.ReplyTo.AuthorKey));
        Assert.Equal(Samples.Key("parent"), reply.ThreadKey);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_finds_its_parent_in_the_same_batch(bool replyFirst)
    {
        Post[] posts = [Samples.New("parent"), Samples.Reply("reply", "parent")];
        await UpsertAsync([.. replyFirst ? posts.Reverse() : posts]);

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ReplyTo?.PostKey);
        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ThreadKey);
    }

    [Fact]
    public async Task A_reply_whose_parent_is_unknown_has_no_parent_and_no_conversation()
    {
        await UpsertAsync(Samples.Reply("reply", "parent"));

        var reply = await StoredAsync("reply");
        Assert.Equal((PostKind.Reply, null), (reply.Kind, reply.ThreadKey));
        Assert.Contains("\"reply_to\":null", Json(reply), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_parent_known_through_another_host_is_found_once_a_copy_of_the_reply_names_it_there(string order)
    {
        Post[] posts = [Samples.New("parent", host: "b.example"), Samples.Reply("reply", "parent", "a.example"), Samples.Reply("reply", "parent", "b.example")];
        foreach (var index in order)
        {
            await UpsertAsync(posts[index - '0']);
        }

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ReplyTo?.PostKey);
        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ThreadKey);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_copy_of_the_parent_from_the_replys_host_resolves_it(string order)
    {
        Post[] posts = [Samples.New("parent", host: "b.example"), Samples.Reply("reply", "parent", "a.example"), Samples.New("parent", host: "a.example")];
        foreach (var index in order)
        {
            await UpsertAsync(posts[index - '0']);
        }

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ReplyTo?.PostKey);
    }

    [Fact]
    public async Task The_same_id_on_another_host_or_platform_is_another_post()
    {
        await UpsertAsync(Samples.Reply("reply", "parent", "a.example"));
        await UpsertAsync(Samples.New("parent", host: "b.example"));
        await UpsertAsync(Samples.New("other", host: "a.example") with { Platform = "lemmy", SeenVia = [new SeenVia("a.example", Samples.Named("parent"))] });

        Assert.Null((await StoredAsync("reply")).ReplyTo?.PostKey);
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_conversation_has_one_key_in_whichever_order_its_posts_arrive(string order)
    {
        Post[] posts = [Samples.New("root"), Samples.Reply("child", "root"), Samples.Reply("grandchild", "child")];
        foreach (var index in order)
        {
            await UpsertAsync(posts[index - '0']);
        }

        Assert.Equal(Samples.Key("root"), (await StoredAsync("child")).ThreadKey);
        Assert.Equal(Samples.Key("root"), (await StoredAsync("grandchild")).ThreadKey);
        Assert.Equal(Samples.Key("child"), (await StoredAsync("grandchild")).ReplyTo?.PostKey);
    }

    [Fact]
    public async Task A_long_conversation_that_arrives_backwards_gets_the_key_of_its_beginning()
    {
        var posts = Enumerable.Range(1, 40).Select(i => Samples.Reply($"{i:00}", $"{i - 1:00}", at: Noon.AddMinutes(i))).Prepend(Samples.New("00")).ToArray();
        foreach (var half in posts.Reverse().Chunk(20))
        {
            await UpsertAsync(half);
        }

        Assert.All(await ReadAsync(Samples.Tag), post => Assert.Equal(Samples.Key("00"), post.ThreadKey));
    }

    [Fact]
    public async Task A_post_that_turns_out_to_be_an_answer_takes_its_own_answers_along()
    {
        await UpsertAsync(Samples.New("middle"), Samples.Reply("leaf", "middle"), Samples.New("root", host: "b.example"));
        Assert.Equal(Samples.Key("middle"), (await StoredAsync("leaf")).ThreadKey);

        await UpsertAsync(Samples.Reply("middle", "root", "b.example", author: "mara", at: Noon));

        Assert.Equal((PostKind.Reply, Samples.Key("root")), ((await StoredAsync("middle")).Kind, (await StoredAsync("middle")).ThreadKey));
        Assert.Equal(Samples.Key("root"), (await StoredAsync("leaf")).ThreadKey);
    }

    [Fact]
    public async Task A_reply_that_names_its_parent_by_key_joins_its_conversation()
    {
        var reply = Samples.Reply("reply", "parent") with { ReplyTo = PostReference.To(Samples.Key("parent"), Samples.Author("mara").Key) };
        await UpsertAsync(reply);
        Assert.Null((await StoredAsync("reply")).ThreadKey);

        await UpsertAsync(Samples.New("parent"));

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ThreadKey);
    }

    [Fact]
    public async Task Reading_a_resolved_reply_again_changes_nothing()
    {
        Post[] posts = [Samples.New("parent"), Samples.Reply("reply", "parent")];
        await UpsertAsync(posts);
        var before = Lines(await ReadAsync(Samples.Tag));

        Assert.Equal(2, (await UpsertAsync(posts)).Unchanged);

        Assert.Equal(before, Lines(await ReadAsync(Samples.Tag)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Quotes_and_reposts_find_their_post_too(bool targetFirst)
    {
        var reference = PostReference.ByNativeId("reader.example", Samples.Named("target"), null);
        Post[] posts =
        [
            Samples.New("quote", "tom") with { Kind = PostKind.Quote, QuoteOf = reference },
            Samples.New("repost", "tom") with { Kind = PostKind.Repost, RepostOf = reference },
            Samples.New("target"),
        ];
        foreach (var post in targetFirst ? posts.Reverse() : posts)
        {
            await UpsertAsync(post);
        }

        Assert.Equal(Samples.Key("target"), (await StoredAsync("quote")).QuoteOf?.PostKey);
        Assert.Equal(Samples.Author("mara").Key, (await StoredAsync("repost")).RepostOf?.AuthorKey);
    }

    [Fact]
    public async Task An_unresolved_reference_keeps_the_author_it_names_until_the_post_is_seen()
    {
        var reply = Samples.Reply("reply", "parent") with { ReplyTo = PostReference.ByNativeId("reader.example", Samples.Named("parent"), "mastodon:@mara@events.example") };
        await UpsertAsync(reply);
        await UpsertAsync(Samples.New("parent"));

        Assert.Equal(Samples.Author("mara").Key, (await StoredAsync("reply")).ReplyTo?.AuthorKey);
    }

    [Fact]
    public async Task Posts_that_answer_each_other_or_themselves_do_not_hang_the_store()
    {
        await UpsertAsync(Samples.Reply("a", "b"), Samples.Reply("b", "c"), Samples.Reply("c", "a"), Samples.Reply("self", "self"));
        await UpsertAsync(
            Samples.Reply("x", "") with { ReplyTo = PostReference.To(Samples.Key("y"), null), ThreadKey = "one" },
            Samples.Reply("y", "") with { ReplyTo = PostReference.To(Samples.Key("x"), null), ThreadKey = "two" });

        Assert.Equal(6, (await SearchAsync()).Total);
        Assert.Equal(Samples.Key("b"), (await StoredAsync("a")).ReplyTo?.PostKey);
    }

    [Fact]
    public async Task A_deleted_parent_leaves_the_reference_of_its_replies()
    {
        await UpsertAsync(Samples.New("parent"), Samples.Reply("reply", "parent"));

        await Store.DeleteAsync([Samples.Key("parent")], Ct);

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ReplyTo?.PostKey);
        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ThreadKey);
    }

    [Fact]
    public async Task A_new_instance_still_knows_what_a_reply_waits_for()
    {
        await UpsertAsync(Samples.Reply("reply", "parent"));

        await (await OpenAsync()).Posts.UpsertAsync([Samples.New("parent")], Ct);

        Assert.Equal(Samples.Key("parent"), (await StoredAsync("reply")).ReplyTo?.PostKey);
    }
}

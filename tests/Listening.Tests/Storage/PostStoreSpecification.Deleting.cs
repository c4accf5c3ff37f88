using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task A_deleted_post_keeps_its_key_time_and_hashtags_and_nothing_else()
    {
        var post = Samples.New("1");
        await UpsertAsync(post);

        await Store.DeleteAsync([post.PostKey], Ct);

        Assert.Equal(Json(post.ToTombstone()), Json(await StoredAsync("1")));
    }

    [Fact]
    public async Task A_deleted_post_leaves_every_answer()
    {
        await UpsertAsync(Samples.New("1", text: "gone words"), Samples.New("2", "tom"));

        await Store.DeleteAsync([Samples.Key("1")], Ct);

        Assert.Equal(["2"], Names((await SearchAsync()).Posts));
        Assert.Equal(0, (await SearchAsync("gone")).Total);
        Assert.Equal([new VolumeCount(1, 1)], await Store.VolumeAsync(Samples.Tag, [Noon, Noon.AddHours(1)], Ct));
        Assert.Equal([Samples.Author("tom").Key], (await Store.AuthorDaysAsync(Samples.Tag, [Noon, Noon.AddHours(1)], Ct)).Select(day => day.AuthorKey));
        Assert.Empty(await Store.AuthorsAsync([Samples.Author("mara").Key], Ct));
    }

    [Fact]
    public async Task A_tombstone_is_not_revived()
    {
        await UpsertAsync(Samples.New("1"));
        await Store.DeleteAsync([Samples.Key("1")], Ct);

        Assert.Equal(new UpsertOutcome(0, 0, 1), await UpsertAsync(Samples.New("1", host: "events.example")));

        Assert.True((await StoredAsync("1")).IsDeleted);
        Assert.Equal(0, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task A_tombstone_that_is_stored_turns_a_live_post_into_one()
    {
        await UpsertAsync(Samples.New("1"));

        Assert.Equal(new UpsertOutcome(0, 1, 0), await UpsertAsync(Samples.New("1").ToTombstone()));

        Assert.True((await StoredAsync("1")).IsDeleted);
        Assert.Equal(0, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task A_tombstone_of_a_post_that_was_never_seen_is_kept()
    {
        await UpsertAsync(Samples.New("1").ToTombstone());
        await UpsertAsync(Samples.New("1"));

        Assert.Equal(Json(Samples.New("1").ToTombstone()), Json(await StoredAsync("1")));
    }

    [Fact]
    public async Task Deleting_what_is_unknown_or_gone_changes_nothing()
    {
        await UpsertAsync(Samples.New("1"));
        await Store.DeleteAsync([Samples.Key("1"), Samples.Key("unknown")], Ct);
        await Store.DeleteAsync([Samples.Key("1")], Ct);
        await Store.DeleteAsync([], Ct);

        Assert.True((await StoredAsync("1")).IsDeleted);
        Assert.Empty(await Store.GetAsync([Samples.Key("unknown")], Ct));
    }

    [Fact]
    public async Task Erasing_a_hashtag_takes_its_own_posts_and_tombstones_for_good()
    {
        await UpsertAsync(Samples.New("1", text: "erased words"), Samples.New("2"));
        await Store.DeleteAsync([Samples.Key("2")], Ct);

        await Store.EraseHashtagAsync(Samples.Tag, Ct);

        Assert.Empty(await Store.GetAsync([Samples.Key("1"), Samples.Key("2")], Ct));
        Assert.Equal(0, (await SearchAsync("erased")).Total);
        Assert.Equal(new UpsertOutcome(1, 0, 0), await UpsertAsync(Samples.New("1")));
    }

    [Fact]
    public async Task Erasing_a_hashtag_leaves_posts_that_carry_another_one()
    {
        var shared = Samples.New("1") with { Matched = [Samples.Tag, Samples.OtherTag], MatchedVia = [MatchedVia.Text, MatchedVia.Link] };
        await UpsertAsync(shared);

        await Store.EraseHashtagAsync(Samples.Tag, Ct);

        Assert.Equal(0, (await SearchAsync()).Total);
        Assert.Empty(await ReadAsync(Samples.Tag, tombstones: true));
        var left = Assert.Single((await Store.SearchAsync(Query() with { Hashtag = Samples.OtherTag }, Ct)).Posts);
        Assert.Equal(Json(shared with { Matched = [Samples.OtherTag], MatchedVia = [MatchedVia.Link] }), Json(left));
    }

    [Fact]
    public async Task Erasing_an_unknown_hashtag_is_harmless()
    {
        await UpsertAsync(Samples.New("1"));

        await Store.EraseHashtagAsync(Samples.Named("unknown"), Ct);

        Assert.Equal(1, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task Erasing_authors_takes_all_their_posts_for_good_and_nobody_elses()
    {
        await UpsertAsync(Samples.New("1", "mara", text: "erased words"), Samples.New("2", "mara"), Samples.New("3", "tom"), Samples.New("4", "ada"));

        Assert.Equal(3, await Store.EraseAuthorsAsync([Samples.Author("mara").Key, Samples.Author("tom").Key, "unknown"], Ct));

        Assert.Equal(["4"], Names((await SearchAsync()).Posts));
        Assert.Empty(await Store.GetAsync([Samples.Key("1"), Samples.Key("2"), Samples.Key("3")], Ct));
        Assert.Equal(0, (await SearchAsync("erased")).Total);
        Assert.Equal(0, await Store.EraseAuthorsAsync([Samples.Author("mara").Key], Ct));
        Assert.Equal(new UpsertOutcome(1, 0, 0), await UpsertAsync(Samples.New("1", "mara")));
    }

    [Fact]
    public async Task Erasing_an_author_leaves_tombstones_which_name_nobody()
    {
        await UpsertAsync(Samples.New("1", "mara"));
        await Store.DeleteAsync([Samples.Key("1")], Ct);

        Assert.Equal(0, await Store.EraseAuthorsAsync([Samples.Author("mara").Key], Ct));

        Assert.True((await StoredAsync("1")).IsDeleted);
    }

    [Fact]
    public async Task The_store_counts_live_posts()
    {
        var before = (await _opened.Store.InfoAsync(Ct)).Posts;
        await UpsertAsync(Samples.New("1"), Samples.New("2"), Samples.New("3").ToTombstone());
        await Store.DeleteAsync([Samples.Key("2")], Ct);

        var info = await _opened.Store.InfoAsync(Ct);
        Assert.Equal((before + 1, _opened.Store.Kind), (info.Posts, info.Kind));
        Assert.True(info.Bytes > 0);
    }

    [Fact]
    public async Task Preparing_a_store_again_changes_nothing()
    {
        await UpsertAsync(Samples.New("1"));

        await Task.WhenAll(_opened.Store.PrepareAsync(Ct), (await OpenAsync()).Store.PrepareAsync(Ct));

        Assert.Equal(1, (await SearchAsync()).Total);
    }
}

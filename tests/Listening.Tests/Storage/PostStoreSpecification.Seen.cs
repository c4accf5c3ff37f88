using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task Posts_seen_at_a_host_are_found_by_the_order_of_their_ids_in_which_the_longer_is_newer()
    {
        var host = $"{Samples.Named("h")}.example";
        await UpsertAsync(Under("a", host, "99"), Under("b", host, "100"), Under("c", host, "1000"), Under("d", "other.example", "500"), Under("e", host, "200"));
        await Store.DeleteAsync([Samples.Key("e")], Ct);

        Assert.Equal(["99", "100", "1000"], await IdsAsync(host, null, null));
        Assert.Equal(["100"], await IdsAsync(host, "100", "1000"));
        Assert.Equal(["99", "100"], await IdsAsync(host, null, "1000"));
        Assert.Equal(["1000"], await IdsAsync(host, "101", null));
        Assert.Equal([new SeenPost(Samples.Key("d"), "500", [Samples.Tag])], await Store.SeenByIdAsync("mastodon", "other.example", "500", "501", Ct), SameSeen);
    }

    [Fact]
    public async Task Posts_seen_at_a_host_are_found_by_their_time()
    {
        var host = $"{Samples.Named("h")}.example";
        await UpsertAsync(
            Under("a", host, "1"), Under("b", host, "2") with { CreatedAt = Noon.AddMinutes(1) }, Under("c", host, "3") with { CreatedAt = Noon.AddMinutes(2) }, Under("d", "other.example", "4"));

        var seen = await Store.SeenByTimeAsync("mastodon", host, Noon, Noon.AddMinutes(2), Ct);

        Assert.Equal(["1", "2"], seen.Select(post => post.NativeId).Order(StringComparer.Ordinal));
        Assert.Empty(await Store.SeenByTimeAsync("lemmy", host, Noon, Noon.AddMinutes(2), Ct));
    }

    [Fact]
    public async Task An_edit_that_takes_the_hashtag_out_takes_the_post_out_of_every_answer_and_its_text_away()
    {
        var before = (await _opened.Store.InfoAsync(Ct)).Posts;
        await UpsertAsync(Samples.New("1", text: "taken words"));

        await UpsertAsync(EditedOut("1"));

        Assert.Equal(0, (await SearchAsync()).Total);
        Assert.Equal(0, (await SearchAsync("taken")).Total);
        Assert.Empty(await ReadAsync(Samples.Tag, tombstones: true));
        Assert.Equal((null, null), (Assert.Single(await OwnOfAllAsync()).Text, Assert.Single(await OwnOfAllAsync()).Author));
        Assert.Equal([new VolumeCount(0, 0)], await Store.VolumeAsync(Samples.Tag, [Noon, Noon.AddHours(1)], Ct));
        Assert.Empty(await Store.AuthorsAsync([Samples.Author("mara").Key], Ct));
        Assert.Equal(before, (await _opened.Store.InfoAsync(Ct)).Posts);
        var kept = await StoredAsync("1");
        Assert.Null(kept.Text);
        Assert.Null(kept.Author);
    }

    [Fact]
    public async Task A_host_that_never_learned_of_the_edit_does_not_bring_the_post_back()
    {
        await UpsertAsync(Samples.New("1"));
        await UpsertAsync(EditedOut("1"));

        Assert.Equal(new UpsertOutcome(0, 0, 1), await UpsertAsync(Samples.New("1")));
        await UpsertAsync(Samples.New("1", host: "other.example"));

        Assert.Equal(0, (await SearchAsync()).Total);
    }

    [Fact]
    public async Task A_later_edit_brings_the_hashtag_and_the_post_back()
    {
        await UpsertAsync(Samples.New("1"));
        await UpsertAsync(EditedOut("1"));

        await UpsertAsync(Samples.New("1", text: "back again") with { EditedAt = Noon.AddMinutes(2) });

        Assert.Equal("back again", Assert.Single((await SearchAsync()).Posts).Text);
        Assert.Equal(1, (await SearchAsync("again")).Total);
    }

    [Fact]
    public async Task A_post_without_a_followed_hashtag_that_was_never_stored_stays_out()
    {
        Assert.Equal(new UpsertOutcome(0, 0, 1), await UpsertAsync(EditedOut("1")));

        Assert.Empty(await Store.GetAsync([Samples.Key("1")], Ct));
    }

    [Fact]
    public async Task Every_live_post_of_an_author_is_read()
    {
        await UpsertAsync(Samples.New("1", "mara"), Samples.New("2", "mara", Noon.AddDays(-40)), Samples.New("3", "tom"), Samples.New("4", "mara"));
        await Store.DeleteAsync([Samples.Key("4")], Ct);

        List<Post> read = [];
        await foreach (var post in Store.ReadByAuthorAsync(Samples.Author("mara").Key, Ct))
        {
            read.Add(post);
        }

        Assert.Equal(["1", "2"], Names(read).Order(StringComparer.Ordinal));
    }

    private static readonly IEqualityComparer<SeenPost> SameSeen = EqualityComparer<SeenPost>.Create(
        (a, b) => a!.PostKey == b!.PostKey && a.NativeId == b.NativeId && a.Matched.SequenceEqual(b.Matched), post => post.PostKey.GetHashCode(StringComparison.Ordinal));

    private async Task<IEnumerable<string>> IdsAsync(string host, string? from, string? to) =>
        (await Store.SeenByIdAsync("mastodon", host, from, to, Ct)).Select(post => post.NativeId);

    private Post Under(string name, string host, string id) => Samples.New(name, host: host) with { SeenVia = [new SeenVia(host, id, Indexable: true)] };

    [Fact]
    public async Task All_that_is_stored_is_read_by_time_then_key_from_anywhere_also_what_lost_its_hashtags_and_it_can_be_stored_elsewhere()
    {
        await UpsertAsync(Samples.New("2", at: Noon.AddMinutes(1)), Samples.New("3", at: Noon.AddMinutes(1)), Samples.New("1"), Samples.New("4", at: Noon.AddMinutes(2)));
        await Store.DeleteAsync([Samples.Key("2")], Ct);
        await UpsertAsync(EditedOut("3") with { CreatedAt = Noon.AddMinutes(1) });

        var all = await OwnOfAllAsync();
        await Store.EraseHashtagAsync(Samples.Tag, Ct);
        await Store.UpsertAsync(all, Ct);

        Assert.Equal(["1", "2", "3", "4"], Names(all));
        Assert.Equal(["3", "4"], Names(await OwnOfAllAsync(PostCursor.Of(all[1]))));
        Assert.Equal(Lines(all), Lines(await OwnOfAllAsync()));
    }

    private Post EditedOut(string name) => Samples.New(name, text: "other words") with { EditedAt = Noon.AddMinutes(1), Matched = [], MatchedVia = [] };
}

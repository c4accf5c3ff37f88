using Listening.Tracking;

namespace Listening.Tests.Storage;

public abstract partial class TrackingStoreSpecification
{
    [Fact]
    public async Task A_followed_hashtag_comes_back_as_it_was_added()
    {
        var hashtag = TrackedHashtag.Create(Listening.Posts.Hashtag.Parse(Named("ÉvénementStraße")), Noon.AddTicks(12_345), "America/New_York", [Named("events")]);

        Assert.True(await Store.AddHashtagAsync(hashtag, Ct));

        Assert.Equal(Json(hashtag), Json(Assert.Single(await OwnHashtagsAsync())));
    }

    [Fact]
    public async Task Following_a_hashtag_twice_keeps_the_first()
    {
        await Store.AddHashtagAsync(Hashtag("a"), Ct);

        Assert.False(await Store.AddHashtagAsync(Hashtag("a") with { Display = "Another" }, Ct));

        Assert.Equal(Json(Hashtag("a")), Json(Assert.Single(await OwnHashtagsAsync())));
    }

    [Fact]
    public async Task Two_instances_that_follow_a_hashtag_at_once_add_it_once()
    {
        var other = (await OpenAsync()).Tracking;

        var added = await Task.WhenAll(Store.AddHashtagAsync(Hashtag("a"), Ct), other.AddHashtagAsync(Hashtag("a"), Ct));

        Assert.Single(added, wasAdded => wasAdded);
        Assert.Single(await OwnHashtagsAsync());
    }

    [Fact]
    public async Task Hashtags_are_listed_by_name_ordinal()
    {
        foreach (var name in new[] { "été", "b", "a_b", "日本", "ab", "a1" })
        {
            await Store.AddHashtagAsync(Hashtag(name), Ct);
        }

        var names = (await OwnHashtagsAsync()).Select(hashtag => hashtag.Hashtag).ToArray();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(6, names.Length);
    }

    [Fact]
    public async Task A_pause_is_kept_and_lifted()
    {
        await Store.AddHashtagAsync(Hashtag("a"), Ct);

        Assert.True(await Store.UpdateHashtagAsync(Hashtag("a") with { State = HashtagState.Paused }, Ct));
        Assert.Equal(HashtagState.Paused, Assert.Single(await OwnHashtagsAsync((await OpenAsync()).Tracking)).State);

        Assert.True(await Store.UpdateHashtagAsync(Hashtag("a"), Ct));
        Assert.Equal(HashtagState.Active, Assert.Single(await OwnHashtagsAsync()).State);
    }

    [Fact]
    public async Task A_hashtag_that_is_not_followed_is_neither_updated_nor_removed()
    {
        Assert.False(await Store.UpdateHashtagAsync(Hashtag("a"), Ct));
        Assert.False(await Store.RemoveHashtagAsync(Named("a"), Ct));

        Assert.Empty(await OwnHashtagsAsync());
    }

    [Fact]
    public async Task Removing_a_hashtag_leaves_its_posts()
    {
        await Store.AddHashtagAsync(Hashtag("eventprofs"), Ct);
        await _opened.Posts.UpsertAsync([_samples.New("1")], Ct);

        Assert.True(await Store.RemoveHashtagAsync(_samples.Tag, Ct));

        Assert.Empty(await OwnHashtagsAsync());
        Assert.Single(await _opened.Posts.GetAsync([_samples.Key("1")], Ct));
    }

    private async Task<TrackedHashtag[]> OwnHashtagsAsync(Listening.Stores.ITrackingStore? store = null) =>
        [.. (await (store ?? Store).HashtagsAsync(Ct)).Where(hashtag => hashtag.Hashtag.EndsWith(Named(""), StringComparison.Ordinal))];
}

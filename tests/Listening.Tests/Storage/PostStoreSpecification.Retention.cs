namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    // Long before the posts of other tests, with which the store is shared.
    private static readonly DateTimeOffset LongAgo = new(2009, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_was_created_before_the_kept_time_is_gone_tombstones_too()
    {
        await UpsertAsync(
            Samples.New("1", at: LongAgo, text: "old words"), Samples.New("2", at: LongAgo.AddDays(2)), Samples.New("3", at: LongAgo.AddDays(1)).ToTombstone());

        Assert.Equal(2, await Store.ExpireAsync(LongAgo.AddDays(2), Ct));

        Assert.Equal(["2"], Names((await SearchAsync()).Posts));
        Assert.Equal(0, (await SearchAsync("old")).Total);
        Assert.Empty(await Store.GetAsync([Samples.Key("1"), Samples.Key("3")], Ct));
    }

    [Fact]
    public async Task A_store_that_is_whole_says_nothing_when_it_is_checked() => await _opened.Store.CheckAsync(Ct);
}

using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Storage.Sqlite;

public sealed class KeptPostsTests : IDisposable
{
    private readonly SqliteTestStore _file = new();
    private readonly PostSamples _samples = new();
    private readonly FakeTimeProvider _time = new(PostSamples.Noon);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task What_is_due_to_expire_is_in_no_answer()
    {
        var noon = PostSamples.Noon;
        var kept = await StoreAsync(TimeSpan.FromDays(7), _samples.New("old", "mara", noon.AddDays(-7).AddMilliseconds(-1)), _samples.New("new", "tom", noon.AddDays(-7)));

        Assert.Equal(1, (await kept.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Total);
        Assert.Equal(0, (await kept.SearchAsync(new PostQuery { Hashtag = _samples.Tag, From = noon.AddDays(-30), To = noon.AddDays(-8) }, Ct)).Total);
        Assert.Equal([new(0, 0), new(1, 1)], await kept.VolumeAsync(_samples.Tag, [noon.AddDays(-20), noon.AddDays(-10), noon], Ct));
        Assert.Equal([_samples.Author("tom").Key], (await kept.AuthorDaysAsync(_samples.Tag, [noon.AddDays(-20), noon], Ct)).Select(day => day.AuthorKey));
        Assert.Equal([_samples.Key("new")], await KeysAsync(kept));
        Assert.Equal([_samples.Key("new")], (await kept.GetAsync([_samples.Key("old"), _samples.Key("new")], Ct)).Select(post => post.PostKey));
    }

    [Fact]
    public async Task What_is_due_to_expire_gives_no_edge_and_answers_nothing()
    {
        var noon = PostSamples.Noon;
        Post Answer(string name, string author, DateTimeOffset at) =>
            _samples.New(name, author, at) with { Kind = PostKind.Reply, ReplyTo = PostReference.To(_samples.Key("parent"), _samples.Author("mara").Key) };
        var kept = await StoreAsync(TimeSpan.FromDays(7), Answer("old", "ada", noon.AddDays(-8)), Answer("new", "tom", noon.AddDays(-6)));

        Assert.Equal([_samples.Author("tom").Key], (await kept.EdgesAsync(_samples.Tag, [noon.AddDays(-14), noon.AddDays(-7.5), noon], Ct)).Select(edge => edge.AuthorKey));
        Assert.Equal([_samples.Author("tom").Key], (await kept.ThreadsAsync(_samples.Tag, noon.AddDays(-14), noon, Ct)).Select(answer => answer.AuthorKey));
    }

    [Fact]
    public async Task Time_passes_and_posts_leave_the_answers()
    {
        var kept = await StoreAsync(TimeSpan.FromDays(7), _samples.New("1", at: PostSamples.Noon));

        Assert.Single(await KeysAsync(kept));
        _time.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMilliseconds(1));
        Assert.Empty(await KeysAsync(kept));
    }

    [Fact]
    public async Task Without_a_setting_everything_is_kept()
    {
        var kept = await StoreAsync(null, _samples.New("1", at: PostSamples.Noon.AddYears(-20)));

        Assert.Single(await KeysAsync(kept));
        Assert.Equal(1, (await kept.SearchAsync(new PostQuery { Hashtag = _samples.Tag }, Ct)).Total);
    }

    private async Task<IPostStore> StoreAsync(TimeSpan? retention, params IReadOnlyList<Post> posts)
    {
        var kept = new KeptPosts((await _file.OpenPreparedAsync()).Posts, Options.Create(new RetentionOptions { Posts = retention }), _time);
        await kept.UpsertAsync(posts, Ct);
        return kept;
    }

    private async Task<List<string>> KeysAsync(IPostStore posts)
    {
        List<string> keys = [];
        await foreach (var post in posts.ReadAsync(_samples.Tag, null, null, tombstones: false, Ct))
        {
            keys.Add(post.PostKey);
        }

        return keys;
    }
}

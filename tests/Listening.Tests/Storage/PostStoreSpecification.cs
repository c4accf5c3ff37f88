using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Storage;

/// <summary>
/// What every store of posts promises. A store inherits it and says how to open itself. Facts only look at what they wrote, so that a
/// subclass may share one store between them. Posts are compared as exported JSON.
/// </summary>
public abstract partial class PostStoreSpecification : IAsyncLifetime
{
    private StoreUnderTest _opened = null!;

    private protected PostSamples Samples { get; } = new();

    private IPostStore Store => _opened.Posts;

    private static DateTimeOffset Noon => PostSamples.Noon;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A new instance, prepared, on the data of this test; the first one finds a store that holds nothing of this test.</summary>
    protected abstract Task<StoreUnderTest> OpenAsync();

    public async ValueTask InitializeAsync() => _opened = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static string Json(Post post) => JsonSerializer.Serialize(post, ListeningJson.Options);

    private static string Lines(IEnumerable<Post> posts) => string.Join('\n', posts.Select(Json));

    private Task<UpsertOutcome> UpsertAsync(params IReadOnlyList<Post> posts) => Store.UpsertAsync(posts, Ct);

    private async Task<Post> StoredAsync(string name) => Assert.Single(await Store.GetAsync([Samples.Key(name)], Ct));

    private async Task<List<Post>> ReadAsync(string hashtag, DateTimeOffset? from = null, DateTimeOffset? to = null, bool tombstones = false)
    {
        List<Post> read = [];
        await foreach (var post in Store.ReadAsync(hashtag, from, to, tombstones, Ct))
        {
            read.Add(post);
        }

        return read;
    }

    private async Task<List<Post>> OwnOfAllAsync(PostCursor? after = null) =>
        await Store.AllAsync(after, Ct).Where(post => post.PostKey.StartsWith(Samples.Key(""), StringComparison.Ordinal)).ToListAsync(Ct);

    private PostQuery Query(string? text = null) => new() { Hashtag = Samples.Tag, Text = TextQuery.Parse(text) };

    private async Task<PostResult> SearchAsync(string? text = null) => await Store.SearchAsync(Query(text), Ct);

    private string[] Names(IEnumerable<Post> posts) => [.. posts.Select(post => post.PostKey[Samples.Key("").Length..])];
}

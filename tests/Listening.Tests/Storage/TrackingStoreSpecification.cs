using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Tests.Support;

namespace Listening.Tests.Storage;

/// <summary>
/// What every store promises for hashtags, poll states, health, wishes of authors and alerts. Facts only look at what they wrote, so that
/// a subclass may share one store between them; what must survive is read through a second instance on the same data.
/// </summary>
public abstract partial class TrackingStoreSpecification : IAsyncLifetime
{
    private readonly PostSamples _samples = new();
    private StoreUnderTest _opened = null!;

    private ITrackingStore Store => _opened.Tracking;

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

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ListeningJson.Options);

    private string Named(string name) => _samples.Named(name);

    private TrackedHashtag Hashtag(string name) => TrackedHashtag.Create(Listening.Posts.Hashtag.Parse(Named(name)), Noon);
}

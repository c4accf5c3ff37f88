using Listening.Alerts;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Tests.Support;

/// <summary>A store that answers nothing; counts how often it was asked whether it is there.</summary>
internal sealed class StoreThatIsDown : IStore, IPostStore, ITrackingStore, ICoverageLog, IAlertLog
{
    public const string Sentence = "The store does not answer; start it again.";

    public int TimesAsked { get; private set; }

    /// <summary>Set to let <see cref="InfoAsync"/> answer.</summary>
    public bool IsBack { get; set; }

    public string Kind => "sqlite";

    public Task<StoreInfo> InfoAsync(CancellationToken ct)
    {
        TimesAsked++;
        return IsBack ? Task.FromResult(new StoreInfo(Kind, 0, 0, "nowhere")) : Down<StoreInfo>();
    }

    public Task CheckWritableAsync(CancellationToken ct) => Down<int>();

    public Task<IReadOnlyList<StoreCheck>> ExamineAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<StoreCheck>>([]);

    public Task PrepareAsync(CancellationToken ct) => Down<int>();

    public Task<UpsertOutcome> UpsertAsync(IReadOnlyList<Post> posts, CancellationToken ct) => Down<UpsertOutcome>();

    public Task DeleteAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => Down<int>();

    public Task<IReadOnlyList<Post>> GetAsync(IReadOnlyCollection<string> postKeys, CancellationToken ct) => Down<IReadOnlyList<Post>>();

    public Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct) => Down<PostResult>();

    public Task<IReadOnlyList<VolumeCount>> VolumeAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) => Down<IReadOnlyList<VolumeCount>>();

    public Task<IReadOnlyList<AuthorDay>> AuthorDaysAsync(string hashtag, IReadOnlyList<DateTimeOffset> edges, CancellationToken ct) => Down<IReadOnlyList<AuthorDay>>();

    public Task<IReadOnlyList<Edge>> EdgesAsync(string hashtag, IReadOnlyList<DateTimeOffset> bounds, CancellationToken ct) => Down<IReadOnlyList<Edge>>();

    public Task<IReadOnlyList<ThreadAnswer>> ThreadsAsync(string hashtag, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => Down<IReadOnlyList<ThreadAnswer>>();

    public Task<IReadOnlyList<Author>> AuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => Down<IReadOnlyList<Author>>();

    public Task<IReadOnlyList<Author>> AuthorsNamedAsync(IReadOnlyCollection<string> handles, CancellationToken ct) => Down<IReadOnlyList<Author>>();

    public IAsyncEnumerable<Post> ReadAsync(string hashtag, DateTimeOffset? from, DateTimeOffset? to, bool tombstones, CancellationToken ct) => throw new StoreUnavailableException(Sentence);

    public IAsyncEnumerable<Post> AllAsync(PostCursor? after, CancellationToken ct) => throw new StoreUnavailableException(Sentence);

    public Task<IReadOnlyList<SeenPost>> SeenByIdAsync(string platform, string host, string? fromId, string? toId, CancellationToken ct) => Down<IReadOnlyList<SeenPost>>();

    public Task<IReadOnlyList<SeenPost>> SeenByTimeAsync(string platform, string host, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => Down<IReadOnlyList<SeenPost>>();

    public IAsyncEnumerable<Post> ReadByAuthorAsync(string authorKey, CancellationToken ct) => throw new StoreUnavailableException(Sentence);

    public Task<long> EraseAuthorsAsync(IReadOnlyCollection<string> authorKeys, CancellationToken ct) => Down<long>();

    public Task<long> ExpireAsync(DateTimeOffset before, CancellationToken ct) => Down<long>();

    public Task CheckAsync(CancellationToken ct) => Down<int>();

    public Task EraseHashtagAsync(string hashtag, CancellationToken ct) => Down<int>();

    public Task<IReadOnlyList<TrackedHashtag>> HashtagsAsync(CancellationToken ct) => Down<IReadOnlyList<TrackedHashtag>>();

    public Task<bool> AddHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) => Down<bool>();

    public Task<bool> UpdateHashtagAsync(TrackedHashtag hashtag, CancellationToken ct) => Down<bool>();

    public Task<bool> RemoveHashtagAsync(string hashtag, CancellationToken ct) => Down<bool>();

    public Task<IReadOnlyList<PollState>> PollStatesAsync(DateTimeOffset? dueBy, CancellationToken ct) => Down<IReadOnlyList<PollState>>();

    public Task<PollState?> SaveAsync(PollState state, CancellationToken ct) => Down<PollState?>();

    public Task RemovePollStateAsync(PollTarget target, CancellationToken ct) => Down<int>();

    public Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken ct) => Down<IReadOnlyList<SourceHealth>>();

    public Task SaveHealthAsync(SourceHealth health, CancellationToken ct) => Down<int>();

    public Task CountWithheldAsync(WithheldCounts counts, CancellationToken ct) => Down<int>();

    public Task<WithheldCounts> WithheldAsync(CancellationToken ct) => Down<WithheldCounts>();

    public Task RecordAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to, CancellationToken ct) => Down<int>();

    public Task<IReadOnlyList<TargetCoverage>> IntervalsAsync(IReadOnlyCollection<string>? keys, DateTimeOffset? from, DateTimeOffset? to, CancellationToken ct) =>
        Down<IReadOnlyList<TargetCoverage>>();

    public Task RemoveAsync(IReadOnlyCollection<string> keys, CancellationToken ct) => Down<int>();

    public Task<bool> RecordAsync(Alert alert, CancellationToken ct) => Down<bool>();

    public Task<IReadOnlyList<Alert>> ListAsync(string? hashtag, int limit, CancellationToken ct) => Down<IReadOnlyList<Alert>>();

    public Task<IReadOnlyList<Alert>> OpenAsync(CancellationToken ct) => Down<IReadOnlyList<Alert>>();

    public Task<IReadOnlyList<Alert>> UnsentAsync(CancellationToken ct) => Down<IReadOnlyList<Alert>>();

    public Task MarkSentAsync(string key, AlertDelivery delivery, CancellationToken ct) => Down<int>();

    public Task SetClosedAsync(string key, DateTimeOffset? closedAt, CancellationToken ct) => Down<int>();

    private static Task<T> Down<T>() => Task.FromException<T>(new StoreUnavailableException(Sentence));
}

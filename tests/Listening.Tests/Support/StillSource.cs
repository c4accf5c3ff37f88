using Listening.Polling;
using Listening.Tracking;

namespace Listening.Tests.Support;

/// <summary>A platform with hosts, of which nobody asks anything.</summary>
internal sealed class StillSource(params string[] hosts) : IPostSource
{
    public string Platform => "mastodon";

    public TimeSpan MinInterval => TimeSpan.FromMinutes(1);

    public IReadOnlyList<string> Hosts => hosts;

    public string Fold(string hashtag) => hashtag;

    public IReadOnlyList<PollTarget> Targets(IReadOnlyCollection<string> hashtags) =>
        [.. hosts.SelectMany(host => hashtags.Select(hashtag => new PollTarget(Platform, host, hashtag)))];

    public int RefreshBatch => 0;

    public string? PositionAt(DateTimeOffset time) => null;

    public Task<RefreshedPosts> RefreshAsync(string host, IReadOnlyCollection<string> nativeIds, CancellationToken ct) => throw new NotSupportedException();

    public Task<PostPage> ForwardAsync(PollTarget target, string? newest, CancellationToken ct) => throw new NotSupportedException();

    public Task<PostPage> BackAsync(PollTarget target, string? before, CancellationToken ct) => throw new NotSupportedException();
}

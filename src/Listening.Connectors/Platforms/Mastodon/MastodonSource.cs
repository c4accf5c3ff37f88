using Listening.Connectors.Http;
using Listening.Connectors.Json;
using Listening.Polling;
using Listening.Tracking;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Hashtag timelines of Mastodon hosts; one target is one host's timeline of one hashtag.</summary>
internal sealed class MastodonSource : IPostSource
{
    private readonly MastodonTimelines _timelines;
    private readonly MastodonStatuses _statuses;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, PlatformHost> _hosts;

    public MastodonSource(MastodonTimelines timelines, MastodonStatuses statuses, IOptions<MastodonOptions> options, TimeProvider time)
    {
        _timelines = timelines;
        _statuses = statuses;
        _time = time;
        _hosts = options.Value.ConfiguredHosts().ToDictionary(host => host.Name, StringComparer.Ordinal);
        Hosts = [.. _hosts.Keys];
    }

    public string Platform => MastodonNames.Platform;

    // Paging is limited to 20 requests a minute and host (platform page, 7).
    public TimeSpan MinInterval => TimeSpan.FromMinutes(1);

    public IReadOnlyList<string> Hosts { get; }

    public string Fold(string hashtag) => MastodonFold.Fold(hashtag);

    public IReadOnlyList<PollTarget> Targets(IReadOnlyCollection<string> hashtags) =>
    [
        .. from key in hashtags.Select(Fold).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)
           from host in Hosts
           select new PollTarget(Platform, host, key),
    ];

    public async Task<PostPage> ForwardAsync(PollTarget target, string? newest, CancellationToken ct)
    {
        var answer = await _timelines.AskAsync(HostOf(target.Host), target.Key, minId: newest, maxId: null, ct);
        return Page(answer, target, id => newest is null || MastodonId.Compare(id, newest) > 0);
    }

    public async Task<PostPage> BackAsync(PollTarget target, string? before, CancellationToken ct)
    {
        var answer = await _timelines.AskAsync(HostOf(target.Host), target.Key, minId: null, maxId: before, ct);
        return Page(answer, target, id => before is null || MastodonId.Compare(id, before) < 0);
    }

    public int RefreshBatch => MastodonApi.StatusesAtOnce;

    public string? PositionAt(DateTimeOffset time) => MastodonId.At(time);

    public Task<RefreshedPosts> RefreshAsync(string host, IReadOnlyCollection<string> nativeIds, CancellationToken ct) =>
        _statuses.AskAsync(HostOf(host), nativeIds, ct);

    private PlatformHost HostOf(string host) => _hosts.GetValueOrDefault(host)
        ?? throw new PlatformUnavailableException($"{host} is not configured any more: add it to Platforms:Mastodon:Hosts to go on reading it.");

    // Entries that do not lie where we asked would make paging go round in circles, so they are left out.
    private PostPage Page(HttpAnswer answer, PollTarget target, Func<string, bool> isAskedFor)
    {
        var entries = MastodonAnswers.Entries(answer);
        var asked = entries.Where(entry => entry.TextOrNull("id") is not { } id || isAskedFor(id)).ToArray();
        var ids = asked.Select(entry => entry.TextOrNull("id")).OfType<string>().Order(Comparer<string>.Create(MastodonId.Compare)).ToArray();
        if (ids.Length == 0 && asked.Length > 0)
        {
            throw new UnexpectedPayloadException($"{answer.Host} answered with a list in which nothing has an id: check that it is a Mastodon server.");
        }

        var mapper = new MastodonMapper(target.Host, _time.GetUtcNow(), target.Key);
        var observations = asked.Select(mapper.Map).OfType<Observation>().ToArray();
        return new PostPage(
            observations,
            ids.LastOrDefault(),
            ids.FirstOrDefault(),
            OldestAt(ids.FirstOrDefault(), observations),
            asked.Length - observations.Length,
            answer.RequestedAt,
            MastodonAnswers.Budget(answer))
        {
            NewestAt = ids.Length == 0 ? null : MastodonId.TimeOf(ids[^1], _time.GetUtcNow()),
        };
    }

    private DateTimeOffset? OldestAt(string? oldest, IReadOnlyList<Observation> observations) => oldest is null ? null
        : MastodonId.TimeOf(oldest, _time.GetUtcNow())
        ?? observations.FirstOrDefault(observation => observation.NativeId == oldest)?.StatedCreatedAt;
}

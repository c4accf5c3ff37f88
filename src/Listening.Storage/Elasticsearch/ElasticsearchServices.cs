using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Listening.Storage.Elasticsearch;

/// <summary>The contracts on one client, put together in one place.</summary>
internal sealed class ElasticsearchServices : IDisposable
{
    private readonly ElasticsearchClient _client;
    private readonly ElasticsearchPostStore _posts;

    public ElasticsearchServices(IOptions<ElasticsearchOptions> options, TimeProvider time, ILoggerFactory logs)
    {
        _client = new ElasticsearchClient(options.Value, time);
        var indices = new ListeningIndices(options.Value.IndexPrefix);
        Bulk = new BulkWriter(_client, time);
        var tracking = new DocumentIndex(_client, indices.Tracking.Name, time);
        var trackingReader = new SearchReader(_client, indices.Tracking.Alias);
        var posts = new SearchReader(_client, indices.Posts.Alias);
        var finder = new PostFinder(posts);
        DeadLetters = new ElasticsearchDeadLetters(tracking, trackingReader, time, logs.CreateLogger<ElasticsearchDeadLetters>());

        var installer = new IndexInstaller(_client, indices, time);
        Store = new ElasticsearchStore(_client, installer, indices);
        _posts = new ElasticsearchPostStore(posts, finder, new PostWriter(_client, finder, Bulk, DeadLetters, indices.Posts), new OldMonths(_client, indices.Posts, installer), DeadLetters);
        Tracking = new ElasticsearchTrackingStore(tracking, trackingReader);
        Lanes = new ElasticsearchLaneLeases(tracking, trackingReader);
        Coverage = new ElasticsearchCoverageLog(_client, new DocumentIndex(_client, indices.Coverage.Name, time), new SearchReader(_client, indices.Coverage.Alias));
        Authors = new ElasticsearchAuthorMarks(tracking, trackingReader, Bulk, indices.Tracking);
        Missed = new ElasticsearchMissedPosts(tracking, trackingReader);
        Imports = new ElasticsearchUnfinishedImports(tracking, trackingReader);
        Alerts = new ElasticsearchAlertLog(new DocumentIndex(_client, indices.Alerts.Name, time), new SearchReader(_client, indices.Alerts.Alias));
    }

    public ElasticsearchStore Store { get; }

    public ElasticsearchPostStore Posts => _posts;

    public ElasticsearchTrackingStore Tracking { get; }

    public ElasticsearchLaneLeases Lanes { get; }

    public ElasticsearchCoverageLog Coverage { get; }

    public ElasticsearchAuthorMarks Authors { get; }

    public ElasticsearchMissedPosts Missed { get; }

    public ElasticsearchDeadLetters DeadLetters { get; }

    public ElasticsearchUnfinishedImports Imports { get; }

    public ElasticsearchAlertLog Alerts { get; }

    public BulkWriter Bulk { get; }

    public void Dispose()
    {
        _posts.Dispose();
        Bulk.Dispose();
        _client.Dispose();
    }
}

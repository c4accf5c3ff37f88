namespace Listening.Storage.Elasticsearch;

/// <summary>The one list of our indices.</summary>
internal sealed class ListeningIndices(string prefix)
{
    /// <summary>First part of every name.</summary>
    public string Prefix { get; } = prefix;

    public PostsIndex Posts { get; } = new(prefix);

    public TrackingIndex Tracking { get; } = new(prefix);

    public CoverageIndex Coverage { get; } = new(prefix);

    public AlertsIndex Alerts { get; } = new(prefix);

    public IReadOnlyList<IndexDefinition> All => [Posts, Tracking, Coverage, Alerts];

    /// <summary>Names of all of them whatever their schema, as a path takes them.</summary>
    public string AnySchema => string.Join(',', All.Select(index => index.AnySchema));
}

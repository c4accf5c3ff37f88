namespace Listening.Storage.Elasticsearch;

/// <summary>The nodes of a cluster, asked in turn. A node that failed is left alone for a while that doubles, unless all others failed too.</summary>
internal sealed class ElasticsearchNodes(IReadOnlyList<Uri> nodes, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Node[] _nodes = [.. nodes.Select(uri => new Node(uri))];
    private int _next;

    public int Count => _nodes.Length;

    public Uri Next()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            for (var i = 0; i < _nodes.Length; i++)
            {
                var node = _nodes[(_next + i) % _nodes.Length];
                if (node.RestsUntil <= now)
                {
                    _next = (_next + i + 1) % _nodes.Length;
                    return node.Uri;
                }
            }

            return _nodes.MinBy(node => node.RestsUntil)!.Uri;
        }
    }

    public void Report(Uri uri, bool isWell)
    {
        lock (_gate)
        {
            var node = _nodes.First(candidate => candidate.Uri == uri);
            node.Failures = isWell ? 0 : node.Failures + 1;
            node.RestsUntil = isWell ? default : time.GetUtcNow() + Rest(node.Failures);
        }
    }

    public override string ToString() => string.Join(", ", _nodes.Select(node => node.Uri.GetLeftPart(UriPartial.Path).TrimEnd('/')));

    private static TimeSpan Rest(int failures)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(failures - 1, 10));
        return rest < LongestRest ? rest : LongestRest;
    }

    private sealed class Node(Uri uri)
    {
        public Uri Uri { get; } = uri;

        public int Failures { get; set; }

        public DateTimeOffset RestsUntil { get; set; }
    }
}

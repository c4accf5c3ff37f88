namespace Listening.Storage.Elasticsearch;

/// <summary>
/// The nodes of a cluster, asked in turn. A node that failed, or takes much longer than another one, is left alone for a while that
/// doubles, unless all others failed too.
/// </summary>
internal sealed class ElasticsearchNodes(IReadOnlyList<Uri> nodes, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    // Below the first nobody minds; both nodes get the same mixture of requests, so that their usual times can be compared.
    private const double SlowMilliseconds = 500;
    private const double TimesAsSlow = 5;
    private const double WeightOfLast = 0.2;
    private const int AnswersToJudge = 3;

    private readonly Lock _gate = new();
    private readonly Node[] _nodes = [.. nodes.Select(uri => new Node(uri))];
    private int _next;

    public int Count => _nodes.Length;

    public IReadOnlyList<Uri> All => nodes;

    /// <summary>An address for people.</summary>
    public static string NameOf(Uri node) => node.GetLeftPart(UriPartial.Path).TrimEnd('/');

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

    /// <summary>Whether its last answer was none: then it has to prove itself before it gets work again.</summary>
    public bool IsInDoubt(Uri uri)
    {
        lock (_gate)
        {
            return Of(uri).Failures > 0;
        }
    }

    /// <summary>Tells how a request went.</summary>
    /// <param name="uri">Whom it was sent to.</param>
    /// <param name="isWell">Whether there was an answer.</param>
    /// <param name="took">From sending to the end of the answer.</param>
    public void Report(Uri uri, bool isWell, TimeSpan took)
    {
        lock (_gate)
        {
            var node = Of(uri);
            if (isWell)
            {
                node.Usual += WeightOfLast * (took.TotalMilliseconds - node.Usual);
                node.Answers++;
                isWell = !IsMuchSlower(node);
            }

            if (!isWell)
            {
                (node.Usual, node.Answers) = (0, 0); // what it was says nothing about how it is after its rest
            }

            node.Failures = isWell ? 0 : node.Failures + 1;
            node.RestsUntil = isWell ? default : time.GetUtcNow() + Rest(node.Failures);
        }
    }

    public override string ToString() => string.Join(", ", nodes.Select(NameOf));

    private bool IsMuchSlower(Node node) =>
        node.Answers >= AnswersToJudge && node.Usual > SlowMilliseconds
        && _nodes.Any(other => other != node && other.Answers >= AnswersToJudge && other.Usual * TimesAsSlow < node.Usual);

    private Node Of(Uri uri) => _nodes.First(node => node.Uri == uri);

    private static TimeSpan Rest(int failures)
    {
        var rest = FirstRest * Math.Pow(2, Math.Min(failures - 1, 10));
        return rest < LongestRest ? rest : LongestRest;
    }

    private sealed class Node(Uri uri)
    {
        public Uri Uri { get; } = uri;

        public int Failures { get; set; }

        /// <summary>Milliseconds that its answers since the last rest took, the newer ones counting more.</summary>
        public double Usual { get; set; }

        public int Answers { get; set; }

        public DateTimeOffset RestsUntil { get; set; }
    }
}

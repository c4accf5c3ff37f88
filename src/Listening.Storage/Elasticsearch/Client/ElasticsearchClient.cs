using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Listening.Stores;
using Microsoft.IO;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// The one way to the cluster: nodes in turn with fail-over, compressed bodies, short retries, every answer classified once. What
/// a retry may heal is retried for a few seconds only, so that an outage is told soon; it then throws <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class ElasticsearchClient : IDisposable
{
    private const int CompressAbove = 1024;
    private static readonly TimeSpan RetryFor = TimeSpan.FromSeconds(5);
    private static readonly ElasticsearchRequest SmallestQuestion = ElasticsearchRequest.Get("") with { Timeout = TimeSpan.FromSeconds(2) };
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly ElasticsearchNodes _nodes;
    private readonly HttpClient _http;
    private readonly RecyclableMemoryStreamManager _bodies = new(new() { MaximumSmallPoolFreeBytes = 16 * 1024 * 1024 });
    private readonly bool _isCompressing;

    public ElasticsearchClient(ElasticsearchOptions options, TimeProvider time)
    {
        _time = time;
        _nodes = new ElasticsearchNodes([.. options.Urls.Select(Credentials.WithoutSecret)], time);
        _isCompressing = options.Compress ?? !options.Urls.All(url => new Uri(url).IsLoopback);
        _http = new HttpClient(Handler(options, _isCompressing)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("listening");
        _http.DefaultRequestHeaders.Authorization = Credentials.Of(options);
    }

    /// <summary>The nodes' addresses for people; holds no secret.</summary>
    public string Location => _nodes.ToString();

    /// <summary>An answer that is final: anything but <see cref="AnswerOutcome.Ok"/> is the caller's to understand. Throws when there is none.</summary>
    public async Task<ElasticsearchAnswer> SendAsync(ElasticsearchRequest request, CancellationToken ct)
    {
        using var compressed = _isCompressing && request.Body.Length > CompressAbove ? Compress(request.Body) : null;
        var started = _time.GetTimestamp();
        var isRepeated = false;
        for (var attempt = 1; ; attempt++)
        {
            var node = await NextNodeAsync(ct);
            var sent = _time.GetTimestamp();
            var answer = await TryAsync(node, request, compressed, ct);
            _nodes.Report(node, isWell: answer.Outcome is not (AnswerOutcome.Transport or AnswerOutcome.Unavailable), _time.GetElapsedTime(sent));
            if (!answer.MayBeRetried)
            {
                return answer.Outcome == AnswerOutcome.Unauthorized ? throw Refusal.Of(answer, Location) : answer with { IsRepeated = isRepeated };
            }

            isRepeated = true;
            if (attempt >= _nodes.Count && _time.GetElapsedTime(started) >= RetryFor)
            {
                throw Refusal.Of(answer, Location);
            }

            await Task.Delay(FirstWait * Math.Pow(2, Math.Min(attempt - 1, 4)), _time, ct);
        }
    }

    /// <summary>As <see cref="SendAsync"/>; whatever is not a success throws.</summary>
    public async Task<JsonElement> RequireAsync(ElasticsearchRequest request, CancellationToken ct)
    {
        var answer = await SendAsync(request, ct);
        return answer.IsOk ? answer.Body : throw Refusal.Of(answer, Location);
    }

    /// <summary>What each node answers to the smallest question, asked once and by itself.</summary>
    public async Task<IReadOnlyList<(string Node, ElasticsearchAnswer Answer)>> AskEachAsync(CancellationToken ct) =>
        await Task.WhenAll(_nodes.All.Select(async node => (ElasticsearchNodes.NameOf(node), await TryAsync(node, SmallestQuestion, null, ct))));

    /// <summary>Empty memory for a body, out of a pool: bodies of megabytes would each be new large objects. Disposing gives it back.</summary>
    public RecyclableMemoryStream NewBody() => _bodies.GetStream();

    public void Dispose() => _http.Dispose();

    // A node that failed is tried with a question that costs nothing and waits for seconds only: a paused one takes a request and never answers.
    private async Task<Uri> NextNodeAsync(CancellationToken ct)
    {
        var node = _nodes.Next();
        for (var others = _nodes.Count - 1; others > 0 && _nodes.IsInDoubt(node); others--)
        {
            var answer = await TryAsync(node, SmallestQuestion, null, ct);
            if (answer.Status is > 0 and < 500)
            {
                return node;
            }

            _nodes.Report(node, isWell: false, default);
            node = _nodes.Next();
        }

        return node;
    }

    private async Task<ElasticsearchAnswer> TryAsync(Uri node, ElasticsearchRequest request, RecyclableMemoryStream? compressed, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(node, request.Path)) { Content = Content(request, compressed) };
        using var limit = new CancellationTokenSource(request.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            using var response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return await AnswerReader.ReadAsync(response, either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ElasticsearchAnswer.Broken($"no answer within {request.Timeout.TotalSeconds:0} s");
        }
        catch (HttpRequestException e)
        {
            return ElasticsearchAnswer.Broken(Words(e));
        }
        catch (IOException)
        {
            return ElasticsearchAnswer.Broken("the connection broke in the middle of an answer");
        }
    }

    private static string Words(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "the secure connection failed, see CaFile and CaFingerprint, or is it http?",
        HttpRequestError.InvalidResponse or HttpRequestError.ResponseEnded => "the connection closed without an answer, is it https?",
        _ => "the connection broke",
    };

    private static SequenceContent? Content(ElasticsearchRequest request, RecyclableMemoryStream? compressed)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        var content = new SequenceContent(compressed?.GetReadOnlySequence() ?? request.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(request.IsLines ? "application/x-ndjson" : "application/json");
        if (compressed is not null)
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return content;
    }

    private RecyclableMemoryStream Compress(ReadOnlySequence<byte> body)
    {
        var compressed = NewBody();
        using var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true);
        foreach (var block in body)
        {
            gzip.Write(block.Span);
        }

        return compressed;
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "HttpClient owns and disposes the handler.")]
    private static SocketsHttpHandler Handler(ElasticsearchOptions options, bool isCompressing) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = isCompressing ? DecompressionMethods.All : DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = false,
        SslOptions = { RemoteCertificateValidationCallback = ServerCertificates.Validation(options) },
    };
}

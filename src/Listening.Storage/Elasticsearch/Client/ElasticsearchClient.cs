using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// The one way to the cluster: nodes in turn with fail-over, compressed bodies, short retries, every answer classified once. What
/// a retry may heal is retried for a few seconds only, so that an outage is told soon; it then throws <see cref="StoreUnavailableException"/>.
/// </summary>
internal sealed class ElasticsearchClient : IDisposable
{
    private const int CompressAbove = 1024;
    private static readonly TimeSpan RetryFor = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly ElasticsearchNodes _nodes;
    private readonly HttpClient _http;

    public ElasticsearchClient(ElasticsearchOptions options, TimeProvider time)
    {
        _time = time;
        _nodes = new ElasticsearchNodes([.. options.Urls.Select(Credentials.WithoutSecret)], time);
        _http = new HttpClient(Handler(options)) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("listening");
        _http.DefaultRequestHeaders.Authorization = Credentials.Of(options);
    }

    /// <summary>The nodes' addresses for people; holds no secret.</summary>
    public string Location => _nodes.ToString();

    /// <summary>An answer that is final: anything but <see cref="AnswerOutcome.Ok"/> is the caller's to understand. Throws when there is none.</summary>
    public async Task<ElasticsearchAnswer> SendAsync(ElasticsearchRequest request, CancellationToken ct)
    {
        var body = request.Body is { Length: > CompressAbove } large ? Compress(large) : request.Body;
        var started = _time.GetTimestamp();
        var isRepeated = false;
        for (var attempt = 1; ; attempt++)
        {
            var node = _nodes.Next();
            var answer = await TryAsync(node, request, body, ct);
            _nodes.Report(node, isWell: answer.Outcome is not (AnswerOutcome.Transport or AnswerOutcome.Unavailable));
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

    public void Dispose() => _http.Dispose();

    private async Task<ElasticsearchAnswer> TryAsync(Uri node, ElasticsearchRequest request, byte[]? body, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(node, request.Path)) { Content = Content(request, body) };
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

    // A body of known length, so that it is sent with Content-Length and can be sent again.
    private static ByteArrayContent? Content(ElasticsearchRequest request, byte[]? body)
    {
        if (body is null)
        {
            return null;
        }

        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(request.IsLines ? "application/x-ndjson" : "application/json");
        if (!ReferenceEquals(body, request.Body))
        {
            content.Headers.ContentEncoding.Add("gzip");
        }

        return content;
    }

    private static byte[] Compress(byte[] body)
    {
        using var buffer = new MemoryStream(body.Length / 3);
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return buffer.ToArray();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "HttpClient owns and disposes the handler.")]
    private static SocketsHttpHandler Handler(ElasticsearchOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxConnectionsPerServer = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = false,
        SslOptions = { RemoteCertificateValidationCallback = ServerCertificates.Validation(options) },
    };
}

using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>A real HTTP server that answers as a test says, one answer after the other, the last one for ever: for what an Elasticsearch will not do on demand.</summary>
internal sealed class ScriptedNode : IAsyncDisposable
{
    private readonly Queue<Func<HttpContext, Task>> _answers;
    private readonly WebApplication _server;

    private ScriptedNode(WebApplication server, IEnumerable<Func<HttpContext, Task>> answers) => (_server, _answers) = (server, new(answers));

    public List<ReceivedRequest> Received { get; } = [];

    public string Url => _server.Urls.Single();

    public static Task<ScriptedNode> StartAsync(params Func<HttpContext, Task>[] answers) => StartAsync(null, answers);

    public static async Task<ScriptedNode> StartAsync(Action<HttpsConnectionAdapterOptions>? https, params Func<HttpContext, Task>[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            if (https is not null)
            {
                listen.UseHttps(https);
            }
        }));
        var node = new ScriptedNode(builder.Build(), answers);
        node._server.Run(node.AnswerAsync);
        await node._server.StartAsync();
        return node;
    }

    public static Func<HttpContext, Task> Json(int status, string body) => Text(status, "application/json", body);

    public static Func<HttpContext, Task> Text(int status, string contentType, string body) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Promises more than it sends, then hangs up.</summary>
    public static Func<HttpContext, Task> Half(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(body) + 100;
        await context.Response.WriteAsync(body);
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var reader = new StreamReader(body);
        var text = await reader.ReadToEndAsync();
        Func<HttpContext, Task> answer;
        lock (Received)
        {
            Received.Add(new(request.Method, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, text, request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }

        await answer(context);
    }

    internal sealed record ReceivedRequest(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);
}

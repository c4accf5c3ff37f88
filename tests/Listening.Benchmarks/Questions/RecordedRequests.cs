using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Listening.Benchmarks.Questions;

/// <summary>Stands before a node, hands every request on and remembers it.</summary>
internal sealed class RecordedRequests : IAsyncDisposable
{
    private readonly ConcurrentQueue<RecordedRequest> _seen = new();
    private readonly HttpClient _http;
    private readonly WebApplication _server;

    public RecordedRequests(Uri node)
    {
        _http = new HttpClient { BaseAddress = node };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(HandOnAsync);
        _server.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    /// <summary>What was sent since this was last asked.</summary>
    public IReadOnlyList<RecordedRequest> Take()
    {
        List<RecordedRequest> taken = [];
        while (_seen.TryDequeue(out var request))
        {
            taken.Add(request);
        }

        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _http.Dispose();
    }

    private async Task HandOnAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var encoding = context.Request.Headers.ContentEncoding.ToString();
        var request = new RecordedRequest($"{context.Request.Path.Value![1..]}{context.Request.QueryString}", body.ToArray(), encoding.Length == 0 ? null : encoding);
        _seen.Enqueue(request);
        var answer = await request.SendAsync(_http, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }
}

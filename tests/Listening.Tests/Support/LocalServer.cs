using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.Support;

/// <summary>A real HTTP server on a free loopback port that answers as it is told and remembers what it was asked.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private WebApplication _server = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary><c>127.0.0.1:port</c>.</summary>
    public string Name => Address.Authority;

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Has no instance document, as Mastodon before 4.0, and does not count who asks for it, unless <paramref name="isAskedOfItself"/>.</summary>
    public static async Task<LocalServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null, bool isAskedOfItself = false)
    {
        var server = new LocalServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => Secure(listen, certificate)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        server._server = builder.Build();
        server._server.Run(context =>
        {
            if (!isAskedOfItself && context.Request.Path == "/api/v2/instance")
            {
                return AnswerAsync(context, 404, "application/json", "{\"error\":\"Record not found\"}");
            }

            server._requests.Enqueue(SeenRequest.Of(context.Request));
            return answer(context);
        });
        await server._server.StartAsync();
        server.Address = new Uri(server._server.Urls.Single());
        return server;
    }

    /// <summary>Answers every request the same way.</summary>
    public static Task<LocalServer> StartAsync(int status, string contentType, string body, params (string Name, string Value)[] headers) =>
        StartAsync(context => AnswerAsync(context, status, contentType, body, headers));

    public static Task AnswerAsync(HttpContext context, int status, string contentType, string body, params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return context.Response.WriteAsync(body);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static void Secure(ListenOptions listen, X509Certificate2? certificate)
    {
        if (certificate is not null)
        {
            listen.UseHttps(certificate);
        }
    }
}

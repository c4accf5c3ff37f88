using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Listening.Tests.EndToEnd;

/// <summary>Takes webhooks on a real port.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly ConcurrentQueue<WebhookDelivery> _deliveries = new();
    private readonly WebApplication _listener;

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _listener = builder.Build();
        _listener.Run(TakeAsync);
    }

    /// <summary>What is answered from now on.</summary>
    public int Status { get; set; } = StatusCodes.Status204NoContent;

    public byte[] Key { get; } = Enumerable.Range(1, 32).Select(i => (byte)(i * 7)).ToArray();

    /// <summary>The key as it is configured.</summary>
    public string Secret => $"whsec_{Convert.ToBase64String(Key)}";

    public string Url => $"{_listener.Urls.Single()}/hook";

    public IReadOnlyList<WebhookDelivery> All => [.. _deliveries];

    /// <summary>Those that were answered with success.</summary>
    public IReadOnlyList<WebhookDelivery> Taken => [.. _deliveries.Where(delivery => delivery.Status is >= 200 and < 300)];

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver._listener.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync() => await _listener.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers;
        _deliveries.Enqueue(new WebhookDelivery($"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}", body, Status));
        context.Response.StatusCode = Status;
    }
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Alerts;
using Listening.Posts;

namespace Listening.Connectors.Channels.Webhook;

/// <summary>Posts an alert to an address. 2xx is success; the <c>webhook-id</c> is the alert's key, so a repeat is recognised as one.</summary>
internal sealed class WebhookChannel(string name, Uri url, WebhookSecret? secret, IHttpClientFactory clients, TimeProvider time) : IAlertChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public string Name => name;

    public async Task SendAsync(Alert alert, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        using var request = Request(alert);
        try
        {
            using var answer = await clients.CreateClient(WebhookChannelKind.ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            if (!answer.IsSuccessStatusCode)
            {
                throw new AlertChannelException($"{url.Host} answered {(int)answer.StatusCode}.");
            }
        }
        catch (HttpRequestException e)
        {
            throw new AlertChannelException($"{url.Host} cannot be reached ({e.HttpRequestError}).", e);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new AlertChannelException($"{url.Host} did not answer within {Patience.TotalSeconds:0} s.", e);
        }
    }

    /// <summary>What is sent: the same bytes at every attempt.</summary>
    internal static string Body(Alert alert)
    {
        var data = JsonSerializer.SerializeToNode(alert, ListeningJson.Options)!.AsObject();
        data.Remove("sent");
        var body = new JsonObject
        {
            ["type"] = $"alert.{Alert.NameOf(alert.Rule)}",
            ["timestamp"] = ListeningJson.Format(alert.DetectedAt),
            ["data"] = data,
        };
        return body.ToJsonString(ListeningJson.Options);
    }

    private HttpRequestMessage Request(Alert alert)
    {
        var body = Body(alert);
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers = { { "webhook-id", alert.Key }, { "webhook-timestamp", timestamp } },
        };
        if (secret is not null)
        {
            request.Headers.Add("webhook-signature", secret.Sign(alert.Key, timestamp, body));
        }

        return request;
    }
}

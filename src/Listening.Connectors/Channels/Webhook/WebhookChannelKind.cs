using System.ComponentModel.DataAnnotations;
using Listening.Alerts;

namespace Listening.Connectors.Channels.Webhook;

/// <summary>The kind <c>webhook</c>: an alert is posted as JSON, signed as Standard Webhooks asks for.</summary>
internal sealed class WebhookChannelKind(IHttpClientFactory clients, TimeProvider time) : IAlertChannelKind
{
    /// <summary>Name of the client: one attempt a call, no redirects; retries are the dispatcher's.</summary>
    public const string ClientName = "webhook";

    public string Kind => "webhook";

    public IAlertChannel Create(string name, AlertChannelOptions options)
    {
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw new ValidationException($"Alerts:Channels:{name}:Url is '{options.Url}'; write the http or https address that takes the webhook.");
        }

        return new WebhookChannel(name, url, Secret(name, options), clients, time);
    }

    private static WebhookSecret? Secret(string name, AlertChannelOptions options)
    {
        var text = options.Secret;
        if (options.SecretFile is { Length: > 0 } file)
        {
            try
            {
                text = File.ReadAllText(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ValidationException($"Alerts:Channels:{name}:SecretFile '{file}' cannot be read; check its path and permissions.", e);
            }
        }

        return string.IsNullOrWhiteSpace(text) ? null
            : WebhookSecret.TryParse(text.Trim(), out var secret) ? secret
            : throw new ValidationException($"Alerts:Channels:{name}:Secret is no signing secret; it is 'whsec_' followed by base64.");
    }
}

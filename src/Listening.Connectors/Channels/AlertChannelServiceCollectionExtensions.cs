using Listening.Alerts;
using Listening.Connectors.Channels.Log;
using Listening.Connectors.Channels.Webhook;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Connectors.Channels;

/// <summary>The kinds of channels that exist.</summary>
internal static class AlertChannelServiceCollectionExtensions
{
    public static IServiceCollection AddAlertChannels(this IServiceCollection services)
    {
        services.AddHttpClient(WebhookChannelKind.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<IAlertChannelKind, LogChannelKind>();
        services.AddSingleton<IAlertChannelKind, WebhookChannelKind>();
        return services;
    }
}

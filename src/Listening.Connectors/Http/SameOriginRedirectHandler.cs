using System.Net;
using Listening.Polling;

namespace Listening.Connectors.Http;

/// <summary>Follows redirects within the configured origin only; any other place was never configured and is not asked.</summary>
internal sealed class SameOriginRedirectHandler : DelegatingHandler
{
    private const int MaxHops = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var asked = request.RequestUri!;
        try
        {
            for (var hop = 0; hop <= MaxHops; hop++)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (!IsRedirect(response.StatusCode) || response.Headers.RetryAfter is not null)
                {
                    return response;
                }

                var next = Target(request.RequestUri!, response);
                response.Dispose();
                request.RequestUri = next;
            }

            throw new UnexpectedPayloadException($"{HostName.Of(asked)} redirects in circles: check that it is the right host.");
        }
        finally
        {
            request.RequestUri = asked; // a retry starts where we asked
        }
    }

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;

    private static Uri Target(Uri from, HttpResponseMessage response)
    {
        var host = HostName.Of(from);
        if (response.Headers.Location is not { } location || !Uri.TryCreate(from, location, out var next))
        {
            throw new UnexpectedPayloadException($"{host} answered {(int)response.StatusCode} without saying where to go: check that it is the right host.");
        }

        var isSameOrigin = next.Scheme == from.Scheme && next.Authority == from.Authority;
        return isSameOrigin
            ? next
            : throw new UnexpectedPayloadException(
                $"{host} redirects to {HostName.Of(next) ?? "another address"} ({next.Scheme}), which is not what was configured and was not asked: configure that host instead if it is the right one.");
    }
}

using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Listening.Connectors.Http;

/// <summary>The sockets below the pipeline: no cookies, no redirects of their own, compressed answers, the operator's proxy and certificates.</summary>
internal static class PlatformSockets
{
    public static SocketsHttpHandler Create(HttpOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        ActivityHeadersPropagator = null, // our trace ids are nobody else's business
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        Proxy = new LoopbackIsDirect(string.IsNullOrWhiteSpace(options.Proxy) ? HttpClient.DefaultProxy : Proxy(new Uri(options.Proxy))),
        SslOptions = Trust(options.CaFile),
    };

    private static WebProxy Proxy(Uri address)
    {
        var user = address.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        return new WebProxy(address)
        {
            Credentials = address.UserInfo.Length == 0 ? null : new NetworkCredential(user[0], user.ElementAtOrDefault(1)),
        };
    }

    private static SslClientAuthenticationOptions Trust(string? caFile)
    {
        if (string.IsNullOrWhiteSpace(caFile))
        {
            return new();
        }

        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(caFile);
        return new()
        {
            RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
                errors == SslPolicyErrors.None || (errors == SslPolicyErrors.RemoteCertificateChainErrors && IsTrusted(certificate, chain, roots)),
        };
    }

    // Besides the system's own roots, not instead of them.
    private static bool IsTrusted(X509Certificate? certificate, X509Chain? sent, X509Certificate2Collection roots)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return certificate is X509Certificate2 certificate2 && chain.Build(certificate2);
    }
}

using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Listening.Storage.Elasticsearch;

/// <summary>Whom we believe to be our cluster: an authority given as a file, or one known by its fingerprint.</summary>
internal static class ServerCertificates
{
    /// <summary>The 32 bytes; null where the text is no SHA-256.</summary>
    public static byte[]? ParseFingerprint(string text)
    {
        var hex = text.Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim();
        return hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
    }

    /// <summary>Null: what the operating system trusts.</summary>
    public static RemoteCertificateValidationCallback? Validation(ElasticsearchOptions options)
    {
        if (options.CaFile is { Length: > 0 })
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(options.CaFile);
            return (_, certificate, chain, errors) => certificate is X509Certificate2 leaf
                && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
                && ChainsTo(authorities, leaf, Presented(leaf, chain));
        }

        return options.CaFingerprint is { Length: > 0 } && ParseFingerprint(options.CaFingerprint) is { } fingerprint
            ? (_, certificate, chain, _) => certificate is X509Certificate2 leaf && IsPinned(fingerprint, leaf, chain)
            : null;
    }

    // The pinned certificate must also have signed the leaf: anybody can send a public certificate beside their own.
    private static bool IsPinned(byte[] fingerprint, X509Certificate2 leaf, X509Chain? chain)
    {
        var presented = Presented(leaf, chain);
        var pinned = presented.FirstOrDefault(c => CryptographicOperations.FixedTimeEquals(c.GetCertHash(HashAlgorithmName.SHA256), fingerprint));
        return pinned is not null && (pinned.RawDataMemory.Span.SequenceEqual(leaf.RawDataMemory.Span) || ChainsTo([pinned], leaf, presented));
    }

    private static List<X509Certificate2> Presented(X509Certificate2 leaf, X509Chain? chain) => chain is null
        ? [leaf]
        : [leaf, .. chain.ChainElements.Select(element => element.Certificate), .. chain.ChainPolicy.ExtraStore];

    private static bool ChainsTo(X509Certificate2Collection authorities, X509Certificate2 leaf, List<X509Certificate2> presented)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(presented.ToArray());
        return chain.Build(leaf);
    }
}

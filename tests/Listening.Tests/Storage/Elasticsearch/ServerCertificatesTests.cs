using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Listening.Storage.Elasticsearch;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class ServerCertificatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly X509Certificate2 _authority = Authority("Our authority");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_node_is_trusted_by_the_file_of_its_authority() => Assert.True(await AnswersAsync(Leaf(_authority), new() { CaFile = File(_authority) }));

    [Fact]
    public async Task Another_authority_is_not_trusted()
    {
        using var other = Authority("Another authority");

        Assert.False(await AnswersAsync(Leaf(other), new() { CaFile = File(_authority) }));
    }

    [Fact]
    public async Task A_certificate_of_another_host_is_not_trusted() =>
        Assert.False(await AnswersAsync(Leaf(_authority, "other.example"), new() { CaFile = File(_authority) }));

    [Fact]
    public async Task Nobody_is_trusted_where_nothing_is_configured() => Assert.False(await AnswersAsync(Leaf(_authority), new()));

    [Fact]
    public async Task A_node_is_trusted_by_its_own_fingerprint()
    {
        var leaf = Leaf(_authority);

        Assert.True(await AnswersAsync(leaf, new() { CaFingerprint = leaf.GetCertHashString(HashAlgorithmName.SHA256) }));
    }

    [Fact]
    public void A_node_is_trusted_by_the_fingerprint_of_an_authority_that_it_sends()
    {
        using var leaf = Leaf(_authority);

        Assert.True(IsTrusted(leaf, sentToo: _authority, pinned: _authority));
        Assert.False(IsTrusted(leaf, sentToo: null, pinned: _authority));
    }

    [Fact]
    public void Sending_the_pinned_authority_beside_a_foreign_certificate_does_not_help()
    {
        using var other = Authority("Another authority");
        using var foreign = Leaf(other);

        Assert.False(IsTrusted(foreign, sentToo: _authority, pinned: _authority));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> AnswersAsync(X509Certificate2 leaf, ElasticsearchOptions options)
    {
        await using var node = await ScriptedNode.StartAsync(https => https.ServerCertificate = leaf, ScriptedNode.Json(200, "{}"));
        options.Urls = [node.Url];
        using var client = new ElasticsearchClient(options, new HurryingTime());
        try
        {
            return (await client.SendAsync(ElasticsearchRequest.Get("x"), Ct)).IsOk;
        }
        catch (StoreUnavailableException e)
        {
            Assert.Contains("secure connection", e.Message, StringComparison.Ordinal);
            return false;
        }
    }

    // Kestrel leaves a root out of what it sends, Elasticsearch does not: what was sent is handed over as SslStream does it.
    private static bool IsTrusted(X509Certificate2 leaf, X509Certificate2? sentToo, X509Certificate2 pinned)
    {
        using var chain = new X509Chain();
        if (sentToo is not null)
        {
            chain.ChainPolicy.ExtraStore.Add(sentToo);
        }

        var validate = ServerCertificates.Validation(new() { CaFingerprint = pinned.GetCertHashString(HashAlgorithmName.SHA256) })!;
        return validate(new object(), leaf, chain, SslPolicyErrors.RemoteCertificateChainErrors);
    }

    private string File(X509Certificate2 certificate)
    {
        var path = Path.Combine(_folder.Path, "ca.crt");
        System.IO.File.WriteAllText(path, certificate.ExportCertificatePem());
        return path;
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        return request.CreateSelfSigned(Now.AddDays(-1), Now.AddDays(30));
    }

    private static X509Certificate2 Leaf(X509Certificate2 authority, string host = "localhost")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(System.Net.IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, Now.AddDays(-1), Now.AddDays(20), RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Http;

internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options)
    {
        // The value may hold a password, so it is not repeated.
        if (!string.IsNullOrWhiteSpace(options.Proxy)
            && !(Uri.TryCreate(options.Proxy, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https" or "socks4" or "socks5"))
        {
            return ValidateOptionsResult.Fail("Http:Proxy is no address of a proxy: write it as http://proxy.example:3128.");
        }

        if (string.IsNullOrWhiteSpace(options.Contact) || options.Contact.Any(character => character is < ' ' or > '~' or '(' or ')'))
        {
            return ValidateOptionsResult.Fail("Http:Contact has to be a URL or an e-mail address in plain ASCII.");
        }

        return string.IsNullOrWhiteSpace(options.CaFile) || HoldsCertificate(options.CaFile)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Http:CaFile '{options.CaFile}' cannot be read: name a PEM file with at least one certificate.");
    }

    private static bool HoldsCertificate(string path)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}

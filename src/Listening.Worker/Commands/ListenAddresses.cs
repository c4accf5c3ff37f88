using System.Net;
using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>Where the worker serves its page and API: loopback only, because nobody has to sign in.</summary>
internal static class ListenAddresses
{
    /// <summary>Throws <see cref="SettingException"/> for anything but http on loopback.</summary>
    public static IReadOnlyList<Uri> Of(IConfiguration configuration)
    {
        var urls = configuration.GetSection("Api").Get<ApiOptions>()?.Urls ?? [];
        return [.. urls.DefaultIfEmpty(ApiOptions.DefaultUrl).Select(Read)];
    }

    private static Uri Read(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/")
        {
            throw new SettingException($"Setting Api:Urls (--urls) is '{url}': write an http address such as {ApiOptions.DefaultUrl}.");
        }

        var isLoopback = address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        return isLoopback
            ? address
            : throw new SettingException($"Setting Api:Urls (--urls) is '{url}', which others can reach: until sign-in is there the worker serves only this computer, at an address such as {ApiOptions.DefaultUrl}.");
    }
}

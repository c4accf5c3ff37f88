using System.Net.Http.Headers;
using System.Text;

namespace Listening.Storage.Elasticsearch;

/// <summary>The one <c>Authorization</c> header that the options ask for.</summary>
internal static class Credentials
{
    /// <summary>Null: none is sent.</summary>
    public static AuthenticationHeaderValue? Of(ElasticsearchOptions options)
    {
        if (Secret(options.ApiKey, options.ApiKeyFile) is { } key)
        {
            return new AuthenticationHeaderValue("ApiKey", key.Contains(':', StringComparison.Ordinal) ? Encode(key) : key);
        }

        if (options.Username is { Length: > 0 } user)
        {
            return new AuthenticationHeaderValue("Basic", Encode($"{user}:{Secret(options.Password, options.PasswordFile)}"));
        }

        var inUrl = options.Urls.Select(url => new Uri(url).UserInfo).FirstOrDefault(info => info.Length > 0);
        return inUrl is null ? null : new AuthenticationHeaderValue("Basic", Encode(Uri.UnescapeDataString(inUrl)));
    }

    /// <summary>A node's address without what is secret in it.</summary>
    public static Uri WithoutSecret(string url) => new UriBuilder(url) { UserName = "", Password = "", Path = new Uri(url).AbsolutePath.TrimEnd('/') + "/" }.Uri;

    private static string? Secret(string? value, string? file) => file is { Length: > 0 } ? File.ReadAllText(file).Trim() : value is { Length: > 0 } ? value : null;

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}

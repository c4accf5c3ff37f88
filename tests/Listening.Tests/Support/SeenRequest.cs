using Microsoft.AspNetCore.Http;

namespace Listening.Tests.Support;

/// <summary>What a <see cref="LocalServer"/> was asked.</summary>
internal sealed record SeenRequest(string Method, string Host, string Path, IReadOnlyDictionary<string, string> Query, IReadOnlyDictionary<string, string> Headers)
{
    public static SeenRequest Of(HttpRequest request) => new(
        request.Method,
        request.Host.Value ?? "",
        request.Path.Value ?? "",
        request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
        request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}

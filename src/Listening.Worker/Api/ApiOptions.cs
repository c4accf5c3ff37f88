namespace Listening.Worker.Api;

/// <summary>Settings <c>Api:*</c>.</summary>
internal sealed class ApiOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Addresses of the API and the page, loopback only; default <c>http://127.0.0.1:5080</c>.</summary>
    public IList<string> Urls { get; } = [];

    /// <summary>The addresses that hold: the configured ones, else the default.</summary>
    public IReadOnlyList<string> Addresses() => Urls.Count == 0 ? [DefaultUrl] : [.. Urls];
}

namespace Listening.Worker.Configuration;

/// <summary>Settings <c>Api:*</c>.</summary>
internal sealed class ApiOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where the page and the API are served: http addresses on loopback; default <c>http://127.0.0.1:5080</c>.</summary>
    public IList<string> Urls { get; set; } = [];
}

namespace Listening.Connectors.Http;

/// <summary>Settings <c>Http:*</c>: how requests to platforms leave this machine.</summary>
public sealed class HttpOptions
{
    /// <summary>Default of <see cref="Contact"/>.</summary>
    public const string DefaultContact = "https://listening.example/about";

    /// <summary>Proxy for requests to platforms, e.g. <c>http://user:password@proxy.example:3128</c>; unset: what the environment says (<c>HTTPS_PROXY</c>), else none. Loopback is always asked directly.</summary>
    public string? Proxy { get; set; }

    /// <summary>PEM file with certificates that are trusted besides the system's own; unset: only those of the system.</summary>
    public string? CaFile { get; set; }

    /// <summary>Where the people behind a host reach whoever runs this worker: a URL or an e-mail address, sent in the User-Agent. Default: <see cref="DefaultContact"/>, a placeholder; with your own a host can ask you before it blocks you.</summary>
    public string Contact { get; set; } = DefaultContact;
}

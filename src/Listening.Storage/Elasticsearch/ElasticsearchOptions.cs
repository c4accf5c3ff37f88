namespace Listening.Storage.Elasticsearch;

/// <summary>Settings <c>Storage:Elasticsearch:*</c>: the store of a team. Where <see cref="Urls"/> is set, everything lives there.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>Where these settings are found.</summary>
    public const string Section = "Storage:Elasticsearch";

    /// <summary>Nodes of one cluster, http or https; empty by default, which means the embedded store. <c>user:password@</c> in front of the host is taken as basic authentication.</summary>
    public IList<string> Urls { get; set; } = [];

    /// <summary>API key, as <c>id:key</c> or in its encoded form; none by default.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file that holds the API key; wins where both are given.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>User of basic authentication; none by default.</summary>
    public string? Username { get; set; }

    /// <summary>Password of basic authentication; none by default.</summary>
    public string? Password { get; set; }

    /// <summary>A file that holds the password; wins where both are given.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>PEM file with the certificates of the authority that signed the nodes' certificates; default: what the operating system trusts.</summary>
    public string? CaFile { get; set; }

    /// <summary>SHA-256 of that authority's certificate in hex, as Elasticsearch prints it at its first start; none by default.</summary>
    public string? CaFingerprint { get; set; }

    /// <summary>Whether larger requests are sent, and answers asked for, compressed (gzip); default: unless every node is on this machine.</summary>
    public bool? Compress { get; set; }

    /// <summary>First part of every index name; default <c>listening</c>.</summary>
    public string IndexPrefix { get; set; } = "listening";
}

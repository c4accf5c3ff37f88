using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Listening.Storage.Elasticsearch;

/// <summary>Says in one sentence a problem which setting has to be corrected; never repeats a secret.</summary>
internal sealed partial class ElasticsearchOptionsValidator : IValidateOptions<ElasticsearchOptions>
{
    public ValidateOptionsResult Validate(string? name, ElasticsearchOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(ElasticsearchOptions options)
    {
        if (options.Urls.Count == 0)
        {
            yield return "Set Storage:Elasticsearch:Urls to the address of at least one node.";
        }

        for (var i = 0; i < options.Urls.Count; i++)
        {
            if (!IsNodeAddress(options.Urls[i]))
            {
                yield return $"Storage:Elasticsearch:Urls holds an entry (number {i + 1}) that is no address such as https://elastic.example:9200: correct it.";
            }
        }

        foreach (var problem in Authentication(options).Concat(Certificates(options)))
        {
            yield return problem;
        }

        if (!PrefixForm().IsMatch(options.IndexPrefix))
        {
            yield return "Storage:Elasticsearch:IndexPrefix may hold lower-case letters, digits and hyphens, must begin with a letter or digit, and has at most 60 of them: correct it.";
        }
    }

    private static IEnumerable<string> Authentication(ElasticsearchOptions options)
    {
        var hasKey = options.ApiKey is { Length: > 0 } || options.ApiKeyFile is { Length: > 0 };
        var hasPassword = options.Password is { Length: > 0 } || options.PasswordFile is { Length: > 0 };
        var hasUser = options.Username is { Length: > 0 };
        if (hasKey && (hasUser || hasPassword))
        {
            yield return "Storage:Elasticsearch has an ApiKey and a Username or Password: keep one of the two.";
        }

        if (hasUser != hasPassword)
        {
            yield return "Storage:Elasticsearch:Username and Password belong together: set both or none.";
        }

        foreach (var problem in Unreadable(nameof(options.ApiKeyFile), options.ApiKeyFile).Concat(Unreadable(nameof(options.PasswordFile), options.PasswordFile)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Certificates(ElasticsearchOptions options)
    {
        foreach (var problem in Unreadable(nameof(options.CaFile), options.CaFile))
        {
            yield return problem;
        }

        if (options.CaFingerprint is { Length: > 0 } && ServerCertificates.ParseFingerprint(options.CaFingerprint) is null)
        {
            yield return "Storage:Elasticsearch:CaFingerprint must be a SHA-256 of 64 hexadecimal digits, with or without colons: copy it again.";
        }

        if (options.CaFingerprint is { Length: > 0 } && options.CaFile is { Length: > 0 })
        {
            yield return "Storage:Elasticsearch has a CaFile and a CaFingerprint: keep one of the two.";
        }
    }

    private static IEnumerable<string> Unreadable(string setting, string? path)
    {
        if (path is { Length: > 0 } && !File.Exists(path))
        {
            yield return $"Storage:Elasticsearch:{setting} names a file that is not there or cannot be read: correct the path.";
        }
    }

    private static bool IsNodeAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.Host.Length > 0 && uri.Query.Length == 0;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PrefixForm();
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Listening.Tests.Support;

namespace Listening.Tests.Storage.Elasticsearch;

/// <summary>A request to Elasticsearch as the README shows it to people.</summary>
/// <param name="Words">The sentence above it.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Without the first slash.</param>
/// <param name="Body">JSON.</param>
internal sealed partial record ReadmeRequest(string Words, HttpMethod Method, string Path, string Body)
{
    public static IReadOnlyList<ReadmeRequest> All { get; } =
    [
        .. Block().Matches(File.ReadAllText(Repository.File("README.md")).ReplaceLineEndings("\n"))
            .Select(match => new ReadmeRequest(match.Groups["words"].Value, HttpMethod.Parse(match.Groups["method"].Value), match.Groups["path"].Value, match.Groups["body"].Value)),
    ];

    public static ReadmeRequest Find(string pathOrWords) =>
        All.Single(request => request.Path.Contains(pathOrWords, StringComparison.Ordinal) || request.Words.StartsWith(pathOrWords, StringComparison.Ordinal));

    /// <summary>The body, on indices that begin otherwise.</summary>
    public JsonObject For(string prefix) => JsonNode.Parse(Body.Replace("\"listening-", $"\"{prefix}-", StringComparison.Ordinal))!.AsObject();

    public string PathFor(string prefix) => Path.Replace("listening-", $"{prefix}-", StringComparison.Ordinal);

    [GeneratedRegex("(?<words>[^\n]+)\n\n```console\n(?<method>[A-Z]+) /(?<path>\\S+)\n(?<body>.+?)\n```", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Block();
}

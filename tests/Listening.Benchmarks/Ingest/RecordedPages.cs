using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Tests.Support;
using Listening.Worker.Demo.Community;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Benchmarks.Ingest;

/// <summary>
/// Pages of a hashtag's timeline without an end: statuses that a server once sent, again and again under new ids, addresses, times and
/// people, so that each one is new.
/// </summary>
internal sealed class RecordedPages(string origin, IReadOnlyList<string> statuses, DateTimeOffset begins)
{
    public const string Hashtag = "eventprofs";
    public const string Host = "recorded.example";
    public const int PageSize = 40;

    private const int People = 3000;
    private const int Homes = 60;
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(75);

    // Mastodon writes letters of every script as they are.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private long _number;

    /// <summary>Where the statuses come from.</summary>
    public string Origin => origin;

    /// <summary>The recordings in the shared folder, or the demo's own hosts where there is none.</summary>
    public static async Task<RecordedPages> OpenAsync(TimeProvider time, CancellationToken ct)
    {
        var folder = Path.Combine(ProjectFolders.Shared, "fixtures", "mastodon");
        string[] recorded = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Statuses)]
            : [];
        var begins = time.GetUtcNow().AddDays(-200);
        return recorded.Length > 0
            ? new RecordedPages($"{recorded.Length} recorded statuses", recorded, begins)
            : new RecordedPages("statuses of the demo's hosts", await DemoStatusesAsync(time, ct), begins);
    }

    /// <summary>The next page, newest first, as a host sends it.</summary>
    public byte[] Next() =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonArray([.. Enumerable.Range(0, PageSize).Select(_ => Renewed(_number++)).Reverse()]), Json);

    private JsonObject Renewed(long number)
    {
        var status = JsonNode.Parse(statuses[(int)(number % statuses.Count)])!.AsObject();
        var createdAt = begins + (number * Distance);
        var person = (int)(number * 7919 % People);
        var home = $"https://home{person % Homes}.example";
        var id = IdAt(createdAt, number);
        status["id"] = id;
        status["uri"] = $"{home}/users/person{person}/statuses/{id}";
        status["url"] = $"{home}/@person{person}/{id}";
        status["created_at"] = MastodonTime.Exact(createdAt);
        status["visibility"] = "public";
        status["content"] = $"{status["content"]}<p><a href=\"https://{Host}/tags/{Hashtag}\" class=\"mention hashtag\" rel=\"tag\">#<span>{Hashtag}</span></a></p>";
        status["tags"]!.AsArray().Add(new JsonObject { ["name"] = Hashtag, ["url"] = $"https://{Host}/tags/{Hashtag}" });
        if (status["in_reply_to_id"] is not null && number > 100)
        {
            var parent = number - 1 - (number % 89);
            status["in_reply_to_id"] = IdAt(begins + (parent * Distance), parent);
            status["in_reply_to_account_id"] = $"{parent * 7919 % People}";
        }

        // A person says the same of themselves in each of their posts.
        var account = JsonNode.Parse(statuses[person % statuses.Count])!["account"]!.DeepClone().AsObject();
        status["account"] = account;
        account["id"] = $"{person}";
        account["username"] = $"person{person}";
        account["acct"] = $"person{person}@home{person % Homes}.example";
        account["url"] = $"{home}/@person{person}";
        account["uri"] = $"{home}/users/person{person}";
        account["indexable"] = person % 2 == 0;
        return status;
    }

    private static string IdAt(DateTimeOffset at, long number) => $"{(at.ToUnixTimeMilliseconds() << 16) + (number & 0xffff)}";

    private static IEnumerable<string> Statuses(string file) =>
        JsonNode.Parse(File.ReadAllText(file)) is JsonArray entries
            ? entries.OfType<JsonObject>()
                .Where(entry => entry["account"] is JsonObject && entry["tags"] is JsonArray && entry["reblog"] is null && entry["content"] is not null)
                .Select(entry => entry.ToJsonString())
            : [];

    private static async Task<IReadOnlyList<string>> DemoStatusesAsync(TimeProvider time, CancellationToken ct)
    {
        var script = new FediverseScript
        {
            Hosts = [.. DemoCommunity.HostNames.Select(name => new HostScript(name))],
            Story = new DemoCommunity(20, time.GetUtcNow()).Story,
        };
        await using var fediverse = await ScriptedFediverse.StartAsync(script, time, ct);
        var host = fediverse.Hosts[0];
        return [.. host.Statuses().Select(status => StatusJson.Render(status, host, time.GetUtcNow()).ToJsonString())];
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Mastodon's Tag entity with the uses of the last seven days.</summary>
internal static class TagJson
{
    private const int Days = 7;

    public static JsonObject Render(string name, ScriptedHost host, DateTimeOffset now)
    {
        var uses = host.Shelf.NewestFirst()
            .Where(status => status.IsThere(now) && status.VersionAt(now).Tags.Contains(name))
            .ToLookup(status => status.Post.CreatedAt.UtcDateTime.Date);
        var today = now.UtcDateTime.Date;
        return new JsonObject
        {
            ["id"] = Snowflake.At(DateTimeOffset.UnixEpoch, name).ToString(CultureInfo.InvariantCulture),
            ["name"] = name,
            ["url"] = $"{host.Origin.GetLeftPart(UriPartial.Authority)}/tags/{name}",
            ["history"] = new JsonArray([.. Enumerable.Range(0, Days).Select(back => Day(today.AddDays(-back), [.. uses[today.AddDays(-back)]]))]),
        };
    }

    private static JsonObject Day(DateTime day, IReadOnlyCollection<ScriptedStatus> uses) => new JsonObject
    {
        ["day"] = new DateTimeOffset(day, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["uses"] = uses.Count.ToString(CultureInfo.InvariantCulture),
        ["accounts"] = uses.Select(use => use.Post.Author.Acct).Distinct().Count().ToString(CultureInfo.InvariantCulture),
    };
}

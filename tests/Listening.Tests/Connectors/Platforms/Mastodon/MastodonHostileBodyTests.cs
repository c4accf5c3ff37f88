using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Listening.Polling;
using Listening.Tests.Support;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonHostileBodyTests
{
    private static readonly SavedAnswer Unknown = new(null, 200, null, new Dictionary<string, string>());

    private static readonly string[] Values =
    [
        "null", "true", "[]", "{}", "\"\"", "-1", "1e400", "\"\\ud800\"", "\"https://\\u00ad.example/\"", "\"http://xn--a/\"", "\"#nobot \\u0000\"", "[null,1,{}]", "\"tag:,\"",
        "\"<a href='http://[::1'><span class=invisible>x</a>\"", "\"9999-12-31T23:59:59.999Z\"", "\"0001-01-01T00:00:00Z\"", "\"18446744073709551615\"", "{\"id\":{},\"account\":[],\"state\":\"accepted\"}", "\"@@@\"",
    ];

    [Fact]
    public void Any_value_in_any_field_costs_at_most_that_post()
    {
        using var fixture = new ConnectorFixture();
        var page = JsonNode.Parse(File.ReadAllText(ProjectFolders.Tests("Connectors", "Platforms", "Mastodon", "Cases", "many-kinds.json")))!["body"]!.ToJsonString();
        var places = Paths(JsonNode.Parse(page)!).ToArray();

        Gen.Select(Gen.Int[0, places.Length - 1], Gen.Int[0, Values.Length - 1]).Sample(
            (place, value) =>
            {
                var inspection = fixture.Inspector.Inspect(Encoding.UTF8.GetBytes(Replace(page, places[place], Values[value])), Unknown);
                InspectionJson.Write(inspection);
                return inspection.Observations.Count >= 5;
            },
            iter: 500);
    }

    [Fact]
    public void Any_bytes_are_an_outcome()
    {
        using var fixture = new ConnectorFixture();
        var page = Encoding.UTF8.GetBytes(MastodonStatuses.List(MastodonStatuses.One("300"), MastodonStatuses.One("200")));

        Gen.Select(Gen.Int[0, page.Length - 1], Gen.Byte.Array[0, 8]).Sample(
            (at, noise) =>
            {
                byte[] body = [.. page[..at], .. noise, .. page[Math.Min(page.Length, at + noise.Length)..]];
                InspectionJson.Write(fixture.Inspector.Inspect(body, Unknown));
                InspectionJson.Write(fixture.Inspector.Inspect(page.AsMemory(0, at), Unknown));
                InspectionJson.Write(fixture.Inspector.Inspect(noise, Unknown));
            },
            iter: 500);
    }

    // The way to every value in the first five statuses, without their ids and authors' whole objects.
    private static IEnumerable<string> Paths(JsonNode node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => field.Value is null ? [$"{node.GetPath()}.{field.Key}"] : Paths(field.Value).Append(field.Value.GetPath())),
        JsonArray items => items.SelectMany(item => Paths(item!)),
        _ => [],
    };

    private static string Replace(string page, string place, string value)
    {
        var root = JsonNode.Parse(page)!;
        var steps = place.TrimStart('$').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var at = root;
        foreach (var step in steps[..^1])
        {
            at = int.TryParse(step, out var index) ? at![index] : at![step];
        }

        // As text, because the values hold what a JSON tree would not take.
        at![steps[^1]] = "\u0001";
        return root.ToJsonString().Replace("\"\\u0001\"", value, StringComparison.Ordinal);
    }
}

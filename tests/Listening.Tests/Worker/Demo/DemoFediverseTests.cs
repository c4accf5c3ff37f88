using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Listening.Worker.Demo;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Worker.Demo;

public sealed class DemoFediverseTests
{
    [Fact]
    public async Task The_newest_posts_can_be_read_within_five_seconds_of_the_start()
    {
        var watch = Stopwatch.StartNew();
        await using var demo = await DemoFediverse.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var page = await PageAsync(client, demo.Hosts[0], "limit=40");

        Assert.Equal(40, page.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"the first page took {watch.Elapsed}");
        Assert.InRange(page[0].GetProperty("created_at").GetDateTimeOffset(), TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task All_hosts_together_show_the_whole_community()
    {
        // Who came lately depends on the day.
        await using var demo = await DemoFediverse.StartAsync(new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)), TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        var seen = new Dictionary<string, string>();
        foreach (var host in demo.Hosts)
        {
            var query = "limit=40";
            while (await PageAsync(client, host, query) is { Count: > 0 } page)
            {
                page.ForEach(status => seen[status.GetProperty("uri").GetString()!] = status.GetProperty("account").GetProperty("uri").GetString()!);
                query = $"limit=40&max_id={page[^1].GetProperty("id").GetString()}";
            }
        }

        Assert.InRange(seen.Count, 2600, 3600);
        Assert.InRange(seen.Values.Distinct().Count(), 46, 70);
    }

    [Fact]
    public async Task A_second_demo_takes_other_ports()
    {
        await using var first = await DemoFediverse.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        await using var second = await DemoFediverse.StartAsync(TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Empty(first.Hosts.Intersect(second.Hosts));
        Assert.All(first.Hosts, host => Assert.StartsWith("http://127.0.0.1:", host, StringComparison.Ordinal));
    }

    private static async Task<List<JsonElement>> PageAsync(HttpClient client, string host, string query)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"{host}/api/v1/timelines/tag/{DemoFediverse.Hashtag}?{query}"));
        return [.. JsonDocument.Parse(await client.GetStringAsync(address, TestContext.Current.CancellationToken)).RootElement.EnumerateArray()];
    }
}

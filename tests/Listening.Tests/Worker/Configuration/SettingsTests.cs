using Listening.Alerts;
using Listening.Polling;
using Listening.Worker.Configuration;
using Microsoft.Extensions.Configuration;

namespace Listening.Tests.Worker.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void A_later_layer_wins()
    {
        var settings = Load(Layer(("Polling:MinInterval", "5m")), Layer(("polling:mininterval", "10s")));

        Assert.Equal(TimeSpan.FromSeconds(10), settings.Configuration.GetSection("Polling").Get<PollingOptions>()!.MinInterval);
    }

    [Fact]
    public void A_later_layer_replaces_a_list_whole()
    {
        var settings = Load(
            Layer(("Platforms:Mastodon:Hosts:0", "a.example"), ("Platforms:Mastodon:Hosts:1", "b.example"), ("Platforms:Mastodon:Hosts:2", "c.example")),
            Layer(("Platforms:Mastodon:Hosts:0", "d.example")));

        Assert.Equal(["d.example"], List(settings, "Platforms:Mastodon:Hosts"));
    }

    [Fact]
    public void A_list_may_be_separated_by_commas()
    {
        var settings = Load(Layer(("Platforms:Mastodon:Hosts:0", "a.example")), Layer(("Platforms:Mastodon:Hosts", "d.example, e.example,")));

        Assert.Equal(["d.example", "e.example"], List(settings, "Platforms:Mastodon:Hosts"));
    }

    [Fact]
    public void An_empty_list_takes_the_earlier_one_away()
    {
        var settings = Load(Layer(("Storage:Elasticsearch:Urls:0", "http://127.0.0.1:9200")), Layer(("Storage:Elasticsearch:Urls", "")));

        Assert.Empty(List(settings, "Storage:Elasticsearch:Urls"));
        Assert.False(settings.UsesElasticsearch);
    }

    [Fact]
    public void Indexed_keys_keep_their_order_beyond_ten()
    {
        var settings = Load(Layer([.. Enumerable.Range(0, 12).Reverse().Select(i => ($"Platforms:Mastodon:Hosts:{i}", $"h{i}.example"))]));

        Assert.Equal(Enumerable.Range(0, 12).Select(i => $"h{i}.example"), List(settings, "Platforms:Mastodon:Hosts"));
    }

    [Fact]
    public void Names_that_the_user_chooses_are_kept_as_written()
    {
        var settings = Load(Layer(
            ("alerts:rules:EventProfs:threshold:people", "25"),
            ("Alerts:Rules:EventProfs:Threshold:Within", "2h"),
            ("Alerts:Rules:EventProfs:Channels", "team,log")));

        var rule = settings.Configuration.GetSection("Alerts").Get<AlertOptions>()!.Rules["EventProfs"];
        Assert.Equal((25, TimeSpan.FromHours(2)), (rule.Threshold!.People, rule.Threshold.Within));
        Assert.Equal(["team", "log"], rule.Channels);
    }

    [Fact]
    public void A_comma_in_a_text_is_no_list()
    {
        var settings = Load(Layer(("Alerts:Channels:team:Url", "https://hooks.example/?a=1,2")));

        Assert.Equal("https://hooks.example/?a=1,2", settings.Configuration["Alerts:Channels:team:Url"]);
    }

    [Fact]
    public void An_empty_value_of_a_span_is_as_good_as_none()
    {
        var settings = Load(Layer(("Polling:Backfill", "7d")), Layer(("Polling:Backfill", "")));

        Assert.Equal("7.00:00:00", settings.Configuration["Polling:Backfill"]);
    }

    [Theory]
    [InlineData("Polling:MinInterval", "90", "a number alone has no unit")]
    [InlineData("Polling:MinInterval", "soon", "write a span such as 90s")]
    [InlineData("Polling:Backfill", "-1.00:00:00", "cannot be negative")]
    [InlineData("Consent:Bots", "hide", "write one of label, withhold")]
    [InlineData("Consent:Bots", "1", "write one of label, withhold")]
    [InlineData("Platforms:Mastodon:Enabled", "yes", "write true or false")]
    [InlineData("Alerts:Rules:*:Threshold:People", "many", "write a whole number")]
    [InlineData("Alerts:Rules:*:Threshold:People", "99999999999", "write a whole number")]
    [InlineData("Alerts:Rules:*:Threshold:People", "-1", "must be between")]
    public void A_wrong_value_is_one_sentence_with_key_value_and_remedy(string key, string value, string remedy)
    {
        var wrong = Assert.Throws<SettingException>(() => Load(Layer((key, value))));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void An_unknown_key_is_a_warning_with_the_nearest_known_name()
    {
        var warning = Assert.Single(Load(Layer(("Polling:MinIntervall", "5s"))).Warnings);

        Assert.Contains("Polling:MinIntervall", warning, StringComparison.Ordinal);
        Assert.Contains("Did you mean Polling:MinInterval?", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_section_is_told_too() => Assert.Single(Load(Layer(("Poling:MinInterval", "5s"))).Warnings);

    [Theory]
    [InlineData("SHARED")]
    [InlineData("Serilog:MinimumLevel")]
    public void What_belongs_to_others_is_left_alone(string key) => Assert.Empty(Load(Layer((key, "x"))).Warnings);

    [Fact]
    public void The_demo_asks_nobody_in_the_real_world_also_where_none_runs()
    {
        var settings = Settings.From([Layer(("Storage:Directory", "/srv/listening"), ("Platforms:Mastodon:Hosts", "mas.to")), Layer()], demo: true);

        Assert.Equal(4, List(settings, "Platforms:Mastodon:Hosts").Count());
        Assert.All(List(settings, "Platforms:Mastodon:Hosts"), host => Assert.StartsWith("http://127.0.0.1:", host));
    }

    [Fact]
    public void The_demo_keeps_to_a_folder_and_an_index_prefix_of_its_own()
    {
        var settings = Settings.From([Layer(("Storage:Directory", "/srv/listening"), ("Storage:Elasticsearch:IndexPrefix", "team"))], demo: true);

        Assert.Equal(Path.Combine(Path.GetFullPath("/srv/listening"), "demo"), settings.Folder);
        Assert.Equal(settings.Folder, settings.Configuration["Storage:Directory"]);
        Assert.Equal("team-demo", settings.Configuration["Storage:Elasticsearch:IndexPrefix"]);
    }

    [Fact]
    public void Without_a_folder_the_users_data_folder_is_taken() =>
        Assert.Equal("listening", Path.GetFileName(Load().Folder));

    private static Settings Load(params SettingsLayer[] layers) => Settings.From(layers, demo: false);

    private static SettingsLayer Layer(params (string Key, string? Value)[] values) =>
        new("a test", values.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string?> List(Settings settings, string key) =>
        settings.Configuration.GetSection(key).GetChildren().OrderBy(child => int.Parse(child.Key)).Select(child => child.Value);
}

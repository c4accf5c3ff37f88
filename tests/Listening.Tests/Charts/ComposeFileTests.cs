using Listening.Storage.Elasticsearch;
using Listening.Tests.Support;
using Microsoft.Extensions.Configuration;
using YamlDotNet.RepresentationModel;

namespace Listening.Tests.Charts;

/// <summary>No container engine is needed for these: they read the file that people start.</summary>
public sealed class ComposeFileTests
{
    private static readonly string File = Repository.File("charts", "compose.yaml");

    private readonly YamlMappingNode _services = Map(Load(), "services");

    [Fact]
    public void It_starts_Elasticsearch_Kibana_and_the_worker() =>
        Assert.Equal(["elasticsearch", "kibana", "kibana-setup", "worker"], _services.Children.Keys.Select(name => name.ToString()).Order(StringComparer.Ordinal));

    [Fact]
    public void The_worker_understands_its_settings()
    {
        const string Prefix = "LISTENING_";
        var settings = Map(Map(_services, "worker"), "environment").Children.ToDictionary(
            pair => pair.Key.ToString()[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal).Replace(":Urls", ":Urls:0", StringComparison.Ordinal), pair => (string?)pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);

        var options = new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection(ElasticsearchOptions.Section)
            .Get<ElasticsearchOptions>(binder => binder.ErrorOnUnknownConfiguration = true);

        Assert.NotNull(options?.Username);
        Assert.NotNull(options.Password);
        Assert.Contains($"{ElasticsearchOptions.Section}:Urls:0", settings.Keys);
    }

    [Fact]
    public void Only_this_machine_reaches_what_it_starts()
    {
        foreach (var (name, service) in _services.Children)
        {
            if (((YamlMappingNode)service).Children.TryGetValue("ports", out var ports))
            {
                Assert.All((YamlSequenceNode)ports, port => Assert.True(port.ToString().StartsWith("127.0.0.1:", StringComparison.Ordinal), $"{name} is open to others"));
            }
        }
    }

    [Fact]
    public void No_password_has_a_default() =>
        Assert.All(System.IO.File.ReadLines(File).Where(line => line.Contains("PASSWORD: ", StringComparison.OrdinalIgnoreCase)), line => Assert.Contains(":?", line, StringComparison.Ordinal));

    [Fact]
    public void Nothing_is_started_before_what_it_needs()
    {
        foreach (var service in _services.Children.Values.Cast<YamlMappingNode>().Where(service => service.Children.ContainsKey("depends_on")))
        {
            foreach (var (needed, how) in Map(service, "depends_on").Children)
            {
                var isHealthNeeded = ((YamlMappingNode)how).Children["condition"].ToString() == "service_healthy";
                Assert.True(_services.Children.ContainsKey(needed));
                Assert.True(!isHealthNeeded || Map(_services, needed.ToString()).Children.ContainsKey("healthcheck"), $"{needed} has no health check");
            }
        }
    }

    private static YamlMappingNode Load()
    {
        using var reader = new StreamReader(File);
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode parent, string name) => (YamlMappingNode)parent.Children[name];
}

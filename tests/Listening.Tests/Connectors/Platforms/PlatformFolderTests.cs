using System.Text;
using System.Text.RegularExpressions;
using Listening.Connectors;
using Listening.Connectors.Platforms;
using Listening.Polling;
using Listening.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Listening.Tests.Connectors.Platforms;

/// <summary>What every platform folder has to hold, so that the next one is like the last.</summary>
public sealed partial class PlatformFolderTests
{
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    private static string Folder => ProjectFolders.Source("Listening.Connectors", "Platforms");

    [Theory]
    [MemberData(nameof(Names))]
    public void A_platform_has_its_four_files_and_a_README(string name) => Assert.All(
        [$"{name}Source.cs", $"{name}Api.cs", $"{name}Mapper.cs", $"{name}Options.cs", "README.md"],
        file => Assert.True(File.Exists(Path.Combine(Folder, name, file)), $"{name}/{file} is missing."));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_settings_in_its_README_bind(string name)
    {
        var sample = Sample().Match(File.ReadAllText(Path.Combine(Folder, name, "README.md"))).Groups["json"].Value;
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(sample))).Build();
        var type = typeof(ConnectorServiceCollectionExtensions).Assembly.GetType($"Listening.Connectors.Platforms.{name}.{name}Options", throwOnError: true)!;
        var section = configuration.GetSection($"Platforms:{name}");
        var options = Activator.CreateInstance(type)!;

        section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        using var services = new ServiceCollection().AddConnectors(configuration).BuildServiceProvider();
        var source = services.GetServices<IPostSource>().Single(source => IsOf(name, source.Platform));

        Assert.Equal(
            type.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal),
            section.GetChildren().Select(child => child.Key).Order(StringComparer.Ordinal));
        Assert.NotEmpty(source.Hosts);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_cases_of_its_own(string name)
    {
        var cases = ProjectFolders.Tests("Connectors", "Platforms", name, "Cases");

        Assert.True(Directory.Exists(cases) && Directory.GetFiles(cases, "*.json").Length >= 3, $"{cases} should hold at least three cases.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_stands_in_the_list_and_can_be_polled_and_inspected(string name)
    {
        using var fixture = new ConnectorFixture(("Platforms:Only", name.ToUpperInvariant()));

        Assert.Contains(name, ConnectorServiceCollectionExtensions.PlatformNames);
        Assert.Contains(fixture.Services.GetServices<IPayloadInspector>(), inspector => IsOf(name, inspector.Platform));
        Assert.Contains(fixture.Services.GetServices<IPostSource>(), source => IsOf(name, source.Platform));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_not_polled_when_it_is_switched_off_but_still_inspected(string name)
    {
        using var fixture = new ConnectorFixture(($"Platforms:{name}:Enabled", "false"));

        Assert.DoesNotContain(fixture.Services.GetServices<IPostSource>(), source => IsOf(name, source.Platform));
        Assert.Contains(fixture.Services.GetServices<IPayloadInspector>(), inspector => IsOf(name, inspector.Platform));
    }

    [Fact]
    public void A_platform_that_does_not_exist_is_named_with_those_that_do()
    {
        using var fixture = new ConnectorFixture(("Platforms:Only", "Mastodon, Friendster"));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Services.GetRequiredService<IOptions<PlatformsOptions>>().Value);

        Assert.StartsWith("Platforms:Only names 'Friendster', which does not exist: there is Mastodon", fault.Message);
    }

    [Fact]
    public void A_host_that_cannot_be_one_is_named_at_the_start()
    {
        using var fixture = new ConnectorFixture(("Platforms:Mastodon:Hosts:0", "mas.to"), ("Platforms:Mastodon:Hosts:1", "https://mas.to/explore"));

        var fault = Assert.Throws<OptionsValidationException>(() => _ = fixture.Source);

        Assert.StartsWith("Platforms:Mastodon:Hosts holds 'https://mas.to/explore'", fault.Message);
    }

    private static bool IsOf(string name, string platform) => string.Equals(name, platform, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("```json\\n(?<json>.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sample();
}

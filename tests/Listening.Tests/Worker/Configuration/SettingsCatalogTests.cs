using System.Text.RegularExpressions;
using Listening.Connectors;
using Listening.Posts;
using Listening.Storage;
using Listening.Tests.Support;
using Listening.Worker.Configuration;

namespace Listening.Tests.Worker.Configuration;

public sealed partial class SettingsCatalogTests
{
    [Fact]
    public void Every_setting_has_its_row_in_the_README()
    {
        var rows = Rows();

        Assert.Empty(Keys().Except(rows));
    }

    [Fact]
    public void Every_row_of_the_README_is_a_setting()
    {
        var keys = Keys();

        Assert.Empty(Rows().Except(keys));
    }

    [Fact]
    public void Every_options_class_is_reached_from_the_catalog()
    {
        HashSet<Type> reached = [];
        foreach (var section in SettingsCatalog.Sections)
        {
            Reach(section.Options, reached);
        }

        var all = new[] { typeof(Post), typeof(ConnectorServiceCollectionExtensions), typeof(StorageOptions), typeof(SettingsCatalog) }
            .SelectMany(type => type.Assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace?.EndsWith(".Commands", StringComparison.Ordinal) == false);
        Assert.Empty(all.Except(reached));
    }

    private static void Reach(Type type, HashSet<Type> reached)
    {
        if (!reached.Add(type))
        {
            return;
        }

        foreach (var below in type.GetProperties().SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType)))
        {
            if (below.Namespace?.StartsWith("Listening", StringComparison.Ordinal) == true)
            {
                Reach(below, reached);
            }
        }
    }

    private static HashSet<string> Keys()
    {
        var known = new SettingNode("");
        foreach (var section in SettingsCatalog.Sections)
        {
            known.Add(section);
        }

        return [.. known.Keys()];
    }

    // | `Alerts:Rules:<hashtag>:Channels` | ...
    private static HashSet<string> Rows() =>
        [.. Row().Matches(File.ReadAllText(Repository.File("README.md"))).Select(match => Placeholder().Replace(match.Groups["key"].Value, "*"))];

    [GeneratedRegex(@"^\| `(?<key>[A-Z]\w*:[^`]+)` \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("<[a-z]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

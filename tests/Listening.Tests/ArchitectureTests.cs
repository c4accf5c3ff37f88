using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Listening.Connectors;
using Listening.Posts;
using Listening.Storage;
using Listening.Worker.Answers;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace Listening.Tests;

/// <summary>The arrows of the map in src/README.md.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Engine = typeof(Post).Assembly;
    private static readonly Assembly Connectors = typeof(ConnectorServiceCollectionExtensions).Assembly;
    private static readonly Assembly Storage = typeof(StorageServiceCollectionExtensions).Assembly;
    private static readonly Assembly Worker = typeof(Questions).Assembly;
    private static readonly Architecture Ours = new ArchLoader().LoadAssemblies(Engine, Connectors, Storage, Worker).Build();

    /// <summary>A folder of the engine, and those that it may use.</summary>
    public static TheoryData<string, string[]> Folders => new()
    {
        { "Posts", [] },
        { "Tracking", ["Posts"] },
        { "Stores", ["Posts", "Tracking"] },
        { "Rhythm", ["Posts", "Tracking", "Stores"] },
        { "Contributors", ["Posts", "Tracking", "Stores", "Rhythm"] },
        { "Polling", ["Posts", "Tracking", "Stores"] },
        { "Alerts", ["Posts", "Tracking", "Stores", "Rhythm", "Contributors", "Polling"] },
    };

    [Fact]
    public void The_engine_knows_nobody()
    {
        MustNotUse(Engine, Connectors);
        MustNotUse(Engine, Storage);
        MustNotUse(Engine, Worker);
    }

    [Fact]
    public void Connectors_and_storage_never_see_each_other()
    {
        MustNotUse(Connectors, Storage);
        MustNotUse(Storage, Connectors);
    }

    [Fact]
    public void Nobody_uses_the_worker()
    {
        MustNotUse(Connectors, Worker);
        MustNotUse(Storage, Worker);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_engine_uses_only_what_lies_below_it(string folder, string[] mayUse)
    {
        var others = Folders.Select(row => row.Data.Item1).Where(other => other != folder && !mayUse.Contains(other));
        foreach (var other in others)
        {
            Types().That().ResideInNamespaceMatching($@"^Listening\.{folder}(\.|$)")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching($@"^Listening\.{other}(\.|$)"))
                .Check(Ours);
        }
    }

    [Fact]
    public void Every_folder_of_the_engine_is_in_the_list()
    {
        var folders = Engine.GetTypes().Select(type => type.Namespace).OfType<string>()
            .Where(name => name.StartsWith("Listening.", StringComparison.Ordinal)).Select(name => name.Split('.')[1]).Distinct();

        Assert.Equal(Folders.Select(row => row.Data.Item1).Order(), folders.Order());
    }

    private static void MustNotUse(Assembly user, Assembly used) =>
        Types().That().ResideInAssembly(user).Should().NotDependOnAny(Types().That().ResideInAssembly(used)).Check(Ours);
}

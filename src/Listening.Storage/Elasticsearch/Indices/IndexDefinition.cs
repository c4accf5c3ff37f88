using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>What all our indices have: a name that carries the schema, a strict mapping, an alias to read through, and how old documents go.</summary>
internal abstract class IndexDefinition(string prefix, string kind, int schema)
{
    /// <summary>The shape of the documents. A worker that knows a smaller number must not touch them.</summary>
    public int Schema { get; } = schema;

    /// <summary>Counts additions to the template that old documents need not know of.</summary>
    public abstract int TemplateVersion { get; }

    /// <summary>What is read: every index of this kind.</summary>
    public string Alias { get; } = $"{prefix}-{kind}";

    /// <summary>The index, or the beginning of its name where there is one a month.</summary>
    public string Name { get; } = $"{prefix}-{kind}-v{schema}";

    /// <summary>Names of all indices of this kind whatever their schema.</summary>
    public string AnySchema => $"{Alias}-v*";

    protected abstract string Pattern { get; }

    protected abstract JsonObject Settings();

    protected abstract JsonObject Properties();

    public JsonObject Template() => new()
    {
        ["index_patterns"] = new JsonArray(Pattern),
        ["priority"] = 500,
        ["version"] = TemplateVersion,
        ["_meta"] = Meta(),
        ["template"] = new JsonObject
        {
            ["aliases"] = new JsonObject { [Alias] = new JsonObject() },
            ["settings"] = Settings(),
            ["mappings"] = Mapping(),
        },
    };

    public JsonObject Mapping() => new() { ["dynamic"] = "strict", ["_meta"] = Meta(), ["properties"] = Properties() };

    private JsonObject Meta() => new() { ["app"] = "listening", ["schema"] = Schema };
}

using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Which times of each target were observed, one document an interval; never dropped.</summary>
internal sealed class CoverageIndex(string prefix) : IndexDefinition(prefix, "coverage", schema: 1)
{
    public override int TemplateVersion => 1;

    protected override string Pattern => Name;

    protected override JsonObject Settings() => SmallIndex.Settings("5s");

    protected override JsonObject Properties() => new()
    {
        ["target"] = Field.Keyword(),
        ["platform"] = Field.Keyword(),
        ["host"] = Field.Keyword(),
        ["key"] = Field.Keyword(),
        ["from"] = Field.Date(),
        ["to"] = Field.Date(),
        ["write_id"] = Field.Shown(),
    };
}

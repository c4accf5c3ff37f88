using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Alerts, one document each; never dropped.</summary>
internal sealed class AlertsIndex(string prefix) : IndexDefinition(prefix, "alerts", schema: 1)
{
    public override int TemplateVersion => 1;

    protected override string Pattern => Name;

    protected override JsonObject Settings() => SmallIndex.Settings("5s");

    protected override JsonObject Properties() => new()
    {
        ["key"] = Field.Keyword(),
        ["hashtag"] = Field.Keyword(),
        ["rule"] = Field.Keyword(),
        ["from"] = Field.Date(),
        ["to"] = Field.Date(),
        ["detected_at"] = Field.Date(),
        ["score"] = Field.Of("float"),
        ["people"] = Field.Of("long"),
        ["posts"] = Field.Of("long"),
        ["expected"] = Field.Of("float"),
        ["low"] = Field.Of("float"),
        ["high"] = Field.Of("float"),
        ["new_people"] = Field.Of("long"),
        ["platforms"] = Field.Opaque(),
        ["words"] = Field.Shown(),
        ["found_late"] = Field.Of("boolean"),
        ["explain"] = Field.Opaque(),
        ["sent"] = Field.Object(new() { ["channel"] = Field.Keyword(), ["at"] = Field.Date() }),
        ["channels"] = Field.Keyword(),
        ["unsent"] = Field.Keyword(),
        ["closed_at"] = Field.Date(),
        ["write_id"] = Field.Shown(),
    };
}

using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Our own state: hashtags, poll states, source health, counts, authors' wishes, dead letters, leases. Never dropped; what is not asked for lies in <c>body</c>.</summary>
internal sealed class TrackingIndex(string prefix) : IndexDefinition(prefix, "tracking", schema: 1)
{
    public override int TemplateVersion => 2;

    protected override string Pattern => Name;

    protected override JsonObject Settings() => SmallIndex.Settings("1s");

    protected override JsonObject Properties() => new()
    {
        ["kind"] = Field.Keyword(),
        ["key"] = Field.Keyword(512),
        ["next_poll_at"] = Field.Date(),
        ["lane"] = Field.Keyword(512),
        ["owner"] = Field.Keyword(512),
        ["term_ms"] = Field.Of("long"),
        ["updated_at"] = Field.Date(),
        ["body"] = Field.Opaque(),
        ["write_id"] = Field.Shown(),
    };
}

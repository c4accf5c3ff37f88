using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// Posts, one index a UTC month of <c>created_at</c>, so that a month can be dropped as a whole and a question about a range leaves the others
/// alone. A post stays in the month in which it was first stored, also when its time is corrected later.
/// </summary>
internal sealed class PostsIndex(string prefix) : IndexDefinition(prefix, "posts", PostDocument.Schema)
{
    /// <summary>Hashtags were invented in 2007. What claims to be older shares one index, or a liar could make thousands.</summary>
    private static readonly DateTimeOffset FirstMonth = new(2007, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override int TemplateVersion => 2;

    protected override string Pattern => $"{Name}-*";

    public string Month(DateTimeOffset createdAt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}-{(createdAt < FirstMonth ? FirstMonth : createdAt).UtcDateTime:yyyy'.'MM}");

    /// <summary>First instant after the month that an index of that name holds; null where it is none of ours.</summary>
    public DateTimeOffset? EndOf(string name) =>
        name.StartsWith(Name + "-", StringComparison.Ordinal) && DateTime.TryParseExact(name[(Name.Length + 1)..], "yyyy'.'MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? new DateTimeOffset(month, TimeSpan.Zero).AddMonths(1)
            : null;

    /// <summary>Whether another host, which states the time slightly differently, may name the neighbouring month.</summary>
    public static bool IsNearEdge(DateTimeOffset createdAt) =>
        createdAt.UtcDateTime.Day is var day && (day == 1 || day == DateTime.DaysInMonth(createdAt.UtcDateTime.Year, createdAt.UtcDateTime.Month));

    protected override JsonObject Settings() => new()
    {
        ["index"] = new JsonObject
        {
            ["number_of_shards"] = "1",
            ["auto_expand_replicas"] = "0-1",
            ["refresh_interval"] = "5s",
            ["codec"] = "best_compression",
            ["sort"] = new JsonObject { ["field"] = new JsonArray("created_at", "post_key"), ["order"] = new JsonArray("desc", "desc") },
            ["mapping"] = new JsonObject { ["total_fields"] = new JsonObject { ["limit"] = 200 } },
            ["query"] = new JsonObject { ["default_field"] = new JsonArray("text", "text.stem", "media.alt") },
        },
        ["analysis"] = new JsonObject
        {
            ["normalizer"] = new JsonObject
            {
                ["listening_fold"] = new JsonObject { ["type"] = "custom", ["filter"] = new JsonArray("lowercase", "asciifolding") },
                ["listening_lower"] = new JsonObject { ["type"] = "custom", ["filter"] = new JsonArray("lowercase") },
            },
            ["analyzer"] = new JsonObject
            {
                ["listening_text"] = new JsonObject { ["type"] = "custom", ["tokenizer"] = "standard", ["filter"] = new JsonArray("lowercase", "listening_folding") },
            },
            ["filter"] = new JsonObject { ["listening_folding"] = new JsonObject { ["type"] = "asciifolding", ["preserve_original"] = true } },
        },
    };

    protected override JsonObject Properties() => new()
    {
        ["schema"] = Field.Of("byte"),
        ["post_key"] = Field.Keyword(),
        ["platform"] = Field.Keyword(),
        ["host"] = Field.Keyword(),
        ["seen_via"] = Field.Object(new() { ["host"] = Field.Keyword(), ["native_id"] = Field.Found(), ["indexable"] = Field.Of("boolean") }),
        [PostDocument.SeenOrderField] = Field.Keyword(),
        ["url"] = Field.Shown(),
        ["kind"] = Field.Keyword(),
        ["state"] = Field.Keyword(),
        ["searchable"] = Field.Of("boolean"),
        ["created_at"] = Field.Date(),
        ["@timestamp"] = new JsonObject { ["type"] = "alias", ["path"] = "created_at" },
        ["edited_at"] = Field.Date(),
        ["first_seen_at"] = Field.Date(),
        ["observed_at"] = Field.Date(),
        ["deleted_at"] = Field.Date(),
        ["date_suspect"] = Field.Of("boolean"),
        ["tags"] = Field.Keyword(256),
        ["tags_display"] = Field.Shown(),
        ["matched"] = new JsonObject { ["type"] = "keyword", ["eager_global_ordinals"] = true },
        ["matched_via"] = Field.Keyword(),
        ["mentions"] = Field.Keyword(512),
        ["links"] = Field.Object(new() { ["url"] = Field.Shown(), ["host"] = Field.Keyword(256, "listening_lower") }),
        ["lang"] = Field.Keyword(256),
        ["content_host"] = Field.Shown(),
        ["folded"] = Folded(),
        ["text_unsearchable"] = Field.Shown(),
        ["text"] = new JsonObject
        {
            ["type"] = "text",
            ["analyzer"] = "listening_text",
            ["fields"] = new JsonObject { ["stem"] = new JsonObject { ["type"] = "text", ["analyzer"] = "english", ["norms"] = false } },
        },
        ["text_length"] = Field.Of("integer"),
        ["text_key"] = Field.Keyword(),
        ["author"] = Author(),
        ["reply_to"] = Reference(),
        ["repost_of"] = Reference(),
        ["quote_of"] = Reference(),
        ["thread_key"] = Field.Keyword(),
        ["engagement"] = Field.Object(new()
        {
            ["likes"] = Field.Of("long"),
            ["reposts"] = Field.Of("long"),
            ["replies"] = Field.Of("long"),
            ["quotes"] = Field.Of("long"),
            ["views"] = Field.Of("long"),
        }),
        ["media"] = Field.Object(new()
        {
            ["type"] = Field.Keyword(256),
            ["alt"] = new JsonObject { ["type"] = "text", ["analyzer"] = "listening_text", ["norms"] = false },
            ["url"] = Field.Shown(),
        }),
        ["raw"] = Field.Opaque(),
    };

    // Text and alternative texts as SearchText folds them, so that both stores find the same posts: the words are separated already.
    private static JsonObject Folded() => new() { ["type"] = "text", ["analyzer"] = "whitespace" };

    private static JsonObject Author() => Field.Object(new()
    {
        ["key"] = new JsonObject { ["type"] = "keyword", ["eager_global_ordinals"] = true },
        ["platform"] = Field.Keyword(),
        ["handle"] = Field.Keyword(256, "listening_fold"),
        ["name"] = new JsonObject
        {
            ["type"] = "text",
            ["analyzer"] = "listening_text",
            ["norms"] = false,
            ["fields"] = new JsonObject { ["raw"] = Field.Keyword(256) },
        },
        ["url"] = Field.Shown(),
        ["followers"] = Field.Of("long"),
        ["is_bot"] = Field.Of("boolean"),
    });

    // Host and native id hold what a reference by host-local id waits for.
    private static JsonObject Reference() => Field.Object(new()
    {
        ["post_key"] = Field.Keyword(),
        ["author_key"] = Field.Keyword(),
        ["host"] = Field.Keyword(),
        ["native_id"] = Field.Keyword(),
    });
}

using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;

namespace Listening.Tests.Posts;

public sealed class ListeningJsonTests
{
    private readonly PostSamples _samples = new();

    [Fact]
    public void An_exported_post_reads_back_as_the_same_export()
    {
        var post = _samples.New("1", text: "Grüße \"quoted\" 🎪 </p>\u2028") with
        {
            EditedAt = PostSamples.Noon,
            ReplyTo = PostReference.To("https://elsewhere.example/1", null),
            Links = [new PostLink("https://www.venue.example/", "venue.example")],
            Media = [new PostMedia("image", null, null)],
        };

        var json = JsonSerializer.Serialize(post, ListeningJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Post>(json, ListeningJson.Options), ListeningJson.Options));
    }

    [Fact]
    public void Every_key_is_written_and_what_is_internal_is_not()
    {
        var json = JsonSerializer.Serialize(_samples.New("1") with { ReplyTo = PostReference.ByNativeId("a.example", "7", null) }, ListeningJson.Options);

        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            [
                "post_key", "platform", "host", "seen_via", "url", "author", "created_at", "edited_at", "first_seen_at", "kind", "text", "lang", "text_key",
                "tags", "tags_display", "matched", "matched_via", "reply_to", "repost_of", "quote_of", "thread_key", "mentions", "links", "media",
                "engagement", "searchable", "state",
            ],
            document.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("reply_to").ValueKind);
        Assert.Equal("tag_field", document.RootElement.GetProperty("matched_via")[0].GetString());
        Assert.Equal("2026-11-02T12:00:00.000Z", document.RootElement.GetProperty("created_at").GetString());
    }

    [Fact]
    public void Nothing_is_escaped_beyond_the_need_of_json()
    {
        var json = JsonSerializer.Serialize(_samples.New("1", text: "é <a href='x'> & \"日本\" +"), ListeningJson.Options);

        Assert.Contains("é <a href='x'> & \\\"日本\\\" +", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_of_any_offset_are_read_as_utc_and_cut_to_the_millisecond()
    {
        var time = JsonSerializer.Deserialize<DateTimeOffset>("\"2026-11-02T07:00:00.1239-05:00\"", ListeningJson.Options);

        Assert.Equal(PostSamples.Noon.AddMilliseconds(123), time);
        Assert.Equal("\"2026-11-02T12:00:00.123Z\"", JsonSerializer.Serialize(time, ListeningJson.Options));
    }
}

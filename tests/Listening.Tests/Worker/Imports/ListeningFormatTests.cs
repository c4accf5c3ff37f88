using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Worker.Imports;

namespace Listening.Tests.Worker.Imports;

public sealed class ListeningFormatTests
{
    private const string Whole = """{"post_key":"k","platform":"mastodon","created_at":"2026-11-02T12:00:00.000Z","author":{"key":"a","platform":"mastodon"},"matched":["eventprofs"]}""";

    [Fact]
    public void A_line_with_the_least_it_may_have_is_a_post_of_today()
    {
        var post = Read(Whole);

        Assert.Equal(("k", PostSamples.Noon, PostSamples.Noon.AddDays(7)), (post.PostKey, post.CreatedAt, post.FirstSeenAt));
        Assert.Equal(("k", PostKind.Post, PostState.Live), (post.ThreadKey, post.Kind, post.State));
    }

    [Fact]
    public void Fields_that_are_not_known_are_allowed() =>
        Assert.Equal("k", Read("""{"colour":{"deep":[1,2]},""" + Whole[1..]).PostKey);

    [Fact]
    public void A_tombstone_that_still_names_somebody_names_nobody_afterwards()
    {
        var post = Read("""{"state":"deleted","text":"secret",""" + Whole[1..]);

        Assert.True(post.IsDeleted);
        Assert.Null(post.Author);
        Assert.Null(post.Text);
    }

    [Theory]
    [InlineData("post_key", null)]
    [InlineData("platform", null)]
    [InlineData("created_at", null)]
    [InlineData("author", null)]
    [InlineData("post_key", "null")]
    [InlineData("post_key", "\" \"")]
    [InlineData("post_key", "17")]
    [InlineData("created_at", "\"yesterday\"")]
    [InlineData("created_at", "1762084800")]
    [InlineData("created_at", "\"2026-13-45T00:00:00Z\"")]
    [InlineData("edited_at", "{}")]
    [InlineData("kind", "\"shout\"")]
    [InlineData("kind", "3")]
    [InlineData("state", "null")]
    [InlineData("text", "[\"no\"]")]
    [InlineData("text", "\"half \\ud83d a pair\"")]
    [InlineData("tags", "null")]
    [InlineData("tags", "[\"a\",null]")]
    [InlineData("matched", "\"eventprofs\"")]
    [InlineData("matched", "[\"two words\"]")]
    [InlineData("matched_via", "[\"text\",\"text\"]")]
    [InlineData("matched_via[0]", "[\"smell\"]")]
    [InlineData("seen_via", "[{\"host\":\"a.example\"}]")]
    [InlineData("seen_via", "[null]")]
    [InlineData("author.key", "{\"key\":null,\"platform\":\"mastodon\"}")]
    [InlineData("author", "{\"platform\":\"mastodon\"}")]
    [InlineData("reply_to", "\"somewhere\"")]
    [InlineData("reply_to", "{\"post_key\":5}")]
    [InlineData("engagement.likes", "{\"likes\":\"many\"}")]
    [InlineData("links", "[{\"url\":\"https://a.example/\"}]")]
    [InlineData("media", "[{}]")]
    [InlineData("searchable", "\"yes\"")]
    public void A_wrong_or_missing_field_is_named(string field, string? value)
    {
        var fault = Assert.Throws<RejectedLineException>(() => Read(With(field.Split('.', '[')[0], value)));

        Assert.StartsWith($"{field}: ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("{\"post_key\":\"cut off")]
    [InlineData("[1]")]
    [InlineData("7")]
    public void What_is_no_object_is_said_to_be_none(string line) =>
        Assert.Equal("no JSON object", Assert.Throws<RejectedLineException>(() => Read(line)).Message);

    [Fact]
    public void Bytes_that_are_no_text_are_rejected()
    {
        byte[] line = [.. Encoding.UTF8.GetBytes("""{"text":"a"""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"," + Whole[1..])];

        Assert.Throws<RejectedLineException>(() => new ListeningFormat().Read(line, PostSamples.Noon));
    }

    private static Post Read(string line) => new ListeningFormat().Read(Encoding.UTF8.GetBytes(line), PostSamples.Noon.AddDays(7))!;

    private static string With(string field, string? value)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Whole)!.ToDictionary(pair => pair.Key, pair => pair.Value.GetRawText());
        fields.Remove(field);
        if (value is not null)
        {
            fields[field] = value;
        }

        return "{" + string.Join(',', fields.Select(pair => $"\"{pair.Key}\":{pair.Value}")) + "}";
    }
}

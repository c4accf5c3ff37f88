using System.Text;
using System.Text.Json;
using Listening.Connectors.Json;

namespace Listening.Tests.Connectors.Json;

public sealed class JsonBodyTests
{
    [Theory]
    [InlineData("""{"t":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"t":"a\ud83d"}""", "a\uFFFD")]
    [InlineData("""{"t":"\ude00b"}""", "\uFFFDb")]
    [InlineData("""{"t":"\ud83d\ud83d\ude00"}""", "\uFFFD😀")]
    [InlineData("""{"t":"\\ud83d"}""", "\\ud83d")]
    [InlineData("""{"t":"\\\ud83dx\n"}""", "\\\uFFFDx\n")]
    public void Half_a_character_becomes_the_replacement_sign(string json, string text) =>
        Assert.Equal(text, JsonBody.Parse(json).Text("t"));

    [Fact]
    public void Broken_UTF8_and_a_byte_order_mark_do_no_harm()
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{\"t\":\"a"u8, 0xC3, .. "b\"}"u8];

        Assert.True(JsonBody.TryParse(JsonBody.Decode(body), out var json));
        Assert.Equal("a\uFFFDb", json.Text("t"));
    }

    [Theory]
    [InlineData("[{\"id\":\"1\"")]
    [InlineData("")]
    [InlineData("{\"a\":\"\\ud")]
    [InlineData("[1] trailing")]
    public void What_is_no_whole_value_is_refused(string text) => Assert.False(JsonBody.TryParse(text, out _));

    [Fact]
    public void Deep_nesting_is_read_or_refused_but_ends_nothing()
    {
        Assert.True(JsonBody.TryParse(new string('[', 900) + new string(']', 900), out _));
        Assert.False(JsonBody.TryParse(new string('[', 1_000_000), out _));
    }

    [Fact]
    public void Fields_of_the_wrong_type_are_null()
    {
        var json = JsonDocument.Parse(Encoding.UTF8.GetBytes("""{"n":12,"s":"12","neg":-1,"f":2.0,"e":"x","o":{},"a":[1],"z":null,"b":"true","big":1e40}""")).RootElement;

        Assert.Equal("12", json.Text("n"));
        Assert.Equal(12, json.Count("s"));
        Assert.Equal(2, json.Count("f"));
        Assert.True(json.Flag("b"));
        Assert.Null(json.Count("neg"));
        Assert.Null(json.Count("e"));
        Assert.Null(json.Count("big"));
        Assert.Null(json.Text("o"));
        Assert.Null(json.Text("z"));
        Assert.Null(json.Flag("s"));
        Assert.Null(json.Object("a"));
        Assert.Empty(json.Items("o"));
        Assert.Null(JsonBody.Parse("[1]").Text("n"));
    }

    [Theory]
    [InlineData("\"2026-10-02T09:14:07.512Z\"", "2026-10-02T09:14:07.512Z")]
    [InlineData("\"2026-10-02T09:14:07.5Z\"", "2026-10-02T09:14:07.500Z")]
    [InlineData("\"2026-10-02T11:14:07+02:00\"", "2026-10-02T09:14:07.000Z")]
    [InlineData("\"2026-10-02T09:14:07\"", "2026-10-02T09:14:07.000Z")]
    [InlineData("\"2026-10-02\"", "2026-10-02T00:00:00.000Z")]
    [InlineData("\"yesterday, about noon\"", null)]
    [InlineData("\"10:30\"", null)]
    [InlineData("1790932447", null)]
    [InlineData("null", null)]
    public void Times_are_UTC_where_no_zone_is_stated(string value, string? time)
    {
        var read = JsonBody.Parse($$"""{"t":{{value}}}""").Time("t");

        Assert.Equal(time, read is { } at ? Listening.Posts.ListeningJson.Format(at) : null);
    }
}

using Listening.Worker.Dashboard;

namespace Listening.Tests.Worker.Dashboard;

public sealed class PostTextTests
{
    [Theory]
    [InlineData("See https://a.example/x. More", "https://a.example/x")]
    [InlineData("(https://a.example/x)", "https://a.example/x")]
    [InlineData("https://a.example/x_(y)!", "https://a.example/x_(y)")]
    [InlineData("“HTTPS://A.example/x”", "HTTPS://A.example/x")]
    [InlineData("https://a.example/\u202Egnp.exe", "https://a.example/")]
    public void A_link_ends_where_a_reader_would_end_it(string text, string link) =>
        Assert.Equal(link, Assert.Single(PostText.Parts(text), part => part.Href is not null).Text);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    [InlineData("http:///nothing")]
    [InlineData("data:text/html,x and ftp://a.example/")]
    public void Only_web_addresses_become_links(string text) =>
        Assert.All(PostText.Parts(text), part => Assert.Null(part.Href));

    [Fact]
    public void The_parts_are_the_text()
    {
        const string Text = "One https://a.example/1, two https://b.example/2 (three).";

        Assert.Equal(Text, string.Concat(PostText.Parts(Text).Select(part => part.Text)));
    }

    [Fact]
    public void Line_breaks_stay_and_what_cannot_be_seen_goes() =>
        Assert.Equal("a\n\nb\nc", PostText.Clean("\r\na\r\n\r\n\r\n\r\nb\u0000\u202E\u0007\nc\n"));

    [Fact]
    public void A_long_text_is_cut_between_words()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 500));
        var cut = PostText.CutAt(text);

        Assert.InRange(cut, PostText.ShownAtOnce * 2 / 3, PostText.ShownAtOnce);
        Assert.Equal(' ', text[cut]);
        Assert.Equal(12, PostText.CutAt("A short text"));
    }

    [Fact]
    public void A_long_text_without_words_is_not_cut_through_a_sign()
    {
        var text = "x" + string.Concat(Enumerable.Repeat("😀", 1000));

        Assert.False(char.IsLowSurrogate(text[PostText.CutAt(text)]));
    }
}

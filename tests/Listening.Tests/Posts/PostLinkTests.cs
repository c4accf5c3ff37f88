using Listening.Posts;

namespace Listening.Tests.Posts;

public sealed class PostLinkTests
{
    [Theory]
    [InlineData("https://www.Mara.example/badges?x=1#y", "mara.example")]
    [InlineData("http://bücher.example:8080/", "xn--bcher-kva.example")]
    public void A_link_knows_its_host(string url, string host) => Assert.Equal(new PostLink(url, host), PostLink.FromUrl(url));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("/relative")]
    [InlineData("https://")]
    [InlineData("https://\u00AD")]
    [InlineData("http://a\u200D")]
    [InlineData("https://\u0301\u0301")]
    [InlineData("")]
    [InlineData(null)]
    public void What_leads_nowhere_is_no_link(string? url) => Assert.Null(PostLink.FromUrl(url));
}

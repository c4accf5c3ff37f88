using Listening.Connectors.Http;

namespace Listening.Tests.Connectors.Http;

public sealed class PlatformHostTests
{
    [Theory]
    [InlineData("mstdn.social", "mstdn.social", "https://mstdn.social/")]
    [InlineData(" Mstdn.Social ", "mstdn.social", "https://mstdn.social/")]
    [InlineData("mstdn.social:443", "mstdn.social", "https://mstdn.social/")]
    [InlineData("mstdn.social:8443", "mstdn.social:8443", "https://mstdn.social:8443/")]
    [InlineData("https://mstdn.social/", "mstdn.social", "https://mstdn.social/")]
    [InlineData("http://127.0.0.1:3000", "127.0.0.1:3000", "http://127.0.0.1:3000/")]
    [InlineData("http://localhost:80/", "localhost", "http://localhost/")]
    [InlineData("http://mstdn.social:443", "mstdn.social:443", "http://mstdn.social:443/")]
    [InlineData("http://[::1]:3000", "[::1]:3000", "http://[::1]:3000/")]
    [InlineData("bücher.example", "xn--bcher-kva.example", "https://xn--bcher-kva.example/")]
    public void A_host_is_a_name_a_name_with_a_port_or_a_URL(string text, string name, string origin)
    {
        Assert.True(PlatformHost.TryParse(text, out var host));
        Assert.Equal((name, origin), (host.Name, host.Origin.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("two words")]
    [InlineData("https://mstdn.social/explore")]
    [InlineData("mstdn.social/explore")]
    [InlineData("ftp://mstdn.social")]
    [InlineData("https://user:secret@mstdn.social")]
    [InlineData("https://")]
    [InlineData("mstdn.social:notaport")]
    [InlineData("\u00AD")]
    [InlineData("a\u200D")]
    public void Anything_else_is_refused(string? text) => Assert.False(PlatformHost.TryParse(text, out _));
}

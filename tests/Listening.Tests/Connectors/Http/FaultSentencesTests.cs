using System.Net.Sockets;
using Listening.Connectors.Http;

namespace Listening.Tests.Connectors.Http;

public sealed class FaultSentencesTests
{
    private static readonly Uri Address = new("https://mstdn.social/api/v1/timelines/tag/x?limit=40");

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, SocketError.HostNotFound, "mstdn.social cannot be found: check its name and the network connection.")]
    [InlineData(HttpRequestError.ConnectionError, SocketError.ConnectionRefused, "mstdn.social refuses connections: check its name and port, or that it is running.")]
    [InlineData(HttpRequestError.ConnectionError, SocketError.NetworkUnreachable, "mstdn.social cannot be reached: check the network connection.")]
    [InlineData(HttpRequestError.Unknown, SocketError.ConnectionReset, "mstdn.social cut the connection.")]
    [InlineData(HttpRequestError.ResponseEnded, SocketError.Success, "mstdn.social broke off in the middle of its answer.")]
    [InlineData(HttpRequestError.ProxyTunnelError, SocketError.Success, "The proxy does not let us through to mstdn.social: check Http:Proxy.")]
    [InlineData(HttpRequestError.UserAuthenticationError, SocketError.Success, "The connection to mstdn.social failed.")]
    public void A_fault_is_one_sentence_that_names_the_host(HttpRequestError error, SocketError socket, string sentence) =>
        Assert.Equal(sentence, FaultSentences.For(Address, new HttpRequestException(error, "technical words", new SocketException((int)socket))));
}

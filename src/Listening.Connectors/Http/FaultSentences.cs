using System.Net.Sockets;

namespace Listening.Connectors.Http;

/// <summary>Faults of the network in words: what happened, and what helps where something does.</summary>
internal static class FaultSentences
{
    public static string For(Uri address, HttpRequestException fault)
    {
        var host = HostName.Of(address);
        return fault switch
        {
            AttemptTimedOutException => fault.Message,
            { HttpRequestError: HttpRequestError.NameResolutionError } => $"{host} cannot be found: check its name and the network connection.",
            { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                $"No secure connection to {host}: its certificate is not trusted or it does not speak TLS (a company's own certificate goes into Http:CaFile).",
            { HttpRequestError: HttpRequestError.ProxyTunnelError } => $"The proxy does not let us through to {host}: check Http:Proxy.",
            { HttpRequestError: HttpRequestError.ResponseEnded } => $"{host} broke off in the middle of its answer.",
            { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } => $"{host} does not answer in HTTP: check its name and port.",
            { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"{host} sent headers that are too long to read.",
            _ => ForSocket(host, Socket(fault)),
        };
    }

    private static string ForSocket(string? host, SocketError? error) => error switch
    {
        SocketError.ConnectionRefused => $"{host} refuses connections: check its name and port, or that it is running.",
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => $"{host} cut the connection.",
        SocketError.TimedOut => $"{host} took too long to answer.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown => $"{host} cannot be reached: check the network connection.",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"{host} cannot be found: check its name and the network connection.",
        _ => $"The connection to {host} failed.",
    };

    private static SocketError? Socket(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }
}

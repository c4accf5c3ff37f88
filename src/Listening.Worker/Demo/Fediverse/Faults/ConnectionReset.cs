using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The connection is reset before an answer begins.</summary>
internal sealed record ConnectionReset : ScriptedFault
{
    public override Task AnswerAsync(ScriptedExchange exchange)
    {
        var socket = exchange.Context.Features.Get<IConnectionSocketFeature>()?.Socket;
        socket?.LingerState = new LingerOption(enable: true, seconds: 0);
        socket?.Close();
        exchange.Context.Abort();
        return Task.CompletedTask;
    }
}

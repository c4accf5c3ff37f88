namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The request is taken, and nothing ever comes back.</summary>
internal sealed record Stall : ScriptedFault
{
    public override Task AnswerAsync(ScriptedExchange exchange) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, exchange.Stopping);
}

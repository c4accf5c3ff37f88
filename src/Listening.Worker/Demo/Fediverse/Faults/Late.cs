namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The answer is right, but late.</summary>
internal sealed record Late(TimeSpan Wait) : ScriptedFault
{
    public override async Task AnswerAsync(ScriptedExchange exchange)
    {
        await Task.Delay(Wait, TimeProvider.System, exchange.Stopping);
        await exchange.Answer.WriteAsync(exchange.Context.Response, exchange.Stopping);
    }
}

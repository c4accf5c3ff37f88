namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The answer comes one byte at a time.</summary>
/// <param name="Pause">Before each byte.</param>
internal sealed record SlowDrip(TimeSpan Pause) : ScriptedFault
{
    public override async Task AnswerAsync(ScriptedExchange exchange)
    {
        var response = exchange.Context.Response;
        exchange.Answer.Begin(response);
        await response.StartAsync(exchange.Stopping);
        for (var i = 0; i < exchange.Answer.Body.Length; i++)
        {
            await Task.Delay(Pause, TimeProvider.System, exchange.Stopping);
            await response.Body.WriteAsync(exchange.Answer.Body.AsMemory(i, 1), exchange.Stopping);
            await response.Body.FlushAsync(exchange.Stopping);
        }
    }
}

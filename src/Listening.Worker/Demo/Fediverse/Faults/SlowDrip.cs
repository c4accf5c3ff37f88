namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The answer comes a few bytes at a time.</summary>
/// <param name="Pause">Before each piece.</param>
/// <param name="Bytes">Of each piece.</param>
internal sealed record SlowDrip(TimeSpan Pause, int Bytes = 1) : ScriptedFault
{
    public override async Task AnswerAsync(ScriptedExchange exchange)
    {
        var response = exchange.Context.Response;
        exchange.Answer.Begin(response);
        await response.StartAsync(exchange.Stopping);
        for (var i = 0; i < exchange.Answer.Body.Length; i += Bytes)
        {
            await Task.Delay(Pause, TimeProvider.System, exchange.Stopping);
            await response.Body.WriteAsync(exchange.Answer.Body.AsMemory(i, Math.Min(Bytes, exchange.Answer.Body.Length - i)), exchange.Stopping);
            await response.Body.FlushAsync(exchange.Stopping);
        }
    }
}

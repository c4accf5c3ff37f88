namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The connection closes after the first half of the answer: the server sees that bytes are missing and ends it, so that the half arrives.</summary>
internal sealed record HalfBody : ScriptedFault
{
    public override async Task AnswerAsync(ScriptedExchange exchange)
    {
        var response = exchange.Context.Response;
        exchange.Answer.Begin(response);
        await response.Body.WriteAsync(exchange.Answer.Body.AsMemory(0, exchange.Answer.Body.Length / 2), exchange.Stopping);
    }
}

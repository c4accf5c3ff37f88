namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>The same question, to be asked somewhere else.</summary>
/// <param name="Origin">Scheme and authority of the other place.</param>
internal sealed record Redirect(Uri Origin) : ScriptedFault
{
    public override Task AnswerAsync(ScriptedExchange exchange)
    {
        var request = exchange.Context.Request;
        exchange.Context.Response.Redirect(new Uri(Origin, request.Path + request.QueryString).ToString());
        return Task.CompletedTask;
    }
}

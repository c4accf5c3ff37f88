namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>A status with Mastodon's error body.</summary>
internal sealed record ErrorStatus(int Status, string Sentence = "The server has a problem") : ScriptedFault
{
    public override Task AnswerAsync(ScriptedExchange exchange) => ScriptedAnswer.Error(Status, Sentence).WriteAsync(exchange.Context.Response, exchange.Stopping);
}

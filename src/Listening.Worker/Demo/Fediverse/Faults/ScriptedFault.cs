namespace Listening.Worker.Demo.Fediverse.Faults;

/// <summary>One way in which an answer goes wrong. Waits are real time, whatever clock the host has: they happen to a real connection.</summary>
internal abstract record ScriptedFault
{
    public abstract Task AnswerAsync(ScriptedExchange exchange);
}

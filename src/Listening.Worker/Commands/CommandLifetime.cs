namespace Listening.Worker.Commands;

/// <summary>The command line watches Ctrl-C and SIGTERM; the host must not do so too.</summary>
internal sealed class CommandLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Leaves Ctrl-C and SIGTERM to the process that the host is part of.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

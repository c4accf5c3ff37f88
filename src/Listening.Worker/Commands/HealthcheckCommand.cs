using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary><c>healthcheck</c>: asks a running worker whether it is ready; the exit code is the answer.</summary>
internal static class HealthcheckCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static Command Create(CommandShell shell)
    {
        var command = new Command("healthcheck", "Ask a running worker whether it is ready; exit code only");
        command.SetAction(async (result, ct) =>
        {
            var settings = shell.Global.Settings(result, new Dictionary<string, string?>());
            var address = new Uri(ListenAddresses.Of(settings.Configuration)[0], "/healthz/ready");
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout };
            try
            {
                using var answer = await client.GetAsync(address, ct);
                return answer.IsSuccessStatusCode ? CommandRoot.Done : throw new CommandFailedException($"The worker at {address.Authority} is not ready (HTTP {(int)answer.StatusCode}); its log says why.");
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                throw new CommandFailedException($"No worker answers at {address.Authority}; start one with: listening run", e);
            }
        });
        return command;
    }
}

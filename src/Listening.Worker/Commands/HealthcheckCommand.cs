using System.CommandLine;
using System.Text.Json;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary><c>healthcheck</c>: asks a running worker whether it is ready; the exit code is the answer.</summary>
internal static class HealthcheckCommand
{
    // Longer than the worker itself waits for its store.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(8);

    public static Command Create(CommandShell shell)
    {
        var urls = new Option<string?>("--urls") { Description = "Where the worker serves, as given to run; the first address is asked", HelpName = "URLS" };
        var command = new Command("healthcheck", "Ask a running worker whether it is ready; exit code only") { urls };
        command.SetAction(async (result, ct) =>
        {
            var further = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            if (result.GetValue(urls) is { } given)
            {
                further["Api:Urls"] = given;
            }

            await AskAsync(new Uri(Address(shell.Global.Settings(result, further), isOption: further.Count > 0), "/healthz/ready"), ct);
            return CommandRoot.Done;
        });
        return command;
    }

    private static Uri Address(Settings settings, bool isOption)
    {
        try
        {
            return ListenAddresses.Of(settings.Configuration)[0];
        }
        catch (SettingException e) when (isOption)
        {
            throw new BadQuestionException(e.Message);
        }
    }

    private static async Task AskAsync(Uri address, CancellationToken ct)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Timeout };
        try
        {
            using var answer = await client.GetAsync(address, ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new CommandFailedException(await TroubleAsync(answer, ct) is { } trouble
                    ? $"The worker at {address.Authority} is not ready: {trouble}"
                    : $"What answers at {address.Authority} is no worker (HTTP {(int)answer.StatusCode}); say where the worker serves with --urls.");
            }
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            throw new CommandFailedException($"No worker answers at {address.Authority}; start one with 'listening run', or say where it serves with --urls.", e);
        }
    }

    private static async Task<string?> TroubleAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return null;
        }

        try
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty("detail", out var detail) ? detail.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

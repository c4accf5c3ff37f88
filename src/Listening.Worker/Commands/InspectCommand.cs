using System.CommandLine;
using Listening.Polling;

namespace Listening.Worker.Commands;

/// <summary><c>inspect</c>: what a connector reads from saved answers, through the mapper that polls use.</summary>
internal static class InspectCommand
{
    public static Command Create(CommandShell shell)
    {
        var platform = new Option<string>("--platform") { Description = "Whose answers they are", HelpName = "P", Required = true };
        var body = new Option<string?>("--body") { Description = "One saved body", HelpName = "FILE" };
        var meta = new Option<string?>("--meta") { Description = "How it was asked for and answered (JSON); default: the file beside it that ends in .meta.json", HelpName = "FILE" };
        var url = new Option<string?>("--url") { Description = "The address it came from, where no meta file says so", HelpName = "U" };
        var folder = new Option<string?>("--folder") { Description = "A folder of saved bodies", HelpName = "DIR" };
        var output = new Option<string?>("--output") { Description = "With --folder: where a JSON file for each body is written", HelpName = "OUT" };
        var command = new Command("inspect", "Show what a connector reads from saved answers") { platform, body, meta, url, folder, output };
        command.Validators.Add(result =>
        {
            var isFolder = result.GetValue(folder) is not null;
            if (isFolder == (result.GetValue(body) is not null) || isFolder != (result.GetValue(output) is not null) || (isFolder && result.GetValue(meta) is not null))
            {
                result.AddError("Give either --body FILE, or --folder DIR with --output OUT.");
            }

            if (result.GetValue(url) is { } address && !Uri.TryCreate(address, UriKind.Absolute, out _))
            {
                result.AddError($"'{address}' is no address for --url.");
            }
        });
        command.SetAction(async (result, ct) =>
        {
            await using var session = shell.Open(result);
            var inspector = Inspector(session.Services, result.GetRequiredValue(platform));
            var from = result.GetValue(url) is { } address ? new Uri(address) : null;
            if (result.GetValue(folder) is { } bodies)
            {
                var count = await InspectFolderAsync(inspector, bodies, result.GetRequiredValue(output)!, from, ct);
                session.Terminal.Note($"{count} bodies inspected.");
            }
            else
            {
                var one = await SavedBody.ReadAsync(result.GetRequiredValue(body)!, result.GetValue(meta), from, ct);
                session.Terminal.Answer.WriteLine(InspectionJson.Write(inspector.Inspect(one.Bytes, one.Answer)));
            }

            return CommandRoot.Done;
        });
        return command;
    }

    private static IPayloadInspector Inspector(IServiceProvider services, string platform)
    {
        var inspectors = services.GetServices<IPayloadInspector>().ToList();
        return inspectors.FirstOrDefault(inspector => string.Equals(inspector.Platform, platform, StringComparison.OrdinalIgnoreCase))
            ?? throw new CommandFailedException($"There is no connector for '{platform}'; there is one for {string.Join(", ", inspectors.Select(inspector => inspector.Platform))}.");
    }

    private static async Task<int> InspectFolderAsync(IPayloadInspector inspector, string folder, string output, Uri? from, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandFailedException($"The folder '{folder}' does not exist.");
        }

        Directory.CreateDirectory(output);
        var bodies = Directory.EnumerateFiles(folder).Where(SavedBody.IsBody).Order(StringComparer.Ordinal).ToList();
        foreach (var file in bodies)
        {
            var one = await SavedBody.ReadAsync(file, meta: null, from, ct);
            var inspection = InspectionJson.Write(inspector.Inspect(one.Bytes, one.Answer));
            await File.WriteAllTextAsync(Path.Combine(output, $"{Path.GetFileName(file)}.json"), inspection + "\n", ct);
        }

        return bodies.Count;
    }
}

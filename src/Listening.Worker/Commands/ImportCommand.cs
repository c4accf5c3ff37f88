using System.CommandLine;
using System.Globalization;
using Listening.Posts;
using Listening.Worker.Answers;
using Listening.Worker.Imports;

namespace Listening.Worker.Commands;

/// <summary><c>import</c>: posts of a file into the store.</summary>
internal static class ImportCommand
{
    private const string Ours = "ndjson";
    private const string Later = "later";

    public static Command Create(CommandShell shell)
    {
        var file = new Argument<string>("FILE") { Description = "What 'export --format ndjson' wrote; - reads standard input" };
        var hashtag = new Option<Hashtag?>("--hashtag")
        {
            Description = "The hashtag of lines that name none in 'matched'; without it they are rejected",
            HelpName = "TAG",
            CustomParser = result => Choice.ParseHashtag(result, result.Tokens[0].Value),
        };
        var format = Choice.Option("--format", "Form of the file; default auto, which refuses a file that is not ours", Formats(), "auto|ndjson");
        return shell.Query(new Command("import", "Take the posts of a file into the store; again and again without doubles") { file, hashtag, format }, async (session, result, ct) =>
        {
            var wanted = result.GetValue(format);
            if (wanted == Later)
            {
                throw new ListNotThereException("Importing that format is not there yet; import what 'listening export --format ndjson' writes.");
            }

            await using var input = ImportInput.Open(result.GetRequiredValue(file));
            await using var rejects = new RejectsFile(input.Path, session.Settings.Folder);
            var lines = ImportedLines.ReadAsync(input.Stream, ct);
            var ours = wanted == Ours ? lines : OwnFormat.RequireAsync(lines, input.Name);
            var answer = await ImportAsync(session, input, ours, result.GetValue(hashtag), rejects, ct);
            if (answer.Read == 0)
            {
                session.Terminal.Note($"{input.Name} is empty: there was nothing to import.");
            }

            session.Print(answer, imported => session.Terminal.Answer.WriteLine(Sentence(imported)));
        });
    }

    private static async Task<ImportAnswer> ImportAsync(
        Session session, ImportInput input, IAsyncEnumerable<ImportedLine> lines, Hashtag? otherwise, RejectsFile rejects, CancellationToken ct)
    {
        var importer = session.Services.GetRequiredService<Importer>();
        try
        {
            return await importer.ImportAsync(lines, otherwise, rejects, soFar => Tell(session.Terminal, input, soFar), ct);
        }
        catch (OperationCanceledException e) when (ct.IsCancellationRequested)
        {
            throw new CommandFailedException("Stopped before it was finished; what was read is stored, and importing the file again doubles nothing.", e);
        }
        finally
        {
            session.Terminal.Progress.Clear();
        }
    }

    private static Dictionary<string, string> Formats() => new(StringComparer.OrdinalIgnoreCase)
    {
        ["auto"] = "auto",
        [Ours] = Ours,
        ["csv"] = Later,
        ["twarc"] = Later,
        ["tags"] = Later,
        ["zeeschuimer"] = Later,
        ["conference"] = Later,
    };

    private static void Tell(Terminal terminal, ImportInput input, ImportAnswer soFar)
    {
        if (input.Share is { } share)
        {
            terminal.Progress.Show($"import {input.Name}", share, () => SafeText.Line(string.Create(CultureInfo.InvariantCulture, $"{input.Name}: {Math.Floor(share * 100)} %, {soFar.Read:N0} lines")) + "\n");
        }
    }

    private static string Sentence(ImportAnswer imported)
    {
        var rejected = imported.RejectsFile is null ? "" : string.Create(CultureInfo.InvariantCulture, $" The {imported.Rejected:N0} rejected lines are in {imported.RejectsFile}, each with its reason.");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{imported.Read:N0} lines read: {imported.Stored:N0} stored, {imported.Updated:N0} updated, {imported.Unchanged:N0} unchanged, {imported.Withheld:N0} withheld, {imported.Rejected:N0} rejected.{rejected}");
    }
}

using System.CommandLine;
using System.Globalization;
using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Imports;
using Listening.Worker.Moving;

namespace Listening.Worker.Commands;

/// <summary><c>import</c>: posts of a file into the store.</summary>
internal static class ImportCommand
{
    private const string Auto = "auto";
    private const string Later = "later";

    private static readonly string[] ToCome = ["csv", "twarc", "tags", "zeeschuimer"];

    private static readonly string[] Known = [Auto, .. ImportFormats.All().Select(format => format.Name)];

    public static Command Create(CommandShell shell)
    {
        var file = new Argument<string>("FILE") { Description = "What 'export' wrote, of a hashtag or of everything, or a conference CSV; - reads standard input" };
        var hashtag = new Option<Hashtag?>("--hashtag")
        {
            Description = "The hashtag of posts that name none in 'matched', as in a CSV; without it they are rejected",
            HelpName = "TAG",
            CustomParser = result => Choice.ParseHashtag(result, result.Tokens[0].Value),
        };
        var format = Choice.Option("--format", "Form of the file; default auto, which looks at its first lines", Formats(), string.Join('|', Known));
        return shell.Query(new Command("import", "Take the posts of a file into the store; again and again without doubles") { file, hashtag, format }, async (session, result, ct) =>
        {
            var wanted = result.GetValue(format);
            if (wanted == Later)
            {
                throw new ListNotThereException("Importing that format is not there yet; import what 'listening export --format ndjson' writes, or a conference CSV.");
            }

            await using var input = ImportInput.Open(result.GetRequiredValue(file));
            await using var rejects = new RejectsFile(input.Path, session.Settings.Folder);
            var lines = ImportedLines.ReadAsync(input.Stream, ct);
            var content = ImportFormats.All().FirstOrDefault(known => known.Name == wanted) is { } stated
                ? new ImportedFile(stated, lines)
                : await ImportFormats.DetectAsync(lines, input.Name, ct);
            var otherwise = result.GetValue(hashtag);
            content = content with { Digest = input.Digest($"{content.Format.Name} {otherwise?.Folded}") };
            var answer = await ImportAsync(session, input, content, otherwise, rejects, ct);
            if (answer.Read == 0)
            {
                session.Terminal.Note($"{input.Name} is empty: there was nothing to import.");
            }

            if (answer.State > 0)
            {
                NoteUnnamed(session.Terminal, await session.Services.GetRequiredService<UnnamedHosts>().ListAsync(ct));
            }

            session.Print(answer, imported => session.Terminal.Answer.WriteLine(Sentence(imported)));
        });
    }

    private static async Task<ImportAnswer> ImportAsync(
        Session session, ImportInput input, ImportedFile content, Hashtag? otherwise, RejectsFile rejects, CancellationToken ct)
    {
        var importer = session.Services.GetRequiredService<Importer>();
        var letters = session.Services.GetRequiredService<IDeadLetters>();
        try
        {
            var before = await letters.CountAsync(ct);
            var answer = await importer.ImportAsync(
                content,
                otherwise,
                rejects,
                line => session.Terminal.Note($"Goes on behind line {Words.Number(line)}, where an earlier call was broken off; what it did is counted too."),
                soFar => Tell(session.Terminal, input, soFar),
                ct);
            if (await letters.CountAsync(ct) > before)
            {
                session.Terminal.Note("The store refused some of the posts, which are counted as unchanged; see: listening dead-letters list");
            }

            return answer;
        }
        catch (OperationCanceledException e) when (ct.IsCancellationRequested)
        {
            throw new CommandFailedException("Stopped before it was finished; what was read is stored, and the same command goes on from there and doubles nothing.", e);
        }
        finally
        {
            session.Terminal.Progress.Clear();
        }
    }

    private static void NoteUnnamed(Terminal terminal, IReadOnlyList<SourceName> hosts)
    {
        if (hosts.Count > 0)
        {
            var names = Words.Join([.. hosts.Select(host => $"{host.Platform} {host.Host}")]);
            terminal.Note($"Read until now, and not named in the settings here: {names}. Add those that are to be read further (for Mastodon to Platforms:Mastodon:Hosts) before you start a worker here; a worker forgets how far the others were read.");
        }
    }

    private static Dictionary<string, string> Formats() => Known
        .Select(name => (name, name))
        .Concat(ToCome.Select(name => (name, Later)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private static void Tell(Terminal terminal, ImportInput input, ImportAnswer soFar)
    {
        if (input.Share is { } share)
        {
            terminal.Progress.Show($"import {input.Name}", share, () => SafeText.Line(string.Create(CultureInfo.InvariantCulture, $"{input.Name}: {Math.Floor(share * 100)} %, {Words.Count(soFar.Read, "line")}")) + "\n");
        }
    }

    private static string Sentence(ImportAnswer imported)
    {
        var state = imported.State == 0 ? "" : $" {Words.Number(imported.State)} of them {(imported.State == 1 ? "tells" : "tell")} what is followed, how far it was read and whom to keep out.";
        var rejected = imported.RejectsFile is null ? "" : $" What was rejected is in {imported.RejectsFile}, each line with its reason.";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Words.Count(imported.Read, "line")} read: {imported.Stored:N0} stored, {imported.Updated:N0} updated, {imported.Unchanged:N0} unchanged, {imported.Withheld:N0} withheld, {imported.Rejected:N0} rejected.{state}{rejected}");
    }
}

using System.Runtime.CompilerServices;
using Listening.Worker.Commands;

namespace Listening.Worker.Imports;

/// <summary>The kinds of files that can be imported, told apart by how a file begins.</summary>
internal static class ImportFormats
{
    // A bad line costs that line also when it is the first; a file of another kind has no good one soon.
    private const int LinesToLookAt = 20;

    /// <summary>A new reader of every kind.</summary>
    public static IReadOnlyList<IImportFormat> All() => [new ListeningFormat(), new StoreFormat(), new ConferenceFormat()];

    /// <summary>The same lines, with the kind that one of the first shows. Throws <see cref="CommandFailedException"/> where none does.</summary>
    public static async Task<ImportedFile> DetectAsync(IAsyncEnumerable<ImportedLine> lines, string name, CancellationToken ct)
    {
        var formats = All();
        List<ImportedLine> first = [];
        var rest = lines.GetAsyncEnumerator(ct);
        while (first.Count < LinesToLookAt && await rest.MoveNextAsync())
        {
            first.Add(rest.Current);
            if (formats.FirstOrDefault(format => format.Recognizes(rest.Current)) is { } known)
            {
                return new(known, AllOf(first, rest, ct));
            }
        }

        await rest.DisposeAsync();
        return first.Count == 0 ? new(formats[0], AsyncEnumerable.Empty<ImportedLine>()) : throw Foreign(first[0], name);
    }

    private static async IAsyncEnumerable<ImportedLine> AllOf(
        IReadOnlyList<ImportedLine> first, IAsyncEnumerator<ImportedLine> rest, [EnumeratorCancellation] CancellationToken ct)
    {
        await using (rest)
        {
            foreach (var line in first)
            {
                ct.ThrowIfCancellationRequested();
                yield return line;
            }

            while (await rest.MoveNextAsync())
            {
                yield return rest.Current;
            }
        }
    }

    private static CommandFailedException Foreign(ImportedLine first, string name) => new(first.Bytes switch
    {
        [0x1F, 0x8B, ..] => $"{name} is compressed; unpack it first (gzip -d).",
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => $"{name} is UTF-16; save it as UTF-8.",
        _ => $"{name} is neither what 'listening export --format ndjson' writes nor a conference CSV; files of other kinds (other CSV, twarc, TAGS, Zeeschuimer) cannot be imported yet.",
    });
}

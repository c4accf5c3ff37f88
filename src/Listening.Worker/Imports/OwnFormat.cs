using Listening.Worker.Commands;

namespace Listening.Worker.Imports;

/// <summary>Tells our own NDJSON from everything else by how a file begins.</summary>
internal static class OwnFormat
{
    // A bad line costs that line also when it is the first; a file of another kind has no good one soon.
    private const int LinesToLookAt = 20;

    private static readonly byte[][] Signs = [.. new[] { "\"post_key\"", "\"platform\"", "\"matched\"", "\"seen_via\"" }.Select(System.Text.Encoding.UTF8.GetBytes)];

    /// <summary>The same lines, when some of the first look like ours. Throws <see cref="CommandFailedException"/> otherwise.</summary>
    public static async IAsyncEnumerable<ImportedLine> RequireAsync(IAsyncEnumerable<ImportedLine> lines, string name)
    {
        List<ImportedLine> first = [];
        var isOurs = false;
        await foreach (var line in lines)
        {
            if (isOurs)
            {
                yield return line;
                continue;
            }

            first.Add(line);
            isOurs = IsOurs(line);
            if (!isOurs && first.Count == LinesToLookAt)
            {
                throw Foreign(first[0], name);
            }

            foreach (var held in isOurs ? first : [])
            {
                yield return held;
            }
        }

        if (!isOurs && first.Count > 0)
        {
            throw Foreign(first[0], name);
        }
    }

    private static bool IsOurs(ImportedLine line) =>
        line.Bytes is [(byte)'{', ..] && Array.Exists(Signs, sign => line.Bytes.AsSpan().IndexOf(sign) >= 0);

    private static CommandFailedException Foreign(ImportedLine first, string name) => new(first.Bytes switch
    {
        [0x1F, 0x8B, ..] => $"{name} is compressed; unpack it first (gzip -d).",
        [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] => $"{name} is UTF-16; save it as UTF-8.",
        _ => $"{name} is not what 'listening export --format ndjson' writes; files of other kinds (CSV, twarc, TAGS, Zeeschuimer) cannot be imported yet.",
    });
}

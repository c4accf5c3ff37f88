using System.Text;
using System.Text.Json;
using Listening.Posts;

namespace Listening.Worker.Imports;

/// <summary>
/// The lines that were not imported, each with its number and the reason, as NDJSON. Made with the first of them, beside the imported file
/// or, where nothing can be written there, in the folder of the data; an earlier one of the same name is replaced.
/// </summary>
/// <param name="beside">Where it shall lie; null for an input that is no file.</param>
/// <param name="folder">Where it lies otherwise.</param>
internal sealed class RejectsFile(string? beside, string folder) : IAsyncDisposable
{
    private const string Ending = ".rejects.ndjson";

    private StreamWriter? _writer;

    /// <summary>Full path; null while nothing was rejected.</summary>
    public string? Path { get; private set; }

    public long Count { get; private set; }

    public async Task AddAsync(ImportedLine line, string reason)
    {
        _writer ??= Open();
        var text = Encoding.UTF8.GetString(line.Bytes);
        await _writer.WriteLineAsync(JsonSerializer.Serialize(new Rejected(line.Number, reason, text), ListeningJson.Options));
        Count++;
    }

    /// <summary>Keeps what an earlier import of the same file put there, up to a line.</summary>
    /// <param name="line">Number of the last line that it dealt with.</param>
    /// <param name="count">How many lines it had put there by then.</param>
    public async Task GoOnAsync(long line, long count)
    {
        if (count > 0)
        {
            var before = Places().FirstOrDefault(File.Exists) is { } path ? await File.ReadAllLinesAsync(path) : [];
            _writer ??= Open();
            foreach (var rejected in before.Where(text => JsonSerializer.Deserialize<Rejected>(text, ListeningJson.Options)!.Line <= line))
            {
                await _writer.WriteLineAsync(rejected);
            }

            Count = count;
        }
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The second where the first folder may only be read.
    private IEnumerable<string> Places() =>
        [.. beside is null ? Array.Empty<string>() : [beside + Ending], System.IO.Path.Combine(folder, (beside is null ? "import" : System.IO.Path.GetFileName(beside)) + Ending)];

    private StreamWriter Open()
    {
        if (beside is not null)
        {
            try
            {
                return Open(Places().First());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The folder of the data may be written to.
            }
        }

        Directory.CreateDirectory(folder);
        return Open(Places().Last());
    }

    private StreamWriter Open(string path)
    {
        var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Path = path;
        return writer;
    }

    private sealed record Rejected(long Line, string Reason, string Text);
}

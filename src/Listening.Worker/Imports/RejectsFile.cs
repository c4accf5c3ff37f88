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

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private StreamWriter Open()
    {
        if (beside is not null)
        {
            try
            {
                return Open(beside + Ending);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A folder that may only be read; the one of the data may be written to.
            }
        }

        Directory.CreateDirectory(folder);
        return Open(System.IO.Path.Combine(folder, (beside is null ? "import" : System.IO.Path.GetFileName(beside)) + Ending));
    }

    private StreamWriter Open(string path)
    {
        var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        Path = path;
        return writer;
    }

    private sealed record Rejected(long Line, string Reason, string Text);
}

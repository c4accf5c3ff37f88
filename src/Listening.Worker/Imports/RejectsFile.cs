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

    public async Task AddAsync(ImportedLine line, RejectedLineException e)
    {
        _writer ??= Open(isNew: true);
        var text = e.IsToBeGone ? null : Encoding.UTF8.GetString(line.Bytes);
        await _writer.WriteLineAsync(JsonSerializer.Serialize(new Rejected(line.Number, e.Message, text), ListeningJson.Options));
        Count++;
    }

    /// <summary>Whatever was added is in the file from now on.</summary>
    public Task FlushAsync() => _writer?.FlushAsync() ?? Task.CompletedTask;

    /// <summary>Keeps what an earlier import of the same file put there, up to a line.</summary>
    /// <param name="line">Number of the last line that it dealt with.</param>
    /// <param name="count">How many lines it had put there by then.</param>
    public async Task GoOnAsync(long line, long count)
    {
        if (count == 0)
        {
            return;
        }

        _writer = Open(isNew: false);
        var (file, end) = (_writer.BaseStream, 0L);
        await foreach (var before in ImportedLines.ReadAsync(file, CancellationToken.None))
        {
            if (before.End > file.Length || LineOf(before) is not { } number || number > line)
            {
                break; // cut by a kill, or behind what is noted: it is dealt with again
            }

            end = before.End;
        }

        file.SetLength(end);
        file.Position = end;
        Count = count;
    }

    public ValueTask DisposeAsync() => _writer?.DisposeAsync() ?? ValueTask.CompletedTask;

    // The second where the first folder may only be read.
    private IEnumerable<string> Places() =>
        [.. beside is null ? Array.Empty<string>() : [beside + Ending], System.IO.Path.Combine(folder, (beside is null ? "import" : System.IO.Path.GetFileName(beside)) + Ending)];

    private StreamWriter Open(bool isNew)
    {
        if (beside is not null)
        {
            try
            {
                return Open(Places().First(), isNew);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The folder of the data may be written to.
            }
        }

        Directory.CreateDirectory(folder);
        return Open(Places().Last(), isNew);
    }

    private StreamWriter Open(string path, bool isNew)
    {
        var file = new FileStream(path, isNew ? FileMode.Create : FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        Path = path;
        return new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
    }

    private static long? LineOf(ImportedLine rejected)
    {
        try
        {
            return JsonSerializer.Deserialize<Rejected>(rejected.Bytes, ListeningJson.Options)?.Line;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Rejected(long Line, string Reason, string? Text);
}

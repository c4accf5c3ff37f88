using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Imports;

namespace Listening.Worker.Moving;

/// <summary>
/// The file beside the one that is asked for, in which a whole store is written until all of it is there. One that an earlier call left is
/// gone on with behind its last whole post, if it begins as this one would: else something changed in the store meanwhile, and it is begun anew.
/// </summary>
internal sealed class UnfinishedExport : IAsyncDisposable
{
    private readonly string _whole;
    private readonly FileStream _file;
    private readonly StreamWriter _writer;

    private UnfinishedExport(string whole, FileStream file)
    {
        _whole = whole;
        _file = file;
        _writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 64 * 1024) { NewLine = "\n" };
    }

    /// <summary>The last post that is there already; null where there is none.</summary>
    public PostCursor? After { get; private set; }

    /// <summary>How many posts are there.</summary>
    public long Posts { get; private set; }

    public static string PartOf(string whole) => $"{whole}.part";

    /// <summary>Throws <see cref="IOException"/> too where another call writes to it.</summary>
    /// <param name="whole">Full path of the file that is asked for.</param>
    /// <param name="beginning">What the file begins with.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<UnfinishedExport> OpenAsync(string whole, IAsyncEnumerable<string> beginning, CancellationToken ct)
    {
        var export = new UnfinishedExport(whole, new FileStream(PartOf(whole), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        try
        {
            await export.BeginAsync(beginning, ct);
            return export;
        }
        catch
        {
            await export.DisposeAsync();
            throw;
        }
    }

    public Task WriteAsync(string line) => _writer.WriteLineAsync(line);

    public Task WritePostAsync(string line)
    {
        Posts++;
        return WriteAsync(line);
    }

    /// <summary>All is there: it takes the place of the file that was asked for.</summary>
    public async Task FinishAsync()
    {
        await _writer.FlushAsync();
        _file.Flush(flushToDisk: true);
        File.Move(_file.Name, _whole, overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _writer.DisposeAsync();
        }
        finally
        {
            await _file.DisposeAsync();
        }
    }

    private async Task BeginAsync(IAsyncEnumerable<string> beginning, CancellationToken ct)
    {
        var end = await FindEndAsync(beginning, ct);
        _file.SetLength(end);
        _file.Position = end;
        if (end == 0)
        {
            await foreach (var line in beginning.WithCancellation(ct))
            {
                await WriteAsync(line);
            }
        }
    }

    // Behind the last whole line that is worth keeping; 0 where there is none.
    private async Task<long> FindEndAsync(IAsyncEnumerable<string> beginning, CancellationToken ct)
    {
        await using var lines = ImportedLines.ReadAsync(_file, ct).GetAsyncEnumerator(ct);
        await foreach (var expected in beginning.WithCancellation(ct))
        {
            if (!await lines.MoveNextAsync() || !lines.Current.Bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(expected)))
            {
                return 0;
            }
        }

        ImportedLine? last = null;
        while (await lines.MoveNextAsync() && StoreFormat.IsPost(lines.Current) && lines.Current.End <= _file.Length)
        {
            last = lines.Current;
            Posts++;
        }

        if (last is null || Read(last) is not { } post)
        {
            Posts = 0;
            return 0;
        }

        After = PostCursor.Of(post);
        return last.End;
    }

    private static Post? Read(ImportedLine line)
    {
        try
        {
            return JsonSerializer.Deserialize<Post>(line.Bytes, WholePostJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.CommandLine;
using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary><c>export</c>: every post of a hashtag, one line each.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        var format = Choice.Option("--format", "Form of the export; default ndjson", new Dictionary<string, string> { ["ndjson"] = "ndjson", ["csv"] = "csv", ["graphml"] = "graphml" }, "ndjson|csv|graphml");
        var output = new Option<string?>("--output") { Description = "Write to a file, which is replaced only when all is written", HelpName = "FILE" };
        var (from, to) = TimeOptions.Range("the first post");
        var command = new Command("export", "Write every post of a hashtag, ordered by time") { tag, format, output, from, to };
        command.SetAction(async (result, ct) =>
        {
            if (result.GetValue(format) is not (null or "ndjson") and var other)
            {
                throw new ListNotThereException($"The format '{other}' is not there yet; ask for --format ndjson.");
            }

            await using var session = shell.Open(result);
            await session.PrepareStoreAsync(ct);
            var hashtag = result.GetRequiredValue(tag);
            var posts = await session.Questions.ExportAsync(hashtag, result.GetValue(from), result.GetValue(to), ct);
            await session.ZoneAsync(hashtag, ct);
            if (result.GetValue(output) is { } path)
            {
                var count = await WriteFileAsync(path, posts, ct);
                session.Terminal.Note($"{count} posts and tombstones are in {path}.");
            }
            else
            {
                await WriteAsync(session.Terminal.Answer, posts, ct);
            }

            return CommandRoot.Done;
        });
        return command;
    }

    private static async Task<long> WriteFileAsync(string path, IAsyncEnumerable<Post> posts, CancellationToken ct)
    {
        var whole = Path.GetFullPath(path);
        if (Directory.Exists(whole) || !Directory.Exists(Path.GetDirectoryName(whole)))
        {
            throw new CommandFailedException($"{path} cannot be written: {(Directory.Exists(whole) ? "it is a folder" : "its folder is not there")}; name a file in a folder that is there.");
        }

        var part = $"{whole}.{Environment.ProcessId}.part";
        try
        {
            long count;
            await using (var writer = new StreamWriter(part, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
            {
                count = await WriteAsync(writer, posts, ct);
            }

            File.Move(part, whole, overwrite: true);
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The name of the part is nobody's business.
            throw new CommandFailedException($"{path} cannot be written ({e.Message.Replace(part, path, StringComparison.Ordinal).TrimEnd('.')}); check its folder, its rights and the free space.", e);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static async Task<long> WriteAsync(TextWriter writer, IAsyncEnumerable<Post> posts, CancellationToken ct)
    {
        var count = 0L;
        await foreach (var post in posts.WithCancellation(ct))
        {
            await writer.WriteLineAsync(JsonSerializer.Serialize(post, ListeningJson.Options));
            count++;
        }

        return count;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary><c>export</c>: every post of a hashtag, one line each, or everything that the store holds.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        tag.Arity = ArgumentArity.ZeroOrOne;
        var all = new Option<bool>("--all") { Description = "Everything instead: all posts, what is followed, how far it was read, whom to keep out; 'import' makes the same store of it" };
        var format = Choice.Option("--format", "Form of the export; default ndjson", new Dictionary<string, string> { ["ndjson"] = "ndjson", ["csv"] = "csv", ["graphml"] = "graphml" }, "ndjson|csv|graphml");
        var output = new Option<string?>("--output") { Description = "Write to a file, which is replaced only when all is written", HelpName = "FILE" };
        var (from, to) = TimeOptions.Range("the first post");
        var command = new Command("export", "Write every post of a hashtag, ordered by time, or everything") { tag, all, format, output, from, to };
        command.Validators.Add(result => Validate(result, tag, all, from, to));
        command.SetAction(async (result, ct) =>
        {
            if (result.GetValue(format) is not (null or "ndjson") and var other)
            {
                throw new ListNotThereException($"The format '{other}' is not there yet; ask for --format ndjson.");
            }

            await using var session = shell.Open(result);
            await session.PrepareStoreAsync(ct);
            if (result.GetValue(all))
            {
                await WholeStoreExport.WriteAsync(session, result.GetValue(output), ct);
                return CommandRoot.Done;
            }

            var hashtag = result.GetRequiredValue(tag);
            var posts = await session.Questions.ExportAsync(hashtag, result.GetValue(from), result.GetValue(to), ct);
            await session.ZoneAsync(hashtag, ct);
            if (result.GetValue(output) is { } path)
            {
                var count = await WriteFileAsync(path, posts, ct);
                session.Terminal.Note($"Written to {path}: {Words.Count(count, "post or tombstone", "posts and tombstones")}.");
            }
            else
            {
                await WriteAsync(session.Terminal.Answer, posts, ct);
            }

            return CommandRoot.Done;
        });
        return command;
    }

    private static void Validate(CommandResult result, Argument<Hashtag> tag, Option<bool> all, Option<string?> from, Option<string?> to)
    {
        var (hasTag, hasAll) = (result.GetResult(tag) is { Tokens.Count: > 0 }, result.GetValue(all));
        if (hasTag == hasAll)
        {
            result.AddError(hasAll ? "Give a hashtag or --all, not both." : "Say what to export: a hashtag, or --all.");
        }
        else if (hasAll && (result.GetResult(from) is not null || result.GetResult(to) is not null))
        {
            result.AddError("--all exports everything; leave --from and --to out.");
        }
    }

    private static async Task<long> WriteFileAsync(string path, IAsyncEnumerable<Post> posts, CancellationToken ct)
    {
        var whole = OutputFile.Require(path);
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
            throw OutputFile.NotWritten(path, part, e);
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

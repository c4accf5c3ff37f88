using System.Globalization;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Moving;

namespace Listening.Worker.Commands;

/// <summary>Writes everything that a store holds, with a line of progress; into a file it goes on where an earlier call stopped.</summary>
internal static class WholeStoreExport
{
    public static async Task WriteAsync(Session session, string? path, CancellationToken ct)
    {
        var store = session.Services.GetRequiredService<IStore>();
        if (store.Kind == "sqlite" && FolderLock.IsTaken(session.Settings.Folder))
        {
            session.Terminal.Note("A worker is running: what it changes from now on may not be in the export. Stop it before you move.");
        }

        var export = await StoreExport.BeginAsync(session.Services.GetRequiredService<IPostStore>(), session.Services.GetRequiredService<StoreParts>(), ct);
        var total = (await store.InfoAsync(ct)).Posts;
        if (total == 0 && (await session.Services.GetRequiredService<ITrackingStore>().HashtagsAsync(ct)).Count == 0)
        {
            throw new CommandFailedException($"There is nothing to export: the store ({store.Kind}) follows no hashtag and holds no post. Check --data and the settings of the store.");
        }

        try
        {
            var tell = Telling(session.Terminal, path ?? "export", total);
            if (path is null)
            {
                await WriteAsync(session.Terminal.Answer, export, tell, ct);
            }
            else
            {
                var posts = await WriteFileAsync(session.Terminal, path, export, tell, ct);
                session.Terminal.Note($"Everything is in {path}, including {Words.Count(posts, "post or tombstone", "posts and tombstones")}; bring it elsewhere with: listening import {path}");
            }
        }
        finally
        {
            session.Terminal.Progress.Clear();
        }
    }

    private static async Task WriteAsync(TextWriter writer, StoreExport export, Action<long> tell, CancellationToken ct)
    {
        var posts = 0L;
        await foreach (var line in export.BeginningAsync(ct))
        {
            await writer.WriteLineAsync(line);
        }

        await foreach (var line in export.PostsAsync(null, ct))
        {
            await writer.WriteLineAsync(line);
            tell(++posts);
        }

        foreach (var line in export.End(posts))
        {
            await writer.WriteLineAsync(line);
        }
    }

    private static async Task<long> WriteFileAsync(Terminal terminal, string path, StoreExport export, Action<long> tell, CancellationToken ct)
    {
        var whole = OutputFile.Require(path);
        try
        {
            await using var unfinished = await UnfinishedExport.OpenAsync(whole, export.BeginningAsync(ct), ct);
            if (unfinished.Posts > 0)
            {
                terminal.Note($"Goes on behind the {Words.Count(unfinished.Posts, "post or tombstone", "posts and tombstones")} that an earlier call wrote.");
            }

            await foreach (var line in export.PostsAsync(unfinished.After, ct))
            {
                await unfinished.WritePostAsync(line);
                tell(unfinished.Posts);
            }

            foreach (var line in export.End(unfinished.Posts))
            {
                await unfinished.WriteAsync(line);
            }

            await unfinished.FinishAsync();
            return unfinished.Posts;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.NotWritten(path, UnfinishedExport.PartOf(whole), e);
        }
        catch (OperationCanceledException e) when (ct.IsCancellationRequested)
        {
            throw new CommandFailedException($"Stopped before it was finished; the same command goes on from there. To begin anew, delete {UnfinishedExport.PartOf(path)} first.", e);
        }
    }

    // Tombstones are not counted beforehand.
    private static Action<long> Telling(Terminal terminal, string name, long total) => posts =>
    {
        if (posts < total && posts % 1000 == 0)
        {
            var share = posts / (double)total;
            terminal.Progress.Show($"export {name}", share, () => SafeText.Line(string.Create(CultureInfo.InvariantCulture, $"{name}: {Math.Floor(share * 100)} %, {Words.Count(posts, "post")}")) + "\n");
        }
    };
}

using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Listening.Worker.Commands;
using Listening.Worker.Moving;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Imports;

/// <summary>
/// Takes a file into the store, in batches and in bounded memory. It can be broken off and begun again at any time: it goes on about where it
/// was, and what is stored already is merged, not doubled.
/// </summary>
internal sealed class Importer(
    IPostStore posts,
    ICoverageLog coverage,
    ITrackingStore tracking,
    IUnfinishedImports imports,
    IStore store,
    StoreParts parts,
    FollowedHashtags hashtags,
    ConsentWithoutProfile consent,
    IOptions<RetentionOptions> retention,
    TimeProvider time)
{
    /// <summary>
    /// Returns when all is stored and every question sees it. Throws <see cref="CommandFailedException"/> for a file that cannot be read, or
    /// whose end is missing.
    /// </summary>
    /// <param name="file">What is imported.</param>
    /// <param name="otherwise">The hashtag of lines that name none; null rejects them.</param>
    /// <param name="rejects">Takes the lines that cannot be imported.</param>
    /// <param name="goesOnBehind">Is called first with the number of the last line that an earlier import of the same file dealt with, if one was broken off.</param>
    /// <param name="tell">Is called after each batch with what was done so far, by an earlier import of the same file too.</param>
    /// <param name="ct">Ends it between two batches.</param>
    public async Task<ImportAnswer> ImportAsync(
        ImportedFile file, Hashtag? otherwise, RejectsFile rejects, Action<long> goesOnBehind, Action<ImportAnswer> tell, CancellationToken ct)
    {
        var place = new ImportPlace(imports, store, time);
        var position = await place.FindAsync(file.Digest, ct);
        if (position.Line > 0)
        {
            goesOnBehind(position.Line);
        }

        await rejects.GoOnAsync(position.Line, position.Rejected);
        var names = new ImportedHashtags(hashtags, otherwise);
        var times = new ImportedTimes(coverage, tracking, position.Times);
        var batch = new ImportBatch(posts, consent);
        var whole = file.Format as StoreFormat;
        var dealtWith = position.Line;
        await foreach (var line in file.Lines.WithCancellation(ct))
        {
            whole?.Meet(line);
            if (line.Number <= position.Line)
            {
                file.Format.Pass(line.Bytes);
                continue;
            }

            try
            {
                await TakeAsync(line);
            }
            catch (RejectedLineException e) when (whole is not { IsEachLineNeeded: true })
            {
                await rejects.AddAsync(line, e);
            }
            catch (RejectedLineException e)
            {
                throw new CommandFailedException($"Line {line.Number} belongs to those that tell whom to keep out, and cannot be read ({e.Message}): the file is damaged. Export it again and import that.", e);
            }

            dealtWith = line.Number;
        }

        await StoreAsync();
        if (whole is { IsComplete: false })
        {
            throw new CommandFailedException("The end of the file is missing: what it holds is stored, but it was not written or copied whole. Export it again and import that.");
        }

        await times.RecordAsync(ct);
        await place.EndAsync(position, ct);
        return Answer();

        async Task TakeAsync(ImportedLine line)
        {
            Require(line);
            if (whole is not null && !StoreFormat.IsPost(line))
            {
                if (whole.ReadRecord(line, parts) is var (part, value))
                {
                    await StoreIfAsync(batch.IsToStoreBefore(part));
                    batch.Add(part, value, line.Bytes.Length);
                }
            }
            else if (Read(file.Format, line) is { } read)
            {
                var post = whole is null ? await names.NameAsync(read, ct) : read;
                await StoreIfAsync(batch.IsToStoreBefore(post));
                batch.Add(post, line.Bytes.Length);
            }
        }

        Task StoreIfAsync(bool isNeeded) => isNeeded ? StoreAsync() : Task.CompletedTask;

        async Task StoreAsync()
        {
            (var kept, position) = await batch.StoreAsync(position, ct);
            if (whole is null)
            {
                times.Add(kept);
            }

            position = position with { Line = dealtWith, Rejected = rejects.Count, Times = times.All };
            await rejects.FlushAsync();
            await place.NoteAsync(position, ct);
            tell(Answer());
        }

        ImportAnswer Answer() => new(
            position.Stored + position.Updated + position.Unchanged + position.Withheld + position.Rejected + position.State,
            position.Stored,
            position.Updated,
            position.Unchanged,
            position.Withheld,
            position.Rejected,
            position.State,
            rejects.Path);
    }

    private static void Require(ImportedLine line)
    {
        if (line.IsTooLong)
        {
            throw new RejectedLineException($"longer than {ImportedLines.LongestLine / (1024 * 1024)} MB; only its beginning is kept here");
        }
    }

    private Post? Read(IImportFormat format, ImportedLine line)
    {
        var post = format.Read(line.Bytes, time.GetUtcNow());
        return retention.Value.KeptFrom(time.GetUtcNow()) is { } from && post?.CreatedAt < from
            ? throw new RejectedLineException("older than Retention:Posts allows") { IsToBeGone = true }
            : post;
    }
}

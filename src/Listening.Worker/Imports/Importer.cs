using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Microsoft.Extensions.Options;

namespace Listening.Worker.Imports;

/// <summary>
/// Takes posts of a file into the store, in batches and in bounded memory. It can be broken off and begun again at any time: what is stored
/// already is merged, not doubled.
/// </summary>
internal sealed class Importer(IPostStore posts, ICoverageLog coverage, ITrackingStore tracking, FollowedHashtags hashtags, ConsentWithoutProfile consent, IOptions<RetentionOptions> retention, TimeProvider time)
{
    private const int PostsAtOnce = 500;
    private const int BytesAtOnce = 8 * 1024 * 1024;

    /// <summary>Returns when every post is stored and every question sees it.</summary>
    /// <param name="file">What is imported.</param>
    /// <param name="otherwise">The hashtag of lines that name none; null rejects them.</param>
    /// <param name="rejects">Takes the lines that cannot be imported.</param>
    /// <param name="tell">Is called after each batch with what was done so far.</param>
    /// <param name="ct">Ends it between two batches.</param>
    public async Task<ImportAnswer> ImportAsync(
        ImportedFile file, Hashtag? otherwise, RejectsFile rejects, Action<ImportAnswer> tell, CancellationToken ct)
    {
        var names = new ImportedHashtags(hashtags, otherwise);
        var times = new ImportedTimes(coverage, tracking);
        var batch = new Dictionary<string, Post>(StringComparer.Ordinal);
        var bytes = 0;
        var (done, withheld) = (new Tally(0, 0, 0), 0L);
        await foreach (var line in file.Lines.WithCancellation(ct))
        {
            Post post;
            try
            {
                if (Read(file.Format, line) is not { } read)
                {
                    continue;
                }

                post = await names.NameAsync(read, ct);
            }
            catch (RejectedLineException e)
            {
                await rejects.AddAsync(line, e.Message);
                continue;
            }

            if (batch.ContainsKey(post.PostKey) || batch.Count == PostsAtOnce || bytes > BytesAtOnce)
            {
                await StoreAsync();
            }

            batch.Add(post.PostKey, post);
            bytes += line.Bytes.Length;
        }

        await StoreAsync();
        await times.RecordAsync(ct);
        return Answer();

        async Task StoreAsync()
        {
            var kept = await consent.KeepAsync([.. batch.Values], ct);
            done = done.Plus(await posts.UpsertAsync(kept, ct));
            times.Add(kept);
            withheld += batch.Count - kept.Count;
            batch.Clear();
            bytes = 0;
            tell(Answer());
        }

        ImportAnswer Answer() => new(
            done.Stored + done.Updated + done.Unchanged + withheld + rejects.Count, done.Stored, done.Updated, done.Unchanged, withheld, rejects.Count, rejects.Path);
    }

    private Post? Read(IImportFormat format, ImportedLine line)
    {
        if (line.IsTooLong)
        {
            throw new RejectedLineException($"longer than {ImportedLines.LongestLine / (1024 * 1024)} MB; only its beginning is kept here");
        }

        var post = format.Read(line.Bytes, time.GetUtcNow());
        return retention.Value.KeptFrom(time.GetUtcNow()) is { } from && post?.CreatedAt < from
            ? throw new RejectedLineException("older than Retention:Posts allows")
            : post;
    }
}

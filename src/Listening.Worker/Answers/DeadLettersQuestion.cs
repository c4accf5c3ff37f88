using Listening.Stores;

namespace Listening.Worker.Answers;

/// <summary>What the store refused, and another try.</summary>
internal sealed class DeadLettersQuestion(IDeadLetters letters, IPostStore posts, ConsentWithoutProfile consent)
{
    public async Task<DeadLettersAnswer> ListAsync(CancellationToken ct) => new([.. (await letters.ListAsync(ct))
        .OrderByDescending(letter => letter.At)
        .ThenBy(letter => letter.Post.PostKey, StringComparer.Ordinal)
        .Select(letter => new DeadLetterAnswer(letter.Post.PostKey, letter.Post.Platform, letter.Reason, letter.At))]);

    /// <summary>Tries each post once. What is refused again stays a dead letter.</summary>
    public async Task<DeadLetterRetryAnswer> RetryAsync(CancellationToken ct)
    {
        var (stored, refused, withheld) = (0, 0, 0);
        foreach (var letter in await letters.ListAsync(ct))
        {
            var kept = await consent.KeepAsync([letter.Post], ct);
            await posts.UpsertAsync(kept, ct);
            var isSettled = await letters.RemoveAsync(letter, ct);
            _ = kept.Count == 0 ? withheld++ : isSettled ? stored++ : refused++;
        }

        return new DeadLetterRetryAnswer(stored + refused + withheld, stored, refused, withheld);
    }
}

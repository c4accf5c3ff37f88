using Listening.Posts;
using Listening.Stores;

namespace Listening.Worker.Answers;

/// <summary>The author whom a person names, and what the person decides about them.</summary>
internal sealed class NamedAuthors(IPostStore posts, IAuthorMarks marks, TimeProvider time)
{
    // A worker beside this command may be storing a page that it read before the mark was there.
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(1);

    /// <summary>Keeps the mark first and erases then, so that nothing comes back in between.</summary>
    public async Task<ForgetAnswer> ForgetAsync(string name, CancellationToken ct)
    {
        var key = await KeyAsync(name, ct);
        await marks.ForgetAsync(key, ct);
        var erased = await posts.EraseAuthorsAsync([key], ct);
        await Task.Delay(SecondLook, time, ct);
        return new ForgetAnswer(erased + await posts.EraseAuthorsAsync([key], ct));
    }

    public async Task<MuteAnswer> MuteAsync(string name, bool isMuted, CancellationToken ct)
    {
        var key = await KeyAsync(name, ct);
        await marks.SetMutedAsync(key, isMuted, ct);
        return new MuteAnswer(key, isMuted);
    }

    /// <summary>
    /// A key is taken as it is, also of somebody of whom nothing is stored; a handle is looked up. Throws
    /// <see cref="UnknownAuthorException"/> for a handle that nobody has and <see cref="BadQuestionException"/> for one that several have.
    /// </summary>
    public async Task<string> KeyAsync(string name, CancellationToken ct)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            return name;
        }

        var handle = $"@{name.Trim().TrimStart('@')}";
        var found = await posts.AuthorsNamedAsync(handle, ct);
        return found switch
        {
            [var one] => one.Key,
            [] => throw new UnknownAuthorException(handle),
            _ => throw new BadQuestionException($"{handle} names several authors: give one of their keys, {string.Join(" or ", found.Select((Author author) => author.Key))}."),
        };
    }
}

using Listening.Posts;
using Listening.Stores;

namespace Listening.Worker.Answers;

/// <summary>The author whom a person names, and what the person decides about them.</summary>
internal sealed class NamedAuthors(IPostStore posts, IAuthorMarks marks, TimeProvider time)
{
    // A worker beside this command may be storing a page that it read before the mark was there.
    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Keeps the mark first and erases then, so that nothing comes back in between. The handle is marked as well: no post says afterwards
    /// whose it was, and whoever asks once more has to be told that it is done.
    /// </summary>
    public async Task<ForgetAnswer> ForgetAsync(string name, CancellationToken ct)
    {
        var wasForgotten = (await marks.ForgottenAsync([Marked(name)], ct)).Count > 0;
        if (await FindKeyAsync(name, ct) is not { } key)
        {
            return wasForgotten ? new ForgetAnswer(0, wasForgotten) : throw new UnknownAuthorException(Handle(name));
        }

        var handles = (await posts.AuthorsAsync([key], ct)).Select(author => author.Handle).OfType<string>().Select(Marked);
        foreach (var mark in handles.Prepend(key))
        {
            await marks.ForgetAsync(mark, ct);
        }

        var erased = await posts.EraseAuthorsAsync([key], ct);
        await Task.Delay(SecondLook, time, ct);
        return new ForgetAnswer(erased + await posts.EraseAuthorsAsync([key], ct), wasForgotten);
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
    public async Task<string> KeyAsync(string name, CancellationToken ct) =>
        await FindKeyAsync(name, ct) ?? throw new UnknownAuthorException(Handle(name));

    private async Task<string?> FindKeyAsync(string name, CancellationToken ct)
    {
        if (IsKey(name))
        {
            return name;
        }

        var handle = Handle(name);
        var found = await posts.AuthorsNamedAsync([handle], ct);
        return found switch
        {
            [var one] => one.Key,
            [] => null,
            _ => throw new BadQuestionException($"{handle} names several authors: give one of their keys, {string.Join(" or ", found.Select((Author author) => author.Key))}."),
        };
    }

    private static bool IsKey(string name) => name.Contains(':', StringComparison.Ordinal);

    private static string Handle(string name) => $"@{name.Trim().TrimStart('@')}";

    // A handle is the same in any case.
    private static string Marked(string name) => IsKey(name) ? name : Handle(name).ToLowerInvariant();
}

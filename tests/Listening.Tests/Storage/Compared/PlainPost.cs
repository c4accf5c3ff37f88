using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage.Compared;

/// <summary>What a test knows of a live post by itself, without asking any store.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Author">Key of its author.</param>
/// <param name="IsBot">Whether that one is a bot.</param>
/// <param name="Platform">Where it comes from.</param>
/// <param name="At">When it was written.</param>
/// <param name="Kind">Own words or not.</param>
/// <param name="IsSearchable">Whether a search may look into it.</param>
/// <param name="Hashtags">The followed ones that it carries.</param>
/// <param name="Words">What it says.</param>
/// <param name="Turns">To whom it turns, in which way.</param>
/// <param name="Answers">The post that it answers, and whose that is.</param>
internal sealed record PlainPost(
    string Key,
    string Author,
    bool IsBot,
    string Platform,
    DateTimeOffset At,
    PostKind Kind,
    bool IsSearchable,
    IReadOnlyList<string> Hashtags,
    IReadOnlyList<string> Words,
    IReadOnlyList<(EdgeKind Kind, string Target)> Turns,
    (string Post, string? Author)? Answers);

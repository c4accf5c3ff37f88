namespace Listening.Stores;

/// <summary>One author in one interval.</summary>
/// <param name="AuthorKey">Who.</param>
/// <param name="Index">Which interval, from 0.</param>
/// <param name="Posts">Own words: posts, replies and quotes.</param>
/// <param name="Reposts">What was passed on.</param>
/// <param name="FirstAt">Time of the first of <paramref name="Posts"/>; of the first repost where there is none.</param>
/// <param name="LastAt">Time of the last one, likewise.</param>
public sealed record AuthorDay(string AuthorKey, int Index, int Posts, int Reposts, DateTimeOffset FirstAt, DateTimeOffset LastAt);

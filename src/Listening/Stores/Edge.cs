namespace Listening.Stores;

/// <summary>One person turned to another, once or more, in one interval.</summary>
/// <param name="AuthorKey">Who did.</param>
/// <param name="TargetKey">To whom: an author's key, or what stands for it while that author was never seen.</param>
/// <param name="Kind">In which way.</param>
/// <param name="Index">In which interval, from 0.</param>
/// <param name="FirstAt">When for the first time in it.</param>
public sealed record Edge(string AuthorKey, string TargetKey, EdgeKind Kind, int Index, DateTimeOffset FirstAt);

using System.Text.Json.Serialization;

namespace Listening.Posts;

/// <summary>
/// Another post that this one answers, passes on or quotes. A platform with host-local ids gives only (host, native id) at first;
/// the store fills in <see cref="PostKey"/> when the later of the two posts is stored, and <see cref="Via"/> is empty from then on.
/// </summary>
/// <param name="PostKey">Global key of the other post; null while it is not known to us.</param>
/// <param name="AuthorKey">Key of its author; <c>platform:@user@host</c> stands for it until that author was seen.</param>
/// <param name="Via">Host-local ids under which the other post may turn up, sorted. Internal: not part of exports and answers.</param>
public sealed record PostReference(
    string? PostKey,
    string? AuthorKey,
    [property: JsonIgnore] IReadOnlyList<NativeId> Via)
{
    /// <summary>A reference whose target is known.</summary>
    public static PostReference To(string postKey, string? authorKey) => new(postKey, authorKey, []);

    /// <summary>A reference by host-local id.</summary>
    public static PostReference ByNativeId(string host, string nativeId, string? authorKey) => new(null, authorKey, [new(host, nativeId)]);

    [JsonIgnore]
    public bool IsResolved => PostKey is not null;

    // A resolved reference beats an unresolved one; otherwise the outcome must not depend on the order of arrival.
    internal static PostReference? Merge(PostReference? a, PostReference? b)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        var author = AuthorOf(a.AuthorKey, b.AuthorKey);
        if (a.IsResolved || b.IsResolved)
        {
            var winner = !b.IsResolved || (a.IsResolved && string.CompareOrdinal(a.PostKey, b.PostKey) <= 0) ? a : b;
            return winner with { AuthorKey = author };
        }

        return new(null, author, [.. a.Via.Union(b.Via).Order()]);
    }

    // Both copies mean the same author: a key beats the handle that stands for it, then the smaller one, ordinal.
    internal static string? AuthorOf(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return a ?? b;
        }

        var (aIsHandle, bIsHandle) = (Posts.AuthorKey.IsStandIn(a), Posts.AuthorKey.IsStandIn(b));
        return aIsHandle != bIsHandle ? (aIsHandle ? b : a) : string.CompareOrdinal(a, b) <= 0 ? a : b;
    }
}

namespace Listening.Posts;

/// <summary>An id that means something on one host only. Ordered by host, then id, ordinal.</summary>
public sealed record NativeId(string Host, string Id) : IComparable<NativeId>
{
    public int CompareTo(NativeId? other) => other is null ? 1
        : string.CompareOrdinal(Host, other.Host) is var byHost and not 0 ? byHost
        : string.CompareOrdinal(Id, other.Id);

    public static bool operator <(NativeId left, NativeId right) => left.CompareTo(right) < 0;

    public static bool operator <=(NativeId left, NativeId right) => left.CompareTo(right) <= 0;

    public static bool operator >(NativeId left, NativeId right) => left.CompareTo(right) > 0;

    public static bool operator >=(NativeId left, NativeId right) => left.CompareTo(right) >= 0;
}

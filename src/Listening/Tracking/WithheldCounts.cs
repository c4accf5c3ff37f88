using Listening.Posts;

namespace Listening.Tracking;

/// <summary>How many posts were read and not kept, by reason. A post met at two hosts may count twice.</summary>
public sealed record WithheldCounts(long OptOut, long NotPublic, long NotIndexable, long NotDiscoverable, long Bots)
{
    public static WithheldCounts None { get; } = new(0, 0, 0, 0, 0);

    public long Total => OptOut + NotPublic + NotIndexable + NotDiscoverable + Bots;

    public WithheldCounts Plus(WithheldCounts other) => new(
        OptOut + other.OptOut, NotPublic + other.NotPublic, NotIndexable + other.NotIndexable, NotDiscoverable + other.NotDiscoverable, Bots + other.Bots);

    public static WithheldCounts Of(IEnumerable<WithheldReason> reasons)
    {
        var counts = reasons.CountBy(reason => reason).ToDictionary();
        return new(Count(WithheldReason.OptOut), Count(WithheldReason.NotPublic), Count(WithheldReason.NotIndexable), Count(WithheldReason.NotDiscoverable), Count(WithheldReason.Bot));

        long Count(WithheldReason reason) => counts.GetValueOrDefault(reason);
    }
}

using Listening.Posts;

namespace Listening.Tracking;

/// <summary>What the user asked for: one hashtag, with other spellings that count as it.</summary>
public sealed record TrackedHashtag
{
    /// <summary>The folded form; identity.</summary>
    public required string Hashtag { get; init; }

    /// <summary>As it was first written.</summary>
    public required string Display { get; init; }

    public HashtagState State { get; init; } = HashtagState.Active;

    /// <summary>When it was followed; back-fill is measured from here.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>IANA name of the zone in which its days and weeks are counted.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Other folded hashtags whose posts count as posts of this one.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>All spellings, the hashtag itself first.</summary>
    public IEnumerable<string> Spellings() => With.Prepend(Hashtag);

    public TimeZoneInfo Zone() => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    public static TrackedHashtag Create(Hashtag hashtag, DateTimeOffset addedAt, string timeZone = "UTC", IReadOnlyList<string>? with = null) => new()
    {
        Hashtag = hashtag.Folded,
        Display = hashtag.Display,
        AddedAt = addedAt.ToMilliseconds(),
        TimeZone = timeZone,
        With = with ?? [],
    };
}

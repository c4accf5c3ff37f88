using Listening.Tracking;

namespace Listening.Worker.Dashboard;

/// <summary>A followed hashtag with its posts and people of 30 days, and the share of them that was observed (null when nothing is known).</summary>
public sealed record HomeHashtag(TrackedHashtag Hashtag, long Posts, long People, double? Coverage);

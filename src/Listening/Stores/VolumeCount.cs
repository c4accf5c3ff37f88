namespace Listening.Stores;

/// <summary>Live posts, and distinct people who wrote or passed on one of them.</summary>
public sealed record VolumeCount(long Posts, long People);

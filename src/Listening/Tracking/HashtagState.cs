namespace Listening.Tracking;

/// <summary>Whether a followed hashtag is read; a paused one keeps its posts and answers.</summary>
public enum HashtagState
{
    Active,
    Paused,
}

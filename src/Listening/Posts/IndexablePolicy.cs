namespace Listening.Posts;

/// <summary>Values of a setting of <see cref="ConsentOptions"/>.</summary>
public enum IndexablePolicy
{
    Unsearchable,
    Withhold,
    Ignore,
}

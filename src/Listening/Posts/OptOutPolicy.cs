namespace Listening.Posts;

/// <summary>Values of a setting of <see cref="ConsentOptions"/>.</summary>
public enum OptOutPolicy
{
    Withhold,
    Ignore,
}

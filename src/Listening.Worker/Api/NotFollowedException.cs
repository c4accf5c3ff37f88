using Listening.Posts;

namespace Listening.Worker.Api;

/// <summary>A question about a hashtag that is not followed; HTTP 404.</summary>
internal sealed class NotFollowedException(Hashtag hashtag)
    : Exception($"#{hashtag.Display} is not followed here; follow it with: listening tags add {hashtag.Folded}")
{
    public Hashtag Hashtag { get; } = hashtag;
}

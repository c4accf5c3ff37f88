using Listening.Posts;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>search</c>.</summary>
internal sealed record SearchAnswer(string Hashtag, long Total, long Unsearchable, IReadOnlyList<Post> Posts, string? Next) : Answer;

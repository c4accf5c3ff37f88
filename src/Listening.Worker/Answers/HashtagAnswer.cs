using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>One element of <c>tags list</c>.</summary>
internal sealed record HashtagAnswer(
    string Hashtag,
    string Display,
    HashtagState State,
    DateTimeOffset AddedAt,
    string TimeZone,
    IReadOnlyList<string> With,
    IReadOnlyList<SourceName> Sources) : Answer;

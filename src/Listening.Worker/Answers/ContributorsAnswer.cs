using Listening.Contributors;

namespace Listening.Worker.Answers;

/// <summary>Shape of <c>contributors</c>.</summary>
internal sealed record ContributorsAnswer(
    string Hashtag,
    string List,
    string Definition,
    DateTimeOffset At,
    double? Coverage,
    int? Starters,
    IReadOnlyList<Contributor> Contributors) : Answer;

using Listening.Stores;

namespace Listening.Worker.Answers;

/// <summary>Options of <c>search</c>, as they were written.</summary>
internal sealed record SearchQuestion
{
    public string? Text { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Author { get; init; }

    public string? Platform { get; init; }

    public PostSort Sort { get; init; } = PostSort.Newest;

    public int Limit { get; init; } = 25;

    public string? After { get; init; }
}

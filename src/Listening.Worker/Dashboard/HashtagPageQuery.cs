namespace Listening.Worker.Dashboard;

/// <summary>What the address of a hashtag's page says: <c>days</c> or <c>day</c>, and the search.</summary>
internal sealed record HashtagPageQuery(string? Days, string? Day, string? Text, string? Author, string? Sort, string? After);

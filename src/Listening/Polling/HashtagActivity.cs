namespace Listening.Polling;

/// <summary>How much a hashtag was used lately, as far as one host knows.</summary>
/// <param name="Host">Who says so.</param>
/// <param name="Uses">Posts.</param>
/// <param name="Accounts">People, at most: whoever posted on several days is counted on each.</param>
/// <param name="Days">How many days back, today included.</param>
public sealed record HashtagActivity(string Host, long Uses, long Accounts, int Days);

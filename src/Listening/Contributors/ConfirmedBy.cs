namespace Listening.Contributors;

/// <summary>How many of the most listened-to people, and how many others, reacted to somebody.</summary>
public sealed record ConfirmedBy(int Starters, int Others);

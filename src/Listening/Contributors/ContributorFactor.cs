namespace Listening.Contributors;

/// <summary>One factor of a score: what was counted, what it is worth, and how to say it.</summary>
public sealed record ContributorFactor(string Name, double Value, double Points, string Words);

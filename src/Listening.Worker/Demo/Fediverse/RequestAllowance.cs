namespace Listening.Worker.Demo.Fediverse;

/// <summary>How many requests a host still allows.</summary>
internal sealed record RequestAllowance(bool IsExceeded, int Limit, int Remaining, DateTimeOffset ResetsAt);

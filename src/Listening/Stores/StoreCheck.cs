namespace Listening.Stores;

/// <summary>One thing about a store that <c>doctor</c> looks at.</summary>
/// <param name="Name">What was looked at, in a few words.</param>
/// <param name="IsOk">Whether nothing has to be done.</param>
/// <param name="Detail">What was found, one sentence without its full stop.</param>
/// <param name="Remedy">What helps; null where nothing has to be done.</param>
public sealed record StoreCheck(string Name, bool IsOk, string Detail, string? Remedy = null);

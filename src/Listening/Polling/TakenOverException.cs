namespace Listening.Polling;

/// <summary>Another process claimed the target while it was read here; it goes on there, and the host did nothing wrong.</summary>
internal sealed class TakenOverException : Exception;

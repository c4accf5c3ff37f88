namespace Listening.Stores;

/// <summary>The store does not answer or cannot take what was written. The message is one sentence that says what to do.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

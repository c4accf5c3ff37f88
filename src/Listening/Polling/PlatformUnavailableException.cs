namespace Listening.Polling;

/// <summary>The host cannot be reached or answers with an error of its own.</summary>
public sealed class PlatformUnavailableException(string message, Exception? inner = null) : PlatformException(message, inner);

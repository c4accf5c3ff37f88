namespace Listening.Polling;

/// <summary>The host answered with something that is not what was asked for.</summary>
public sealed class UnexpectedPayloadException(string message, Exception? inner = null) : PlatformException(message, inner);

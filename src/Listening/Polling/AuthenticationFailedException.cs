namespace Listening.Polling;

/// <summary>The host wants credentials, or refuses the ones it got; not asked again before <c>Polling:MaxInterval</c>.</summary>
public sealed class AuthenticationFailedException(string message) : PlatformException(message, null);

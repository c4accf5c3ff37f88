namespace Listening.Polling;

/// <summary>
/// What can go wrong between us and a platform. The message is one sentence for people: what the host did, and what helps.
/// Anything else that a source throws is a bug.
/// </summary>
public abstract class PlatformException : Exception
{
    private protected PlatformException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}

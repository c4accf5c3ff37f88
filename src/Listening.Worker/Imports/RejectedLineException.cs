namespace Listening.Worker.Imports;

/// <summary>A line that cannot be imported. The message names the field and what is wrong with it.</summary>
internal sealed class RejectedLineException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether its text may not be kept aside either.</summary>
    public bool IsToBeGone { get; init; }
}

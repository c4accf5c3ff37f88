namespace Listening.Polling;

/// <summary>Shows what a platform's connector reads from one saved answer, through the same mapper that polls use.</summary>
public interface IPayloadInspector
{
    /// <summary>Lower-case name of the platform.</summary>
    string Platform { get; }

    /// <summary>Never throws for any body: what cannot be read is an outcome.</summary>
    Inspection Inspect(ReadOnlyMemory<byte> body, SavedAnswer answer);
}

namespace Listening.Worker.Api;

/// <summary>A change without a JSON body; HTTP 415. A form on another site cannot send one, which is why it is asked for.</summary>
internal sealed class UnsupportedBodyException(string example)
    : Exception($"Changes need a JSON body and the header 'Content-Type: application/json', for example {example}.");

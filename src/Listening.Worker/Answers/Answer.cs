using System.Text.Json.Serialization;

namespace Listening.Worker.Answers;

/// <summary>What every answer that is an object has in common.</summary>
internal abstract record Answer
{
    /// <summary>True under <c>--demo</c>, absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    [JsonPropertyOrder(100)]
    public bool Demo { get; init; }
}

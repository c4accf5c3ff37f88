using System.Text.Json;
using Listening.Posts;

namespace Listening.Worker.Moving;

/// <summary>
/// A line of a file that carries a whole store and holds no post: what it is, and its value. The first line is <see cref="Beginning"/>, the
/// last one <see cref="End"/>. A line that holds a post is the post itself.
/// </summary>
/// <param name="Record">The kind of line: <see cref="Beginning"/>, <see cref="End"/>, or the name of a <see cref="StorePart"/>.</param>
/// <param name="Value">As the kind has it.</param>
internal sealed record StoreLine(string Record, JsonElement Value)
{
    public const string Beginning = "store";
    public const string End = "end";

    /// <summary>The form of such files that this version writes, and the newest that it reads.</summary>
    public const int Version = 1;

    public static string Of(string record, JsonElement value) => JsonSerializer.Serialize(new StoreLine(record, value), ListeningJson.Options);

    public static string Of<T>(string record, T value) => Of(record, JsonSerializer.SerializeToElement(value, ListeningJson.Options));

    /// <summary>Of <see cref="Beginning"/>.</summary>
    public sealed record BeginningValue(int Version);

    /// <summary>Of <see cref="End"/>: how many posts and tombstones the file holds.</summary>
    public sealed record EndValue(long Posts);
}

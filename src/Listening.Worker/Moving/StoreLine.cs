using System.Text.Json;
using Listening.Posts;

namespace Listening.Worker.Moving;

/// <summary>
/// A line of a file that carries a whole store and holds no post: what it is, and its value. A line that holds a post is the post itself.
/// The file is: <see cref="Beginning"/>, whom to keep out, the posts, <see cref="Posts"/>, everything else, <see cref="End"/>.
/// </summary>
/// <param name="Record">The kind of line: one of those named here, or the name of a <see cref="StorePart"/>.</param>
/// <param name="Value">As the kind has it.</param>
internal sealed record StoreLine(string Record, JsonElement Value)
{
    public const string Beginning = "store";
    public const string Posts = "posts";
    public const string End = "end";

    /// <summary>The form of such files that this version writes, and the newest that it reads.</summary>
    public const int Version = 1;

    public static string Of<T>(string record, T value) =>
        JsonSerializer.Serialize(new StoreLine(record, JsonSerializer.SerializeToElement(value, ListeningJson.Options)), ListeningJson.Options);

    /// <summary>Of <see cref="Beginning"/>.</summary>
    /// <param name="Version">See <see cref="StoreLine.Version"/>.</param>
    /// <param name="State">Digest of what stands behind the posts. Whatever a worker does changes it, so that it tells two states of a store apart.</param>
    public sealed record BeginningValue(int Version, string State);

    /// <summary>Of <see cref="Posts"/>.</summary>
    /// <param name="Count">How many posts and tombstones stand before it.</param>
    public sealed record PostsValue(long Count);
}

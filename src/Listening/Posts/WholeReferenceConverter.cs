using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Posts;

/// <summary>A reference with what exports leave out: one by host-local id keeps what it waits for in <c>host</c> and <c>native_id</c>, in the same order.</summary>
internal sealed class WholeReferenceConverter : JsonConverter<PostReference?>
{
    private sealed record Resolved(string PostKey, string? AuthorKey);

    private sealed record Stored(string? PostKey, string? AuthorKey, string[]? Host = null, string[]? NativeId = null);

    public override PostReference? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonSerializer.Deserialize<Stored?>(ref reader, options);
        return stored switch
        {
            { PostKey: { } key } => PostReference.To(key, stored.AuthorKey),
            { Host: { } hosts, NativeId: { } ids } => new(null, stored.AuthorKey, [.. hosts.Zip(ids, (host, id) => new NativeId(host, id))]),
            _ => null,
        };
    }

    public override void Write(Utf8JsonWriter writer, PostReference? value, JsonSerializerOptions options)
    {
        if (value!.PostKey is { } key)
        {
            JsonSerializer.Serialize(writer, new Resolved(key, value.AuthorKey), options);
        }
        else
        {
            JsonSerializer.Serialize(writer, new Stored(null, value.AuthorKey, [.. value.Via.Select(id => id.Host)], [.. value.Via.Select(id => id.Id)]), options);
        }
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Listening.Posts;

/// <summary>An unresolved reference is written as null: only the store knows what to do with a host-local id.</summary>
internal sealed class ResolvedReferenceConverter : JsonConverter<PostReference?>
{
    private sealed record Wire(string? PostKey, string? AuthorKey);

    public override bool HandleNull => true;

    public override PostReference? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            var wire = JsonSerializer.Deserialize<Wire?>(ref reader, options);
            return wire?.PostKey is null ? null : PostReference.To(wire.PostKey, wire.AuthorKey);
        }
        catch (JsonException e)
        {
            throw new JsonException(null, e); // with the path of the whole document, not of this part
        }
    }

    public override void Write(Utf8JsonWriter writer, PostReference? value, JsonSerializerOptions options)
    {
        if (value is not { IsResolved: true })
        {
            writer.WriteNullValue();
            return;
        }

        JsonSerializer.Serialize(writer, new Wire(value.PostKey, value.AuthorKey), options);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>What a host answers when nothing goes wrong on the way.</summary>
internal sealed record ScriptedAnswer(int Status, byte[] Body, string ContentType)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static ScriptedAnswer Ok(JsonNode body) => OfJson(StatusCodes.Status200OK, body);

    public static ScriptedAnswer Error(int status, string sentence) => OfJson(status, new JsonObject { ["error"] = sentence });

    public ScriptedAnswer With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value } };

    /// <summary>Writes the status and all headers; the body is left to the caller.</summary>
    public void Begin(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        Begin(response);
        await response.Body.WriteAsync(Body, ct);
    }

    private static ScriptedAnswer OfJson(int status, JsonNode body) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(body, Json), "application/json; charset=utf-8");
}

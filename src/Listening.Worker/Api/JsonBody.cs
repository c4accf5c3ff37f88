using System.Text.Json;
using System.Text.Json.Serialization;
using Listening.Posts;
using Listening.Worker.Answers;
using Microsoft.Net.Http.Headers;

namespace Listening.Worker.Api;

/// <summary>The JSON body of a change.</summary>
internal static class JsonBody
{
    private static readonly JsonSerializerOptions Strict = new(ListeningJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Throws <see cref="UnsupportedBodyException"/> or <see cref="BadQuestionException"/>, which show <paramref name="example"/>.</summary>
    public static async Task<T> ReadAsync<T>(HttpRequest request, string example, CancellationToken ct)
        where T : class
    {
        if (!request.HasJsonContentType() || !IsUtf8(request.ContentType))
        {
            throw new UnsupportedBodyException(example);
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, Strict, ct) ?? throw new BadQuestionException($"The body is null; send for example {example}.");
        }
        catch (JsonException e)
        {
            var where = e.Path is null or "" or "$" ? "The body is no JSON object of the expected form" : $"'{e.Path.TrimStart('$', '.')}' is not understood";
            throw new BadQuestionException($"{where}; send for example {example}.");
        }
    }

    private static bool IsUtf8(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}

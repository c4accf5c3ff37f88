using System.Net.Http.Headers;

namespace Listening.Benchmarks.Questions;

/// <summary>A request as it was sent, to be sent again.</summary>
internal sealed record RecordedRequest(string Path, byte[] Body, string? Encoding)
{
    /// <summary>Sends it and reads the answer to its end.</summary>
    public async Task<byte[]> SendAsync(HttpClient http, CancellationToken ct)
    {
        using var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (Encoding is not null)
        {
            content.Headers.ContentEncoding.Add(Encoding);
        }

        using var answer = await http.PostAsync(new Uri(Path, UriKind.Relative), content, ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync(ct);
    }
}

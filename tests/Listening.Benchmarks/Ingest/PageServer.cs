using System.Net;
using System.Net.Http.Headers;

namespace Listening.Benchmarks.Ingest;

/// <summary>Answers every request with the next page, without a network in between.</summary>
internal sealed class PageServer(IEnumerable<byte[]> pages) : HttpMessageHandler, IHttpClientFactory
{
    private readonly IEnumerator<byte[]> _pages = pages.GetEnumerator();

    public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(_pages.MoveNext() ? _pages.Current : "[]"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }

    protected override void Dispose(bool disposing)
    {
        _pages.Dispose();
        base.Dispose(disposing);
    }
}

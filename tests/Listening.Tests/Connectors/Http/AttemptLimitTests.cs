using Listening.Connectors.Http;
using Listening.Polling;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Connectors.Http;

public sealed class AttemptLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Ten_seconds_without_a_byte_end_an_attempt()
    {
        var started = _time.GetUtcNow();

        var fault = await Assert.ThrowsAsync<AttemptTimedOutException>(() => ReadAsync(new Drip(_time, TimeSpan.FromSeconds(11), bytes: 3)));

        Assert.Equal("slow.example took too long to answer.", fault.Message);
        Assert.Equal(TimeSpan.FromSeconds(11), _time.GetUtcNow() - started);
    }

    [Fact]
    public async Task Thirty_seconds_in_all_end_an_attempt_however_steadily_it_drips()
    {
        var started = _time.GetUtcNow();

        await Assert.ThrowsAsync<AttemptTimedOutException>(() => ReadAsync(new Drip(_time, TimeSpan.FromSeconds(7), bytes: 100)));

        Assert.Equal(TimeSpan.FromSeconds(35), _time.GetUtcNow() - started);
    }

    [Fact]
    public async Task A_body_that_arrives_in_time_is_read_to_its_end()
    {
        using var response = await ReadAsync(new Drip(_time, TimeSpan.FromSeconds(7), bytes: 3));

        Assert.Equal("xxx", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_without_end_is_refused_in_words()
    {
        var fault = await Assert.ThrowsAsync<UnexpectedPayloadException>(() => ReadAsync(new Drip(_time, TimeSpan.Zero, bytes: int.MaxValue)));

        Assert.Equal("slow.example sent more than 16 MB for one page, which was not read.", fault.Message);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_not_told_about_a_slow_host()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReadAsync(new Drip(_time, TimeSpan.FromSeconds(7), bytes: 4), cancelled.Token));
    }

    private async Task<HttpResponseMessage> ReadAsync(Stream body, CancellationToken ct = default)
    {
        using var invoker = new HttpMessageInvoker(new AttemptLimitHandler(_time) { InnerHandler = new Answering(body) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://slow.example/");
        return await invoker.SendAsync(request, ct);
    }

    private sealed class Answering(Stream body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage { Content = new StreamContent(body), RequestMessage = request };
            response.Content.Headers.ContentType = new("text/plain");
            return Task.FromResult(response);
        }
    }

    /// <summary>Each read takes a while on the fake clock and yields one byte, or a full buffer where it takes none.</summary>
    private sealed class Drip(FakeTimeProvider time, TimeSpan pause, int bytes) : MemoryStream
    {
        private int _left = bytes;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            time.Advance(pause);
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(_left, pause == TimeSpan.Zero ? buffer.Length : 1);
            buffer.Span[..count].Fill((byte)'x');
            _left -= count;
            return ValueTask.FromResult(count);
        }
    }
}

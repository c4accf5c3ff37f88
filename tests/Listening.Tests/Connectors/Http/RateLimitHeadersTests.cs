using Listening.Connectors.Http;

namespace Listening.Tests.Connectors.Http;

public sealed class RateLimitHeadersTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 21, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("90", "2026-11-21T21:01:30Z")]
    [InlineData("Sat, 21 Nov 2026 21:10:00 GMT", "2026-11-21T21:10:00Z")]
    [InlineData("Sat, 21 Nov 2026 20:10:00 GMT", null)]
    [InlineData("0", null)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("99999999999999999999999", "2036-11-18T21:00:00Z")]
    public void Retry_after_is_read_in_both_forms_against_our_clock(string value, string? until) =>
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until), RateLimitHeaders.RetryAfter(Headers(("Retry-After", value)), Now));

    [Theory]
    [InlineData("2026-11-21T21:05:00.123456Z", "2026-11-21T21:05:00.123456Z")]
    [InlineData("2026-11-21T21:05:00Z", "2026-11-21T21:05:00Z")]
    [InlineData("1795295100", "2026-11-21T21:05:00Z")]
    [InlineData("later", null)]
    public void A_reset_is_an_ISO_time_or_epoch_seconds(string value, string? resets)
    {
        var budget = RateLimitHeaders.Budget(Headers(("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "298"), ("X-RateLimit-Reset", value)));

        Assert.Equal(new Listening.Tracking.HostBudget(300, 298, resets is null ? null : DateTimeOffset.Parse(resets)), budget);
    }

    [Fact]
    public void A_host_that_states_no_remainder_states_no_budget() =>
        Assert.Null(RateLimitHeaders.Budget(Headers(("X-RateLimit-Limit", "300"), ("X-RateLimit-Remaining", "many"))));

    private static System.Net.Http.Headers.HttpResponseHeaders Headers(params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response.Headers;
    }
}

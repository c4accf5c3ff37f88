using Listening.Worker.Configuration;

namespace Listening.Tests.Worker.Configuration;

public sealed class DurationTests
{
    [Theory]
    [InlineData("90s", "00:01:30")]
    [InlineData("15m", "00:15:00")]
    [InlineData("12h", "12:00:00")]
    [InlineData("84d", "84.00:00:00")]
    [InlineData("4w", "28.00:00:00")]
    [InlineData("1.5h", "01:30:00")]
    [InlineData(" 2H ", "02:00:00")]
    [InlineData("00:00:30", "00:00:30")]
    [InlineData("1.02:30:00", "1.02:30:00")]
    public void A_span_is_read_as_people_write_it(string text, string expected)
    {
        Assert.True(Duration.TryParse(text, out var span));
        Assert.Equal(expected, span.ToString("c"));
    }

    [Theory]
    [InlineData("90")]
    [InlineData("0")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("d")]
    [InlineData("-5m")]
    [InlineData("5 minutes")]
    [InlineData("1e3s")]
    [InlineData("99999999d")]
    public void A_bare_number_and_anything_else_is_refused(string? text) => Assert.False(Duration.TryParse(text, out _));
}

using Listening.Worker.Answers;

namespace Listening.Tests.Worker.Answers;

public sealed class TimeExpressionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, 123, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-11-24", "Europe/Berlin", "2026-11-23T23:00:00Z")]
    [InlineData("2026-07-01", "America/New_York", "2026-07-01T04:00:00Z")]
    [InlineData("2026-11-24", "UTC", "2026-11-24T00:00:00Z")]
    [InlineData("2026-11-24T20:00:00Z", "Europe/Berlin", "2026-11-24T20:00:00Z")]
    [InlineData("2026-11-24T20:00:00+02:00", "UTC", "2026-11-24T18:00:00Z")]
    [InlineData("2026-11-24T20:00", "Europe/Berlin", "2026-11-24T19:00:00Z")]
    [InlineData("2026-11-24 20:00", "UTC", "2026-11-24T20:00:00Z")]
    [InlineData("7d", "UTC", "2026-11-17T12:00:00.123Z")]
    [InlineData("12h", "UTC", "2026-11-24T00:00:00.123Z")]
    public void A_date_a_time_and_a_span_back_are_understood(string text, string zone, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), TimeExpression.Parse(text, "from", Now, TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-01")]
    [InlineData("7")]
    [InlineData("")]
    [InlineData("24.11.2026")]
    public void Anything_else_is_a_bad_question_that_names_the_option(string text)
    {
        var bad = Assert.Throws<BadQuestionException>(() => TimeExpression.Parse(text, "from", Now, TimeZoneInfo.Utc));

        Assert.Contains("from", bad.Message, StringComparison.Ordinal);
    }
}

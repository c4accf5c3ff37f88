using Listening.Alerts;

namespace Listening.Tests.Alerts;

public sealed class AlertTests
{
    [Theory]
    [InlineData("eventprofs", "threshold:eventprofs:20261124T090500Z")]
    [InlineData("événement", "threshold:%C3%A9v%C3%A9nement:20261124T090500Z")]
    [InlineData("a.b", "threshold:a%2Eb:20261124T090500Z")]
    public void A_key_is_printable_ASCII_without_dots(string hashtag, string key)
    {
        Assert.Equal(key, Alert.KeyOf(AlertRuleKind.Threshold, hashtag, new DateTimeOffset(2026, 11, 24, 9, 5, 0, 700, TimeSpan.Zero)));
    }
}

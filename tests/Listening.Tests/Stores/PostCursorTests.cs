using CsCheck;
using Listening.Stores;

namespace Listening.Tests.Stores;

public sealed class PostCursorTests
{
    [Theory]
    [InlineData("https://events.example/1")]
    [InlineData("key with spaces and ünïcode 日本 🎪")]
    [InlineData(" ")]
    public void A_cursor_reads_back_what_it_wrote(string key)
    {
        var cursor = new PostCursor(new DateTimeOffset(2026, 11, 2, 12, 0, 0, 7, TimeSpan.Zero), key);

        Assert.True(PostCursor.TryParse(cursor.Encode(), out var read));
        Assert.Equal(cursor, read);
        Assert.Equal(Uri.EscapeDataString(cursor.Encode()), cursor.Encode());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-62_135_596_800_000)]
    [InlineData(253_402_300_799_999)]
    public void Every_time_can_be_a_position(long milliseconds)
    {
        var cursor = new PostCursor(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds), "key");

        Assert.True(PostCursor.TryParse(cursor.Encode(), out var read));
        Assert.Equal(cursor, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a cursor")]
    [InlineData("MTIz")]
    [InlineData("MTIzIA")]
    [InlineData("eCBr")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5IGs")]
    [InlineData("%%%")]
    public void What_is_no_cursor_is_refused(string text) => Assert.False(PostCursor.TryParse(text, out _));

    [Fact]
    public void Any_text_is_read_or_refused() => Gen.String[Gen.Char.AlphaNumeric, 0, 30].Sample(text =>
        Assert.True(!PostCursor.TryParse(text, out var cursor) || cursor.PostKey.Length > 0));
}

using Listening.Worker.Commands;

namespace Listening.Tests.Worker.Commands;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("one\n\ttwo\r\nthree ", "one two three")]
    [InlineData("red \u001b[31mink\u0007", "red [31mink")]
    [InlineData("back\u202Ewards\u2066", "backwards")]
    [InlineData(null, "")]
    public void Foreign_text_is_one_harmless_line(string? text, string expected) => Assert.Equal(expected, SafeText.Line(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("lone \ufffd half", SafeText.Line($"lone {(char)0xD800} half"));

    [Fact]
    public void A_long_line_is_cut_between_characters_as_people_see_them() => Assert.Equal("ab…", SafeText.Line("ab👩‍👩‍👧cd", 3));
}

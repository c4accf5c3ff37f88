using CsCheck;
using Listening.Posts;

namespace Listening.Tests.Posts;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  \n ", "")]
    [InlineData("🎪 !?", "")]
    [InlineData("Hello, World!", "hello world")]
    [InlineData("it's a_b c-d", "it s a b c d")]
    [InlineData("#EventProfs", "eventprofs")]
    [InlineData("Straße STRAẞE", "strasse strasse")]
    [InlineData("Café cafe\u0301", "cafe cafe")]
    [InlineData("Łódź łódź", "lodz lodz")]
    [InlineData("Ærø þing", "aero thing")]
    [InlineData("İstanbul ışık", "istanbul isik")]
    [InlineData("Οδός", "οδοσ")]
    [InlineData("ёлка й", "елка и")]
    [InlineData("東京で", "東 京 で")]
    [InlineData("東京2026年", "東 京 2026 年")]
    [InlineData("ガイド", "ガ イ ド")]
    [InlineData("ｶﾞｲﾄﾞ", "ガ イ ド")]
    [InlineData("이벤트 전문가", "이벤트 전문가")]
    [InlineData("วันนี้", "วันนี้")]
    [InlineData("कार्यक्रम", "कार्यक्रम")]
    [InlineData("مُحَمَّد", "محمد")]
    [InlineData("full　width ＡＢＣ", "full width abc")]
    public void Text_is_folded_for_search(string? text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Folding_folded_text_changes_nothing() => Gen.String.Sample(text =>
    {
        var folded = SearchText.Fold(text);
        Assert.Equal(folded, SearchText.Fold(folded));
        Assert.DoesNotContain("  ", folded, StringComparison.Ordinal);
    });

    [Fact]
    public void Plain_letters_are_folded_alike_beside_others_and_alone() => Gen.String[Gen.Char['\0', '\x7f'], 0, 40].Sample(text =>
        Assert.Equal($"{SearchText.Fold(text)} e".TrimStart(), SearchText.Fold($"{text} é")));
}

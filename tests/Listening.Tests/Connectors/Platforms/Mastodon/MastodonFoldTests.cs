using Listening.Connectors.Platforms.Mastodon;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonFoldTests
{
    [Theory]
    [InlineData("EventProfs", "eventprofs")]
    [InlineData("événement", "evenement")]
    [InlineData("ＥＶＥＮＥＭＥＮＴ", "evenement")]
    [InlineData("Peña", "pena")]
    [InlineData("Łódź", "lodz")]
    [InlineData("smørrebrød", "smorrebrod")]
    [InlineData("ÐĦıŊŦ", "dhint")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("straße", "straße")]
    [InlineData("Þórsmörk", "þorsmork")]
    [InlineData("œuvre", "œuvre")]
    [InlineData("cæsar", "cæsar")]
    [InlineData("ạnh", "ạnh")]
    [InlineData("Ελλάδα", "ελλάδα")]
    [InlineData("snake_case・x", "snake_case・x")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("a\u200Cb", "a\u200Cb")]
    [InlineData("ภาษาไทยเก่ง", "ภาษาไทยเก่ง")]
    [InlineData("日本語", "日本語")]
    [InlineData("q\u0323\u0307x", "qx")]
    public void A_hashtag_is_named_as_Mastodon_names_it(string hashtag, string folded) =>
        Assert.Equal(folded, MastodonFold.Fold(hashtag));

    [Fact]
    public void Folding_twice_is_folding_once() => Assert.All(
        Enumerable.Range(0xA0, 0x2F00).Select(code => $"a{(char)code}b"),
        text => Assert.Equal(MastodonFold.Fold(text), MastodonFold.Fold(MastodonFold.Fold(text))));
}

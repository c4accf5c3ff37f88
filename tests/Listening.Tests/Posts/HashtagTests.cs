using System.Text;
using CsCheck;
using Listening.Posts;

namespace Listening.Tests.Posts;

public sealed class HashtagTests
{
    [Theory]
    [InlineData("EventProfs", "eventprofs")]
    [InlineData("#EventProfs", "eventprofs")]
    [InlineData("＃EventProfs", "eventprofs")]
    [InlineData(" #EventProfs\n", "eventprofs")]
    [InlineData("STRAẞE", "strasse")]
    [InlineData("Straße", "strasse")]
    [InlineData("ΟΔΟΣ", "οδοσ")]
    [InlineData("οδός", "οδόσ")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("ISTANBUL", "istanbul")]
    [InlineData("ışık", "ışık")]
    [InlineData("Ｅｖｅｎｔ２０２６", "event2026")]
    [InlineData("Caf\u0065\u0301", "caf\u00e9")]
    [InlineData("CAFÉ", "café")]
    [InlineData("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글")]
    [InlineData("ｲﾍﾞﾝﾄ", "イベント")]
    [InlineData("งานอีเวนต์", "งานอีเวนต์")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    [InlineData("श्री\u200dमान", "श्री\u200dमान")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("ŉdaba", "ʼndaba")]
    [InlineData("ᾼδης", "αιδησ")]
    [InlineData("ꭰꭱ", "ᎠᎡ")]
    [InlineData("ᏸ", "Ᏸ")]
    [InlineData("event_profs", "event_profs")]
    [InlineData("2026events", "2026events")]
    [InlineData("l·l", "l·l")]
    [InlineData("𝓔𝓿𝓮𝓷𝓽", "event")]
    [InlineData("𐐀𐐁", "𐐨𐐩")]
    public void Spellings_of_a_hashtag_fold_to_one_form(string written, string folded)
    {
        Assert.True(Hashtag.TryParse(written, out var hashtag), written);
        Assert.Equal(folded, hashtag.Folded);
    }

    [Theory]
    [InlineData("peña", "pena")]
    [InlineData("ısparta", "isparta")]
    [InlineData("می\u200cخواهم", "میخواهم")]
    [InlineData("szene", "ſchene")]
    public void Different_hashtags_stay_different(string one, string other) => Assert.NotEqual(Hashtag.Parse(one), Hashtag.Parse(other));

    [Fact]
    public void The_written_form_is_kept_beside_the_folded_one()
    {
        var hashtag = Hashtag.Parse("#EventProfs");

        Assert.Equal(("EventProfs", "eventprofs"), (hashtag.Display, hashtag.ToString()));
        Assert.Equal(Hashtag.Parse("eventPROFS"), hashtag);
        Assert.Equal(Hashtag.Parse("eventPROFS").GetHashCode(), hashtag.GetHashCode());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("##events")]
    [InlineData("two words")]
    [InlineData("event-profs")]
    [InlineData("event.profs")]
    [InlineData("2026")]
    [InlineData("٢٠٢٦")]
    [InlineData("🎪")]
    [InlineData("a/../b")]
    [InlineData("a\u0000b")]
    [InlineData("half\ud83c")]
    public void What_no_platform_would_link_is_no_hashtag(string? written)
    {
        Assert.False(Hashtag.TryParse(written, out _));
        Assert.Contains("is not a hashtag", Assert.Throws<FormatException>(() => Hashtag.Parse(written ?? "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hashtag_has_at_most_a_hundred_and_fifty_characters_also_when_folding_makes_it_longer()
    {
        Assert.True(Hashtag.TryParse(new string('a', 150), out _));
        Assert.False(Hashtag.TryParse(new string('a', 151), out _));
        Assert.False(Hashtag.TryParse(new string('ß', 100), out _));
    }

    [Fact]
    public void Text_that_is_no_text_folds_without_failing() =>
        Assert.Equal("a\uFFFDb\uFFFDc\uFFFDé\uFFFF", Hashtag.Fold("A\ud83cB\udfaaC\uFFFEÉ\uFFFF"));

    [Fact]
    public void Folding_twice_is_folding_once() => Gen.String.Sample(text =>
    {
        var folded = Hashtag.Fold(text);
        Assert.Equal(folded, Hashtag.Fold(folded));
    });

    [Fact]
    public void Every_character_folds_to_what_folds_to_itself()
    {
        foreach (var rune in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value)))
        {
            var folded = Hashtag.Fold(rune.ToString());
            Assert.Equal(folded, Hashtag.Fold(folded));
        }
    }
}

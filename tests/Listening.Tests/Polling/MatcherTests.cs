using Listening.Polling;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Tracking;

namespace Listening.Tests.Polling;

public sealed class MatcherTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);

    [Fact]
    public void The_tag_field_proves_a_hashtag_that_the_platform_leaves_as_it_is()
    {
        var post = Match(["eventprofs"], text: "No hashtag in the text", tags: ["EventProfs"]);

        Assert.Equal(["eventprofs"], post.Matched);
        Assert.Equal([MatchedVia.TagField], post.MatchedVia);
    }

    [Fact]
    public void The_tag_field_of_a_platform_that_drops_accents_does_not_prove_an_accent()
    {
        Assert.Empty(Match(["événement"], text: "Tout sur #evenement", tags: ["evenement"]).Matched);
    }

    [Fact]
    public void An_accented_hashtag_must_stand_in_the_text()
    {
        var post = Match(["événement"], text: "Tout sur #Événement !", tags: ["evenement"]);

        Assert.Equal(["événement"], post.Matched);
        Assert.Equal([MatchedVia.Text], post.MatchedVia);
    }

    [Fact]
    public void A_post_carries_every_followed_hashtag_that_it_has_sorted()
    {
        Assert.Equal(["eventprofs", "meetings"], Match(["meetings", "eventprofs"], text: "#Meetings", tags: ["eventprofs", "other"]).Matched);
    }

    [Fact]
    public void Another_spelling_counts_as_the_hashtag_it_was_added_to()
    {
        var followed = TrackedHashtag.Create(Hashtag.Parse("eventprofs"), Now, with: ["eventprof"]);

        Assert.Equal(["eventprofs"], new Matcher([followed]).Match(Observe("#EventProf", []), DropAccents).Matched);
    }

    [Theory]
    [InlineData("mail me at a#eventprofs")]
    [InlineData("https://example.com/#eventprofs")]
    [InlineData("##eventprofs")]
    [InlineData("&#eventprofs")]
    public void What_no_platform_would_link_is_no_hashtag(string text)
    {
        Assert.Empty(Match(["eventprofs"], text, []).Matched);
    }

    [Theory]
    [InlineData("(#eventprofs)")]
    [InlineData("＃ＥｖｅｎｔＰｒｏｆｓ")]
    [InlineData("see:\n#EVENTPROFS.")]
    public void Case_width_and_punctuation_around_do_not_matter(string text)
    {
        Assert.Equal(["eventprofs"], Match(["eventprofs"], text, []).Matched);
    }

    private static Post Match(string[] followed, string text, string[] tags) =>
        new Matcher(followed.Select(name => TrackedHashtag.Create(Hashtag.Parse(name), Now))).Match(Observe(text, tags), DropAccents);

    private static Observation Observe(string text, string[] tags) =>
        new() { Post = EnginePosts.Post("mara", Now) with { Text = text, Matched = [], MatchedVia = [] }, NativeId = "1", StatedTags = tags };

    private static string DropAccents(string tag) => tag.Replace('é', 'e');
}

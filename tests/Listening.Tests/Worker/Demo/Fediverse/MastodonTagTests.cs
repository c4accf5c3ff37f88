using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.Worker.Demo.Fediverse;

public sealed class MastodonTagTests
{
    [Theory]
    [InlineData("EventProfs", "eventprofs")]
    [InlineData("Événement", "evenement")]
    [InlineData("ＥＶＥＮＴ", "event")]
    [InlineData("Größe", "große")]
    [InlineData("Łódź", "lodz")]
    [InlineData("smørrebrød", "smorrebrod")]
    [InlineData("œuvre", "œuvre")]
    [InlineData("snake_case·mid", "snake_case·mid")]
    [InlineData("c++", "c")]
    public void A_name_is_folded_as_mastodon_does(string name, string expected) => Assert.Equal(expected, MastodonTag.Normalize(name));

    [Fact]
    public void Hashtags_stand_at_the_start_or_after_white_space_and_hold_a_letter() =>
        Assert.Equal(["One", "3D", "été", "full"], MastodonTag.In("#One a#two (#three) #123 #3D\n#été, ＃full https://x.example/#anchor"));
}

using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Polling;

namespace Listening.Tests.Connectors.Platforms.Mastodon;

public sealed class MastodonConsentTests
{
    [Theory]
    [InlineData("<p>Events. #nobot</p>")]
    [InlineData("<p>Events.</p><p>#NoBots</p>")]
    [InlineData("Events.<br>#NOINDEX<br>Rotterdam")]
    [InlineData("<p>#<span>nosearch</span>.</p>")]
    [InlineData("<p><a href=\"https://x.example/tags/noarchive\" class=\"mention hashtag\" rel=\"tag\">#<span>noarchive</span></a></p>")]
    [InlineData("<p>＃ｎｏｂｏｔ</p>")]
    [InlineData("#art/#nobot? (#nobot)")]
    [InlineData("<p>likes tea&#35;nobot #&#110;obot</p>")]
    [InlineData("<p>she/her/#nobot</p>")]
    [InlineData("<p>(#nobot)</p>")]
    [InlineData("<p>likes tea #&#110;obot</p>")]
    [InlineData("<ul><li>Designer</li><li>#nobot</li></ul>")]
    [InlineData("<p>https://x.example/ #nobot</p>")]
    public void An_opt_out_word_in_the_note_counts_however_it_is_marked_up(string note) =>
        Assert.True(Read(("account.note", JsonSerializer.Serialize(note))).OptedOut);

    [Theory]
    [InlineData("<p>#nobotany and #nobot_no</p>")]
    [InlineData("<p>nobot noindex</p>")]
    [InlineData("<p>see https://x.example/#nobot</p>")]
    [InlineData("<p>see <a href=\"https://x.example/#nobot\"><span class=\"invisible\">https://</span><span class=\"\">x.example/#nobot</span></a></p>")]
    [InlineData("<p># nobot</p>")]
    [InlineData("<p>#no</p><p>bot</p>")]
    [InlineData("")]
    public void Other_words_do_not(string note) => Assert.False(Read(("account.note", JsonSerializer.Serialize(note))).OptedOut);

    [Theory]
    [InlineData("""[{"name":"#nobot","value":"please"}]""")]
    [InlineData("""[{"name":"Web","value":"x"},{"name":"Bots","value":"<a href='https://x.example/tags/noindex'>#<span>NoIndex</span></a>"}]""")]
    public void The_table_of_the_profile_counts_like_the_note(string fields) => Assert.True(Read(("account.fields", fields)).OptedOut);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    [InlineData("", false)]
    public void Noindex_counts_like_a_word(string noindex, bool optedOut) => Assert.Equal(optedOut, Read(("account.noindex", noindex)).OptedOut);

    [Fact]
    public void An_absent_flag_is_unknown_not_false()
    {
        var flags = Read(("account.indexable", ""), ("account.discoverable", ""), ("account.bot", ""));

        Assert.Equal(new AuthorFlags(OptedOut: false, HasIndexable: true, Indexable: null, Discoverable: null, IsBot: null), flags);
    }

    [Theory]
    [InlineData("true", "false", true)]
    [InlineData("false", "true", true)]
    [InlineData("false", "false", false)]
    [InlineData("", "true", true)]
    public void Groups_are_bots(string bot, string group, bool isBot) => Assert.Equal(isBot, Read(("account.bot", bot), ("account.group", group)).IsBot);

    [Theory]
    [InlineData("\"public\"", true)]
    [InlineData("\"unlisted\"", false)]
    [InlineData("\"private\"", false)]
    [InlineData("\"direct\"", false)]
    [InlineData("", false)]
    public void Only_what_is_stated_to_be_public_is(string visibility, bool isPublic) => Assert.Equal(isPublic, Observe(("visibility", visibility)).IsPublic);

    private static AuthorFlags Read(params (string, string)[] changes) => Observe(changes).Flags;

    private static Observation Observe(params (string, string)[] changes)
    {
        using var fixture = new ConnectorFixture();
        var body = Encoding.UTF8.GetBytes(MastodonStatuses.One("300", changes));
        return fixture.Inspector.Inspect(body, new SavedAnswer(null, 200, null, new Dictionary<string, string>())).Observations.Single();
    }
}

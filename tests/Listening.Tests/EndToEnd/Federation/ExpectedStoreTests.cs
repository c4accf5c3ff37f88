using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The oracle itself, on posts whose fate is plain to see.</summary>
public sealed class ExpectedStoreTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddSeconds(10);
    private static readonly ScriptedAccount Home = new() { Host = FederationScript.Open, Username = "home" };
    private static readonly ScriptedAccount Away = new() { Host = FederationScript.Unreachable, Username = "away" };
    private static readonly ScriptedAccount Refused = new() { Host = FederationScript.Refusing, Username = "refused" };
    private static readonly FederationScript Script = new(1, Noon);

    [Fact]
    public void A_deletion_counts_when_the_own_host_tells_it_or_no_host_has_the_post_any_more()
    {
        Assert.Equal(ExpectedPresence.Deleted, Of(Post(Home) with { DeletedAt = Later, Arrivals = [new(FederationScript.Plain) { DeletionAfter = null }] }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Away) with { DeletedAt = Later, Arrivals = [new(FederationScript.Plain) { DeletionAfter = null }, new(FederationScript.Open)] }));
        Assert.Equal(ExpectedPresence.Deleted, Of(Post(Away) with { DeletedAt = Later }));
        Assert.Equal(ExpectedPresence.Deleted, Of(Post(Refused) with { DeletedAt = Later }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Home) with { Arrivals = [new(FederationScript.Plain) { Hidden = new ScriptedHiding(Later) }] }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Away) with { Arrivals = [new(FederationScript.Plain) { Hidden = new ScriptedHiding(Noon.AddSeconds(1), Noon.AddSeconds(2)) }] }));
    }

    [Fact]
    public void The_newest_edit_of_any_host_is_the_text_and_a_hashtag_edited_out_ends_it()
    {
        var edited = Post(Away) with { Edits = [new(Later, "new #eventprofs")], Arrivals = [new(FederationScript.Open) { EditsAfter = null }, new(FederationScript.Plain)] };
        Assert.Equal("new #eventprofs", Entry(edited).Text);
        Assert.Equal("old #eventprofs", Entry(edited with { Arrivals = [new(FederationScript.Open) { EditsAfter = null }] }).Text);
        Assert.Equal(ExpectedPresence.Absent, Of(Post(Home) with { Edits = [new(Later, "no hashtag")], Arrivals = [new(FederationScript.Plain) { EditsAfter = null }] }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Home) with { Text = "none", Edits = [new(Later, "now #eventprofs")] }));
    }

    [Fact]
    public void One_host_that_shows_an_opt_out_is_enough_and_a_host_with_old_profiles_counts_too()
    {
        var leaves = Home with { Changes = [new(Later, Home with { Bio = "<p>#<span>NoBot</span></p>" })] };
        var returns = Home with { Bio = "<p>#nobot</p>", Changes = [new(Later, Home)] };
        Assert.Equal(ExpectedPresence.Absent, Of(Post(leaves)));
        Assert.Equal(ExpectedPresence.Absent, Of(Post(returns)));
        Assert.Equal(ExpectedPresence.Live, Of(Post(returns) with { Arrivals = [] }));
        Assert.Equal(ExpectedPresence.Open, Of(Post(returns) with { Arrivals = [], CreatedAt = Noon.AddDays(-3) }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Home with { Bio = "<p>#nobotany nobot</p>" })));
    }

    [Fact]
    public void The_home_host_decides_what_may_be_found_and_elsewhere_one_objection_does()
    {
        Assert.True(Entry(Post(Home with { KnownAs = As(FederationScript.Plain, Home with { Indexable = false }) })).IsSearchable);
        Assert.False(Entry(Post(Away with { KnownAs = As(FederationScript.Plain, Away with { Indexable = false }) })).IsSearchable);
        Assert.False(Entry(Post(Home with { Indexable = null })).IsSearchable);
        Assert.True(Entry(Post(Away)).IsSearchable);
    }

    [Fact]
    public void What_is_not_public_or_known_only_to_hosts_that_are_not_read_is_not_expected()
    {
        Assert.Equal(ExpectedPresence.Absent, Of(Post(Home) with { Visibility = "unlisted" }));
        Assert.Equal(ExpectedPresence.Absent, Of(Post(Refused) with { Arrivals = [] }));
        Assert.Equal(ExpectedPresence.Live, Of(Post(Away) with { CreatedAt = Noon.AddYears(-5), Arrivals = [new(FederationScript.Plain, TimeSpan.FromDays(5 * 365))] }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_federation_has_thousands_of_posts_of_every_fate_and_leaves_little_open(int seed)
    {
        var script = new FederationScript(seed, Noon);
        var turn = script.Turn(Noon.AddSeconds(20));
        var posts = turn.Over(script.Past);
        var before = ExpectedStore.Of(script.Hosts, script.Past, key => $"https://a/users/b/statuses/{key}", ExpectedTimes.Of(Noon));
        var after = ExpectedStore.Of(script.Hosts, posts, key => $"https://a/users/b/statuses/{key}", ExpectedTimes.Of(Noon.AddSeconds(20), turn.Ends.AddSeconds(1)));

        Assert.InRange(posts.Count, 2000, 2400);
        Assert.InRange(before.Live, 1500, 1900);
        Assert.InRange(after.Entries.Count(entry => entry.Presence == ExpectedPresence.Deleted), 15, 40);
        Assert.InRange(after.Entries.Count(entry => entry.Because == "its hashtag was edited out"), 8, 12);
        Assert.InRange(after.Entries.Count(entry => entry.Because == "its author opted out"), 60, 120);
        Assert.InRange(after.Entries.Count(entry => entry.Presence == ExpectedPresence.Open), 0, posts.Count / 100);
        Assert.DoesNotContain(before.Entries, entry => entry.Presence == ExpectedPresence.Open);
        Assert.True(after.Entries.Count(entry => entry.Text?.Contains(" new", StringComparison.Ordinal) is true && entry.Presence == ExpectedPresence.Live) >= 30);
    }

    private static ScriptedPost Post(ScriptedAccount author) => new() { Key = "kw1q", Author = author, CreatedAt = Noon.AddHours(-1), Text = "old #eventprofs" };

    private static ExpectedPresence Of(ScriptedPost post) => Entry(post).Presence;

    private static ExpectedEntry Entry(ScriptedPost post) =>
        ExpectedStore.Of(Script.Hosts, [post], key => $"https://a/users/b/statuses/{key}", ExpectedTimes.Of(Noon, Later.AddSeconds(1))).Entries.Single();

    private static Dictionary<string, ScriptedAccount> As(string host, ScriptedAccount account) => new(StringComparer.Ordinal) { [host] = account };
}

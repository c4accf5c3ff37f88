using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Support;

namespace Listening.Tests.Polling;

public sealed class AuthorConsentTests
{
    private static readonly AuthorFlags Yes = new(false, HasIndexable: true, Indexable: true, Discoverable: true, IsBot: false);

    [Fact]
    public async Task A_consent_to_search_that_is_withdrawn_hides_everything_that_is_stored_of_the_author()
    {
        await using var engine = await StartAsync();

        await LookAsync(engine, Yes with { Indexable = false });

        Assert.Equal(0, await FoundAsync(engine));
        Assert.All(await engine.StoredAsync(), post => Assert.False(post.Searchable));
    }

    [Fact]
    public async Task A_consent_to_search_that_is_given_later_opens_everything_that_is_stored_of_the_author()
    {
        await using var engine = await StartAsync(Yes with { Indexable = null });
        Assert.Equal(0, await FoundAsync(engine));

        await LookAsync(engine, Yes);

        Assert.Equal(3, await FoundAsync(engine));
    }

    [Fact]
    public async Task Where_the_consent_is_needed_to_keep_a_post_its_withdrawal_erases_the_author()
    {
        await using var engine = await StartAsync(settings: new() { ["Consent:NotIndexable"] = "withhold" });

        await LookAsync(engine, Yes with { Indexable = false });

        Assert.Empty(await engine.StoredAsync());
    }

    [Fact]
    public async Task Where_discoverability_is_needed_to_keep_a_post_an_objection_erases_the_author()
    {
        await using var engine = await StartAsync(settings: new() { ["Consent:NotDiscoverable"] = "withhold" });

        await LookAsync(engine, Yes with { Discoverable = false });

        Assert.Empty(await engine.StoredAsync());
    }

    [Fact]
    public async Task An_account_that_turns_out_to_be_a_bot_is_one_in_all_its_posts()
    {
        await using var engine = await StartAsync();

        await LookAsync(engine, Yes with { IsBot = true });

        Assert.All(await engine.StoredAsync(), post => Assert.True(post.Author!.IsBot));
    }

    [Fact]
    public async Task An_objection_of_one_host_hides_what_another_host_showed()
    {
        await using var engine = await StartAsync();
        engine.Source.AddHost("other.example");

        engine.Source.Add(9, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "9"), Yes with { Indexable = false }, host: "other.example");
        await engine.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(0, await FoundAsync(engine));
    }

    [Fact]
    public async Task An_opt_out_that_no_host_shows_any_more_is_lifted()
    {
        await using var engine = await StartAsync();
        await LookAsync(engine, Yes with { OptedOut = true });
        Assert.Empty(await engine.StoredAsync());

        engine.Source.Add(10, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "10"), Yes);
        await engine.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Contains(await engine.StoredAsync(), post => post.PostKey.EndsWith("/10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_forgotten_stays_out_even_where_opt_out_words_are_ignored()
    {
        await using var engine = await StartAsync(settings: new() { ["Consent:OptOutWords"] = "ignore" });

        await engine.Authors.ForgetAsync("https://mara.example/users/mara", default);
        await LookAsync(engine, Yes);

        Assert.Empty(await engine.StoredAsync());
    }

    private static async Task<Engine> StartAsync(AuthorFlags? flags = null, Dictionary<string, string?>? settings = null)
    {
        var engine = await Engine.StartAsync(settings);
        engine.Source.Add(1, EnginePosts.Post("mara", engine.Time.GetUtcNow().AddDays(-50), id: "1"), flags ?? Yes);
        engine.Source.Add(2, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "2"), flags ?? Yes);
        await engine.TickAsync();
        Assert.Equal(2, (await engine.StoredAsync()).Count);
        return engine;
    }

    private static async Task LookAsync(Engine engine, AuthorFlags flags)
    {
        engine.Source.Add(3, EnginePosts.Post("mara", engine.Time.GetUtcNow(), id: "3"), flags);
        await engine.PassAsync(TimeSpan.FromMinutes(1));
    }

    private static async Task<long> FoundAsync(Engine engine) =>
        (await engine.Posts.SearchAsync(new PostQuery { Hashtag = "eventprofs", Text = TextQuery.Parse("words") }, default)).Total;
}

using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Theory]
    [InlineData("stage", true)]
    [InlineData("STAGE lights", true)]
    [InlineData("lights stage", true)]
    [InlineData("stage curtain", false)]
    [InlineData("stag", false)]
    [InlineData("\"the stage lights\"", true)]
    [InlineData("\"lights stage\"", false)]
    [InlineData("\"stage\" \"tonight\"", true)]
    [InlineData("stage -curtain", true)]
    [InlineData("stage -tonight", false)]
    [InlineData("-curtain", true)]
    [InlineData("-tonight", false)]
    [InlineData("stage -\"stage lights\"", false)]
    [InlineData("stage -\"lights stage\"", true)]
    [InlineData("eventprofs", true)]
    [InlineData("#EventProfs", true)]
    [InlineData("eventprofs/tonight", false)]
    [InlineData("2026", true)]
    [InlineData("O'Neill", true)]
    [InlineData("mara", false)]
    [InlineData("AND OR NOT NEAR", false)]
    [InlineData("stage*", true)]
    [InlineData("text:stage", false)]
    [InlineData("^stage", true)]
    public async Task Words_phrases_and_minus_are_understood(string query, bool isFound) =>
        await AssertFoundAsync("The stage lights, tonight! #EventProfs 2026 with O'Neill", query, isFound);

    [Theory]
    [InlineData("La señora está en el café", "senora cafe", true)]
    [InlineData("La senora esta en el cafe", "SEÑORA está café", true)]
    [InlineData("Die Straße ist groß", "strasse GROSS", true)]
    [InlineData("DIE STRASSE IST GROSS", "straße groß", true)]
    [InlineData("Große STRAẞE", "strasse", true)]
    [InlineData("Zażółć gęślą jaźń w Łodzi", "zazolc lodzi", true)]
    [InlineData("Zazolc w Lodzi", "zażółć łodzi", true)]
    [InlineData("Blåbærsyltetøy på Sørøya", "soroya", true)]
    [InlineData("İstanbul'da ışık", "istanbul isik", true)]
    [InlineData("Ο ΟΔΟΣ ΤΗΣ ΑΘΗΝΑΣ", "οδός αθήνας", true)]
    [InlineData("Événement à l'été", "evenement ete", true)]
    [InlineData("Съёмки ёлки", "съемки елки", true)]
    [InlineData("ｆｕｌｌ　ｗｉｄｔｈ", "full width", true)]
    [InlineData("naïve", "naive", true)]
    [InlineData("peña", "pena", true)]
    public async Task Case_and_accents_do_not_matter(string text, string query, bool isFound) => await AssertFoundAsync(text, query, isFound);

    [Theory]
    [InlineData("東京で展示会があります", "展示会", true)]
    [InlineData("東京で展示会があります", "示会が", true)]
    [InlineData("東京で展示会があります", "会示展", false)]
    [InlineData("東京で展示会があります", "東京 展示会", true)]
    [InlineData("東京で展示会があります", "展示会 -東京", false)]
    [InlineData("イベント業界のプロ", "イベント", true)]
    [InlineData("ｲﾍﾞﾝﾄ業界のプロ", "イベント", true)]
    [InlineData("이벤트 전문가 모임", "전문가", true)]
    [InlineData("งานอีเวนต์ วันนี้", "วันนี้", true)]
    [InlineData("งานอีเวนต์ วันนี้", "วนน", false)]
    [InlineData("कार्यक्रम आज है", "कार्यक्रम", true)]
    [InlineData("كتاب الفعاليات", "الفعاليات", true)]
    public async Task Other_scripts_are_searched_as_their_readers_expect(string text, string query, bool isFound) =>
        await AssertFoundAsync(text, query, isFound);

    [Fact]
    public async Task Alt_texts_of_media_are_searched_too()
    {
        await UpsertAsync(
            Samples.New("1", text: "Look") with { Media = [new PostMedia("image", "A red curtain", null), new PostMedia("image", "falls slowly", null), new PostMedia("image", null, null)] },
            Samples.New("2", text: "Look, a curtain", at: Noon.AddMinutes(1)));

        Assert.Equal(["2", "1"], Names((await SearchAsync("curtain")).Posts));
        Assert.Equal(["1"], Names((await SearchAsync("look \"red curtain\" slowly")).Posts));
        Assert.Empty((await SearchAsync("\"curtain falls\"")).Posts);
        Assert.Empty((await SearchAsync("\"look a red\"")).Posts);
    }

    [Fact]
    public async Task What_may_not_be_searched_is_not_found_but_counted()
    {
        await UpsertAsync(
            Samples.New("open", text: "a stage"),
            Hidden("hidden1", "a stage"),
            Hidden("hidden2", "a curtain", Noon.AddHours(2)),
            Hidden("hidden3", "a stage", author: "tom"));

        var found = await SearchAsync("stage");
        Assert.Equal(["open"], Names(found.Posts));
        Assert.Equal((1L, 3L), (found.Total, found.Unsearchable));
        Assert.Equal(["open"], Names((await SearchAsync("-curtain")).Posts));

        var ofTom = await Store.SearchAsync(Query("stage") with { AuthorKey = Samples.Author("tom").Key }, Ct);
        Assert.Equal((0L, 1L), (ofTom.Total, ofTom.Unsearchable));
        Assert.Equal(2, (await Store.SearchAsync(Query("stage") with { To = Noon.AddHours(1) }, Ct)).Unsearchable);

        var all = await SearchAsync();
        Assert.Equal((4L, 3L, 4), (all.Total, all.Unsearchable, all.Posts.Count));
    }

    [Fact]
    public async Task A_consent_that_changes_takes_effect()
    {
        await UpsertAsync(Samples.New("1", text: "a stage"));

        await UpsertAsync(Hidden("1", "a stage"));
        Assert.Equal((0L, 1L), ((await SearchAsync("stage")).Total, (await SearchAsync("stage")).Unsearchable));

        await UpsertAsync(Samples.New("1", text: "a stage"));
        Assert.Equal((1L, 0L), ((await SearchAsync("stage")).Total, (await SearchAsync("stage")).Unsearchable));
    }

    [Fact]
    public async Task Found_posts_are_paged_like_all_posts()
    {
        await UpsertAsync([.. Enumerable.Range(0, 25).Select(i => Samples.New($"{i:00}", at: Noon.AddMinutes(i / 3), text: i % 5 == 0 ? "curtain" : "stage"))]);

        var pages = await PagesAsync(Query("stage") with { Limit = 8, Sort = PostSort.Oldest });

        Assert.Equal([8, 8, 4], pages.Select(page => page.Posts.Count));
        Assert.Equal(Enumerable.Range(0, 25).Where(i => i % 5 != 0).Select(i => $"{i:00}"), Names(pages.SelectMany(page => page.Posts)));
    }

    [Fact]
    public async Task Relevance_puts_the_post_that_is_most_about_it_first_and_has_one_page()
    {
        await UpsertAsync(
            Samples.New("some", text: "A long text about many other things in which the stage is mentioned only once, among very many words", at: Noon.AddHours(1)),
            Samples.New("most", text: "stage stage stage"),
            Samples.New("none", text: "curtain"));

        var found = await Store.SearchAsync(Query("stage") with { Sort = PostSort.Relevance }, Ct);
        Assert.Equal(["most", "some"], Names(found.Posts));
        Assert.Equal(2, found.Total);

        var one = await Store.SearchAsync(Query("stage") with { Sort = PostSort.Relevance, Limit = 1 }, Ct);
        Assert.Equal(["most"], Names(one.Posts));
        Assert.Null(one.Next);
    }

    [Fact]
    public async Task Relevance_without_words_is_the_newest_page()
    {
        await UpsertAsync(Samples.New("1"), Samples.New("2", at: Noon.AddMinutes(1)));

        Assert.Equal(["2", "1"], Names((await Store.SearchAsync(Query() with { Sort = PostSort.Relevance }, Ct)).Posts));
    }

    [Fact]
    public async Task A_post_without_a_text_is_never_found_by_words()
    {
        await UpsertAsync(Samples.New("1") with { Text = null, TextKey = "3f2a" }, Samples.New("2", text: "🎪 !"));

        Assert.Equal(0, (await SearchAsync("stage")).Total);
        Assert.Equal(2, (await SearchAsync("-stage")).Total);
    }

    private async Task AssertFoundAsync(string text, string query, bool isFound)
    {
        await UpsertAsync(Samples.New("1", text: text));

        Assert.Equal(isFound ? ["1"] : Array.Empty<string>(), Names((await SearchAsync(query)).Posts));
    }

    private Post Hidden(string name, string text, DateTimeOffset? at = null, string author = "mara")
    {
        var post = Samples.New(name, author, at, text);
        return post with { Searchable = false, SeenVia = [post.SeenVia[0] with { Indexable = false }] };
    }
}

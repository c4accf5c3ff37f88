using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Listening.BrowserTests;

public sealed class HashtagPageTests : IClassFixture<OpenedWeb>
{
    private readonly OpenedWeb _opened;

    public HashtagPageTests(OpenedWeb opened)
    {
        Browser.SkipWithout();
        _opened = opened;
    }

    private string Page => _opened.Url + "/hashtags/eventprofs";

    private string HostilePage => _opened.Url + "/hashtags/hostile";

    [Theory]
    [InlineData("/hashtags/eventprofs?text=hybrid")]
    [InlineData("/hashtags/eventprofs?day=2026-11-19&text=%21")]
    [InlineData("/hashtags/hostile")]
    [InlineData("/")]
    [InlineData("/hashtags/unknown")]
    public async Task Every_page_fits_its_window_and_passes_axe(string address)
    {
        var page = await _opened.Browser.OpenAsync(_opened.Url + address);
        await page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        foreach (var width in (int[])[360, 1440])
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                var violations = await page.EvaluateAsync<string[]>("""
                    async () => (await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'], resultTypes: ['violations'] }))
                        .violations.map(violation => `${violation.id} at ${violation.nodes[0].html}`)
                    """);
                Assert.True(violations.Length == 0, $"{width} px, {scheme}: {string.Join("; ", violations)}");
            }
        }
    }

    [Fact]
    public async Task It_works_without_script()
    {
        var page = await _opened.Browser.OpenAsync(Page, script: false);

        Assert.Equal("#EventProfs", (await page.Locator("h1").InnerTextAsync()).Trim());
        Assert.Equal(20, await page.Locator("article").CountAsync());
        await page.GetByText("The same as a table").ClickAsync();
        Assert.True(await page.Locator("details.table table").IsVisibleAsync());
    }

    [Fact]
    public async Task Searching_keeps_the_range_and_shows_what_was_found()
    {
        var page = await _opened.Browser.OpenAsync(Page + "?days=84");

        await page.GetByLabel("Search the posts").FillAsync("\"step-free access\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();

        Assert.Contains("days=84", page.Url);
        Assert.Equal("\"step-free access\"", await page.GetByLabel("Search the posts").InputValueAsync());
        var texts = await page.Locator("article .text").AllInnerTextsAsync();
        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Contains("step-free access", text));
    }

    [Fact]
    public async Task Paging_reaches_older_posts_and_comes_back()
    {
        var page = await _opened.Browser.OpenAsync(Page + "?days=84");
        var first = await page.Locator("article .when a").First.GetAttributeAsync("href");

        await page.GetByRole(AriaRole.Link, new() { Name = "Older posts" }).ClickAsync();
        Assert.NotEqual(first, await page.Locator("article .when a").First.GetAttributeAsync("href"));
        await page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();

        Assert.Equal(first, await page.Locator("article .when a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task A_persons_count_leads_to_their_posts()
    {
        var page = await _opened.Browser.OpenAsync(Page);
        var row = page.Locator(".people tbody tr").First;
        var handle = await row.Locator(".handle").InnerTextAsync();

        await row.GetByRole(AriaRole.Link, new() { Name = "by this person" }).ClickAsync();

        Assert.All(await page.Locator("article .handle").AllInnerTextsAsync(), shown => Assert.Equal(handle, shown));
    }

    [Fact]
    public async Task Hostile_posts_stay_text()
    {
        var page = await _opened.Browser.OpenAsync("about:blank");
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(HostilePage);

        Assert.Equal(10, await page.Locator("article").CountAsync());
        Assert.Null(await page.EvaluateAsync<string?>("document.body.dataset.hacked ?? null"));
        Assert.Equal(0, await page.Locator("main script, main img, main [onclick], main [onerror], main [onmouseover], main h1 ~ h1").CountAsync());
        var links = await page.Locator("main a").EvaluateAllAsync<string[]>("links => links.map(link => link.protocol)");
        Assert.All(links, protocol => Assert.Contains(protocol, (string[])["http:", "https:"]));
        Assert.All(asked, url => Assert.StartsWith(_opened.Url, url));
    }

    [Fact]
    public async Task Every_link_to_elsewhere_vouches_for_nothing()
    {
        var page = await _opened.Browser.OpenAsync(HostilePage);

        var rels = await page.Locator("main a").EvaluateAllAsync<string[]>("links => links.filter(link => link.host !== location.host).map(link => link.rel)");
        Assert.NotEmpty(rels);
        Assert.All(rels, rel => Assert.Equal("nofollow noopener noreferrer", rel));
    }

    [Fact]
    public async Task The_keyboard_reaches_the_content_first_and_shows_where_it_is()
    {
        var page = await _opened.Browser.OpenAsync(Page);

        await page.Keyboard.PressAsync("Tab");

        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
    }
}

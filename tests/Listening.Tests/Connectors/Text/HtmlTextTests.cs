using System.Diagnostics;
using Listening.Connectors.Text;

namespace Listening.Tests.Connectors.Text;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One<br>two</p><p>three</p>", "One\ntwo\nthree")]
    [InlineData("<p>Tea &amp; biscuits &lt;3 &#x1F600; caf&eacute;</p>", "Tea & biscuits <3 😀 café")]
    [InlineData("no markup at all", "no markup at all")]
    [InlineData("<p>a<br><br><br><br>b</p>", "a\n\nb")]
    [InlineData("<p>two  spaces stay</p>", "two  spaces stay")]
    [InlineData("<p>\n  from a\n  pretty printer\n</p>\n<p>next</p>", "from a pretty printer\nnext")]
    [InlineData("<p>#<span>Event</span><b>Profs</b></p>", "#EventProfs")]
    [InlineData("<p>unclosed <b>bold<p>next", "unclosed bold\nnext")]
    [InlineData("", "")]
    public void Paragraphs_and_breaks_are_lines_and_entities_are_decoded(string html, string text) =>
        Assert.Equal(text, HtmlText.Read(html).Text);

    [Theory]
    [InlineData("<ul><li>tea</li><li>cake</li></ul>", "- tea\n- cake")]
    [InlineData("<p>Plan:</p><ol><li>doors</li><li>talk<ul><li>slides</li></ul></li><li>bar</li></ol>", "Plan:\n1. doors\n2. talk\n  - slides\n3. bar")]
    [InlineData("<p>She said:</p><blockquote><p>never<br>again</p></blockquote><p>Well.</p>", "She said:\n> never\n> again\nWell.")]
    [InlineData("<p>Try <code>a  b</code>:</p><pre><code>if (x) {\n    y();\n}</code></pre>", "Try a  b:\nif (x) {\n    y();\n}")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    public void Lists_quotes_and_code_stay_readable(string html, string text) => Assert.Equal(text, HtmlText.Read(html).Text);

    [Theory]
    [InlineData("<p>hi<script>alert(1)</script><style>p{}</style><iframe src='x'>frame</iframe></p>", "hi")]
    [InlineData("<p onclick='x()'>hi<!-- secret --></p><template><p>no</p></template>", "hi")]
    [InlineData("<p>a\u0000b\u0007c</p>", "abc")]
    public void Nothing_that_is_no_text_for_people_comes_through(string html, string text) =>
        Assert.Equal(text, HtmlText.Read(html).Text.Replace("\uFFFD", ""));

    [Fact]
    public void An_address_that_is_shortened_for_display_is_written_out()
    {
        const string Html = """<p>See <a href="https://mara.example/badges/2026/results?x=1" rel="nofollow"><span class="invisible">https://</span><span class="ellipsis">mara.example/badges/2026/res</span><span class="invisible">ults?x=1</span></a>!</p>""";

        var read = HtmlText.Read(Html);

        Assert.Equal("See https://mara.example/badges/2026/results?x=1!", read.Text);
        Assert.Equal(new HtmlAnchor("https://mara.example/badges/2026/results?x=1", "https://mara.example/badges/2026/results?x=1", false, false), Assert.Single(read.Anchors));
    }

    [Fact]
    public void A_shortened_link_that_is_no_web_address_shows_its_own_words()
    {
        const string Html = """<a href="javascript:alert(1)"><span class="invisible">https://</span><span>good.example</span></a>""";

        Assert.Equal("https://good.example", HtmlText.Read(Html).Text);
    }

    [Fact]
    public void Mentions_and_hashtags_are_told_from_links()
    {
        const string Html = """<a href="https://a.example/@b" class="u-url mention">@<span>b</span></a> <a href="https://a.example/tags/x" class="mention hashtag" rel="tag">#<span>x</span></a> <a href="https://a.example/tag/y" rel="tag">#y</a> <a href="https://c.example">c</a>""";

        Assert.Equal(
            [("@b", true, false), ("#x", false, true), ("#y", false, true), ("c", false, false)],
            HtmlText.Read(Html).Anchors.Select(anchor => (anchor.Text, anchor.IsMention, anchor.IsHashtag)));
    }

    [Theory]
    [InlineData("<p>a<br/>b</p><p>c<span>d</span></p>", "a\nb\ncd\n")]
    [InlineData("plain", "plain")]
    [InlineData(null, "")]
    public void Bare_text_knows_line_breaks_only(string? html, string text) => Assert.Equal(text, HtmlText.Bare(html));

    [Fact]
    public void Deep_nesting_loses_tags_and_no_text()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 40)) + "a<i>b</i>c" + string.Concat(Enumerable.Repeat("</div>", 40)) + "<p>d</p><ul><li>e</li></ul>";

        Assert.Equal("abc\nd\n- e", HtmlText.Read(html).Text);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<a href=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p><b class='{0}'>x</p>")]
    [InlineData("</b>")]
    [InlineData("<")]
    [InlineData("<a title=\"")]
    [InlineData("<p>x</p>")]
    [InlineData("&amp;<br>")]
    public void A_hostile_body_costs_little_and_ends_nothing(string unit)
    {
        var html = string.Concat(Enumerable.Range(0, 300_000 / unit.Length).Select(n => unit.Replace("{0}", n.ToString(), StringComparison.Ordinal)));
        var clock = Stopwatch.StartNew();

        HtmlText.Read(html + "end");
        HtmlText.Bare(html);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }
}

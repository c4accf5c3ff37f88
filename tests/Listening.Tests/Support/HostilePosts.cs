using Listening.Posts;

namespace Listening.Tests.Support;

/// <summary>Posts that try to break the page that shows them.</summary>
internal static class HostilePosts
{
    public static readonly string[] Texts =
    [
        "<script>document.body.dataset.hacked = 'yes'</script><img src=x onerror=\"document.body.dataset.hacked='yes'\">",
        "javascript:alert(1) [x](javascript:alert(1)) data:text/html,<script>alert(1)</script> #eventprofs",
        "\u202Eevil reversed\u202C and https://good.example/\u202Egnp.exe",
        "W" + new string('o', 3000) + "w",
        "Z" + string.Concat(Enumerable.Repeat("\u0300\u0301\u0302\u0303\u0304", 200)) + "algo",
        "https://" + new string('a', 60) + ".example/" + string.Concat(Enumerable.Repeat("very-long-path/", 120)),
        "\"quotes\" 'apostrophes' & ampersands </div></article></main><h1>Not a heading</h1>",
        "\0control\u0007characters\u001b[31m end",
        string.Concat(Enumerable.Repeat("line\n\n\n\n\n", 400)),
        "{{constructor.constructor('alert(1)')()}} @(1+1) ${7*7}",
    ];

    public static IReadOnlyList<Post> Posts(DateTimeOffset now) =>
        [.. Texts.Select((text, i) => Community.One($"hostile{i}", AuthorOf(i), now.AddMinutes(-i), text) with
        {
            Url = i % 2 == 0 ? "javascript:alert(document.domain)" : "https://evil.example/\"onmouseover=\"alert(1)",
            Lang = i % 2 == 0 ? "en\" onclick=\"alert(1)" : "xx-not-a-language",
            Media = [new PostMedia("image", "alt <b>text</b> " + text, "data:text/html,<script>alert(1)</script>")],
        })];

    private static Author AuthorOf(int number) => new(
        $"https://evil.example/users/{number}",
        "mastodon",
        $"@{new string('h', 200)}{number}@evil.example",
        number % 2 == 0 ? "<svg onload=alert(1)>" + new string('N', 300) : "\u202E" + string.Concat(Enumerable.Repeat("Z\u0336\u0321\u0300\u0301", 60)),
        "javascript:alert(1)",
        Followers: null,
        IsBot: null);
}

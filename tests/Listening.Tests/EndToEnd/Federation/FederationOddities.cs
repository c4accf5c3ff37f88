using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Posts of the past that readers stumble over: imports, copies, posts that are not public, posts that quote.</summary>
internal sealed class FederationOddities(Random random, FederationPosts posts, IReadOnlyList<ScriptedAccount> people, DateTimeOffset now)
{
    /// <summary>The first word of texts that nobody may store.</summary>
    public const string Private = "Confidential";

    public IEnumerable<ScriptedPost> All() => [.. Imports(), .. Copies(), .. NotPublic(), .. Quoting(), .. AtOnce(), .. Threads(), .. OtherHashtags()];

    /// <summary>Written years ago, with the ids of the last days.</summary>
    private IEnumerable<ScriptedPost> Imports() =>
        from i in Enumerable.Range(0, 10)
        let at = now.AddDays(-200 - (random.NextDouble() * 2500))
        select posts.At(Away(i), at, new ScriptedArrival(posts.ReadHosts[i % posts.ReadHosts.Count], now.AddHours(-1 - (i * 7)) - at));

    /// <summary>The same words by the same person, twice: two posts.</summary>
    private IEnumerable<ScriptedPost> Copies() =>
        from i in Enumerable.Range(0, 6)
        select posts.Everywhere(people[i / 2], now.AddMinutes(-20 - i)) with { Text = "Doors open now. #eventprofs" };

    private IEnumerable<ScriptedPost> NotPublic() =>
        from i in Enumerable.Range(0, 9)
        select posts.Everywhere(people[i], now.AddMinutes(-15 - (i * 20)), $"{Private} #eventprofs") with { Visibility = (i % 3) switch { 0 => "unlisted", 1 => "private", _ => "direct" } };

    /// <summary>Quoted texts belong to somebody else.</summary>
    private IEnumerable<ScriptedPost> Quoting()
    {
        for (var i = 0; i < 4; i++)
        {
            var quoted = posts.Everywhere(people[i + 10] with { Username = $"quoted{i}", Bio = "<p>#nobot</p>" }, now.AddMinutes(-100 - i), $"{Private} words");
            yield return quoted;
            yield return posts.Everywhere(people[i], now.AddMinutes(-90 - i)) with { QuoteOf = quoted.Key };
        }
    }

    /// <summary>Sixty in one second, fourteen of them in one millisecond: more than a page.</summary>
    private IEnumerable<ScriptedPost> AtOnce() =>
        from i in Enumerable.Range(0, 60)
        select posts.Everywhere(people[i % people.Count], now.AddMinutes(-42).AddMilliseconds(i < 14 ? 0 : i * 15));

    private IEnumerable<ScriptedPost> Threads()
    {
        var parent = posts.Everywhere(people[1], now.AddMinutes(-200));
        yield return parent;
        for (var i = 0; i < 5; i++)
        {
            var answer = posts.Everywhere(people[2 + i], now.AddMinutes(-190 + (i * 9))) with { ReplyTo = parent.Key };
            yield return answer;
            parent = answer;
        }
    }

    private IEnumerable<ScriptedPost> OtherHashtags() =>
        from i in Enumerable.Range(0, 5)
        select posts.Everywhere(people[i], now.AddMinutes(-30 - i), "Not ours #eventprofsuk #event_profs eventprofs");

    private ScriptedAccount Away(int number) => people[number % people.Count] with { Host = FederationScript.Unreachable, Username = $"importer{number}" };
}

using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What comes while the worker reads: a burst of several pages, late and fetched posts, imports, clocks that are ahead.</summary>
internal sealed class FederationArrivals(Random random, FederationPosts posts, IReadOnlyList<ScriptedAccount> people, DateTimeOffset at)
{
    public IEnumerable<ScriptedPost> All() => [.. Burst(), .. Steady(), .. Fetched(), .. Late(), .. Imports(), .. Ahead(), .. HashtagComesLater()];

    /// <summary>Fourteen in one millisecond, and a hundred and ten within a second after them.</summary>
    private IEnumerable<ScriptedPost> Burst() =>
        from i in Enumerable.Range(0, 124)
        select posts.Everywhere(Someone(), at.AddSeconds(3).AddMilliseconds(i < 14 ? 0 : i * 8));

    private IEnumerable<ScriptedPost> Steady() =>
        from i in Enumerable.Range(0, 60)
        select posts.Somewhere(Someone(), at.AddMilliseconds(500 + (i * 100))) is var post && post.Arrivals!.Count > 0
            ? post with { Arrivals = [.. post.Arrivals.Select(arrival => arrival with { After = TimeSpan.FromMilliseconds(random.Next(2500)) })] }
            : post;

    /// <summary>With the ids of their time: a forward reader never sees them. The last few lie just below what it has read.</summary>
    private IEnumerable<ScriptedPost> Fetched() =>
        from i in Enumerable.Range(0, 30)
        let written = i < 24 ? at.AddMinutes(-5 - (random.NextDouble() * 280)) : at.AddSeconds(-5 + i - 24)
        let arrives = Moment()
        select posts.At(Away(i), written, Some(i).Select(host => new ScriptedArrival(host, arrives - written, IsFetched: true)));

    private IEnumerable<ScriptedPost> Late() =>
        from i in Enumerable.Range(0, 20)
        let written = at.AddHours(-0.2 - (random.NextDouble() * 70))
        let arrives = Moment()
        select posts.At(Away(i), written, Some(i).Select(host => new ScriptedArrival(host, arrives - written)));

    private IEnumerable<ScriptedPost> Imports() =>
        from i in Enumerable.Range(0, 10)
        let written = at.AddDays(-300 - (random.NextDouble() * 2500))
        let arrives = Moment()
        select posts.At(Away(i), written, Some(i).Select(host => new ScriptedArrival(host, arrives - written)));

    private IEnumerable<ScriptedPost> Ahead() =>
        from i in Enumerable.Range(0, 4)
        let written = at.AddMinutes(4 + i)
        let arrives = Moment()
        select posts.At(Away(i), written, Some(i).Select(host => new ScriptedArrival(host, arrives - written)));

    /// <summary>Untouched by the hashtag until an edit brings it.</summary>
    private IEnumerable<ScriptedPost> HashtagComesLater() =>
        from i in Enumerable.Range(0, 8)
        let post = posts.Everywhere(Someone(), at.AddMinutes(-10 - (i * 20)), "No hashtag yet.")
        select post with { Edits = [new ScriptedEdit(Moment(), $"Hashtag comes new{post.Key} #eventprofs")] };

    private DateTimeOffset Moment() => DateTimeOffset.FromUnixTimeMilliseconds(at.AddSeconds(1 + (random.NextDouble() * 8)).ToUnixTimeMilliseconds());

    private ScriptedAccount Someone() => people[random.Next(people.Count)];

    private ScriptedAccount Away(int number) => people[number % people.Count] with { Host = number % 3 == 0 ? FederationScript.Refusing : FederationScript.Unreachable, Username = $"far{number}" };

    private IEnumerable<string> Some(int number) => posts.ReadHosts.Where((_, index) => index == number % posts.ReadHosts.Count || random.NextDouble() < 0.3);
}

using Listening.Worker.Demo.Fediverse;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>Writes numbered posts. Each carries a word of its own, by which its text can be found wherever it was left.</summary>
internal sealed class FederationPosts(Random random, IReadOnlyList<string> readHosts)
{
    private int _number;

    /// <summary>The hosts that a reader can read.</summary>
    public IReadOnlyList<string> ReadHosts => readHosts;

    /// <summary>The word that stands in this post alone.</summary>
    public static string WordOf(ScriptedPost post) => post.Key;

    /// <summary>It reaches every host at once.</summary>
    public ScriptedPost Everywhere(ScriptedAccount author, DateTimeOffset at, string? text = null) => Write(author, at, text);

    /// <summary>It reaches some hosts, at least one that can be read: at once, late, or because one fetched it.</summary>
    public ScriptedPost Somewhere(ScriptedAccount author, DateTimeOffset at)
    {
        var post = Write(author, at, null);
        var others = readHosts.Where(host => host != author.Host).ToList();
        var chosen = others.Where(_ => random.NextDouble() < 0.6).ToList();
        var known = chosen.Count == 0 && !readHosts.Contains(author.Host) ? [others[random.Next(others.Count)]] : chosen;
        return post with { Arrivals = [.. known.Select(host => Arrival(host))], Likes = random.Next(20) };
    }

    /// <summary>It reaches these hosts alone.</summary>
    public ScriptedPost At(ScriptedAccount author, DateTimeOffset at, params IEnumerable<ScriptedArrival> arrivals) => Write(author, at, null) with { Arrivals = [.. arrivals] };

    private ScriptedArrival Arrival(string host) => random.NextDouble() switch
    {
        < 0.8 => new ScriptedArrival(host, TimeSpan.FromSeconds(random.NextDouble() * 20)),
        < 0.9 => new ScriptedArrival(host, TimeSpan.FromMinutes(random.NextDouble() * 9)),
        _ => new ScriptedArrival(host, TimeSpan.FromMinutes(random.NextDouble() * 9), IsFetched: true),
    };

    private ScriptedPost Write(ScriptedAccount author, DateTimeOffset at, string? text)
    {
        var key = $"kw{++_number}q";
        return new ScriptedPost
        {
            Key = key,
            Author = author,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Text = text is not null ? $"{text} {key}" : (_number % 4) switch
            {
                0 => $"Räume & Töne <{key}> 🎪 all week, see https://programme.example/{key}/a-rather-long-path?day=2&hall=b #EventProfs",
                1 => $"Doors open early\nin hall {key} #ÉventProfs",
                2 => $"Who has a spare badge printer? {key} #eventprofs #badges",
                _ => $"Doors open, said {author.Username}. {key} #ＥＶＥＮＴＰＲＯＦＳ",
            },
            Language = _number % 5 == 0 ? null : "en",
            Media = _number % 9 == 0 ? [new ScriptedMedia($"https://files.example/{key}.png", $"A stage, seen from above alt{key}")] : [],
        };
    }
}

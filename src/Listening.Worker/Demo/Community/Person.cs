using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>Somebody in the community, with the way they write.</summary>
internal sealed record Person(string Host, string Username, string Name, string Bio)
{
    public double PostsPerWeek { get; init; } = 2;

    /// <summary>Hours ahead of UTC of the place where they live.</summary>
    public int HoursAhead { get; init; } = 1;

    /// <summary>What they talk about; the first one most.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>What only they would say, as patterns.</summary>
    public required IReadOnlyList<string> Lines { get; init; }

    /// <summary>How often they answer others, against the rest: 0 to 1.</summary>
    public double Sociable { get; init; } = 0.3;

    /// <summary>The chance that they come to a chat.</summary>
    public double ComesToChat { get; init; }

    /// <summary>The hashtag as they write it.</summary>
    public string Tag { get; init; } = "eventprofs";

    public int Followers { get; init; } = 240;

    /// <summary>Own site, without its scheme.</summary>
    public string? Site { get; init; }

    public bool? Indexable { get; init; } = true;

    public bool? Discoverable { get; init; } = true;

    public string Language => Topics[0].Language;

    /// <summary>Equal each time, since posts of one person share it.</summary>
    public ScriptedAccount Account => field ??= new ScriptedAccount
    {
        Host = Host,
        Username = Username,
        DisplayName = Name,
        Bio = PostHtml.Render(Bio, new Uri($"https://{Host}"), host => new Uri($"https://{host}"), isLocal: true),
        Fields = Site is null ? [] : [new ScriptedField("Web", $"<a href=\"https://{Site}\" target=\"_blank\" rel=\"nofollow noopener me\">{Site}</a>", new DateTimeOffset(2025, 3, 1, 10, 0, 0, TimeSpan.Zero))],
        Indexable = Indexable,
        Discoverable = Discoverable,
        Followers = Followers,
        Following = Followers / 2,
        EarlierPosts = Followers,
        CreatedAt = new DateTimeOffset(2022, 11, 4, 0, 0, 0, TimeSpan.Zero).AddDays(Username.Sum(letter => letter) % 700),
    };
}

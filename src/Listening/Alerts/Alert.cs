using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Listening.Alerts;

/// <summary>Something worth telling, decided once and recorded before it is sent. One alert is one episode.</summary>
public sealed record Alert
{
    /// <summary>Identity, see <see cref="KeyOf"/>; also the <c>webhook-id</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The folded hashtag.</summary>
    public required string Hashtag { get; init; }

    public required AlertRuleKind Rule { get; init; }

    /// <summary>First instant of what it is about.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Last instant of what it is about, as known when it was decided.</summary>
    public required DateTimeOffset To { get; init; }

    public required DateTimeOffset DetectedAt { get; init; }

    /// <summary>How unusual it is; null for rules that only count.</summary>
    public double? Score { get; init; }

    public long? People { get; init; }

    public long? Posts { get; init; }

    public double? Expected { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>People whose first post with the hashtag is part of it; null when nobody counted.</summary>
    public long? NewPeople { get; init; }

    /// <summary>People by platform.</summary>
    public IReadOnlyDictionary<string, long> Platforms { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>One sentence for people.</summary>
    public required string Words { get; init; }

    /// <summary>The numbers behind the decision, by name.</summary>
    public IReadOnlyDictionary<string, string> Explain { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where it arrived.</summary>
    public IReadOnlyList<AlertDelivery> Sent { get; init; } = [];

    /// <summary>Names of the channels it goes to, fixed when it was decided; internal.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>When the episode was seen to be over; null while it goes on; internal.</summary>
    [JsonIgnore]
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Channels that have not taken it yet.</summary>
    public IEnumerable<string> Unsent() => Channels.Except(Sent.Select(delivery => delivery.Channel));

    /// <summary>The rule, the percent-encoded hashtag (without <c>.</c>) and the opening time: printable ASCII, the same for everybody who decides it.</summary>
    public static string KeyOf(AlertRuleKind rule, string hashtag, DateTimeOffset openedAt)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(hashtag))
        {
            var isPlain = char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'-' or (byte)'~';
            encoded.Append(isPlain ? ((char)b).ToString() : $"%{b:X2}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{NameOf(rule)}:{encoded}:{openedAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
    }

    /// <summary>The rule's name as it is printed.</summary>
    public static string NameOf(AlertRuleKind rule) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(rule.ToString());
}

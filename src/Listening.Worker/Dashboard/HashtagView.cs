using Listening.Alerts;
using Listening.Contributors;
using Listening.Tracking;

namespace Listening.Worker.Dashboard;

/// <summary>Everything the page of a hashtag shows.</summary>
public sealed record HashtagView
{
    public required TrackedHashtag Hashtag { get; init; }

    public required PageClock Clock { get; init; }

    public required PageRange Range { get; init; }

    /// <summary>Posts in the range.</summary>
    public required long Posts { get; init; }

    /// <summary>Distinct people in the range.</summary>
    public required long People { get; init; }

    /// <summary>How much of the range was observed, from 0 to 1; null when nothing is known.</summary>
    public required double? Coverage { get; init; }

    public required VolumeChart Chart { get; init; }

    public required IReadOnlyList<Contributor> MostActive { get; init; }

    /// <summary>How much of the time was observed in which they were active, from 0 to 1; null when nothing is known.</summary>
    public required double? CoverageOfMostActive { get; init; }

    /// <summary>How the most active are found, as a sentence.</summary>
    public required string Definition { get; init; }

    public required PostsView Search { get; init; }

    public required IReadOnlyList<SourceView> Sources { get; init; }

    /// <summary>What was read and not kept, as a sentence; null for nothing.</summary>
    public required string? Withheld { get; init; }

    public required IReadOnlyList<Alert> Alerts { get; init; }

    /// <summary>Live posts of all hashtags; 0 only at the very beginning.</summary>
    public required long StoredPosts { get; init; }

    public required bool IsDemo { get; init; }

    /// <summary>Address of this page with another range or position; the search stays.</summary>
    public string Href(string range, string? after = null, bool keepsSearch = true)
    {
        var search = keepsSearch ? Pair("text", Search.Text) + Pair("author", Search.AuthorKey) + Pair("sort", Search.Sort == "newest" ? null : Search.Sort) : "";
        return $"{Address}?{range}{search}{Pair("after", after)}";
    }

    /// <summary>Address of this page with the posts of one author.</summary>
    public string HrefOfAuthor(string key) => $"{Address}?{Range.Query}{Pair("author", key)}#posts";

    public string Address => AddressOf(Hashtag.Hashtag);

    public static string AddressOf(string hashtag) => "/hashtags/" + Uri.EscapeDataString(hashtag);

    private static string Pair(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
}

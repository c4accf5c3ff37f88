using System.Text.RegularExpressions;
using Listening.Posts;
using Listening.Tracking;

namespace Listening.Polling;

/// <summary>
/// Which followed hashtags a post carries, and how that is known. A platform's tag field is proof only where the platform's own fold leaves
/// the hashtag unchanged (<c>eventprofs</c>); else (<c>événement</c>, which Mastodon lists under <c>evenement</c>) it must stand in the text.
/// </summary>
public sealed partial class Matcher
{
    private readonly Dictionary<string, string> _hashtagOfSpelling;

    public Matcher(IEnumerable<TrackedHashtag> followed) => _hashtagOfSpelling = followed
        .SelectMany(hashtag => hashtag.Spellings().Select(spelling => (spelling, hashtag.Hashtag)))
        .DistinctBy(pair => pair.spelling)
        .ToDictionary(pair => pair.spelling, pair => pair.Hashtag, StringComparer.Ordinal);

    /// <summary>The post with its matches filled in, sorted; empty when it carries no followed hashtag.</summary>
    public Post Match(Observation observation, Func<string, string> platformFold)
    {
        var matches = new SortedDictionary<string, MatchedVia>(StringComparer.Ordinal);
        foreach (var tag in observation.StatedTags.Select(Hashtag.Fold))
        {
            if (_hashtagOfSpelling.TryGetValue(tag, out var hashtag) && platformFold(tag) == tag)
            {
                matches.TryAdd(hashtag, MatchedVia.TagField);
            }
        }

        foreach (var tag in HashtagsIn(observation.Post.Text))
        {
            if (_hashtagOfSpelling.TryGetValue(Hashtag.Fold(tag), out var hashtag))
            {
                matches.TryAdd(hashtag, MatchedVia.Text);
            }
        }

        return observation.Post with { Matched = [.. matches.Keys], MatchedVia = [.. matches.Values] };
    }

    /// <summary>The hashtags that stand in a plain text, as written, without #.</summary>
    public static IEnumerable<string> HashtagsIn(string? text) => text is null ? [] : HashtagInText()
        .Matches(text)
        .Select(match => match.Groups["tag"].Value)
        .Where(tag => tag.Any(character => !char.IsDigit(character)));

    [GeneratedRegex(@"(?<![\w&/#＃])[#＃](?<tag>[\w\u200c\u200d·・]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashtagInText();
}

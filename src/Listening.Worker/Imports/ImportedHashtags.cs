using Listening.Posts;
using Listening.Worker.Answers;

namespace Listening.Worker.Imports;

/// <summary>The followed hashtags of imported posts: one that nobody followed is followed from then on, paused, so that nothing is asked for it.</summary>
/// <param name="hashtags">What is followed.</param>
/// <param name="otherwise">The hashtag of posts that name none; null if there is none.</param>
internal sealed class ImportedHashtags(FollowedHashtags hashtags, Hashtag? otherwise)
{
    private readonly Dictionary<string, string> _followed = new(StringComparer.Ordinal);

    /// <summary>The post under the names of followed hashtags. Throws <see cref="RejectedLineException"/> when it names none.</summary>
    public async Task<Post> NameAsync(Post post, CancellationToken ct)
    {
        var matches = new SortedDictionary<string, MatchedVia>(StringComparer.Ordinal);
        foreach (var (name, i) in post.Matched.Select((name, i) => (name, i)))
        {
            matches.TryAdd(await FollowedAsync(Written(post, name), ct), post.MatchedVia.ElementAtOrDefault(i));
        }

        if (matches.Count == 0)
        {
            var hashtag = otherwise ?? throw new RejectedLineException("matched: names no hashtag; give one with --hashtag TAG");
            var isStated = post.Tags.Contains(hashtag.Folded, StringComparer.Ordinal);
            matches.Add(await FollowedAsync(hashtag, ct), isStated ? MatchedVia.TagField : MatchedVia.Text);
        }

        return post with { Matched = [.. matches.Keys], MatchedVia = [.. matches.Values] };
    }

    private async Task<string> FollowedAsync(Hashtag hashtag, CancellationToken ct)
    {
        if (!_followed.TryGetValue(hashtag.Folded, out var name))
        {
            name = (await hashtags.KeepPausedAsync(hashtag, ct)).Hashtag;
            _followed.Add(hashtag.Folded, name);
        }

        return name;
    }

    // Shown as somebody wrote it.
    private static Hashtag Written(Post post, string name)
    {
        var hashtag = Hashtag.Parse(name);
        var written = post.TagsDisplay.FirstOrDefault(display => Hashtag.TryParse(display, out var same) && same.Equals(hashtag));
        return written is null ? hashtag : Hashtag.Parse(written);
    }
}

using System.Globalization;
using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage.Compared;

/// <summary>The rows of a conference's CSV, none of which holds a quote, read in the plainest way.</summary>
internal sealed class ConferencePosts
{
    public ConferencePosts(string[] lines, string hashtag)
    {
        var columns = lines[0].Split(',');
        Dictionary<string, string>[] rows = [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
        var authors = rows.ToDictionary(row => row["post"], row => Key(row["author"]));
        Posts = [.. rows.Select(row => Read(row, authors, hashtag))];
        (From, To) = (Posts.Min(post => post.At), Posts.Max(post => post.At).AddSeconds(1));
    }

    public IReadOnlyList<PlainPost> Posts { get; }

    public DateTimeOffset From { get; }

    public DateTimeOffset To { get; }

    private static PlainPost Read(Dictionary<string, string> row, Dictionary<string, string> authors, string hashtag)
    {
        List<(EdgeKind, string)> turns = [.. row["mentions"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (EdgeKind.Mention, Key(name)))];
        Add(EdgeKind.Reply, row["reply_to_author"], row["reply_to_post"]);
        Add(EdgeKind.Repost, row["repost_of_author"], row["repost_of_post"]);
        Add(EdgeKind.Quote, "", row["quoted_post"]);
        return new PlainPost(
            Key(row["post"]), Key(row["author"]), false, "conference", DateTimeOffset.Parse(row["created_at"], CultureInfo.InvariantCulture), Enum.Parse<PostKind>(row["kind"], ignoreCase: true), true,
            [hashtag], [], turns, row["reply_to_post"] == "" ? null : (Key(row["reply_to_post"]), Key(row["reply_to_author"])));

        void Add(EdgeKind kind, string author, string post)
        {
            if (author != "" || authors.ContainsKey(post))
            {
                turns.Add((kind, author == "" ? authors[post] : Key(author)));
            }
        }
    }

    private static string Key(string pseudonym) => $"conference:{pseudonym}";
}

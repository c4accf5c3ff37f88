using System.Globalization;
using System.Text;
using Listening.Posts;

namespace Listening.Worker.Imports;

/// <summary>
/// The CSV of a conference's pseudonymous posts. It names no platform and no host, so both are called <c>conference</c>; texts are withheld
/// (<c>text_key</c> stands for them), of links and media there are only numbers, and the hashtag that was searched for has to be given.
/// </summary>
internal sealed class ConferenceFormat : IImportFormat
{
    private const string Platform = "conference";

    private static readonly string[] Columns =
    [
        "post", "created_at", "author", "kind", "reply_to_post", "reply_to_author", "quoted_post", "repost_of_post", "repost_of_author",
        "mentions", "likes", "reposts", "hashtags", "lang", "text_key",
    ];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private IReadOnlyList<string>? _header;

    public string Name => "conference";

    public bool Recognizes(ImportedLine line) => IsHeader(Encoding.UTF8.GetString(line.Bytes).Split(','));

    public Post? Read(ReadOnlyMemory<byte> line, DateTimeOffset now)
    {
        var values = CsvLine.Split(Text(line));
        if (_header is null && IsHeader(values))
        {
            _header = values;
            return null;
        }

        if (_header is null)
        {
            throw new RejectedLineException($"line: stands before the header, which names the columns {string.Join(", ", Columns)}");
        }

        if (values.Count != _header.Count)
        {
            throw new RejectedLineException($"line: has {values.Count} values for {_header.Count} columns");
        }

        return Read(_header.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), now);
    }

    public void Pass(ReadOnlyMemory<byte> line)
    {
        if (_header is null)
        {
            try
            {
                _header = CsvLine.Split(Text(line)) is var values && IsHeader(values) ? values : null;
            }
            catch (RejectedLineException)
            {
                // A bad line before the header, which was put aside when it was read.
            }
        }
    }

    private static bool IsHeader(IReadOnlyList<string> values) => Array.TrueForAll(Columns, values.Contains) && values.Distinct(StringComparer.Ordinal).Count() == values.Count;

    private static Post Read(Dictionary<string, string> row, DateTimeOffset now) => Post.Create(new Post
    {
        PostKey = PostKey.Local(Platform, Required(row, "post")),
        Platform = Platform,
        Host = Platform,
        SeenVia = [new SeenVia(Platform, row["post"])],
        ContentHost = Platform,
        Author = new Author(PostKey.Local(Platform, Required(row, "author")), Platform, null, null, null, null, null),
        CreatedAt = Time(row, "created_at"),
        FirstSeenAt = now,
        Kind = Kind(row),
        Lang = row["lang"] is "" or "und" ? null : row["lang"],
        TextKey = Required(row, "text_key"),
        Tags = [.. Words(row, "hashtags").Select(Hashtag.Fold).Distinct(StringComparer.Ordinal)],
        ReplyTo = Reference(row["reply_to_post"], row["reply_to_author"]),
        RepostOf = Reference(row["repost_of_post"], row["repost_of_author"]),
        QuoteOf = Reference(row["quoted_post"], author: ""),
        Mentions = [.. Words(row, "mentions").Select(author => PostKey.Local(Platform, author)).Distinct(StringComparer.Ordinal)],
        Engagement = Engagement.Unknown with { Likes = Count(row, "likes"), Reposts = Count(row, "reposts") },
        Searchable = true,
    });

    private static PostReference? Reference(string post, string author) => post == "" && author == "" ? null
        : new(Key(post), Key(author), []);

    private static string? Key(string pseudonym) => pseudonym == "" ? null : PostKey.Local(Platform, pseudonym);

    private static string[] Words(Dictionary<string, string> row, string column) => row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static PostKind Kind(Dictionary<string, string> row) => row["kind"] switch
    {
        "post" => PostKind.Post,
        "reply" => PostKind.Reply,
        "quote" => PostKind.Quote,
        "repost" => PostKind.Repost,
        var other => throw new RejectedLineException($"kind: '{other}' is none of post, reply, quote, repost"),
    };

    private static DateTimeOffset Time(Dictionary<string, string> row, string column) =>
        DateTimeOffset.TryParseExact(row[column], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new RejectedLineException($"{column}: is no time like 2018-01-23T03:22:05Z");

    private static long? Count(Dictionary<string, string> row, string column) => row[column] == "" ? null
        : long.TryParse(row[column], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw new RejectedLineException($"{column}: is no count");

    private static string Required(Dictionary<string, string> row, string column) =>
        string.IsNullOrWhiteSpace(row[column]) ? throw new RejectedLineException($"{column}: is missing") : row[column];

    private static string Text(ReadOnlyMemory<byte> line)
    {
        try
        {
            return Strict.GetString(line.Span);
        }
        catch (DecoderFallbackException e)
        {
            throw new RejectedLineException("line: is no UTF-8", e);
        }
    }
}

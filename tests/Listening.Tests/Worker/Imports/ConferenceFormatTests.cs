using System.Text;
using System.Text.Json;
using Listening.Posts;
using Listening.Tests.Support;
using Listening.Worker.Imports;

namespace Listening.Tests.Worker.Imports;

public sealed class ConferenceFormatTests
{
    private const string Header =
        "post,created_at,author,kind,reply_to_post,reply_to_author,quoted_post,repost_of_post,repost_of_author,mentions,likes,reposts,hashtags,links,media,lang,client,text_length,text_key";

    private static readonly DateTimeOffset Now = PostSamples.Noon.AddDays(3);

    [Fact]
    public void A_row_is_a_post_under_pseudonyms_whose_words_are_withheld()
    {
        var post = Read("p1,2026-11-02T12:00:00Z,a1,post,,,,,,a2 a3 a2,5,0,Venues venues badge,2,1,de,app,120,k1");

        var expected = new Post
        {
            PostKey = "conference:p1",
            Platform = "conference",
            Host = "conference",
            SeenVia = [new SeenVia("conference", "p1")],
            Author = new Author("conference:a1", "conference", null, null, null, null, null),
            CreatedAt = PostSamples.Noon,
            FirstSeenAt = Now,
            Lang = "de",
            TextKey = "k1",
            Tags = ["venues", "badge"],
            ThreadKey = "conference:p1",
            Mentions = ["conference:a2", "conference:a3"],
            Engagement = new Engagement(5, 0, null, null, null),
            Searchable = true,
        };
        Assert.Equal(Json(expected), Json(post));
    }

    [Fact]
    public void A_reply_knows_whom_it_answers_also_where_the_post_is_not_in_the_file()
    {
        var known = Read("p2,2026-11-02T12:00:00Z,a1,reply,p1,a2,,,,,,,,0,0,en,app,9,k");
        var unknown = Read("p3,2026-11-02T12:00:00Z,a1,reply,,a2,,,,,,,,0,0,en,app,9,k");

        Assert.Equal((PostKind.Reply, "conference:p1", "conference:a2"), (known.Kind, known.ReplyTo?.PostKey, known.ReplyTo?.AuthorKey));
        Assert.Equal((PostKind.Reply, null, "conference:a2"), (unknown.Kind, unknown.ReplyTo?.PostKey, unknown.ReplyTo?.AuthorKey));
        Assert.Null(unknown.ThreadKey);
    }

    [Fact]
    public void Reposts_and_quotes_point_to_what_they_pass_on_and_unknown_counts_are_null()
    {
        var repost = Read("p2,2026-11-02T12:00:00Z,a1,repost,,,,p1,a2,,,,,0,0,und,app,9,k");
        var quote = Read("p3,2026-11-02T12:00:00Z,a1,quote,,,p1,,,,1,2,,0,0,,app,9,k");

        Assert.Equal((PostKind.Repost, PostReference.To("conference:p1", "conference:a2").PostKey, Engagement.Unknown), (repost.Kind, repost.RepostOf?.PostKey, repost.Engagement));
        Assert.Equal(("conference:a2", null, null), (repost.RepostOf?.AuthorKey, repost.Lang, repost.ReplyTo));
        Assert.Equal((PostKind.Quote, "conference:p1", null), (quote.Kind, quote.QuoteOf?.PostKey, quote.QuoteOf?.AuthorKey));
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_be_quoted_and_others_be_missing()
    {
        var format = new ConferenceFormat();
        Assert.Null(format.Read(Bytes("text_key,lang,\"author\",post,created_at,kind,reply_to_post,reply_to_author,quoted_post,repost_of_post,repost_of_author,mentions,likes,reposts,hashtags"), Now));

        var post = format.Read(Bytes("\"k \"\"1\"\", x\",en,a1,p1,2026-11-02T12:00:00Z,post,,,,,,,,,"), Now);

        Assert.Equal(("k \"1\", x", "conference:p1"), (post!.TextKey, post.PostKey));
    }

    [Theory]
    [InlineData(",2026-11-02T12:00:00Z,a1,post,,,,,,,,,,0,0,en,app,9,k", "post: is missing")]
    [InlineData("p1,2026-11-02T12:00:00Z,,post,,,,,,,,,,0,0,en,app,9,k", "author: is missing")]
    [InlineData("p1,2026-11-02T12:00:00Z,a1,post,,,,,,,,,,0,0,en,app,9,", "text_key: is missing")]
    [InlineData("p1,yesterday,a1,post,,,,,,,,,,0,0,en,app,9,k", "created_at: is no time like 2018-01-23T03:22:05Z")]
    [InlineData("p1,2026-11-02T12:00:00Z,a1,shout,,,,,,,,,,0,0,en,app,9,k", "kind: 'shout' is none of post, reply, quote, repost")]
    [InlineData("p1,2026-11-02T12:00:00Z,a1,post,,,,,,,many,,,0,0,en,app,9,k", "likes: is no count")]
    [InlineData("p1,2026-11-02T12:00:00Z,a1,post,,,,,,,,-1,,0,0,en,app,9,k", "reposts: is no count")]
    [InlineData("p1,2026-11-02T12:00:00Z,a1,post", "line: has 4 values for 19 columns")]
    [InlineData("\"p1,2026-11-02T12:00:00Z", "line: a quote is not closed")]
    public void What_is_wrong_with_a_row_is_named(string row, string reason) =>
        Assert.Equal(reason, Assert.Throws<RejectedLineException>(() => Read(row)).Message);

    [Fact]
    public void A_row_before_the_header_cannot_be_read() => Assert.StartsWith(
        "line: stands before the header",
        Assert.Throws<RejectedLineException>(() => new ConferenceFormat().Read(Bytes("p1,2026-11-02T12:00:00Z,a1,post"), Now)).Message,
        StringComparison.Ordinal);

    private static Post Read(string row)
    {
        var format = new ConferenceFormat();
        Assert.Null(format.Read(Bytes(Header), Now));
        return format.Read(Bytes(row), Now)!;
    }

    private static byte[] Bytes(string line) => Encoding.UTF8.GetBytes(line);

    private static string Json(Post post) => JsonSerializer.Serialize(post, ListeningJson.Options);
}

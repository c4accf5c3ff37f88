using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    // To look up as many matches takes about as long as to read a hundred thousand rows of a hashtag in their order.
    private const int FewMatches = 8_000;

    public Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct) => database.ReadAsync(session => Search(session, query), ct);

    private static PostResult Search(SqliteSession session, PostQuery query)
    {
        var areFew = AreFew(session, SqlitePostText.Required(query.Text));
        var (total, unsearchable) = Totals(session, query, areFew);
        // One more than asked for tells whether there is a next page.
        var byRelevance = query is { Sort: PostSort.Relevance, Text.Required.Count: > 0 };
        List<Post> found = byRelevance ? MostRelevant(session, query) : Page(session, query, areFew, query.Limit + 1);
        var page = found.Take(query.Limit).ToArray();
        var next = found.Count > query.Limit && query.Sort != PostSort.Relevance ? PostCursor.Of(page[^1]) : null;
        return new PostResult(total, unsearchable, page, next);
    }

    private static (long Total, long Unsearchable) Totals(SqliteSession session, PostQuery query, bool areFew)
    {
        var totals = SqliteHours.Totals(session, query);
        return query.Text is null ? totals : (areFew ? MatchingTotal(session, query) : ReadTotal(session, query), totals.Unsearchable);
    }

    private static bool AreFew(SqliteSession session, string? required) => required is not null
        && session.Number($"SELECT count(*) FROM (SELECT 1 FROM post_text WHERE post_text MATCH {required} LIMIT {FewMatches})") < FewMatches;

    private static long MatchingTotal(SqliteSession session, PostQuery query)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        return session.Number(
            $"""
            SELECT count(*) FROM post_text AS t CROSS JOIN posts AS p ON p.id = t.rowid
            CROSS JOIN post_hashtags AS h ON h.hashtag = {query.Hashtag} AND h.created_at = p.created_at AND h.post_key = p.post_key
            WHERE t.post_text MATCH {required} AND h.created_at >= {range.From} AND h.created_at < {range.To} AND h.live = 1 AND h.searchable = 1
                AND ({query.AuthorKey} IS NULL OR h.author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR h.platform = {query.Platform})
                AND ({excluded} IS NULL OR h.post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))
            """);
    }

    private static long ReadTotal(SqliteSession session, PostQuery query)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        return session.Number(
            $"""
            SELECT count(*) FROM post_hashtags
            WHERE hashtag = {query.Hashtag} AND created_at >= {range.From} AND created_at < {range.To} AND live = 1 AND searchable = 1
                AND ({query.AuthorKey} IS NULL OR author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR platform = {query.Platform})
                AND ({required} IS NULL OR post_id IN (SELECT rowid FROM post_text WHERE post_text MATCH {required}))
                AND ({excluded} IS NULL OR post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))
            """);
    }

    private static List<Post> Page(SqliteSession session, PostQuery query, bool areFew, int limit)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        var (beyond, order, start) = query.Sort == PostSort.Oldest
            ? (new SqlText(">"), new SqlText("ASC"), range.From)
            : (new SqlText("<"), new SqlText("DESC"), range.To);
        // Few matches are looked up one by one; of many, the hashtag's own rows in their order soon fill a page.
        var rows = new SqlText(areFew ? "post_text AS t CROSS JOIN posts AS p ON p.id = t.rowid CROSS JOIN post_hashtags AS h" : "post_hashtags AS h");
        var (isMatch, end) = required is null ? (new SqlText("NULL IS"), new SqlText(""))
            : areFew ? (new SqlText("h.created_at = p.created_at AND h.post_key = p.post_key AND t.post_text MATCH"), new SqlText(""))
            : (new SqlText("h.post_id IN (SELECT rowid FROM post_text WHERE post_text MATCH"), new SqlText(")"));
        return session.Query(
            $"""
            WITH page AS MATERIALIZED (
                SELECT h.post_id, h.created_at, h.post_key FROM {rows}
                WHERE h.hashtag = {query.Hashtag} AND h.created_at >= {range.From} AND h.created_at < {range.To} AND h.live = 1
                    AND (h.created_at, h.post_key) {beyond} ({query.After?.CreatedAt.ToUnixTimeMilliseconds() ?? start}, {query.After?.PostKey ?? ""})
                    AND ({query.AuthorKey} IS NULL OR h.author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR h.platform = {query.Platform})
                    AND ({query.Text is null} OR h.searchable = 1)
                    AND {isMatch} {required} {end}
                    AND ({excluded} IS NULL OR h.post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))
                ORDER BY h.created_at {order}, h.post_key {order} LIMIT {limit})
            SELECT p.body, p.content_host, p.awaits FROM page JOIN posts AS p ON p.id = page.post_id ORDER BY page.created_at {order}, page.post_key {order}
            """,
            reader => PostRow.Read(reader).ToPost());
    }

    private static List<Post> MostRelevant(SqliteSession session, PostQuery query)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        return session.Query(
            $"""
            WITH matching AS MATERIALIZED (SELECT rowid AS post_id, rank FROM post_text WHERE post_text MATCH {required}),
            best AS MATERIALIZED (
                SELECT h.post_id, m.rank, h.created_at, h.post_key FROM post_hashtags AS h JOIN matching AS m ON m.post_id = h.post_id
                WHERE h.hashtag = {query.Hashtag} AND h.created_at >= {range.From} AND h.created_at < {range.To} AND h.live = 1 AND h.searchable = 1
                    AND ({query.AuthorKey} IS NULL OR h.author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR h.platform = {query.Platform})
                    AND ({excluded} IS NULL OR h.post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))
                ORDER BY m.rank, h.created_at DESC, h.post_key DESC LIMIT {query.Limit})
            SELECT p.body, p.content_host, p.awaits FROM best JOIN posts AS p ON p.id = best.post_id
            ORDER BY best.rank, best.created_at DESC, best.post_key DESC
            """,
            reader => PostRow.Read(reader).ToPost());
    }
}

using Listening.Posts;
using Listening.Stores;

namespace Listening.Storage.Sqlite;

internal sealed partial class SqlitePostStore
{
    public Task<PostResult> SearchAsync(PostQuery query, CancellationToken ct) => database.ReadAsync(session => Search(session, query), ct);

    private static PostResult Search(SqliteSession session, PostQuery query)
    {
        var (total, unsearchable) = Totals(session, query);
        // One more than asked for tells whether there is a next page.
        var byRelevance = query is { Sort: PostSort.Relevance, Text.Required.Count: > 0 };
        List<Post> found = byRelevance ? MostRelevant(session, query) : Page(session, query, query.Limit + 1);
        var page = found.Take(query.Limit).ToArray();
        var next = found.Count > query.Limit && query.Sort != PostSort.Relevance ? PostCursor.Of(page[^1]) : null;
        return new PostResult(total, unsearchable, page, next);
    }

    private static (long Total, long Unsearchable) Totals(SqliteSession session, PostQuery query)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        return session.First(
            $"""
            SELECT count(*) FILTER (WHERE ({query.Text is null} OR searchable = 1)
                    AND ({required} IS NULL OR post_id IN (SELECT rowid FROM post_text WHERE post_text MATCH {required}))
                    AND ({excluded} IS NULL OR post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))),
                count(*) FILTER (WHERE searchable = 0)
            FROM post_hashtags
            WHERE hashtag = {query.Hashtag} AND created_at >= {range.From} AND created_at < {range.To} AND live = 1
                AND ({query.AuthorKey} IS NULL OR author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR platform = {query.Platform})
            """,
            reader => (reader.GetInt64(0), reader.GetInt64(1)));
    }

    private static List<Post> Page(SqliteSession session, PostQuery query, int limit)
    {
        var range = new SqliteRange(query.From, query.To);
        var (required, excluded) = (SqlitePostText.Required(query.Text), SqlitePostText.Excluded(query.Text));
        var (beyond, order, start) = query.Sort == PostSort.Oldest
            ? (new SqlText(">"), new SqlText("ASC"), range.From)
            : (new SqlText("<"), new SqlText("DESC"), range.To);
        return session.Query(
            $"""
            SELECT p.body, p.content_host, p.awaits FROM post_hashtags AS h JOIN posts AS p ON p.id = h.post_id
            WHERE h.hashtag = {query.Hashtag} AND h.created_at >= {range.From} AND h.created_at < {range.To} AND h.live = 1
                AND (h.created_at, h.post_key) {beyond} ({query.After?.CreatedAt.ToUnixTimeMilliseconds() ?? start}, {query.After?.PostKey ?? ""})
                AND ({query.AuthorKey} IS NULL OR h.author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR h.platform = {query.Platform})
                AND ({query.Text is null} OR h.searchable = 1)
                AND ({required} IS NULL OR h.post_id IN (SELECT rowid FROM post_text WHERE post_text MATCH {required}))
                AND ({excluded} IS NULL OR h.post_id NOT IN (SELECT rowid FROM post_text WHERE post_text MATCH {excluded}))
            ORDER BY h.created_at {order}, h.post_key {order} LIMIT {limit}
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

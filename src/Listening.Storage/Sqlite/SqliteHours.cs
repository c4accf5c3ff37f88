using Listening.Stores;

namespace Listening.Storage.Sqlite;

/// <summary>Totals by the hours that are counted already; only where a range begins or ends within an hour its rows are read.</summary>
internal static class SqliteHours
{
    private const long Hour = 3_600_000;

    /// <summary>Live posts of the range, of an author and a platform where the question names them, and how many of them no search may look into.</summary>
    public static (long Posts, long Unsearchable) Totals(SqliteSession session, PostQuery query)
    {
        var range = new SqliteRange(query.From, query.To);
        var (first, last) = (Ceiling(range.From), Floor(range.To));
        if (query.AuthorKey is not null || query.Platform is not null || first >= last)
        {
            return Read(session, query, range);
        }

        var whole = session.First(
            $"SELECT coalesce(sum(posts), 0), coalesce(sum(unsearchable), 0) FROM hashtag_hours WHERE hashtag = {query.Hashtag} AND hour >= {first} AND hour < {last}",
            reader => (Posts: reader.GetInt64(0), Unsearchable: reader.GetInt64(1)));
        var before = Read(session, query, range with { To = first });
        var after = Read(session, query, range with { From = last });
        return (before.Posts + whole.Posts + after.Posts, before.Unsearchable + whole.Unsearchable + after.Unsearchable);
    }

    private static (long Posts, long Unsearchable) Read(SqliteSession session, PostQuery query, SqliteRange range) => range.From >= range.To ? (0, 0) : session.First(
        $"""
        SELECT count(*), count(*) FILTER (WHERE searchable = 0) FROM post_hashtags
        WHERE hashtag = {query.Hashtag} AND created_at >= {range.From} AND created_at < {range.To} AND live = 1
            AND ({query.AuthorKey} IS NULL OR author_key = {query.AuthorKey}) AND ({query.Platform} IS NULL OR platform = {query.Platform})
        """,
        reader => (reader.GetInt64(0), reader.GetInt64(1)));

    // An open end stays open: no hour begins there, and no post lies beyond it.
    private static long Ceiling(long time) => time is long.MinValue ? time : -Floor(-time);

    private static long Floor(long time) => time is long.MaxValue ? time : time - (((time % Hour) + Hour) % Hour);
}

-- How many live posts of a hashtag an hour holds, and how many of them no search may look into, so that a total does not read every row.
-- Kept by the same transaction that changes the rows. An hour is named by its first millisecond, also before 1970.
CREATE TABLE hashtag_hours (
    hashtag      TEXT    NOT NULL,
    hour         INTEGER NOT NULL,
    posts        INTEGER NOT NULL,
    unsearchable INTEGER NOT NULL,
    PRIMARY KEY (hashtag, hour)
) STRICT, WITHOUT ROWID;

INSERT INTO hashtag_hours
SELECT hashtag, created_at - ((created_at % 3600000) + 3600000) % 3600000, sum(live), sum(live AND NOT searchable) FROM post_hashtags GROUP BY 1, 2;

CREATE TRIGGER post_hashtags_added AFTER INSERT ON post_hashtags BEGIN
    INSERT INTO hashtag_hours VALUES (
        new.hashtag, new.created_at - ((new.created_at % 3600000) + 3600000) % 3600000, new.live, new.live AND NOT new.searchable)
    ON CONFLICT DO UPDATE SET posts = posts + excluded.posts, unsearchable = unsearchable + excluded.unsearchable;
END;
CREATE TRIGGER post_hashtags_changed AFTER UPDATE OF live, searchable ON post_hashtags WHEN new.live <> old.live OR new.searchable <> old.searchable BEGIN
    UPDATE hashtag_hours SET posts = posts + new.live - old.live,
        unsearchable = unsearchable + (new.live AND NOT new.searchable) - (old.live AND NOT old.searchable)
    WHERE hashtag = new.hashtag AND hour = new.created_at - ((new.created_at % 3600000) + 3600000) % 3600000;
END;
CREATE TRIGGER post_hashtags_removed AFTER DELETE ON post_hashtags BEGIN
    UPDATE hashtag_hours SET posts = posts - old.live, unsearchable = unsearchable - (old.live AND NOT old.searchable)
    WHERE hashtag = old.hashtag AND hour = old.created_at - ((old.created_at % 3600000) + 3600000) % 3600000;
END;

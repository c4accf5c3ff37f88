-- When a person's post before this one with the same hashtag was created: a post is its author's first of a day exactly where that one lies
-- before the day, so distinct people of any range are counted without comparing names. It holds for live posts of people (not bots) and
-- means nothing elsewhere. Kept by the same transaction that changes the rows.
ALTER TABLE post_hashtags ADD COLUMN previous_at INTEGER;

CREATE INDEX post_hashtags_by_person ON post_hashtags (hashtag, author_key, created_at, post_key) WHERE live = 1 AND is_bot = 0 AND author_key IS NOT NULL;

UPDATE post_hashtags AS h SET previous_at = o.previous_at
FROM (
    SELECT hashtag, created_at, post_key, lag(created_at) OVER (PARTITION BY hashtag, author_key ORDER BY created_at, post_key) AS previous_at
    FROM post_hashtags WHERE live = 1 AND is_bot = 0 AND author_key IS NOT NULL) AS o
WHERE h.hashtag = o.hashtag AND h.created_at = o.created_at AND h.post_key = o.post_key;

-- Left to itself, SQLite would look for the neighbour through the whole hashtag instead of the person's own posts.
CREATE TRIGGER person_posted AFTER INSERT ON post_hashtags WHEN new.live = 1 AND new.is_bot = 0 AND new.author_key IS NOT NULL BEGIN
    UPDATE post_hashtags SET previous_at = (
        SELECT created_at FROM post_hashtags INDEXED BY post_hashtags_by_person
        WHERE hashtag = new.hashtag AND author_key = new.author_key AND live = 1 AND is_bot = 0 AND author_key IS NOT NULL
            AND (created_at, post_key) < (new.created_at, new.post_key)
        ORDER BY created_at DESC, post_key DESC LIMIT 1)
    WHERE hashtag = new.hashtag AND created_at = new.created_at AND post_key = new.post_key;
    UPDATE post_hashtags SET previous_at = new.created_at
    WHERE hashtag = new.hashtag AND (created_at, post_key) = (
        SELECT created_at, post_key FROM post_hashtags INDEXED BY post_hashtags_by_person
        WHERE hashtag = new.hashtag AND author_key = new.author_key AND live = 1 AND is_bot = 0 AND author_key IS NOT NULL
            AND (created_at, post_key) > (new.created_at, new.post_key)
        ORDER BY created_at, post_key LIMIT 1);
END;

CREATE TRIGGER person_removed AFTER DELETE ON post_hashtags WHEN old.live = 1 AND old.is_bot = 0 AND old.author_key IS NOT NULL BEGIN
    UPDATE post_hashtags SET previous_at = old.previous_at
    WHERE hashtag = old.hashtag AND (created_at, post_key) = (
        SELECT created_at, post_key FROM post_hashtags INDEXED BY post_hashtags_by_person
        WHERE hashtag = old.hashtag AND author_key = old.author_key AND live = 1 AND is_bot = 0 AND author_key IS NOT NULL
            AND (created_at, post_key) > (old.created_at, old.post_key)
        ORDER BY created_at, post_key LIMIT 1);
END;

-- A row is no longer changed in place.
DROP TRIGGER post_hashtags_changed;

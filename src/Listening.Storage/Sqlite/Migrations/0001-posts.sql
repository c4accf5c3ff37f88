-- One row a post, live or tombstone. What is asked for is a column; the rest is the exported JSON. Times are milliseconds since 1970, UTC.
CREATE TABLE posts (
    id           INTEGER PRIMARY KEY,
    post_key     TEXT    NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    live         INTEGER NOT NULL,
    author_key   TEXT,
    reply_to     TEXT,
    body         TEXT    NOT NULL,
    content_host TEXT,
    awaits       TEXT
) STRICT;

CREATE INDEX posts_by_time ON posts (created_at, post_key);
CREATE INDEX posts_by_author ON posts (author_key, created_at, post_key) WHERE live = 1;
CREATE INDEX posts_by_parent ON posts (reply_to) WHERE reply_to IS NOT NULL;

-- Everything that a question about a hashtag needs, in the order of its pages, so that counting never touches posts.
CREATE TABLE post_hashtags (
    hashtag    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    post_key   TEXT    NOT NULL,
    post_id    INTEGER NOT NULL,
    author_key TEXT,
    platform   TEXT    NOT NULL,
    live       INTEGER NOT NULL,
    searchable INTEGER NOT NULL,
    is_bot     INTEGER NOT NULL,
    is_repost  INTEGER NOT NULL,
    PRIMARY KEY (hashtag, created_at, post_key)
) STRICT, WITHOUT ROWID;

-- Under which host-local ids a post is known, and which ones a post waits for.
CREATE TABLE seen_via (
    platform  TEXT    NOT NULL,
    host      TEXT    NOT NULL,
    native_id TEXT    NOT NULL,
    post_id   INTEGER NOT NULL,
    PRIMARY KEY (platform, host, native_id, post_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE awaited (
    platform  TEXT    NOT NULL,
    host      TEXT    NOT NULL,
    native_id TEXT    NOT NULL,
    post_id   INTEGER NOT NULL,
    PRIMARY KEY (platform, host, native_id, post_id)
) STRICT, WITHOUT ROWID;

-- Folded text of searchable posts. Words arrive separated by spaces and already folded; the ascii tokenizer takes every other script as it is.
CREATE VIRTUAL TABLE post_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'ascii');

-- Counting a million rows takes too long for a question that a health check asks.
CREATE TABLE totals (live_posts INTEGER NOT NULL) STRICT;
INSERT INTO totals (live_posts) VALUES (0);

CREATE TRIGGER posts_added AFTER INSERT ON posts BEGIN
    UPDATE totals SET live_posts = live_posts + new.live;
END;
CREATE TRIGGER posts_changed AFTER UPDATE OF live ON posts WHEN new.live <> old.live BEGIN
    UPDATE totals SET live_posts = live_posts + new.live - old.live;
END;
CREATE TRIGGER posts_removed AFTER DELETE ON posts BEGIN
    UPDATE totals SET live_posts = live_posts - old.live;
END;

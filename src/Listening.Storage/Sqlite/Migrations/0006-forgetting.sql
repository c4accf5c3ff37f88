-- What a sweep asks for: the ids of a host in their own order, in which the longer one is the newer.
CREATE INDEX seen_via_in_order ON seen_via (platform, host, length(native_id), native_id);

-- Which host misses a post that it once showed: its vote that the post is gone.
CREATE TABLE missed_posts (
    post_key TEXT    NOT NULL,
    platform TEXT    NOT NULL,
    host     TEXT    NOT NULL,
    first_at INTEGER NOT NULL,
    last_at  INTEGER NOT NULL,
    PRIMARY KEY (post_key, host)
) STRICT, WITHOUT ROWID;

ALTER TABLE author_statements ADD COLUMN indexable INTEGER;
ALTER TABLE author_statements ADD COLUMN is_bot INTEGER;

-- Forgotten for ever (a salted mark that names nobody) and muted by the user (the key).
CREATE TABLE author_salt (salt TEXT NOT NULL) STRICT;
CREATE TABLE forgotten_authors (mark TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE muted_authors (author_key TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

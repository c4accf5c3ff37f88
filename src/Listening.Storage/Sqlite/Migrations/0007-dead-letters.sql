-- Posts that the file refused, in the form of the table posts.
CREATE TABLE dead_letters (
    post_key     TEXT    NOT NULL PRIMARY KEY,
    author_key   TEXT,
    reason       TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    version      TEXT    NOT NULL,
    body         TEXT    NOT NULL,
    content_host TEXT,
    awaits       TEXT
) STRICT;

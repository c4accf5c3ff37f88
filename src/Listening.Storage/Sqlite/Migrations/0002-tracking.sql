CREATE TABLE hashtags (
    hashtag TEXT NOT NULL PRIMARY KEY,
    body    TEXT NOT NULL
) STRICT;

CREATE TABLE poll_states (
    target       TEXT    NOT NULL PRIMARY KEY,
    next_poll_at INTEGER NOT NULL,
    version      TEXT    NOT NULL,
    body         TEXT    NOT NULL
) STRICT;

CREATE INDEX poll_states_by_due ON poll_states (next_poll_at);

CREATE TABLE source_health (
    platform TEXT NOT NULL,
    host     TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (platform, host)
) STRICT;

CREATE TABLE withheld (
    opt_out          INTEGER NOT NULL,
    not_public       INTEGER NOT NULL,
    not_indexable    INTEGER NOT NULL,
    not_discoverable INTEGER NOT NULL,
    bots             INTEGER NOT NULL
) STRICT;
INSERT INTO withheld VALUES (0, 0, 0, 0, 0);

CREATE TABLE author_statements (
    author       TEXT    NOT NULL,
    host         TEXT    NOT NULL,
    is_home      INTEGER NOT NULL,
    opted_out    INTEGER NOT NULL,
    discoverable INTEGER,
    PRIMARY KEY (author, host)
) STRICT, WITHOUT ROWID;

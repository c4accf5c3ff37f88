-- Which times of a target were observed, in seconds since 1970. Rows of one target neither overlap nor touch.
CREATE TABLE coverage (
    target_key TEXT    NOT NULL,
    platform   TEXT    NOT NULL,
    host       TEXT    NOT NULL,
    from_at    INTEGER NOT NULL,
    to_at      INTEGER NOT NULL,
    PRIMARY KEY (target_key, platform, host, from_at)
) STRICT, WITHOUT ROWID;

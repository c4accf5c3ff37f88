CREATE TABLE alerts (
    alert_key   TEXT    NOT NULL PRIMARY KEY,
    hashtag     TEXT    NOT NULL,
    detected_at INTEGER NOT NULL,
    closed_at   INTEGER,
    body        TEXT    NOT NULL
) STRICT;

CREATE INDEX alerts_by_time ON alerts (detected_at);
CREATE INDEX alerts_by_hashtag ON alerts (hashtag, detected_at);
CREATE INDEX alerts_open ON alerts (alert_key) WHERE closed_at IS NULL;

-- The channels an alert goes to, in the order they were configured, and when each took it.
CREATE TABLE alert_channels (
    alert_key TEXT    NOT NULL REFERENCES alerts (alert_key) ON DELETE CASCADE,
    channel   TEXT    NOT NULL,
    position  INTEGER,
    sent_at   INTEGER,
    PRIMARY KEY (alert_key, channel)
) STRICT, WITHOUT ROWID;

CREATE INDEX alert_channels_unsent ON alert_channels (alert_key) WHERE sent_at IS NULL;

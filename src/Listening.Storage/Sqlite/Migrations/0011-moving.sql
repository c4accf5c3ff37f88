-- Whom other stores forgot, each under its own salt, beside those who were forgotten here. The first salt is this store's own.
CREATE TABLE author_salts (salt TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO author_salts SELECT salt FROM author_salt;

CREATE TABLE forgotten (salt TEXT NOT NULL, mark TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO forgotten SELECT salt, mark FROM author_salt, forgotten_authors;
DROP TABLE forgotten_authors;
DROP TABLE author_salt;
ALTER TABLE forgotten RENAME TO forgotten_authors;

-- How far files were imported whose import was broken off, as JSON.
CREATE TABLE unfinished_imports (file TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;

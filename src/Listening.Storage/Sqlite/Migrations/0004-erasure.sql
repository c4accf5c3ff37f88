-- Whoever withdraws is erased with everything that names them.
DROP INDEX posts_by_author;
CREATE INDEX posts_by_author ON posts (author_key, created_at, post_key) WHERE author_key IS NOT NULL;

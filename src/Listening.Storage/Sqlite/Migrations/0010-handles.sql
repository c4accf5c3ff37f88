-- Whom a handle stands for. Handles are compared with the letters of ASCII in lower case, as lower() makes them.
CREATE INDEX posts_by_handle ON posts (lower(json_extract(body, '$.author.handle'))) WHERE live = 1;

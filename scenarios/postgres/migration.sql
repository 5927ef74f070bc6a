BEGIN;

CREATE TABLE planet (
  id    integer PRIMARY KEY,
  name  text NOT NULL UNIQUE
);

INSERT INTO planet (id, name) VALUES (1, 'Mercury'), (2, 'Venus'), (3, 'Earth');

COMMIT;

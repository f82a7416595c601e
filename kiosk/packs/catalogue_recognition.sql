-- The optional part "recognition": what the stops' own pictures look like to a camera.
-- STRICT tables only; no views, triggers or virtual tables: a reader refuses any other schema.
CREATE TABLE pack (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  part TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- One row, or none where the pictures are few.
CREATE TABLE vocabulary (
  position INTEGER NOT NULL PRIMARY KEY,
  words BLOB NOT NULL
) STRICT;
CREATE TABLE look (
  picture INTEGER NOT NULL PRIMARY KEY,
  words BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE look_of (
  picture INTEGER NOT NULL,
  stop_id TEXT NOT NULL,
  PRIMARY KEY (picture, stop_id)
) STRICT, WITHOUT ROWID;

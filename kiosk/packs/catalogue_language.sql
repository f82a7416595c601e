-- A language part of a pack: what is said, shown and spoken in one language.
-- STRICT tables only; no views, triggers or virtual tables: a reader refuses any other schema.
CREATE TABLE pack (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- kind: site, floor, tag, tour or nearby; summary is '' where the kind has none.
CREATE TABLE name (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE title (
  stop_id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  place TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- With row ids, as recording: long rows in a table without them waste most of a page each.
CREATE TABLE text (
  stop_id TEXT NOT NULL,
  depth TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (stop_id, depth)
) STRICT;
-- Every word that is said here, folded, with the stops it is said of: bit n of the little-endian number in
-- stops stands for the n-th of all stop ids in the order of their UTF-8 bytes.
CREATE TABLE search_word (
  word TEXT NOT NULL PRIMARY KEY,
  stops BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE alt (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  alt TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE fact_source (
  stop_id TEXT NOT NULL,
  fact_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  source_id TEXT NOT NULL,
  PRIMARY KEY (stop_id, fact_position, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE artifact_text (
  stop_id TEXT NOT NULL,
  artifact_id TEXT NOT NULL,
  object_name TEXT NOT NULL,
  brief_description TEXT NOT NULL,
  PRIMARY KEY (stop_id, artifact_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE recording (
  stop_id TEXT NOT NULL,
  depth TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  voice_kind TEXT NOT NULL,
  credit TEXT NOT NULL,
  timings TEXT NOT NULL,
  PRIMARY KEY (stop_id, depth)
) STRICT;

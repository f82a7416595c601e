-- The core part of a pack: everything that is the same in every language.
-- STRICT tables only; no views, triggers or virtual tables: a reader refuses any other schema.
CREATE TABLE pack (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  publisher TEXT NOT NULL,
  reviewed_on TEXT NOT NULL,
  fallback_language TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE language (
  tag TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE site (
  id TEXT NOT NULL PRIMARY KEY,
  lat REAL,
  lon REAL,
  opening_hours TEXT NOT NULL,
  timezone TEXT NOT NULL,
  label_host TEXT NOT NULL,
  label_key BLOB NOT NULL,
  accent TEXT NOT NULL,
  floor_area_m2 REAL,
  wordmark TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE attract (
  site_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (site_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE floor (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  level INTEGER NOT NULL,
  plan TEXT NOT NULL,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;
-- rank counts from 0 in the order of position and id; the index of words names stops by it.
-- folded is the number as it is compared: without leading zeros, blanks, case and foreign digits.
-- Whoever is within radius_m of a stop outdoors (NULL: the guide chooses) stands at it; where opens_by_place is 1
-- the stop then opens by itself.
CREATE TABLE stop (
  id TEXT NOT NULL PRIMARY KEY,
  rank INTEGER NOT NULL UNIQUE,
  site_id TEXT NOT NULL,
  number TEXT NOT NULL,
  folded TEXT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  floor_id TEXT NOT NULL,
  plan_x REAL,
  plan_y REAL,
  lat REAL,
  lon REAL,
  radius_m REAL,
  opens_by_place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stop_by_number ON stop (site_id, folded, rank);
CREATE TABLE stop_tag (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  tag_id TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE image (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  thumbnail TEXT NOT NULL,
  focus_x REAL NOT NULL,
  focus_y REAL NOT NULL,
  credit TEXT NOT NULL,
  rights TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
-- A sound of a stop that is no speech. kind: ambient or music.
CREATE TABLE sound (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  kind TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  loops INTEGER NOT NULL,
  credit TEXT NOT NULL,
  rights TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE artifact (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  object_number TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE tag (
  id TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tour (
  id TEXT NOT NULL PRIMARY KEY,
  site_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  minutes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE tour_stop (
  tour_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  stop_id TEXT NOT NULL,
  PRIMARY KEY (tour_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE nearby (
  id TEXT NOT NULL PRIMARY KEY,
  site_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  lat REAL NOT NULL,
  lon REAL NOT NULL,
  source_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  publisher TEXT NOT NULL,
  year TEXT NOT NULL,
  url TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- data is NULL where the medium is a file of its own.
CREATE TABLE media (
  sha256 TEXT NOT NULL PRIMARY KEY,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  data BLOB
) STRICT;

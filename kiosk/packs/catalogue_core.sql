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
  width_m REAL,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;
-- rank counts from 0 in the order of position and id; the index of words names stops by it.
-- folded is the number as it is compared: without leading zeros, blanks, case and foreign digits.
-- Whoever is within radius_m of a stop outdoors (NULL: the guide chooses) stands at it; where opens_by_place is 1
-- the stop then opens by itself. closed is 1 where it is not on show; added_on is the day since which it can be seen, '' for
-- always; look_s how many seconds people look beside listening, 0 unknown.
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
  opens_by_place INTEGER NOT NULL,
  closed INTEGER NOT NULL,
  opening_hours TEXT NOT NULL,
  added_on TEXT NOT NULL,
  look_s INTEGER NOT NULL
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
  minutes INTEGER NOT NULL,
  kind TEXT NOT NULL
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
  source_id TEXT NOT NULL,
  opening_hours TEXT NOT NULL,
  timezone TEXT NOT NULL,
  walk_m REAL,
  lesser_known INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- A way between two stops of a site, in both directions. kind: walk, ramp, stairs or lift.
CREATE TABLE way (
  site_id TEXT NOT NULL,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  from_stop TEXT NOT NULL,
  to_stop TEXT NOT NULL,
  metres REAL NOT NULL,
  kind TEXT NOT NULL,
  closed INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (site_id, id)
) STRICT, WITHOUT ROWID;
-- What visitors may give back: rating, comment, question, story, recording.
CREATE TABLE talk_back (
  site_id TEXT NOT NULL,
  allowed TEXT NOT NULL,
  PRIMARY KEY (site_id, allowed)
) STRICT, WITHOUT ROWID;
-- How the site is visited: sums over many visits. Counts too small to be told are left out.
CREATE TABLE site_sums (
  site_id TEXT NOT NULL PRIMARY KEY,
  visits INTEGER NOT NULL,
  until TEXT NOT NULL,
  one_star INTEGER NOT NULL,
  two_stars INTEGER NOT NULL,
  three_stars INTEGER NOT NULL,
  four_stars INTEGER NOT NULL,
  five_stars INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- lower_s, median_s and upper_s are quartiles of how long visits stayed; all NULL where too few did.
CREATE TABLE stop_sums (
  stop_id TEXT NOT NULL PRIMARY KEY,
  visits INTEGER NOT NULL,
  lower_s INTEGER,
  median_s INTEGER,
  upper_s INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE move (
  from_stop TEXT NOT NULL,
  to_stop TEXT NOT NULL,
  visits INTEGER NOT NULL,
  PRIMARY KEY (from_stop, to_stop)
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

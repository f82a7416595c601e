-- An optional part of a pack, "video" or "sign": films of stops, each a file of its own.
-- STRICT tables only; no views, triggers or virtual tables: a reader refuses any other schema.
CREATE TABLE pack (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  part TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- language: of what is spoken or signed. depth: of the narration that it tells sentence by sentence, '' for a film that
-- stands alone. captions: WebVTT, '' for none.
CREATE TABLE film (
  stop_id TEXT NOT NULL,
  language TEXT NOT NULL,
  depth TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  credit TEXT NOT NULL,
  rights TEXT NOT NULL,
  captions TEXT NOT NULL,
  PRIMARY KEY (stop_id, language, depth)
) STRICT;
CREATE TABLE film_title (
  stop_id TEXT NOT NULL,
  film_language TEXT NOT NULL,
  depth TEXT NOT NULL,
  language TEXT NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (stop_id, film_language, depth, language)
) STRICT, WITHOUT ROWID;

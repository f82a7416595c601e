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
-- How many seconds it takes to tell each depth: as long as its recording, else about as long as its text; 0 for a depth that
-- is not there.
CREATE TABLE telling (
  stop_id TEXT NOT NULL PRIMARY KEY,
  glance INTEGER NOT NULL,
  story INTEGER NOT NULL,
  deep INTEGER NOT NULL,
  children INTEGER NOT NULL,
  described INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- With row ids, as recording: long rows in a table without them waste most of a page each. version: 'b' for the other
-- of two that are on trial, '' for the first.
CREATE TABLE text (
  stop_id TEXT NOT NULL,
  depth TEXT NOT NULL,
  version TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (stop_id, depth, version)
) STRICT;
-- The index of words. Stops are named by their rank, in sets: see kiosk/packs/stop_sets.py. titled holds those with
-- the word in their title, said those with it anywhere.
CREATE TABLE search_word (
  word TEXT NOT NULL PRIMARY KEY,
  titled BLOB NOT NULL,
  said BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- The same for each beginning that so many words have in common that looking at all of them would take too long.
CREATE TABLE search_beginning (
  beginning TEXT NOT NULL PRIMARY KEY,
  titled BLOB NOT NULL,
  said BLOB NOT NULL
) STRICT;
-- All words, sorted, one a line, in pieces: what is typed is looked for inside them with one scan.
CREATE TABLE search_vocabulary (
  position INTEGER NOT NULL PRIMARY KEY,
  words TEXT NOT NULL
) STRICT;
-- Each folded title.
CREATE TABLE search_title (
  title TEXT NOT NULL,
  stop INTEGER NOT NULL,
  PRIMARY KEY (title, stop)
) STRICT, WITHOUT ROWID;
CREATE TABLE alt (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  alt TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
-- What a sound of the stop is called, and what is heard in it.
CREATE TABLE sound_text (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
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
-- A question of a quiz trail. right_answer is the position of the right one.
CREATE TABLE question (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  right_answer INTEGER NOT NULL,
  because TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE answer (
  stop_id TEXT NOT NULL,
  question INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (stop_id, question, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE artifact_text (
  stop_id TEXT NOT NULL,
  artifact_id TEXT NOT NULL,
  object_name TEXT NOT NULL,
  brief_description TEXT NOT NULL,
  PRIMARY KEY (stop_id, artifact_id)
) STRICT, WITHOUT ROWID;
-- A person's recording and a computer's voice may both tell one text: the first is heard, the other stands by.
CREATE TABLE recording (
  stop_id TEXT NOT NULL,
  depth TEXT NOT NULL,
  version TEXT NOT NULL,
  voice_kind TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  duration_ms INTEGER NOT NULL,
  credit TEXT NOT NULL,
  timings TEXT NOT NULL,
  PRIMARY KEY (stop_id, depth, version, voice_kind)
) STRICT;
-- What a visitor gave back and staff let through. stop_id: the site's id for what is about the site as a whole.
-- kind: comment, story or question. recording: a blob, '' for none.
CREATE TABLE voice (
  stop_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  said_on TEXT NOT NULL,
  answer TEXT NOT NULL,
  recording TEXT NOT NULL,
  media_type TEXT NOT NULL,
  PRIMARY KEY (stop_id, position)
) STRICT;
-- The lexicon: how names are said. said: a respelling, phonemes: IPA; one of the two is not ''.
CREATE TABLE pronunciation (
  written TEXT NOT NULL PRIMARY KEY,
  said TEXT NOT NULL,
  phonemes TEXT NOT NULL
) STRICT, WITHOUT ROWID;

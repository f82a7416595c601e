-- What packs keep in the device's state.db. A release is here only when all its files are in the store.
-- vouched_by is the id of the operator that signed it; '' for an author's preview, which no visitor is shown.
-- left_out names the parts that staff did not want here, separated by blanks.
CREATE TABLE IF NOT EXISTS pack_release (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  manifest BLOB NOT NULL,
  vouched_by TEXT NOT NULL DEFAULT '',
  left_out TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (pack_id, version)
) STRICT, WITHOUT ROWID;
-- In the order of first installation, which is the order sites are shown in: rowid keeps it.
-- active_version is NULL where no release is left. highest_version outlives the removal of a release: an
-- older stick cannot roll a pack back. vouched_by is the operator whose versions are counted. choice is JSON:
-- which parts staff want of this pack, in later versions too.
CREATE TABLE IF NOT EXISTS pack (
  id TEXT NOT NULL PRIMARY KEY,
  active_version INTEGER,
  highest_version INTEGER NOT NULL,
  vouched_by TEXT NOT NULL DEFAULT '',
  choice TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (id, active_version) REFERENCES pack_release (pack_id, version) DEFERRABLE INITIALLY DEFERRED
) STRICT;
-- Whom this device trusts, and the newest of the operator's signed metadata that it has seen.
CREATE TABLE IF NOT EXISTS trust (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  operator_id TEXT NOT NULL,
  origin TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS trust_root (
  position INTEGER PRIMARY KEY,
  metadata BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS trust_role (
  name TEXT NOT NULL PRIMARY KEY,
  metadata BLOB NOT NULL
) STRICT, WITHOUT ROWID;
-- The newest time a hub ever told, in seconds since 1970: the device's own clock is not believed.
CREATE TABLE IF NOT EXISTS hub_time (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  noted_s INTEGER NOT NULL
) STRICT;

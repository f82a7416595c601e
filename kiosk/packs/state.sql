-- What packs keep in the device's state.db. A release is here only when all its files are in the store.
CREATE TABLE IF NOT EXISTS pack_release (
  pack_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  manifest BLOB NOT NULL,
  PRIMARY KEY (pack_id, version)
) STRICT, WITHOUT ROWID;
-- In the order of first installation, which is the order sites are shown in: rowid keeps it.
-- active_version is NULL where no release is left. highest_version outlives the removal of a release: an
-- older stick cannot roll a pack back.
CREATE TABLE IF NOT EXISTS pack (
  id TEXT NOT NULL PRIMARY KEY,
  active_version INTEGER,
  highest_version INTEGER NOT NULL,
  FOREIGN KEY (id, active_version) REFERENCES pack_release (pack_id, version) DEFERRABLE INITIALLY DEFERRED
) STRICT;

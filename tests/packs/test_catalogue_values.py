"""A catalogue whose hash is right may still say what no guide can show: it is refused at install."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.packs.store import InstallOutcome, PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.unpacking import falsify, unpack

InstallForged = Callable[[str, str], InstallOutcome]

TOO_MANY_STOPS = """
WITH n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
INSERT INTO stop
SELECT 'mill/s' || i, i, 'mill', '1', '1', substr('0000000' || i, -8), i, '', NULL, NULL, NULL, NULL, NULL, 0, 0, '', '', 0 FROM n
"""


@pytest.fixture(scope="module")
def forger() -> ThrowAwayOperator:
    """Somebody with a key that devices trust."""
    return ThrowAwayOperator()


@pytest.fixture
def device(forger: ThrowAwayOperator, tmp_path: Path) -> Iterator[PackStore]:
    store = forger.open_store(tmp_path / "device")
    yield store
    store.close()


@pytest.fixture
def install_forged(
    device: PackStore, forger: ThrowAwayOperator, unsigned_mill: Path, tmp_path: Path
) -> InstallForged:
    """Changes a catalogue of the small pack, has the forger sign what came out, and installs that."""

    def install(part: str, sql: str) -> InstallOutcome:
        tree = unpack(unsigned_mill, tmp_path / "stick")
        falsify(tree, part, sql)
        return device.install(forger.repository.sign_tree(tree))

    return install


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE site SET lat = 9e999",
        "UPDATE site SET lon = -180.5",
        "UPDATE site SET accent = 'url(evil)'",
        "UPDATE site SET label_host = 'a host'",
        "UPDATE site SET label_key = x''",
        "UPDATE site SET id = 'a/b'",
        "UPDATE stop SET id = 'mill' WHERE number = '1'",
        "UPDATE stop SET id = 'elsewhere/wheel' WHERE number = '1'",
        "UPDATE stop SET id = 'mill/' || hex(zeroblob(200)) WHERE number = '1'",
        "UPDATE stop SET site_id = 'elsewhere' WHERE number = '1'",
        "UPDATE stop SET number = '' WHERE number = '1'",
        "UPDATE stop SET number = '2' WHERE number = '1'",
        "UPDATE stop SET folded = '01' WHERE number = '1'",
        "UPDATE stop SET rank = 7 WHERE number = '1'",
        "UPDATE stop SET rank = -1 WHERE number = '1'",
        "UPDATE stop SET code = 'ilou' WHERE number = '1'",
        "UPDATE stop SET plan_x = 1.5 WHERE number = '1'",
        "UPDATE stop SET lat = -9e999 WHERE number = '1'",
        "UPDATE stop SET radius_m = 0 WHERE number = '1'",
        "UPDATE stop SET radius_m = 501 WHERE number = '1'",
        "UPDATE stop SET opens_by_place = 2 WHERE number = '1'",
        "UPDATE image SET focus_y = -1",
        "UPDATE tour SET minutes = 0",
        "UPDATE nearby SET lat = 91",
        "UPDATE floor SET level = 1e6",
        "UPDATE artifact SET id = 'A B'",
        "UPDATE media SET width_px = 0",
        "UPDATE media SET media_type = 'text'",
        "UPDATE media SET size_bytes = 1 WHERE data IS NOT NULL",
        "UPDATE stop SET number = CAST(x'ff31' AS TEXT) WHERE number = '1'",
        "UPDATE tag SET id = CAST(zeroblob(17000000) AS TEXT) WHERE id = 'water'",
        TOO_MANY_STOPS,
    ],
)
def test_a_core_out_of_bounds_is_refused(device: PackStore, install_forged: InstallForged, sql: str) -> None:
    outcome = install_forged("core", sql)
    assert (outcome.result, outcome.code) == ("refused", "packs.catalogue-faulty")
    assert not device.list_releases()


@pytest.mark.parametrize(
    ("part", "sql", "thing", "found"),
    [
        ("core", "CREATE VIEW v AS SELECT 1", "test.mill 1, the list of stops", "another schema"),
        ("lang-en", "DELETE FROM pack", "test.mill 1, lang-en", "a catalogue of nothing"),
        (
            "lang-en",
            "PRAGMA user_version = 99",
            "test.mill 1, the texts in en",
            "version 99, of a newer program",
        ),
    ],
)
def test_staff_are_told_which_part_it_is(
    install_forged: InstallForged, part: str, sql: str, thing: str, found: str
) -> None:
    error = install_forged(part, sql).error
    assert error is not None
    assert (error.thing, error.found) == (thing, found)


@pytest.mark.parametrize(
    "sql",
    [
        f"INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', '', '2026-01', '', '{'0' * 64}', 'audio/ogg')",
        "INSERT INTO voice VALUES ('../wheel', 9, 'm', 'story', 'x', '2026-01', '', '', '')",
        "UPDATE recording SET duration_ms = 0",
        "UPDATE recording SET duration_ms = 3600001",
        "UPDATE recording SET timings = hex(zeroblob(600000))",
        "UPDATE text SET text = hex(zeroblob(60000)) WHERE depth = 'story'",
        "UPDATE title SET place = hex(zeroblob(60000))",
        "UPDATE name SET summary = hex(zeroblob(60000))",
        "INSERT INTO pronunciation VALUES ('Qutb', '', '')",
        "INSERT INTO pronunciation VALUES ('Qutb', hex(zeroblob(200)), '')",
        "UPDATE search_word SET said = zeroblob(200000)",
        "UPDATE search_vocabulary SET words = hex(zeroblob(600000))",
    ],
)
def test_words_and_recordings_out_of_bounds_are_refused(install_forged: InstallForged, sql: str) -> None:
    assert install_forged("lang-en", sql).code == "packs.catalogue-faulty"


def test_one_that_is_merely_other_is_taken(install_forged: InstallForged) -> None:
    sql = "UPDATE site SET lat = -90, lon = NULL; UPDATE stop SET plan_x = 1, number = '12 b', folded = '12b'"
    assert install_forged("core", sql).result == "installed"

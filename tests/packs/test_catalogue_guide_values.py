"""What a guide of one's own reads of a catalogue is within its bounds, or the catalogue is refused."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.packs.catalogue import INSTALL_DEADLINE_S, open_catalogue
from kiosk.packs.catalogue_values import find_fault
from tests.packs.test_build import read_manifest
from tests.packs.unpacking import blob_path, unpack


@pytest.fixture(scope="module")
def catalogues(unsigned_mill: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The catalogues of the small pack by their parts; nobody may change them."""
    tree = unpack(unsigned_mill, tmp_path_factory.mktemp("catalogues"))
    return {part.name: blob_path(tree, part.sha256) for part in read_manifest(unsigned_mill).parts}


def find_fault_after(sql: str, part: str, catalogues: dict[str, Path], tmp_path: Path) -> str:
    path = Path(shutil.copy(catalogues[part], tmp_path / "changed.sqlite"))
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    with closing(open_catalogue(path, part)) as catalogue, catalogue.within(INSTALL_DEADLINE_S):
        return find_fault(catalogue, part)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE stop SET closed = 2 WHERE number = '1'",
        "UPDATE stop SET look_s = -1 WHERE number = '1'",
        "UPDATE stop SET added_on = 'soon' WHERE number = '1'",
        "UPDATE stop SET opening_hours = hex(zeroblob(129)) WHERE number = '1'",
        "UPDATE floor SET width_m = 0",
        "UPDATE floor SET width_m = 9e999",
        "UPDATE tour SET kind = 'dogs'",
        "UPDATE nearby SET walk_m = -1",
        "UPDATE nearby SET timezone = '../../etc/passwd'",
        "UPDATE nearby SET lesser_known = 7",
        "INSERT INTO way VALUES ('mill', 'w', 0, 'mill/wheel', 'mill/cellar', 1, 'walk', 0, '')",
        "INSERT INTO way VALUES ('mill', 'w', 0, 'mill/wheel', 'mill/wheel', 1, 'walk', 0, '')",
        "INSERT INTO way VALUES ('mill', 'w', 0, 'mill/wheel', 'mill/hall', 9e999, 'walk', 0, '')",
        "INSERT INTO way VALUES ('mill', 'w', 0, 'mill/wheel', 'mill/hall', 1, 'rope', 0, '')",
        "INSERT INTO way VALUES ('mill', 'W W', 0, 'mill/wheel', 'mill/hall', 1, 'walk', 0, '')",
        "INSERT INTO talk_back VALUES ('mill', 'money')",
        "INSERT INTO site_sums VALUES ('mill', -1, '2026-01-01', 0, 0, 0, 0, 0)",
        "INSERT INTO site_sums VALUES ('mill', 1, 'today', 0, 0, 0, 0, 0)",
        "INSERT INTO stop_sums VALUES ('mill/cellar', 1, 1, 2, 3)",
        "INSERT INTO stop_sums VALUES ('mill/wheel', 1, 3, 2, 1)",
        "INSERT INTO stop_sums VALUES ('mill/wheel', 1, 1, NULL, 3)",
        "INSERT INTO move VALUES ('mill/wheel', 'mill/hall', 0)",
        "INSERT INTO move VALUES ('mill/wheel', 'mill/cellar', 1)",
    ],
)
def test_the_core(catalogues: dict[str, Path], tmp_path: Path, sql: str) -> None:
    assert find_fault_after(sql, "core", catalogues, tmp_path)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE telling SET story = -1",
        "INSERT INTO question VALUES ('mill/wheel', 0, 'age', 'How old?', 0, '')",
        "INSERT INTO text VALUES ('mill/wheel', 'story', 'c', 'Another')",
        "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'praise', 'Good', '2026-01', '', '', '')",
        "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', '', '2026-01', '', '', '')",
        "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', hex(zeroblob(501)), '2026-01', '', '', '')",
        "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', 'Good', 'May', '', '', '')",
        "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', 'Good', '2026-01', '', '../x', 'audio/ogg')",
        "INSERT INTO answer VALUES ('mill/wheel', 0, 6, 'Old')",
        "UPDATE telling SET deep = 1000000",
    ],
)
def test_words(catalogues: dict[str, Path], tmp_path: Path, sql: str) -> None:
    assert find_fault_after(sql, "lang-en", catalogues, tmp_path)


@pytest.mark.parametrize(
    ("part", "sql"),
    [
        (
            "core",
            "UPDATE stop SET closed = 1, look_s = 3600, added_on = '2026-02-01', opening_hours = '24/7'",
        ),
        (
            "core",
            "INSERT INTO way VALUES ('mill', 'w', 0, 'mill/wheel', 'mill/hall', 0, 'lift', 1, 'Lift A')",
        ),
        ("core", "INSERT INTO stop_sums VALUES ('mill/wheel', 0, NULL, NULL, NULL)"),
        ("core", "INSERT INTO move VALUES ('mill/wheel', 'mill/hall', 1)"),
        (
            "lang-en",
            "INSERT INTO voice VALUES ('mill/wheel', 0, 'm', 'story', 'Good', '2026-01', '', '', '')",
        ),
        ("lang-en", "UPDATE telling SET deep = 0"),
    ],
)
def test_what_is_merely_unusual_is_taken(
    catalogues: dict[str, Path], tmp_path: Path, part: str, sql: str
) -> None:
    assert find_fault_after(sql, part, catalogues, tmp_path) == ""

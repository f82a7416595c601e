"""Installing, going back and removing: what is shown is always one whole release."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.pack_source import PackSource
from kiosk.packs.progress import Progress
from kiosk.packs.store import InstallOutcome, PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.conftest import MakePack
from tests.packs.unpacking import unpack

HOLD = """
import sys, time
from pathlib import Path
from kiosk.packs.store import PackStore
library = PackStore(Path(sys.argv[1])).open_library()
print("open", flush=True)
time.sleep(60)
"""


def shown(store: PackStore) -> dict[str, str]:
    """Return the publisher visitors are told, by site."""
    library = store.open_library()
    try:
        assert library.problems == []
        sites = [site.id for site in library.sites("en")]
        return {site: library.get_stop(f"{site}/wheel", "en").publisher for site in sites}
    finally:
        library.close()


def blobs(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "data/packs/blobs").glob("*/*")}


def versions(store: PackStore) -> list[tuple[int, bool]]:
    return [(release.manifest.version, release.active) for release in store.list_releases()]


def test_a_file_is_installed(store: PackStore, mill_hpack: Path) -> None:
    seen: list[Progress] = []
    outcome = store.install(mill_hpack, seen.append)
    assert (outcome.result, outcome.pack, outcome.version, outcome.code) == ("installed", "test.mill", 1, "")
    assert outcome.copied_bytes > 0
    assert outcome.reused_bytes == 0
    assert shown(store) == {"mill": "Publisher 1"}
    assert [progress.words for progress in seen if progress.words != "Copying"] == [
        "Checking the pack",
        "Verifying",
        "Installed",
    ]
    assert seen[-3].done == seen[-3].total == outcome.copied_bytes


def test_the_same_again_is_nothing_new(store: PackStore, mill_hpack: Path) -> None:
    first = store.install(mill_hpack)
    second = store.install(mill_hpack)
    assert (second.result, second.copied_bytes, second.reused_bytes) == ("nothing-new", 0, first.copied_bytes)


def test_a_folder_and_its_manifest_are_as_good(
    tmp_path: Path, make_mill: MakePack, mill_operator: ThrowAwayOperator
) -> None:
    for version in (1, 2):
        unpack(make_mill(version), tmp_path / "stick")
    for name, source in (
        ("a", tmp_path / "stick"),
        ("b", tmp_path / "stick/HERITAGE/targets/test.mill/1.json"),
    ):
        store = mill_operator.open_store(tmp_path / name)
        assert store.install(source).version == {"a": 2, "b": 1}[name]
        store.close()


def test_only_what_changed_is_copied(store: PackStore, make_mill: MakePack) -> None:
    """A new version copies its catalogues; pictures and recordings are there."""
    store.install(make_mill(1))
    outcome = store.install(make_mill(2))
    manifest = store.list_releases()[0].manifest
    assert outcome.copied_bytes == sum(part.size_bytes for part in manifest.parts)
    assert outcome.reused_bytes == sum(blob.size_bytes for part in manifest.parts for blob in part.blobs) > 0


def test_the_previous_one_is_kept_and_older_ones_go(store: PackStore, make_mill: MakePack) -> None:
    for version in (1, 2, 3):
        store.install(make_mill(version))
    assert versions(store) == [(3, True), (2, False)]
    assert shown(store) == {"mill": "Publisher 3"}


def test_going_back_and_forth(store: PackStore, make_mill: MakePack) -> None:
    for version in (1, 2):
        store.install(make_mill(version))
    store.activate("test.mill", 1)
    assert shown(store) == {"mill": "Publisher 1"}
    again = store.install(make_mill(2))
    assert (again.result, again.copied_bytes) == ("installed", 0)
    assert shown(store) == {"mill": "Publisher 2"}


def test_an_older_version_is_refused(store: PackStore, make_mill: MakePack) -> None:
    for version in (1, 3):
        store.install(make_mill(version))
    assert store.install(make_mill(2)).code == "packs.older-version"
    assert shown(store) == {"mill": "Publisher 3"}


def test_removal_does_not_open_the_way_back(store: PackStore, make_mill: MakePack) -> None:
    store.install(make_mill(3))
    store.remove("test.mill", 3)
    assert store.install(make_mill(2)).code == "packs.older-version"
    assert store.install(make_mill(3)).result == "installed"


def test_a_version_cannot_be_used_twice(
    store: PackStore,
    mill_source: PackSource,
    mill_hpack: Path,
    mill_operator: ThrowAwayOperator,
    tmp_path: Path,
) -> None:
    store.install(mill_hpack)
    mill_operator.build(replace(mill_source, publisher="Somebody else"), tmp_path / "other.hpack", once=True)
    assert store.install(tmp_path / "other.hpack").code == "packs.version-reused"


def test_several_packs_live_side_by_side(
    store: PackStore,
    mill_source: PackSource,
    mill_hpack: Path,
    mill_operator: ThrowAwayOperator,
    tmp_path: Path,
) -> None:
    other = replace(
        mill_source, id="test.forge", publisher="Forge", site=replace(mill_source.site, id="forge")
    )
    mill_operator.build(other, tmp_path / "forge.hpack")
    store.install(mill_hpack)
    second = store.install(tmp_path / "forge.hpack")
    assert second.reused_bytes > 0
    assert shown(store) == {"forge": "Forge", "mill": "Publisher 1"}


def test_the_site_that_came_first_stays_first(
    store: PackStore,
    mill_source: PackSource,
    make_mill: MakePack,
    mill_operator: ThrowAwayOperator,
    tmp_path: Path,
) -> None:
    abbey = replace(mill_source, id="test.abbey", site=replace(mill_source.site, id="abbey"))
    mill_operator.build(abbey, tmp_path / "abbey.hpack")
    for pack in (make_mill(1), tmp_path / "abbey.hpack", make_mill(2)):
        store.install(pack)
    assert list(shown(store)) == ["mill", "abbey"]


def test_a_site_belongs_to_one_pack(
    store: PackStore,
    mill_source: PackSource,
    mill_hpack: Path,
    mill_operator: ThrowAwayOperator,
    tmp_path: Path,
) -> None:
    mill_operator.build(replace(mill_source, id="test.thief"), tmp_path / "thief.hpack")
    store.install(mill_hpack)
    outcome = store.install(tmp_path / "thief.hpack")
    assert outcome.code == "packs.site-taken"
    assert outcome.error is not None
    assert "kiosk pack remove test.mill 1" in outcome.error.remedy


def test_a_stick_with_several_packs_asks_which(
    store: PackStore,
    mill_source: PackSource,
    mill_hpack: Path,
    mill_operator: ThrowAwayOperator,
    tmp_path: Path,
) -> None:
    mill_operator.build(
        replace(mill_source, id="test.forge", site=replace(mill_source.site, id="forge")),
        tmp_path / "f.hpack",
    )
    for hpack in (mill_hpack, tmp_path / "f.hpack"):
        unpack(hpack, tmp_path / "stick")
    assert store.install(tmp_path / "stick").code == "packs.several-packs"
    chosen = store.install(tmp_path / "stick/HERITAGE/targets/test.forge/1.json")
    assert (chosen.result, chosen.pack) == ("installed", "test.forge")


def test_removing_frees_what_nobody_else_needs(store: PackStore, make_mill: MakePack, tmp_path: Path) -> None:
    for version in (1, 2):
        store.install(make_mill(version))
    both = blobs(tmp_path)
    freed = store.remove("test.mill", 1)
    assert freed > 0
    assert shown(store) == {"mill": "Publisher 2"}
    store.remove("test.mill", 2)
    assert store.list_releases() == ()
    assert both
    assert not blobs(tmp_path)


def test_what_is_shown_is_not_removed_while_another_could_be(store: PackStore, make_mill: MakePack) -> None:
    for version in (1, 2):
        store.install(make_mill(version))
    with pytest.raises(KioskError) as caught:
        store.remove("test.mill", 2)
    assert caught.value.code == "packs.still-shown"


@pytest.mark.parametrize("call", ["activate", "remove"])
def test_an_unknown_release_is_named(store: PackStore, call: str) -> None:
    with pytest.raises(KioskError) as caught:
        getattr(store, call)("test.mill", 9)
    assert (caught.value.code, caught.value.thing) == ("packs.not-installed", "test.mill 9")


def test_a_library_goes_on_while_a_new_version_comes(store: PackStore, make_mill: MakePack) -> None:
    """A visit under way finishes on the release it began with."""
    store.install(make_mill(1))
    library = store.open_library()
    try:
        store.install(make_mill(2))
        assert library.get_stop("mill/wheel", "hi").publisher == "Publisher 1"
    finally:
        library.close()


@pytest.mark.parametrize("name", ["nothing", "empty", "note.txt"])
def test_what_is_no_pack_is_refused(store: PackStore, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "note.txt").write_text("hello")
    outcome = store.install(tmp_path / name)
    assert isinstance(outcome, InstallOutcome)
    assert outcome.result == "refused"
    assert outcome.code in {"packs.source-absent", "packs.tree-faulty"}
    assert outcome.error is not None
    assert outcome.error.remedy


def test_nothing_is_removed_from_under_a_running_guide(
    store: PackStore, make_mill: MakePack, tmp_path: Path
) -> None:
    """Two versions later release 1 is forgotten; whoever opened it still has every file."""
    store.install(make_mill(1))
    first = store.list_releases()[0].manifest
    library = store.open_library()
    try:
        for version in (2, 3):
            store.install(make_mill(version))
        assert [version for version, _ in versions(store)] == [3, 2]
        assert {sha256 for sha256, _ in first.files()} <= blobs(tmp_path)
        assert library.get_stop("mill/wheel", "en").publisher == "Publisher 1"
    finally:
        library.close()
    store.install(make_mill(3))
    assert first.parts[0].sha256 not in blobs(tmp_path), "and let go, it goes"


def test_a_guide_that_was_killed_holds_nothing(
    store: PackStore, make_mill: MakePack, tmp_path: Path, house: Path
) -> None:
    store.install(make_mill(1))
    first = store.list_releases()[0].manifest
    guide = subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path / "data"], cwd=house, stdout=subprocess.PIPE, text=True
    )
    try:
        assert guide.stdout is not None
        assert guide.stdout.readline() == "open\n"
        for version in (2, 3):
            store.install(make_mill(version))
        assert first.parts[0].sha256 in blobs(tmp_path)
    finally:
        guide.kill()
        guide.communicate()
    store.install(make_mill(3))
    assert first.parts[0].sha256 not in blobs(tmp_path)

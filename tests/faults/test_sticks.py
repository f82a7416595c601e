"""Real file systems as they come on sticks: written, pulled, plugged in again, looked at and installed from.

Not every kernel has FAT and exFAT. exFAT is mounted by exfat-fuse; FAT32 is written and read by mtools, where those
programs are installed. The names are proved against both systems' rules in any case.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.model.pack_offer import OfferState
from kiosk.packs.offers import Found, Looker
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import SignedSticks
from tests.fakes.sticks import Sticks, why_not

KINDS = ("tmpfs", "ext4", "exfat")
# What neither FAT (its long names) nor exFAT can hold, and what Windows keeps for itself.
UNFIT = re.compile(r'[\x00-\x1f"*/:<>?\\|]|[. ]$')
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
MAX_NAME = 255
PATHS = "/usr/sbin:/usr/bin:/sbin:/bin"


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published tree, and beside it what other systems leave on sticks."""
    folder = SignedSticks(tmp_path_factory.mktemp("sticks"), OPERATOR).make(1)
    (folder / "System Volume Information").mkdir()
    (folder / "._mill.hpack").write_bytes(b"\0\5\x16\7")
    return folder


@pytest.fixture
def sticks(tmp_path: Path) -> Iterator[Sticks]:
    sticks = Sticks(tmp_path)
    yield sticks
    sticks.close()


OPERATOR = ThrowAwayOperator()


def look(data: Path, place: Path) -> Found:
    with closing(Looker(data)) as looker:
        return looker.look(place)


def list_files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def install(data: Path, place: Path) -> tuple[str, str]:
    with closing(PackStore(data)) as store:
        outcome = store.install(place)
        return outcome.result, outcome.code


@pytest.mark.parametrize("kind", KINDS)
def test_a_stick_of_any_kind_is_installed_from(
    sticks: Sticks, stick: Path, tmp_path: Path, kind: str
) -> None:
    if reason := why_not(kind):
        pytest.skip(reason)
    at = sticks.plug("MILL", kind, size_mb=40)
    shutil.copytree(stick, at, dirs_exist_ok=True)
    if kind in ("tmpfs", "ext4"):
        sticks.set_read_only(at)
    data = OPERATOR.trust(tmp_path / "device")
    (offer,) = look(data, at).offers
    assert (offer.state, offer.code) == (OfferState.NEW, "")
    assert install(data, at) == ("installed", "")


def test_a_tree_comes_back_from_fat32_as_it_was(stick: Path, tmp_path: Path) -> None:
    if missing := [one for one in ("mkfs.vfat", "mcopy") if not shutil.which(one, path=PATHS)]:
        pytest.skip(f"{', '.join(missing)} not installed")
    image, back = tmp_path / "fat.img", tmp_path / "back"
    with image.open("wb") as file:
        file.truncate(40 << 20)
    back.mkdir()
    for words in (
        ("mkfs.vfat", "-F", "32", "-n", "MILL", image),
        ("mcopy", "-s", "-i", image, stick / "HERITAGE", "::/"),
        ("mcopy", "-s", "-i", image, "::/HERITAGE", back),
    ):
        subprocess.run(words, check=True, capture_output=True, env={"PATH": PATHS})
    assert list_files(back / "HERITAGE") == list_files(stick / "HERITAGE")
    assert install(OPERATOR.trust(tmp_path / "device"), back) == ("installed", "")


def test_every_name_on_a_stick_fits_fat_and_exfat(stick: Path) -> None:
    tree = stick / "HERITAGE"
    paths = [path.relative_to(stick) for path in (tree, *tree.rglob("*"))]
    unfit = [
        path
        for path in paths
        if UNFIT.search(path.name)
        or path.name.split(".")[0].lower() in RESERVED
        or len(path.name.encode("utf-16-le")) > 2 * MAX_NAME
        or not path.name.isascii()
    ]
    assert unfit == []
    folded = [str(path).lower() for path in paths]
    assert len(folded) == len(set(folded)), "two names that differ in case only are one file there"


def test_a_stick_whose_blocks_cannot_be_read_says_so_and_changes_nothing(
    sticks: Sticks, stick: Path, tmp_path: Path
) -> None:
    if reason := why_not("ext4"):
        pytest.skip(reason)
    drop_caches = Path("/proc/sys/vm/drop_caches")
    at = sticks.plug("MILL", "ext4", size_mb=40)
    shutil.copytree(stick, at, dirs_exist_ok=True)
    sticks.pull(at)
    image = tmp_path / "MILL.img"
    sticks.mount_image(image, "ext4", at)
    data = OPERATOR.trust(tmp_path / "device")
    blob = max((at / "HERITAGE" / "blobs").rglob("*"), key=lambda path: path.stat().st_size)
    assert blob.stat().st_size > 10_000
    found = look(data, at)
    assert found.offers[0].code == ""
    _lose_blocks(image, blob)
    drop_caches.write_text("3\n", "ascii")
    result, code = install(data, at)
    assert result == "refused" and code in {"packs.read-failed", "packs.tree-faulty", "packs.hash-mismatch"}
    with closing(PackStore(data)) as store:
        assert store.list_releases() == ()


def _lose_blocks(image: Path, blob: Path) -> None:
    """Cut the image off before the blob: its blocks answer with an error from now on, as a dying stick's do."""
    said = subprocess.run(["filefrag", "-v", blob], capture_output=True, text=True, check=True).stdout
    found = re.search(r"^\s*0:\s+\d+\.\.\s*\d+:\s+(\d+)\.\.", said, re.MULTILINE)
    assert found is not None, said
    size = re.search(r"blocks? of (\d+) bytes", said)
    assert size is not None, said
    with image.open("r+b") as file:
        file.truncate(int(found[1]) * int(size[1]))

"""What a look at a stick tells staff, before anything is copied."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.model.pack_offer import Offer, OfferState
from kiosk.packs.offers import Found, Looker
from kiosk.packs.pack_source import PackSource
from kiosk.packs.sources import find_sources
from kiosk.packs.store import PackStore
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.packs.conftest import MakePack


class Stick:
    """A folder that stands for a stick of one operator's."""

    def __init__(self, folder: Path, operator: ThrowAwayOperator, make: MakePack) -> None:
        self.folder = folder
        self._operator = operator
        self._make = make
        folder.mkdir()

    def add(self, version: int) -> Path:
        """Put a version into the tree, signed."""
        with zipfile.ZipFile(self._make(version)) as archive:
            archive.extractall(self.folder, [name for name in archive.namelist() if "/metadata/" not in name])
        return self._operator.repository.sign_tree(self.folder)

    def add_file(self, version: int, name: str) -> Path:
        return self._operator.repository.sign_hpack(self._make(version), self.folder / name)


@pytest.fixture(scope="module")
def operator() -> ThrowAwayOperator:
    return ThrowAwayOperator()


@pytest.fixture
def data(operator: ThrowAwayOperator, tmp_path: Path) -> Path:
    return operator.trust(tmp_path / "device")


@pytest.fixture
def stick(tmp_path: Path, make_mill: MakePack) -> Stick:
    return Stick(tmp_path / "STICK", ThrowAwayOperator(), make_mill)


@pytest.fixture
def mine(tmp_path: Path, make_mill: MakePack, operator: ThrowAwayOperator) -> Stick:
    """A stick of the operator that the device trusts."""
    return Stick(tmp_path / "MINE", operator, make_mill)


def look(data: Path, place: Path) -> Found:
    with closing(Looker(data)) as looker:
        return looker.look(place)


def look_at_one(data: Path, place: Path) -> Offer:
    found = look(data, place)
    assert found.problem is None
    (offer,) = found.offers
    return offer


def install(data: Path, source: Path | str) -> None:
    with closing(PackStore(data)) as store:
        outcome = store.install(Path(source))
        assert outcome.result == "installed", outcome.error


def test_a_new_release_is_told_in_full(data: Path, mine: Stick) -> None:
    offer = look_at_one(data, mine.add(1))
    assert (offer.pack_id, offer.version, offer.state, offer.code) == ("test.mill", 1, OfferState.NEW, "")
    assert offer.site_names == ("The Mill",)
    assert (offer.publisher, offer.reviewed_on) == ("Publisher 1", "2026-03-01")
    assert (offer.languages, offer.fallback_language, offer.parts) == (("en", "hi", "ar"), "en", ())
    assert offer.new_bytes == offer.size_bytes > 0 and offer.installed_version == 0
    assert [name for name, _ in offer.part_bytes] == ["lang-hi", "lang-ar"]
    assert 0 < sum(size for _, size in offer.part_bytes) < offer.size_bytes


def test_the_publisher_is_known_by_the_fingerprint(
    data: Path, mine: Stick, operator: ThrowAwayOperator
) -> None:
    with closing(PackStore(data)) as store:
        trusted = store.trust.operator()
    publisher = look(data, mine.add(1)).publisher
    assert trusted is not None and publisher is not None
    assert (publisher.name, publisher.fingerprint, publisher.trusted) == (
        "Test Society",
        trusted.fingerprint,
        True,
    )


def test_what_it_says_to_install_from_is_what_is_installed(data: Path, mine: Stick) -> None:
    mine.add(1)
    offer = look_at_one(data, mine.add(2))
    assert offer.version == 2
    install(data, offer.source)
    here = look_at_one(data, mine.folder)
    assert (here.state, here.installed_version, here.new_bytes) == (OfferState.HERE, 2, 0)


def test_a_newer_one_tells_what_it_would_copy(data: Path, mine: Stick) -> None:
    install(data, mine.add(1))
    offer = look_at_one(data, mine.add(2))
    assert (offer.version, offer.state, offer.installed_version) == (2, OfferState.NEWER, 1)
    assert 0 < offer.new_bytes < offer.size_bytes


def test_an_older_one_cannot_be_installed_and_says_why(data: Path, mine: Stick, tmp_path: Path) -> None:
    old = tmp_path / "OLD"
    shutil.copytree(mine.add(1), old)
    install(data, mine.add(2))
    offer = look_at_one(data, old)
    assert (offer.version, offer.state, offer.code) == (1, OfferState.OLDER, "packs.older-version")
    assert "[packs.older-version]" in offer.refusal and "kiosk pack activate" in offer.refusal


def test_a_release_withdrawn_since_is_refused_on_an_old_stick(
    data: Path, make_mill: MakePack, tmp_path: Path
) -> None:
    operator = ThrowAwayOperator()
    device = operator.trust(tmp_path / "other-device")
    stick = Stick(tmp_path / "OLD", operator, make_mill)
    stick.add(1)
    newer = Stick(tmp_path / "NEWER", operator, make_mill)
    newer.add(1)
    operator.repository.withdraw("test.mill", 1)
    operator.repository.publish()
    operator.repository.write(newer.folder)
    with closing(Looker(device)) as looker:
        looker.learn(newer.folder)
    assert look_at_one(device, stick.folder).code == "packs.withdrawn"


def test_a_stranger_s_words_cannot_turn_the_writing_round(
    data: Path, stick: Stick, mill_source: PackSource
) -> None:
    misleading = replace(mill_source, publisher="Test Society \u202e!su tsurT")
    ThrowAwayOperator().build(misleading, stick.folder / "mill.hpack")
    (offer,) = look(data, stick.folder).offers
    assert offer.publisher == "Test Society \ufffd!su tsurT"


def test_a_stranger_s_stick_says_whose_it_is_and_offers_nothing(data: Path, stick: Stick) -> None:
    found = look(data, stick.add(1))
    assert found.publisher is not None and not found.publisher.trusted
    (offer,) = found.offers
    assert (offer.state, offer.code) == (OfferState.REFUSED, "packs.foreign")
    assert offer.site_names == ("The Mill",), "what their own signatures bear out is told"


def test_a_device_that_trusts_nobody_says_so(tmp_path: Path, stick: Stick) -> None:
    (tmp_path / "fresh").mkdir()
    (offer,) = look(tmp_path / "fresh", stick.add(1)).offers
    assert offer.code == "packs.no-trust"


def test_looking_makes_no_device_where_there_is_none(tmp_path: Path, stick: Stick) -> None:
    look(tmp_path / "absent", stick.add(1))
    assert not (tmp_path / "absent").exists()


def test_what_nobody_signed_tells_only_its_name(data: Path, unsigned_mill: Path) -> None:
    found = look(data, unsigned_mill)
    assert found.publisher is None
    (offer,) = found.offers
    assert (offer.pack_id, offer.version, offer.code) == ("test.mill", 1, "packs.unsigned")
    assert (offer.site_names, offer.publisher, offer.size_bytes) == ((), "", 0)


def test_a_forged_manifest_is_refused_before_it_is_believed(data: Path, mine: Stick) -> None:
    mine.add(1)
    path = mine.folder / "HERITAGE" / "targets" / "test.mill" / "1.json"
    path.write_bytes(path.read_bytes().replace(b"Publisher 1", b"Publisher X"))
    offer = look_at_one(data, mine.folder)
    assert (offer.code, offer.publisher) == ("packs.hash-mismatch", "")


def test_files_that_were_dragged_onto_the_stick_are_found(data: Path, mine: Stick) -> None:
    mine.add(1)
    mine.add_file(2, "Mill newest.HPACK")
    (mine.folder / "._Mill newest.HPACK").write_bytes(b"\0\5\x16\7 left by another system")
    (mine.folder / "notes.txt").write_text("bring the key", "utf-8")
    (mine.folder / "folder.hpack").mkdir()
    assert [path.name for path in find_sources(mine.folder)] == ["MINE", "Mill newest.HPACK"]
    found = look(data, mine.folder)
    assert [(offer.version, Path(offer.source).name) for offer in found.offers] == [
        (1, "1.json"),
        (2, "Mill newest.HPACK"),
    ]
    install(data, found.offers[1].source)


def test_a_damaged_file_does_not_hide_what_is_good(data: Path, mine: Stick) -> None:
    mine.add(1)
    (mine.folder / "broken.hpack").write_bytes(b"PK nothing")
    assert look_at_one(data, mine.folder).state is OfferState.NEW
    only = mine.folder.with_name("ONLY")
    only.mkdir()
    (only / "broken.hpack").write_bytes(b"PK nothing")
    problem = look(data, only).problem
    assert problem is not None and problem.code == "packs.tree-faulty"


@pytest.mark.parametrize("make", ["empty", "gone", "file"])
def test_a_drive_with_nothing_for_us_says_what_to_do(data: Path, tmp_path: Path, make: str) -> None:
    place = tmp_path / "EMPTY"
    if make == "empty":
        place.mkdir()
    elif make == "file":
        place.write_bytes(b"something")
    problem = look(data, place).problem
    assert problem is not None and problem.remedy
    assert problem.code == {"empty": "packs.nothing-here", "gone": "packs.source-absent"}.get(
        make, "packs.tree-faulty"
    )


def test_a_site_that_another_pack_brings_is_told_now_and_not_after_copying(
    data: Path, mine: Stick, operator: ThrowAwayOperator, mill_folder: Path, tmp_path: Path
) -> None:
    from kiosk.packs.source import read_source

    install(data, mine.add(1))
    other = tmp_path / "other-source"
    shutil.copytree(mill_folder, other)
    text = (other / "pack.toml").read_text("utf-8")
    (other / "pack.toml").write_text(text.replace('"test.mill"', '"test.other"'), "utf-8")
    pack = operator.build(read_source(other), tmp_path / "other.hpack")
    offer = look_at_one(data, pack)
    assert (offer.pack_id, offer.code) == ("test.other", "packs.site-taken")


def test_after_going_back_the_newer_one_is_here_to_be_shown_again(data: Path, mine: Stick) -> None:
    install(data, mine.add(1))
    install(data, mine.add(2))
    with closing(PackStore(data)) as store:
        store.activate("test.mill", 1)
    offer = look_at_one(data, mine.folder)
    assert (offer.version, offer.state, offer.new_bytes) == (2, OfferState.NEWER, 0)


def test_no_media_are_read(data: Path, mine: Stick) -> None:
    mine.add(1)
    shutil.rmtree(mine.folder / "HERITAGE" / "blobs")
    assert look_at_one(data, mine.folder).state is OfferState.NEW


@pytest.fixture(autouse=True)
def _leave_nothing(tmp_path: Path) -> Iterator[None]:
    yield
    assert not list(tmp_path.glob("kiosk-look-*"))

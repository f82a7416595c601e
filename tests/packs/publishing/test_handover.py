"""A chain hands a site to its curators: they sign, the operator publishes, and nobody signs for the other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.curator_ring import is_curator_ring, make_curator_ring, sign_as_curator
from kiosk.packs.publishing.handover import delegate, revoke_curators
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.listing import withdraw
from kiosk.packs.publishing.publish import publish
from kiosk.packs.publishing.sign_hpack import sign_packs
from tests.packs.conftest import MakePack
from tests.packs.publishing.conftest import answer
from tests.packs.publishing.independent_reader import IndependentReader, read_release
from tests.packs.unpacking import unpack


@pytest.fixture
def curators(tmp_path: Path) -> Path:
    make_curator_ring(tmp_path / "curators", "Mill curators", answer)
    return tmp_path / "curators"


@pytest.fixture
def take_mill(make_mill: MakePack, tmp_path: Path) -> MakePack:
    """Gives a version of the pack that may be signed in place."""
    return lambda version: Path(shutil.copy(make_mill(version), tmp_path / f"mill-{version}.hpack"))


def test_what_curators_sign_is_published_and_vouched_for(
    ring: KeyRing, curators: Path, stick: Path, root: bytes, take_mill: MakePack
) -> None:
    role = delegate(ring, "test.mill", str(curators / "curator.json"))
    assert role.startswith("mill-curators-")
    mill = take_mill(1)
    assert sign_as_curator([mill], curators, answer) == (("test.mill", 1),)
    publish([mill], ring, stick)
    assert read_release(stick, root, 1) == "Publisher 1"
    assert ring.state().targets.signed.targets == {}
    assert [each.role for each in ring.state().listed()] == [role]


def test_the_operator_does_not_sign_for_curators(
    ring: KeyRing, curators: Path, stick: Path, make_mill: MakePack
) -> None:
    delegate(ring, "test.*", str(curators / "curator.json"))
    with pytest.raises(KioskError) as raised:
        publish([make_mill(1)], ring, stick)
    assert raised.value.code == "packs.curators-own"


def test_curators_sign_their_own_site_only(
    ring: KeyRing, curators: Path, stick: Path, take_mill: MakePack
) -> None:
    delegate(ring, "test.forge", str(curators / "curator.json"))
    mill = take_mill(1)
    sign_as_curator([mill], curators, answer)
    publish([mill], ring, stick)  # the mill is the operator's: the curators' list is not looked at
    assert [each.role for each in ring.state().listed()] == ["targets"]
    delegate(ring, "test.shed", "mill-curators")
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.mill.*", "nobody.json")
    assert raised.value.code == "packs.curator-unfit"


def test_a_list_with_a_strangers_pack_is_refused(
    ring: KeyRing, curators: Path, stick: Path, take_mill: MakePack
) -> None:
    mill = take_mill(1)
    sign_as_curator([mill], curators, answer)
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.forge", str(curators / "curator.json"))
    assert raised.value.code == "packs.metadata-faulty"
    assert "test.mill/1.json" in raised.value.found


def test_somebody_else_cannot_sign_for_curators(
    ring: KeyRing, curators: Path, stick: Path, take_mill: MakePack, tmp_path: Path
) -> None:
    role = delegate(ring, "test.mill", str(curators / "curator.json"))
    make_curator_ring(tmp_path / "thief", "Mill curators", answer)
    mill = take_mill(1)
    sign_as_curator([mill], tmp_path / "thief", answer)
    with pytest.raises(KioskError) as raised:
        publish([mill], ring, stick)
    assert raised.value.code == "packs.curators-own"
    forged = json.loads((tmp_path / "thief/curator.json").read_text())
    forged["signed"]["x-heritage-curator"]["role"] = role
    (tmp_path / "forged.json").write_text(json.dumps(forged))
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.forge", str(tmp_path / "forged.json"))
    assert raised.value.code == "packs.curator-unfit"


def test_an_older_list_of_the_curators_does_not_take_anything_back(
    ring: KeyRing, curators: Path, stick: Path, root: bytes, take_mill: MakePack
) -> None:
    delegate(ring, "test.mill", str(curators / "curator.json"))
    first, second = take_mill(1), take_mill(2)
    sign_as_curator([first], curators, answer)
    sign_as_curator([second], curators, answer)
    publish([second], ring, stick)
    publish([first], ring, stick)
    assert [read_release(stick, root, version) for version in (1, 2)] == ["Publisher 1", "Publisher 2"]


def test_a_file_for_e_mail_carries_both_signatures(
    ring: KeyRing, curators: Path, root: bytes, take_mill: MakePack, tmp_path: Path
) -> None:
    delegate(ring, "test.mill", str(curators / "curator.json"))
    mill = take_mill(1)
    sign_as_curator([mill], curators, answer)
    sign_packs([mill], ring)
    assert read_release(unpack(mill, tmp_path / "tree"), root, 1) == "Publisher 1"


@pytest.mark.parametrize(("withdrawn", "seen"), [(False, "Publisher 1"), (True, "")])
def test_a_site_is_taken_back(
    ring: KeyRing, curators: Path, stick: Path, root: bytes, take_mill: MakePack, tmp_path: Path,
    withdrawn: bool, seen: str,
) -> None:  # fmt: skip
    delegate(ring, "test.mill", str(curators / "curator.json"))
    mill = take_mill(1)
    sign_as_curator([mill], curators, answer)
    publish([mill], ring, stick)
    known = tmp_path / "known"
    assert IndependentReader(stick, root, known).read_release("test.mill", 1) == "Publisher 1"
    assert revoke_curators(ring, "mill-curators", withdraw=withdrawn) == ("test.mill/1",)
    publish([], ring, stick)
    assert IndependentReader(stick, root, known).read_release("test.mill", 1) == seen
    later = take_mill(2)
    sign_as_curator([later], curators, answer)
    publish([later], ring, stick)  # the operator's own again, whatever the file brings along
    assert next(each.role for each in ring.state().listed() if each.path.endswith("2.json")) == "targets"
    assert IndependentReader(stick, root, known).read_release("test.mill", 2) == "Publisher 2"


def test_a_site_taken_back_can_be_handed_to_others(
    ring: KeyRing, curators: Path, stick: Path, root: bytes, take_mill: MakePack, tmp_path: Path
) -> None:
    delegate(ring, "test.mill", str(curators / "curator.json"))
    make_curator_ring(tmp_path / "others", "Mill curators", answer)
    with pytest.raises(KioskError) as raised:
        delegate(ring, "test.*", str(tmp_path / "others/curator.json"))
    assert raised.value.code == "packs.prefix-taken"
    known = tmp_path / "known"
    publish([], ring, stick)
    assert IndependentReader(stick, root, known).read_release("test.mill", 1) == ""
    revoke_curators(ring, "mill-curators")
    delegate(ring, "test.*", str(tmp_path / "others/curator.json"))
    mill = take_mill(1)
    sign_as_curator([mill], tmp_path / "others", answer)
    publish([mill], ring, stick)
    assert IndependentReader(stick, root, known).read_release("test.mill", 1) == "Publisher 1"


def test_only_curators_withdraw_what_is_theirs(
    ring: KeyRing, curators: Path, stick: Path, take_mill: MakePack
) -> None:
    delegate(ring, "test.mill", str(curators / "curator.json"))
    mill = take_mill(1)
    sign_as_curator([mill], curators, answer)
    publish([mill], ring, stick)
    with pytest.raises(KioskError) as raised:
        withdraw(ring, "test.mill", 1)
    assert raised.value.code == "packs.curators-own"


@pytest.mark.parametrize("prefix", ["", "*", "in.*.delhi", "In.Delhi", "../x", "in.delhi/*", "a" * 300])
def test_an_odd_prefix_is_refused(ring: KeyRing, curators: Path, prefix: str) -> None:
    with pytest.raises(KioskError) as raised:
        delegate(ring, prefix, str(curators / "curator.json"))
    assert raised.value.code == "packs.prefix-unfit"


def test_curators_sign_one_content_a_version(
    curators: Path, take_mill: MakePack, mill_folder: Path, tmp_path: Path
) -> None:
    from dataclasses import replace

    from kiosk.packs.build import build_pack
    from kiosk.packs.source import read_source

    sign_as_curator([take_mill(1)], curators, answer)
    build_pack(replace(read_source(mill_folder), publisher="Else"), tmp_path / "else.hpack")
    with pytest.raises(KioskError) as raised:
        sign_as_curator([tmp_path / "else.hpack"], curators, answer)
    assert raised.value.code == "packs.version-taken"


def test_curators_with_a_name_in_another_script(tmp_path: Path) -> None:
    make_curator_ring(tmp_path / "curators", "क़ुतुब मीनार", answer)
    assert is_curator_ring(tmp_path / "curators")
    assert not is_curator_ring(tmp_path)


def test_nobody_revokes_curators_that_are_not_there(ring: KeyRing) -> None:
    with pytest.raises(KioskError) as raised:
        revoke_curators(ring, "nobody")
    assert raised.value.code == "packs.key-unknown"

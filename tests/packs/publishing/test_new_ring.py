"""Making keys: one for a museum, a daily one and root keys apart for a chain."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.key_ring import KeyRing
from kiosk.packs.publishing.new_ring import make_ring, throwaway_ring
from kiosk.packs.publishing.roles import CONTENT_LIFE, ROOT_LIFE, get_operator, read_clock
from kiosk.packs.trust.reference_time import BUILT_AT
from tests.packs.publishing.conftest import PASSPHRASE, answer


def test_one_key_signs_everything(ring: KeyRing) -> None:
    state = ring.state()
    assert get_operator(state.root) == "The Mill Society"
    assert len(state.root.keys) == 1
    assert state.accepted_by(state.root)
    assert state.root.expires - ring.clock() > ROOT_LIFE * 0.99
    assert state.timestamp.signed.expires - ring.clock() > CONTENT_LIFE * 0.99
    assert state.root.consistent_snapshot


def test_the_folder_tells_whoever_finds_it_what_it_is(ring: KeyRing) -> None:
    words = (ring.folder / "README.txt").read_text()
    assert "The Mill Society" in words
    assert "in another building" in words
    everything = b"".join(path.read_bytes() for path in ring.folder.rglob("*") if path.is_file())
    assert PASSPHRASE.encode() not in everything


def test_keys_are_never_written_over(ring: KeyRing) -> None:
    with pytest.raises(KioskError) as raised:
        make_ring(ring.folder, "Another", answer)
    assert raised.value.code == "packs.keys-exist"
    assert get_operator(ring.state().root) == "The Mill Society"


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    assert make_ring(tmp_path / "keys", "Mill", answer).state().root.version == 1
    assert [path.name for path in tmp_path.iterdir()] == ["keys"]


def test_nothing_is_left_where_the_passphrase_was_refused(tmp_path: Path) -> None:
    with pytest.raises(KioskError):
        make_ring(tmp_path / "keys", "Mill", lambda _name, _new: "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "two\nlines", "\u202eturned"])
def test_a_name_that_no_screen_can_show_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(KioskError) as raised:
        make_ring(tmp_path / "keys", name, answer)
    assert raised.value.code == "packs.name-unfit"


@pytest.mark.parametrize(
    ("roots", "threshold", "places"), [(3, 4, 0), (1, 1, 0), (3, 0, 0), (10, 2, 0), (3, 2, 2)]
)
def test_numbers_that_do_not_fit_are_refused(tmp_path: Path, roots: int, threshold: int, places: int) -> None:
    with pytest.raises(KioskError) as raised:
        make_ring(
            tmp_path / "keys",
            "Chain",
            answer,
            roots=roots,
            threshold=threshold,
            root_places=[tmp_path] * places,
        )
    assert raised.value.code == "packs.threshold-unfit"


def test_a_chain_keeps_its_root_keys_apart(tmp_path: Path) -> None:
    sticks = [tmp_path / f"stick-{number}" for number in range(3)]
    ring = make_ring(tmp_path / "keys", "Chain", answer, roots=3, threshold=2, root_places=sticks)
    root = ring.state().root
    assert root.roles["root"].threshold == 2
    assert len(root.roles["root"].keyids) == 3
    assert not set(root.roles["root"].keyids) & set(root.roles["targets"].keyids)
    assert [len(list(stick.iterdir())) for stick in sticks] == [1, 1, 1]
    with pytest.raises(KioskError) as raised:
        KeyRing(ring.folder, answer, also=sticks[:1]).open_roles(root, ["root"])
    assert raised.value.code == "packs.key-absent"
    assert "root-2" in raised.value.found
    two = KeyRing(ring.folder, answer, also=sticks[1:]).open_roles(root, ["root"])
    assert len(two["root"]) == 2


def test_a_key_for_one_build_is_thrown_away() -> None:
    with throwaway_ring("Demonstration") as ring:
        folder = ring.folder
        assert ring.state().root.version == 1
    assert not folder.exists()


def test_a_folder_without_keys_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as raised:
        KeyRing(tmp_path, answer).state()
    assert raised.value.code == "packs.keys-missing"


def test_two_do_not_sign_at_once(ring: KeyRing) -> None:
    with ring.changing(), pytest.raises(KioskError) as raised, KeyRing(ring.folder, answer).changing():
        pass
    assert raised.value.code == "packs.keys-busy"


def test_a_machine_that_believes_in_1970_signs_nothing_that_has_run_out(tmp_path: Path) -> None:
    def in_1970() -> datetime:
        return datetime(1970, 1, 1, tzinfo=UTC)

    ring = make_ring(tmp_path / "keys", "Mill", answer, clock=lambda: read_clock(in_1970))
    assert ring.state().timestamp.signed.expires == BUILT_AT + CONTENT_LIFE

"""The staff PIN: right ones open, wrong ones slow down, and the file tells nobody what it is."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.app.staff.pin import FILE_NAME, StaffPin, fold_digits
from kiosk.model.errors import KioskError


class SteppedSeconds:
    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture(autouse=True)
def _hash_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.app.staff.pin._COST", 2**4)


@pytest.fixture
def seconds() -> SteppedSeconds:
    return SteppedSeconds()


@pytest.fixture
def pin(tmp_path: Path, seconds: SteppedSeconds) -> StaffPin:
    pin = StaffPin(tmp_path, seconds)
    pin.set("246813")
    return pin


def guess_wrong(pin: StaffPin, times: int) -> None:
    for _ in range(times):
        assert not pin.check("0000")


def test_a_device_without_a_pin_takes_nothing_for_right(tmp_path: Path) -> None:
    pin = StaffPin(tmp_path)
    assert not pin.is_set and not pin.check("") and not pin.check("0000")
    assert list(tmp_path.iterdir()) == []


def test_only_the_right_one_opens(pin: StaffPin, tmp_path: Path) -> None:
    assert pin.is_set and pin.check("246813")
    assert not pin.check("24681") and not pin.check("2468133") and not pin.check("")
    assert StaffPin(tmp_path).check("246813")


@pytest.mark.parametrize("typed", ["२४६८१३", "٢٤٦٨١٣", "２４６８１３"])
def test_digits_of_any_script_are_the_same(pin: StaffPin, typed: str) -> None:
    assert pin.check(typed)


@pytest.mark.parametrize("typed", ["", "123", "123456789", "12a4", "12 34", "½½½½", "²²²²", "1" * 10_000])
def test_what_is_no_pin_is_not_set(pin: StaffPin, typed: str) -> None:
    with pytest.raises(KioskError) as caught:
        pin.set(typed)
    assert caught.value.code == "app.pin-form"
    assert pin.check("246813")


def test_the_file_is_for_its_owner_only_and_does_not_hold_the_pin(pin: StaffPin, tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "246813" not in path.read_text("ascii")
    before = json.loads(path.read_text("ascii"))
    pin.set("246813")
    assert json.loads(path.read_text("ascii"))["hash"] != before["hash"], "the salt is another each time"


def test_five_wrong_ones_begin_a_wait_in_which_even_the_right_one_is_refused(
    pin: StaffPin, seconds: SteppedSeconds
) -> None:
    guess_wrong(pin, 4)
    assert pin.wait_s == 0
    guess_wrong(pin, 1)
    assert pin.wait_s == 30
    assert not pin.check("246813")
    seconds.now_s += 30
    assert pin.wait_s == 0 and pin.check("246813")


def test_each_further_one_waits_twice_as_long_up_to_a_quarter_of_an_hour(
    pin: StaffPin, seconds: SteppedSeconds
) -> None:
    guess_wrong(pin, 5)
    waits = []
    for _ in range(8):
        seconds.now_s += pin.wait_s
        guess_wrong(pin, 1)
        waits.append(pin.wait_s)
    assert waits == [60, 120, 240, 480, 900, 900, 900, 900]


def test_the_right_one_forgives_the_wrong_ones(pin: StaffPin) -> None:
    guess_wrong(pin, 4)
    assert pin.check("246813")
    guess_wrong(pin, 4)
    assert pin.wait_s == 0


def test_a_restart_does_not_shorten_the_wait(pin: StaffPin, tmp_path: Path, seconds: SteppedSeconds) -> None:
    guess_wrong(pin, 5)
    assert StaffPin(tmp_path, seconds).wait_s == 30


def test_guesses_during_a_wait_do_not_lengthen_it(pin: StaffPin) -> None:
    guess_wrong(pin, 20)
    assert pin.wait_s == 30


@pytest.mark.parametrize(
    "raw", [b"", b"{}", b"\xff", b"[" * 4_000, b'{"salt": "x", "hash": "00", "wrong": 0}']
)
def test_a_damaged_file_opens_to_nobody_and_says_what_helps(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(raw)
    pin = StaffPin(tmp_path)
    assert pin.is_set
    with pytest.raises(KioskError) as caught:
        pin.check("246813")
    assert caught.value.code == "app.pin-unreadable"
    assert str(tmp_path) not in str(caught.value), "visitors reach this page too"
    pin.set("1357")
    assert pin.check("1357")


def test_a_pin_that_cannot_be_saved_says_so(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        StaffPin(tmp_path / "absent").set("1234")
    assert caught.value.code == "app.pin-not-saved"


@given(st.text(max_size=40))
def test_folded_digits_are_digits(typed: str) -> None:
    assert set(fold_digits(typed)) <= set("0123456789")

"""Which mounts are drives, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.drives.drive import Drive
from kiosk.packs.drives.mount_table import MountTable, clean_name, parse_mounts
from kiosk.packs.drives.watch import MountWatch

SYSTEM = """\
22 27 0:21 / /proc rw,relatime shared:5 - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw,discard
28 27 254:1 / /boot/efi rw,relatime - vfat /dev/vda1 rw
29 27 0:25 / /mnt/some/tool ro,nosuid - tmpfs tool ro,size=4k
30 27 0:26 / /media rw - tmpfs tmpfs rw
31 27 0:27 / /run/media rw - tmpfs tmpfs rw
32 27 0:28 / /media/cdrom rw - autofs systemd-1 rw
33 27 0:29 / /mediatheque/x rw - ext4 /dev/sdz1 rw
"""


def table(tmp_path: Path, lines: str, **places: Path) -> MountTable:
    file = tmp_path / "mountinfo"
    file.write_bytes(os.fsencode(SYSTEM + lines))
    elsewhere = {"block_devices": tmp_path / "absent", "labels": tmp_path / "absent"}
    return MountTable(file, **{**elsewhere, **places})  # type: ignore[arg-type]  # only paths are given


def test_nothing_of_the_system_is_a_drive(tmp_path: Path) -> None:
    assert table(tmp_path, "").read() == ()


@pytest.mark.parametrize(
    "path", ["/media/MILL", "/media/staff/MILL", "/run/media/staff/MILL", "/run/media/MILL", "/mnt/MILL"]
)
def test_what_is_mounted_where_systems_mount_sticks_is_one(tmp_path: Path, path: str) -> None:
    line = f"40 27 8:17 / {path} rw,nosuid,nodev shared:9 - vfat /dev/sdb1 rw,utf8\n"
    assert table(tmp_path, line).read() == (Drive(path, "MILL", read_only=False, mounted=40),)


@pytest.mark.parametrize("options", [("ro,nosuid", "rw"), ("rw,nosuid", "ro,errors=remount-ro")])
def test_a_drive_nothing_can_be_written_to_says_so(tmp_path: Path, options: tuple[str, str]) -> None:
    line = f"40 27 8:17 / /media/MILL {options[0]} - exfat /dev/sdb1 {options[1]}\n"
    assert [drive.read_only for drive in table(tmp_path, line).read()] == [True]


def test_blanks_and_letters_of_any_script_in_a_path(tmp_path: Path) -> None:
    line = "40 27 8:17 / /media/staff/MILL\\040क़ुतुब rw - vfat /dev/sdb1 rw\n"
    (drive,) = table(tmp_path, line).read()
    assert (drive.path, drive.name) == ("/media/staff/MILL क़ुतुब", "MILL क़ुतुब")


def test_a_path_that_is_no_text_can_still_be_opened(tmp_path: Path) -> None:
    path = os.fsdecode(b"/media/\xff\xfe")
    (drive,) = table(tmp_path, f"40 27 8:17 / {path} rw - vfat /dev/sdb1 rw\n").read()
    assert os.fsencode(drive.path) == b"/media/\xff\xfe"
    drive.name.encode("utf-8")


def test_the_label_is_its_name_where_the_system_knows_it(tmp_path: Path) -> None:
    labels = tmp_path / "by-label"
    labels.mkdir()
    device = tmp_path / "sdb1"
    device.touch()
    (labels / "MILL\\x20STICK").symlink_to(device)
    line = f"40 27 8:17 / /media/usb0 rw - vfat {device} rw\n"
    assert [drive.name for drive in table(tmp_path, line, labels=labels).read()] == ["MILL STICK"]


def test_a_stick_pulled_without_goodbye_is_gone_though_it_is_still_mounted(tmp_path: Path) -> None:
    devices = tmp_path / "block"
    (devices / "8:17").mkdir(parents=True)
    read = table(tmp_path, "40 27 8:17 / /media/MILL rw - vfat /dev/sdb1 rw\n", block_devices=devices).read
    assert [drive.name for drive in read()] == ["MILL"]
    (devices / "8:17").rmdir()
    assert read() == ()


def test_one_device_is_one_drive_and_one_path_too(tmp_path: Path) -> None:
    lines = (
        "40 27 8:17 / /media/MILL rw - vfat /dev/sdb1 rw\n"
        "41 27 8:17 / /mnt/again rw - vfat /dev/sdb1 rw\n"
        "42 27 8:33 / /media/OVER rw - vfat /dev/sdc1 rw\n"
        "43 42 8:49 / /media/OVER rw - ext4 /dev/sdd1 rw\n"
    )
    assert [(drive.path, drive.mounted) for drive in table(tmp_path, lines).read()] == [
        ("/media/MILL", 40),
        ("/media/OVER", 43),
    ]


def test_more_drives_than_a_device_has_sockets_are_not_shown(tmp_path: Path) -> None:
    lines = "".join(f"{n} 27 8:{n} / /media/S{n} rw - vfat /dev/sd{n} rw\n" for n in range(40, 90))
    assert len(table(tmp_path, lines).read()) == 16


def test_a_machine_without_the_table_has_no_drives(tmp_path: Path) -> None:
    absent = MountTable(tmp_path / "absent")
    assert absent.read() == ()
    watch = MountWatch(absent)
    told: list[tuple[Drive, ...]] = []
    watch.start(told.append)
    watch.close()
    assert told in ([], [()])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("MILL", "MILL"),
        ("a\nb\x1b[31m", "a�b�[31m"),
        ("\u202egnp.exe", "�gnp.exe"),
        ("  ", "USB"),
        ("x" * 300, "x" * 48),
    ],
)
def test_a_name_cannot_play_tricks_on_the_page(name: str, shown: str) -> None:
    assert clean_name(name) == shown


@given(st.binary(max_size=200))
def test_no_table_breaks_the_reader(raw: bytes) -> None:
    list(parse_mounts(raw))

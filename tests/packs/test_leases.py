"""A running guide's files are held, and nobody's are not."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.packs.leases import LeaseBook

ONE, OTHER = "ab" * 32, "cd" * 32
HOLDER = """
import sys, time
from pathlib import Path
from kiosk.packs.leases import LeaseBook
lease = LeaseBook(Path(sys.argv[1])).take({sys.argv[2]})
print("held", flush=True)
time.sleep(60)
"""


def test_what_is_held_is_told_until_it_is_let_go(tmp_path: Path) -> None:
    book = LeaseBook(tmp_path)
    assert book.held_files() == set()
    one, other = book.take({ONE}), book.take({ONE, OTHER})
    assert one is not None and other is not None
    assert LeaseBook(tmp_path).held_files() == {ONE, OTHER}
    other.close()
    assert book.held_files() == {ONE}
    one.close()
    one.close()
    assert book.held_files() == set()
    assert list((tmp_path / "leases").iterdir()) == []


def test_a_killed_guide_holds_nothing(tmp_path: Path, house: Path) -> None:
    guide = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path, ONE], cwd=house, stdout=subprocess.PIPE, text=True
    )
    try:
        assert guide.stdout is not None
        assert guide.stdout.readline() == "held\n"
        book = LeaseBook(tmp_path)
        assert book.held_files() == {ONE}
        guide.send_signal(signal.SIGKILL)
        guide.wait(10)
        assert book.held_files() == set()
        assert list((tmp_path / "leases").iterdir()) == [], "what it left is cleared up"
    finally:
        guide.kill()
        guide.communicate()


@pytest.mark.parametrize("junk", [b"", b"no database", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_lease_holds_nothing(tmp_path: Path, junk: bytes) -> None:
    (tmp_path / "leases").mkdir()
    (tmp_path / "leases/junk").write_bytes(junk)
    assert LeaseBook(tmp_path).held_files() == set()
    assert list((tmp_path / "leases").iterdir()) == []


def test_where_nothing_can_be_written_nothing_can_be_held(tmp_path: Path) -> None:
    (tmp_path / "leases").write_bytes(b"")
    assert LeaseBook(tmp_path).take({ONE}) is None
    assert [path.name for path in tmp_path.iterdir()] == ["leases"]

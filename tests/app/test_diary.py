"""What staff may read: bounded, and silent where it cannot be written."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from kiosk.app.diary import FILE_NAME, MAX_FILE_BYTES, close_diary, open_diary

logger = logging.getLogger("test.diary")
pytestmark = pytest.mark.allow_log("test.diary")


def test_warnings_are_kept_and_lesser_words_are_not(tmp_path: Path) -> None:
    diary = open_diary(tmp_path)
    try:
        logger.info("all is well")
        assert not (tmp_path / FILE_NAME).exists(), "no file where there is nothing to say"
        logger.warning("the camera is gone")
    finally:
        close_diary(diary)
    logger.warning("said after the end")
    (line,) = (tmp_path / FILE_NAME).read_text("utf-8").splitlines()
    assert line.endswith("WARNING test.diary: the camera is gone")


def test_it_never_outgrows_its_bound(tmp_path: Path) -> None:
    diary = open_diary(tmp_path)
    try:
        for _ in range(40):
            logger.warning("x" * 50_000)
    finally:
        close_diary(diary)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 2 * MAX_FILE_BYTES


def test_where_it_cannot_be_written_nothing_is_said_instead(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    diary = open_diary(tmp_path / "gone")
    try:
        logger.warning("nobody will read this")
    finally:
        close_diary(diary)
    assert capfd.readouterr().err == ""

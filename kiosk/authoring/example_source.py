"""An example of a pack source to fill in: an invented mill with remarks in every file, ``example/`` beside this one."""

from __future__ import annotations

import datetime
import re
import secrets
from pathlib import Path

from kiosk.authoring.new_folder import make_new_folder, say_not_written
from kiosk.model.marker import ALPHABET, ID_LENGTH

EXAMPLE = Path(__file__).with_name("example")
_BLANK = re.compile(r"@(?P<name>[A-Z_]+)@")


def write_example(folder: Path, today: datetime.date | None = None) -> tuple[Path, ...]:
    """Write the example into ``folder`` and return its files; it builds as it is.

    Its label key and its stops' codes are drawn by lot, so that no two packs share them. ``today`` is
    the date of its last check.

    Raises:
        KioskError: ``authoring.folder-in-use`` or ``authoring.not-written``.
    """
    make_new_folder(folder)
    day = today or datetime.datetime.now(datetime.UTC).date()
    written = []
    for original in sorted(path for path in EXAMPLE.rglob("*") if path.is_file()):
        text = _BLANK.sub(lambda blank: _fill(blank["name"], day), original.read_text(encoding="utf-8"))
        path = folder / original.relative_to(EXAMPLE)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise say_not_written(path, error) from error
        written.append(path)
    return tuple(written)


def _fill(blank: str, day: datetime.date) -> str:
    """Return what stands in one of the example's blanks; each code is another."""
    match blank:
        case "TODAY":
            return day.isoformat()
        case "LABEL_KEY":
            return secrets.token_hex(16)
        case "CODE":
            return "".join(secrets.choice(ALPHABET) for _ in range(ID_LENGTH))
        case _:
            raise ValueError(f"the example has a blank nobody fills: {blank}")

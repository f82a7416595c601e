"""Sources spoilt at random: a check always ends in findings, each told once, or in a refusal in words."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from kiosk.authoring.check import check_source
from kiosk.model.errors import KioskError
from tests.authoring.faulty_sources import TODAY, write_good

MUTATIONS = 100
# What an author, or somebody who means harm, might write after an equals sign.
VALUES = (
    "3", "-1", "1e400", "nan", '"x"', "[]", "[1]", "{}", "{a=1}", "true", "2026-01-01", "2026-01-01T00:00:00Z",
    "[[1]]", '""', '"\\u0007"', "99999999999999999999", '["en", 3]', "[{a=1}]", '"../../etc/passwd"', "12:00:00",
    f'"{"a" * 50_000}"', f"{'[' * 3_000}",
)  # fmt: skip
ASSIGNMENT = re.compile(r'^"?[\w.-]+"? = ')


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_good(tmp_path_factory.mktemp("good") / "mill")


def spoil(folder: Path, chance: random.Random) -> None:
    """Spoil one file: a byte more, an end less, another value, a line twice or not at all, or no file."""
    path = chance.choice(sorted(path for path in folder.rglob("*") if path.suffix in (".toml", ".svg")))
    if not path.is_file():
        return
    content = path.read_bytes()
    at = chance.randrange(len(content) + 1)
    match chance.randrange(6):
        case 0:
            path.write_bytes(content[:at] + bytes([chance.randrange(256)]) + content[at:])
        case 1:
            path.write_bytes(content[:at])
        case 2 | 3:
            _exchange_value(path, chance)
        case 4:
            lines = content.split(b"\n")
            line = chance.randrange(len(lines))
            lines[line : line + 1] = [lines[line]] * chance.choice((0, 2))
            path.write_bytes(b"\n".join(lines))
        case _:
            path.unlink()
            if chance.random() < 0.3:
                path.mkdir()


def _exchange_value(path: Path, chance: random.Random) -> None:
    lines = path.read_text("utf-8", "replace").split("\n")
    assignments = [number for number, line in enumerate(lines) if ASSIGNMENT.match(line)]
    if assignments:
        number = chance.choice(assignments)
        lines[number] = lines[number].partition(" = ")[0] + " = " + chance.choice(VALUES)
        path.write_text("\n".join(lines), encoding="utf-8")


def test_no_spoilt_source_breaks_the_check(good: Path, tmp_path: Path) -> None:
    refused, codes = 0, set()
    for seed in range(MUTATIONS):
        chance = random.Random(seed)
        folder = tmp_path / "spoilt"
        shutil.copytree(good, folder)
        for _ in range(chance.randint(1, 4)):
            spoil(folder, chance)
        try:
            report = check_source(folder, decoding=False, today=TODAY)
        except KioskError as error:
            codes.add(error.code)
            refused += 1
        else:
            told = [(finding.file, finding.place, finding.what) for finding in report.findings]
            assert len(told) == len(set(told)), (seed, told)
            assert all(finding.remedy and finding.kind for finding in report.findings), seed
            assert all(len(finding.what) < 300 for finding in report.findings), seed
            refused += report.refuses
        shutil.rmtree(folder)
    assert codes <= {"packs.source-missing"}
    # Most of it really was spoilt.
    assert refused > MUTATIONS // 3

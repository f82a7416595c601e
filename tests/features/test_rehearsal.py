"""``kiosk rehearse`` as its users run it: a whole visit in a process of its own, and what it leaves to look at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import wave
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from kiosk.authoring.labels import collect_labels
from kiosk.authoring.table_source import read_table_source
from kiosk.model.marker import format_marker
from kiosk.packs.build import build_pack
from kiosk.packs.store import PREVIEW, PackStore
from kiosk.scanning.label_drawing import draw_label
from tests.fakes.composed_guide import pack
from tests.packs.small_source import CODES, HOST, LABEL_KEY

__all__ = ["pack"]

HOUSE = Path(__file__).resolve().parents[2]
HARDER = {"foreign-code", "camera-pulled", "two-labels", "dark", "picture"}
LISTENING = {"more", "read-aloud"}
STEPS = (
    HARDER
    | LISTENING
    | {
        *("packs", "attract", "language", "ticket", "study", "scan", "hear", "number"),
        *(
            "browse",
            "search",
            "nearby",
            "map",
            "end",
            "dwell",
            "wiped",
            "hub-away",
            "hub-back",
            "enrol",
            "by-stick",
        ),
        *("moderated", "pass", "paper-pass", "pass-brought", "suggested", "more-like-this", "keepsake"),
        *("wishes", "expect", "plan", "tour-map", "replan"),
    }
)
# A page has words, lines and colours with their shades; an empty one has its surface only.
COLOURS_OF_A_PAGE = 40


def rehearse(folder: Path, *words: str) -> list[dict[str, Any]]:
    """Rehearse, see that every step is well and nothing is said on the console, and return the steps."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", "rehearse", "--json", "--out", str(folder), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "QT_QPA_PLATFORM": "offscreen"},
    )
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    assert [step for step in steps if not step["ok"]] == []
    assert (done.returncode, done.stderr) == (0, "")
    return steps


def list_pictures(steps: list[dict[str, Any]]) -> list[str]:
    """Return the names of all pictures that the steps speak of."""
    return [
        name
        for step in steps
        for name in [*step.get("pictures", []), *([step["picture"]] if "picture" in step else [])]
    ]


def expect_pages(folder: Path, steps: list[dict[str, Any]], size_px: tuple[int, int]) -> None:
    names = list_pictures(steps)
    assert len(names) >= 8 and set(names) <= {path.name for path in folder.glob("*.png")}
    for name in names:
        with Image.open(folder / name) as picture:
            assert picture.size == size_px
            colours = picture.convert("RGB").getcolors(1 << 20)
        assert colours is None or len(colours) > COLOURS_OF_A_PAGE, f"{name} is blank"


def expect_sound(folder: Path) -> None:
    with wave.open(str(folder / "heard.wav")) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), np.int16)
    assert samples.size > 24_000 and np.abs(samples).max() > 1_000


def test_a_whole_visit_is_made_and_shown(pack: Path, tmp_path: Path) -> None:
    steps = rehearse(tmp_path / "out", "--pack", str(pack))
    assert {step["step"] for step in steps} == STEPS
    heard = [step for step in steps if step["step"] == "hear"]
    assert len(heard) == 3 and all(step["words_marked"] and step["loudest"] for step in heard)
    assert heard[0]["to_end"] and heard[0]["heard_ms"] > 0
    at_hub = next(step["facts_at_hub"] for step in steps if step["step"] == "hub-back")
    assert at_hub == next(step["facts"] for step in steps if step["step"] == "dwell") > 0
    expect_pages(tmp_path / "out", steps, (1280, 800))
    expect_sound(tmp_path / "out")


def test_a_visit_in_arabic_on_an_upright_tablet(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    label = draw_label(format_marker(HOST, CODES["wheel"], bytes.fromhex(LABEL_KEY)), "1")
    Image.fromarray(label).save(tmp_path / "labels" / "1.png")
    steps = rehearse(
        tmp_path / "out",
        *("--pack", str(pack), "--camera", str(tmp_path / "labels")),
        *("--language", "ar", "--size", "800x1280"),
    )
    (scanned,) = (step for step in steps if step["step"] == "scan")
    assert scanned["title"] == "دولاب الماء"
    expect_pages(tmp_path / "out", steps, (800, 1280))
    expect_sound(tmp_path / "out")


def test_a_site_made_of_a_table_has_no_plan_to_look_at(tmp_path: Path) -> None:
    (tmp_path / "hall").mkdir()
    (tmp_path / "hall" / "stops.csv").write_text(
        "exhibition,stop_number,language,title,text\n"
        "The hall,1,en,The long table,Forty people sat here each evening.\n",
        encoding="utf-8",
    )
    hall, labels = tmp_path / "hall.hpack", tmp_path / "labels"
    build_pack(read_table_source(tmp_path / "hall"), hall)
    labels.mkdir()
    store = PackStore(tmp_path / "data", trusting=PREVIEW)
    store.install(hall)
    with closing(store), closing(store.open_library()) as library:
        (label,) = collect_labels(library, library.sites("en")[0].id)
    Image.fromarray(draw_label(label.text, label.number)).save(labels / "1.png")
    steps = rehearse(tmp_path / "out", "--pack", str(hall), "--camera", str(labels))
    assert {step["step"] for step in steps} == STEPS - HARDER - LISTENING - {"map", "tour-map"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--pack", "nothing.hpack"), "packs."),
        (("--camera", "nonsense"), "scanning.no-such-source"),
        (("--position", "nowhere.nmea"), "place.no-receiver"),
    ],
)
def test_a_rehearsal_that_cannot_begin_says_why_in_one_line(
    words: tuple[str, ...], code: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kiosk", "rehearse", "--json", "--out", str(tmp_path / "out"), *words],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
    )
    (line,) = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(line)["error"]["code"].startswith(code)

"""How surely and how soon the things themselves are recognised, among 1,000 artifacts and as many unknown pictures.

Known are the demonstration's drawings, the museums' pictures where they are at hand, pictures of the folder that
``KIOSK_BENCH_PICTURES`` names (every second one), and painted things up to 1,000 artifacts. Unknown are photographs of
codes and shops, the other pictures of that folder, and things painted otherwise. All are photographed as a hand-held
camera would (``handheld.py``). The floor is ORB with the same ratio test and homography, over the demonstration's and the museums' alone.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kiosk.packs.pictures import PictureError, load_picture
from kiosk.packs.workbench import Workbench
from kiosk.recognition.maker import look_at_picture
from kiosk.recognition.recogniser import Recogniser
from tests.benchmarks.handheld import WAYS, draw_shot, photograph
from tests.benchmarks.orb_floor import OrbFloor
from tests.benchmarks.photographs import PHOTOGRAPHS
from tests.fakes.made_looks import MadeLooks, encode, paint_thing

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

Row = tuple[str, float, str, float | None]

ARTIFACTS = 1_000
PAINTED_SHOTS = 180
_ROOT = Path(__file__).resolve().parents[2]
_SIDE_PX = 1_200
_FIRST_UNKNOWN = 50_000
_CACHE = Path(tempfile.gettempdir()) / "kiosk-bench-signatures"
OWN = ("demonstration", "museums")


@dataclass
class Tally:
    """What became of the shots of one kind of picture."""

    shots: int = 0
    first: int = 0
    sure: int = 0
    wrong: int = 0
    answered: int = 0
    costs_ms: list[float] = field(default_factory=list)


def measure() -> list[Row]:
    """Return the table's rows."""
    known, unknown = _gather()
    pictures = {name: picture for kind in known.values() for name, picture in kind.items()}
    made, made_s = _make_signatures(pictures)
    looks = MadeLooks(made, {name: [name] for name in pictures})
    recogniser = Recogniser(looks)
    begun_s = time.thread_time()
    recogniser.recognise(np.zeros((720, 1280), np.uint8))
    load_ms = (time.thread_time() - begun_s) * 1000
    floor = OrbFloor({name: picture for kind in OWN for name, picture in known[kind].items()})
    tallies, floors, ways = _photograph_all(recogniser, floor, known, unknown)
    return [
        *_rows_of_kinds(tallies, floors),
        *(
            (f"  {way}: first is right, demonstration and museums", _share(rights), "%", None)
            for way, rights in ways.items()
        ),
        *_rows_of_costs(tallies),
        (f"load, {ARTIFACTS:,} artifacts", load_ms, "ms", None),
        ("signatures, each artifact (goal <= 40)", looks.kept_bytes / len(pictures) / 1000, "KB", None),
        ("pictures too poor to be known", float(sum(not raw for raw in made.values())), "of all", None),
        ("making a signature, two processes or more", made_s * 1000 / len(pictures), "ms", None),
    ]


def _gather() -> tuple[dict[str, dict[str, Plane]], dict[str, Plane]]:
    demo = [
        path
        for path in sorted(_ROOT.glob("content_packs/*/media/*.svg"))
        if path.stem not in ("plan", "wordmark") and "attract" not in path.stem
    ]
    museums = sorted((PHOTOGRAPHS.parent / "museums").glob("*/media/*")) + sorted(
        (PHOTOGRAPHS.parent / "museums").glob("messy/*/media/*")
    )
    given = (
        sorted(Path(os.environ["KIOSK_BENCH_PICTURES"]).rglob("*"))
        if os.environ.get("KIOSK_BENCH_PICTURES")
        else []
    )
    known = {
        "demonstration": _load_all(demo),
        "museums": _load_all(museums),
        "given": _load_all(given[::2]),
    }
    left = ARTIFACTS - sum(len(kind) for kind in known.values())
    known["painted"] = {f"painted-{seed}": paint_thing(seed) for seed in range(left)}
    codes = (
        sorted((PHOTOGRAPHS / "hard").glob("*/*"))[::2]
        + sorted((PHOTOGRAPHS / "negative").glob("*/*/*"))[::2]
    )
    unknown = {**_load_all(codes), **_load_all(given[1::2])}
    painted = {
        f"unknown-{seed}": paint_thing(_FIRST_UNKNOWN + seed) for seed in range(max(300, len(unknown)))
    }
    return known, {**unknown, **painted}


def _load_all(paths: Sequence[Path]) -> dict[str, Plane]:
    """Return each picture once, however many files hold it."""
    loaded: dict[bytes, tuple[str, Plane]] = {}
    for path in paths:
        if path.suffix.lower() not in (".svg", ".jpg", ".jpeg", ".png", ".webp"):
            continue
        try:
            image = load_picture(path, _SIDE_PX).convert("RGBA").convert("RGB")
        except PictureError:
            continue
        image.thumbnail((_SIDE_PX, _SIDE_PX))
        picture = np.ascontiguousarray(np.asarray(image)[:, :, ::-1])
        loaded.setdefault(picture.tobytes(), ("/".join(path.parts[-3:]), picture))
    return dict(loaded.values())


def _make_signatures(pictures: dict[str, Plane]) -> tuple[dict[str, bytes], float]:
    """Return what each picture is known by, kept from run to run, and the seconds each took."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, picture in enumerate(pictures.values()):
            paths.append(Path(folder, f"{number:05}.jpg"))
            paths[-1].write_bytes(encode(picture))
        begun_s = time.perf_counter()
        with Workbench(len(paths)) as bench:
            made = [outcome() for _, outcome in bench.work_on(partial(look_at_file, cache=_CACHE), paths)]
        return dict(zip(pictures, made, strict=True)), time.perf_counter() - begun_s


def look_at_file(path: Path, cache: Path) -> bytes:
    """Return what the picture in a file is known by."""
    return look_at_picture(path.read_bytes(), cache)


def _photograph_all(
    recogniser: Recogniser, floor: OrbFloor, known: dict[str, dict[str, Plane]], unknown: dict[str, Plane]
) -> tuple[dict[str, Tally], dict[str, Tally], dict[str, list[bool]]]:
    random = np.random.default_rng(41)
    tallies: dict[str, Tally] = defaultdict(Tally)
    floors: dict[str, Tally] = defaultdict(Tally)
    ways: dict[str, list[bool]] = defaultdict(list)
    strangers = list(unknown.items())
    random.shuffle(strangers)
    for count, (kind, name, picture, way) in enumerate(_list_shots(known, random)):
        frame = photograph(picture, draw_shot(way, random), random)
        right = _take(recogniser, tallies[kind], frame, name)
        if kind in OWN:
            ways[way].append(right)
            _compare(floor, floors[kind], frame, name)
        _, stranger = strangers[count % len(strangers)]
        frame = photograph(stranger, draw_shot(way, random), random)
        _take(recogniser, tallies["unknown"], frame, "")
        if kind in OWN:
            _compare(floor, floors["unknown"], frame, "")
    return tallies, floors, ways


def _list_shots(
    known: dict[str, dict[str, Plane]], random: np.random.Generator
) -> Iterator[tuple[str, str, Plane, str]]:
    for kind, pictures in known.items():
        names = list(pictures)
        if kind in OWN:
            yield from ((kind, name, pictures[name], way) for name in names for way in WAYS)
        elif names:
            for shot in range(PAINTED_SHOTS):
                name = names[int(random.integers(len(names)))]
                yield kind, name, pictures[name], WAYS[shot % len(WAYS)]


def _take(recogniser: Recogniser, tally: Tally, frame: Plane, name: str) -> bool:
    begun_s = time.thread_time()
    matches = [match.stop_id for match in recogniser.recognise(frame)]
    tally.costs_ms.append((time.thread_time() - begun_s) * 1000)
    _count(tally, matches, name)
    return matches[:1] == [name]


def _compare(floor: OrbFloor, tally: Tally, frame: Plane, name: str) -> None:
    begun_s = time.thread_time()
    found = floor.recognise(frame)
    tally.costs_ms.append((time.thread_time() - begun_s) * 1000)
    _count(tally, [found] if found else [], name)


def _count(tally: Tally, matches: list[str], name: str) -> None:
    tally.shots += 1
    tally.answered += bool(matches)
    tally.first += matches[:1] == [name]
    tally.sure += matches == [name]
    tally.wrong += len(matches) == 1 and matches != [name]


def _rows_of_kinds(tallies: dict[str, Tally], floors: dict[str, Tally]) -> Iterator[Row]:
    for kind, tally in tallies.items():
        against = floors.get(kind)
        if kind == "unknown":
            floor = 100 * against.answered / against.shots if against else None
            yield (
                f"unknown: any answer, of {tally.shots} shots (goal < 0.5)",
                100 * tally.answered / tally.shots,
                "%",
                floor,
            )
            continue
        floor = 100 * against.first / against.shots if against else None
        yield (
            f"{kind}: first is right, of {tally.shots} shots (goal >= 95)",
            100 * tally.first / tally.shots,
            "%",
            floor,
        )
        yield f"{kind}: told without asking", 100 * tally.sure / tally.shots, "%", None
        yield f"{kind}: wrong without asking (goal < 0.5)", 100 * tally.wrong / tally.shots, "%", None


def _rows_of_costs(tallies: dict[str, Tally]) -> Iterator[Row]:
    costs = [cost for tally in tallies.values() for cost in tally.costs_ms]
    yield f"a frame, {ARTIFACTS:,} artifacts, processor, median", float(np.quantile(costs, 0.5)), "ms", None
    yield (
        f"a frame, {ARTIFACTS:,} artifacts, processor, p95 (goal < 250)",
        float(np.quantile(costs, 0.95)),
        "ms",
        None,
    )


def _share(rights: list[bool]) -> float:
    return 100 * sum(rights) / len(rights)

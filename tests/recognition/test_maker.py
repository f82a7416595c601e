"""What a build keeps of a pack's pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np

from kiosk.recognition.maker import join_signatures, look_at_picture
from kiosk.recognition.recogniser import Recogniser
from kiosk.recognition.signature import parse_signature
from tests.benchmarks.handheld import Shot, photograph
from tests.fakes.made_looks import MadeLooks, encode, look_once, make_looks, paint_thing

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

MOST_ARTIFACT_BYTES = 40_000


def test_the_same_picture_gives_the_same_bytes_and_a_kept_one_is_not_made_again(tmp_path: Path) -> None:
    data = encode(paint_thing(0, 320, 240))
    made = look_at_picture(data, tmp_path)
    assert made == look_at_picture(data)
    (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
    before = kept.stat().st_ino
    assert look_at_picture(data, tmp_path) == made
    assert kept.stat().st_ino == before
    kept.write_bytes(b"rotten")
    assert look_at_picture(data, tmp_path) == made


def test_what_shows_nothing_has_no_signature() -> None:
    assert look_at_picture(encode(np.full((300, 400, 3), 90, np.uint8))) == b""
    assert look_at_picture(b"no picture") == b""


def test_a_thing_cut_out_of_its_surroundings_is_known(things: dict[str, Plane]) -> None:
    thing = things["mill/thing-1"]
    alpha = np.zeros(thing.shape[:2], np.uint8)
    cv2.ellipse(alpha, (320, 240), (300, 220), 0, 0, 360, 255, -1)
    data = cv2.imencode(".png", np.dstack([thing, alpha]))[1].tobytes()
    looks = MadeLooks({"vase": look_at_picture(data)}, {"mill/vase": ["vase"]})
    hung = np.where(alpha[..., None] > 0, thing, 120).astype(np.uint8)
    frame = photograph(hung, Shot(fill=0.9), np.random.default_rng(1))
    assert [match.stop_id for match in Recogniser(looks).recognise(frame)] == ["mill/vase"]


def test_a_stop_with_many_pictures_stays_small_and_each_of_them_is_known() -> None:
    pictures = {f"view-{seed}": paint_thing(50 + seed) for seed in range(7)}
    looks = make_looks(pictures, {"mill/statue": sorted(pictures)})
    assert looks.kept_bytes <= MOST_ARTIFACT_BYTES
    assert len(looks.signatures) == 6
    for seed in (0, 5):
        frame = photograph(pictures[f"view-{seed}"], Shot(fill=0.9), np.random.default_rng(seed))
        assert [match.stop_id for match in Recogniser(looks).recognise(frame)] == ["mill/statue"]


def test_the_order_in_which_pictures_were_made_changes_nothing(things: dict[str, Plane]) -> None:
    made = {Path(name): look_once(encode(thing)) for name, thing in list(things.items())[:3]}
    stops = [[path] for path in made]
    backwards = dict(reversed(list(made.items())))
    assert join_signatures(made, stops) == join_signatures(backwards, stops)


def test_pictures_of_no_stop_are_not_kept(things: dict[str, Plane]) -> None:
    raw = look_once(encode(things["mill/thing-0"]))
    assert parse_signature(raw).width_px == 480
    joined = join_signatures({Path("plan.png"): raw}, [])
    assert (joined.vocabulary, dict(joined.looks)) == (b"", {})

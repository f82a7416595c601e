"""Makes the signatures of a pack's pictures when the pack is built (``kiosk.packs.signatures`` says what is asked)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.packs.media_cache import Entry, MediaCache, describe_making
from kiosk.packs.signatures import Joined, Look, SignatureMaker
from kiosk.recognition import features, lasting, signature
from kiosk.recognition.features import DESCRIPTOR_SIZE, fit_for_looking
from kiosk.recognition.fingerprint import make_fingerprints, project
from kiosk.recognition.lasting import FEWEST_LASTING, choose_lasting
from kiosk.recognition.signature import (
    MOST_FEATURES,
    Signature,
    format_signature,
    make_thumbnail,
    parse_signature,
)
from kiosk.recognition.stored_words import Named, format_named, format_vocabulary
from kiosk.recognition.vocabulary import learn_words, name_words
from kiosk.scanning.opencv import load_cv2

if TYPE_CHECKING:
    from kiosk.scanning.frame import Plane

MOST_STOP_BYTES = 39_000
"""For all pictures of a stop together, words included; a stop with many pictures keeps fewer features of each."""

WALL = 200
"""What is cut out of its surroundings hangs before this grey."""

MOST_PICTURES = 6
"""Of a stop. More would leave too few features for each."""

_FEATURE_BYTES = 80
_MADE_BY = ((features.__name__, lasting.__name__, signature.__name__), ("opencv-python-headless", "numpy"))


def look_at_picture(data: bytes, cache_folder: Path | None = None) -> bytes:
    """Return the signature of an encoded picture; b"" for one that a camera cannot tell from others."""
    if cache_folder is None:
        return _look_at(data)
    key = hashlib.sha256(
        describe_making(*_MADE_BY).encode() + b"\0" + hashlib.sha256(data).digest()
    ).hexdigest()
    cache = MediaCache(cache_folder)
    kept = cache.find(key)
    if kept is not None and len(kept.files) == 1:
        return kept.files[0]
    made = _look_at(data)
    cache.keep(key, Entry({}, (made,)))
    return made


def _look_at(data: bytes) -> bytes:
    import numpy as np

    cv2 = load_cv2()
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED)
    if picture is None:
        return b""
    if picture.ndim == 3 and picture.shape[2] == 4:
        share = picture[:, :, 3:].astype(np.float32) / 255
        picture = (picture[:, :, :3] * share + WALL * (1 - share)).astype(np.uint8)
    grey = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    looked_at = fit_for_looking(grey)
    found, lasting_ones = choose_lasting(looked_at, MOST_FEATURES)
    if lasting_ones < FEWEST_LASTING:
        return b""
    height_px, width_px = looked_at.shape
    return format_signature(Signature(width_px, height_px, make_thumbnail(looked_at), found))


def join_signatures(made: Mapping[Path, bytes], stops: Sequence[Sequence[Path]]) -> Joined:
    """Return what a pack keeps: one vocabulary for all, and each picture's words and signature.

    Args:
        made: The signature of each picture; b"" where it has none.
        stops: The pictures of each stop, in their order.
    """
    import numpy as np

    shares = _share_out(stops)
    kept = {path: parse_signature(raw) for path, raw in sorted(made.items()) if raw and path in shares}
    looks = {path: one.features.descriptors[: shares[path]] for path, one in kept.items()}
    words = (
        learn_words(np.concatenate(list(looks.values())))
        if looks
        else np.empty((0, DESCRIPTOR_SIZE), np.uint8)
    )
    return Joined(
        format_vocabulary(words),
        {
            path: Look(format_named(_name(looks[path], words)), format_signature(one, shares[path]))
            for path, one in kept.items()
        },
    )


def _name(descriptors: Plane, words: Plane) -> Named:
    import numpy as np

    if not len(words):
        return Named(np.empty(0, np.uint16), np.empty(0, np.uint64))
    nearest = name_words(descriptors, words)[:, 0]
    return Named(nearest.astype(np.uint16), make_fingerprints(project(descriptors), project(words)[nearest]))


def _share_out(stops: Sequence[Sequence[Path]]) -> dict[Path, int]:
    """Return how many features each picture may keep, so that no stop is larger than it may be."""
    most: dict[Path, int] = defaultdict(lambda: MOST_FEATURES)
    for paths in stops:
        chosen = list(dict.fromkeys(paths))[:MOST_PICTURES]
        for path in chosen:
            each = (MOST_STOP_BYTES // len(chosen) - signature.THUMBNAIL_SIDE_PX**2) // _FEATURE_BYTES
            most[path] = min(most[path], each)
    return dict(most)


SIGNATURES = SignatureMaker(look_at_picture, join_signatures)

"""Pictures and recordings as they go into a pack, made or recalled: what a build has its processes do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kiosk.model.content import SoundKind
from kiosk.packs import drawing_links, picture_colours, pictures, recordings
from kiosk.packs.media_cache import Entry, Recipe, make_or_recall
from kiosk.packs.pictures import Picture, render_picture
from kiosk.packs.sound import levelling, limiter, loudness, ogg_opus, resampling, unlimited
from kiosk.packs.sound.levelling import Recording, finish_recording
from kiosk.packs.sound.loudness import Loudness
from kiosk.packs.sound.unlimited import finish_unlimited

# What a drawing with one of these looks like depends on other files or on the machine's fonts.
_BEYOND_ITSELF = (b"<text", b"image", b"Image", b"<style")


def finish_picture(path: Path, cache_folder: Path | None = None) -> tuple[Picture, Picture]:
    """Return a picture and its thumbnail; see :func:`kiosk.packs.pictures.render_picture`."""
    return make_or_recall(_PICTURE, cache_folder, pictures.MAX_FILE_BYTES, path)


def finish_sound(path: Path, cache_folder: Path | None = None) -> Recording:
    """Return a recording as it goes into the pack; see :func:`kiosk.packs.sound.levelling.finish_recording`."""
    return make_or_recall(_SOUND, cache_folder, recordings.MAX_FILE_BYTES, path)


def finish_other_sound(path: Path, kind: SoundKind, cache_folder: Path | None = None) -> Recording:
    """Return a sound that is no speech as it goes into the pack; see :func:`kiosk.packs.sound.unlimited.finish_unlimited`."""
    return make_or_recall(_OTHER_SOUNDS[kind], cache_folder, recordings.MAX_FILE_BYTES, path)


def _keep_pictures(made: tuple[Picture, Picture]) -> Entry:
    figures = [[picture.media_type, picture.width_px, picture.height_px] for picture in made]
    return Entry({"pictures": figures}, tuple(picture.data for picture in made))


def _recall_pictures(entry: Entry) -> tuple[Picture, Picture]:
    large, small = (
        Picture(data, str(media_type), int(width_px), int(height_px))
        for data, (media_type, width_px, height_px) in zip(
            entry.files, entry.figures["pictures"], strict=True
        )
    )
    return large, small


def _keep_sound(made: Recording) -> Entry:
    figures = {
        "duration_ms": made.duration_ms,
        "integrated_lufs": made.loudness.integrated_lufs,
        "true_peak_dbtp": made.loudness.true_peak_dbtp,
        "raised_db": made.raised_db,
    }
    return Entry(figures, (made.data,))


def _recall_sound(entry: Entry) -> Recording:
    (data,) = entry.files
    figures = {name: float(value) for name, value in entry.figures.items()}
    loudness = Loudness(figures["integrated_lufs"], figures["true_peak_dbtp"])
    return Recording(data, round(figures["duration_ms"]), loudness, figures["raised_db"])


def _stands_alone(raw: bytes) -> bool:
    is_drawing = b"<svg" in raw[:10_000]
    return not (is_drawing and any(word in raw for word in _BEYOND_ITSELF))


def _always(_raw: bytes) -> bool:
    return True


_PICTURE = Recipe(
    (pictures.__name__, picture_colours.__name__, drawing_links.__name__),
    ("pillow", "resvg_py"),
    render_picture,
    _keep_pictures,
    _recall_pictures,
    _stands_alone,
)
_LEVELLING = (
    recordings.__name__,
    levelling.__name__,
    limiter.__name__,
    loudness.__name__,
    ogg_opus.__name__,
    resampling.__name__,
)
_SOUND = Recipe(
    _LEVELLING,
    ("soundfile", "numpy"),
    finish_recording,
    _keep_sound,
    _recall_sound,
    _always,
)
_OTHER_SOUNDS = {
    kind: Recipe(
        (*_LEVELLING, unlimited.__name__),
        ("soundfile", "numpy"),
        partial(finish_unlimited, kind=kind),
        _keep_sound,
        _recall_sound,
        _always,
        str(kind),
    )
    for kind in SoundKind
}

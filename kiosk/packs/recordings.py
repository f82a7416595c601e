"""Sound files as authors give them: what they are, how long they last, and that they decode to their end.

Needs soundfile (libsndfile), which only a build has to load; never import this on the start path.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import soundfile

from kiosk.packs.catalogue_values import MAX_RECORDING_MS
from kiosk.packs.sound.foreign_forms import find_foreign_form
from kiosk.packs.sound.resampling import Samples

MAX_FILE_BYTES = 256_000_000
MAX_CHANNELS = 8
# MP3 headers estimate their length; more missing than this is a file cut short.
MISSING_TOLERATED = 0.02
BLOCK_FRAMES = 1 << 16
# RFC 3533: a page has at most 65,307 bytes; the last one of a stream carries this flag.
OGG_PAGE_MAX_BYTES = 65_307
OGG_LAST_PAGE = 0x04
MEDIA_TYPES = {
    "OGG": "audio/ogg",
    "MP3": "audio/mpeg",
    "MPEG": "audio/mpeg",
    "WAV": "audio/wav",
    # WAV with the longer header that 24 bits and high rates are written with.
    "WAVEX": "audio/wav",
    "FLAC": "audio/flac",
}
# Others have no short ratio to a rate that Opus takes, and no recorder writes them.
RATES_HZ = frozenset(
    {8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000, 88200, 96000, 176400, 192000}
)
# Channels that cancel one another leave less than this part of the louder one's power.
_CANCELLED = 0.1


class SoundError(ValueError):
    """A recording cannot be used; the message says why in an author's words."""


class SoundReader:
    """An open sound file, read as one channel.

    Attributes:
        rate_hz: Its sample rate, one of ``RATES_HZ``.
        media_type: Its IANA type.
        is_opus: Whether it is Opus already.
    """

    def __init__(self, path: Path, file: soundfile.SoundFile) -> None:
        self._path = path
        self._file = file
        self._check_form()
        self.rate_hz = int(file.samplerate)
        self.media_type = MEDIA_TYPES[file.format]
        self.is_opus = file.subtype == "OPUS"
        self.read_frames = 0

    def blocks(self) -> Iterator[Samples]:
        """Yield the sound from its beginning to its end, in blocks of one channel, full scale being -1 to 1.

        Raises:
            SoundError: It ends too early; raised after the last block.
        """
        mix = self._choose_mix()
        self._file.seek(0)
        self.read_frames = 0
        while len(block := self._file.read(BLOCK_FRAMES, dtype="float64", always_2d=True)):
            self.read_frames += len(block)
            yield np.asarray(block @ mix)
        self._check_end()

    @property
    def duration_ms(self) -> int:
        """How long what was read lasts.

        Raises:
            SoundError: It lasts no time, or longer than an hour.
        """
        duration_ms = round(self.read_frames * 1000 / self.rate_hz)
        if not 0 < duration_ms <= MAX_RECORDING_MS:
            raise SoundError(f"it lasts {duration_ms / 1000:.1f} s")
        return duration_ms

    def _check_form(self) -> None:
        file = self._file
        if file.format not in MEDIA_TYPES:
            raise SoundError(f"{file.format} is no format the guide plays: save it as Opus, MP3, WAV or FLAC")
        if file.samplerate not in RATES_HZ:
            raise SoundError(f"its sample rate of {file.samplerate:,} Hz is unusual: save it at 48,000 Hz")
        if file.channels > MAX_CHANNELS:
            raise SoundError(f"it has {file.channels} channels: save it as mono")
        # A header may promise hours; what is decoded is counted as well.
        if file.format != "MP3" and file.frames > file.samplerate * MAX_RECORDING_MS // 1000:
            raise SoundError(f"it lasts {file.frames / file.samplerate / 60:.0f} minutes")

    def _choose_mix(self) -> Samples:
        """Return the weight of each channel: their mean, or the loudest alone where they cancel one another."""
        channels = self._file.channels
        mean = np.full(channels, 1 / channels)
        if channels == 1:
            return mean
        self._file.seek(0)
        each, mixed = np.zeros(channels), 0.0
        while len(block := self._file.read(BLOCK_FRAMES, dtype="float64", always_2d=True)):
            each += (block**2).sum(axis=0)
            mixed += float(((block @ mean) ** 2).sum())
        if mixed >= _CANCELLED * each.max():
            return mean
        return np.asarray(np.arange(channels) == each.argmax(), dtype=np.float64)

    def _check_end(self) -> None:
        promised = self._file.frames
        if self.read_frames < promised * (1 - MISSING_TOLERATED):
            heard_s, promised_s = self.read_frames / self.rate_hz, promised / self.rate_hz
            raise SoundError(f"it ends after {heard_s:.1f} s of {promised_s:.1f} s")
        if _is_cut_short(self._path, self._file.format):
            raise SoundError("its end is missing")


@contextmanager
def open_recording(path: Path) -> Iterator[SoundReader]:
    """Open a recording for reading.

    Raises:
        SoundError: It is too large or no sound; also while it is read, where it cannot be decoded.
    """
    if path.stat().st_size > MAX_FILE_BYTES:
        raise SoundError(f"it is larger than {MAX_FILE_BYTES // 1_000_000} MB")
    if fault := find_foreign_form(path):
        raise SoundError(fault)
    reader: SoundReader | None = None
    try:
        with soundfile.SoundFile(str(path)) as file:
            reader = SoundReader(path, file)
            yield reader
    except soundfile.SoundFileError as error:
        after = f" after {reader.read_frames / reader.rate_hz:.0f} s" if reader else ""
        raise SoundError(f"it cannot be decoded{after} ({_shorten(error)})") from error


def _shorten(error: soundfile.SoundFileError) -> str:
    """Return a decoder's words without the path, which an author knows and which may be long."""
    return str(error).rpartition(": ")[2].strip(" .")


def _is_cut_short(path: Path, form: str) -> bool:
    """Tell whether the end is missing, where decoders are too lenient to say so."""
    size_bytes = path.stat().st_size
    with path.open("rb") as stream:
        if form == "WAV":
            promised = int.from_bytes(stream.read(8)[4:], "little")
            # Written to a pipe, a WAV has no proper length; then there is nothing to compare.
            return promised not in (0, 0xFFFFFFFF) and promised + 8 > size_bytes
        if form == "OGG":
            stream.seek(max(0, size_bytes - OGG_PAGE_MAX_BYTES))
            tail = stream.read()
            last_page = tail[tail.rfind(b"OggS") :]
            return len(last_page) < 6 or not last_page[5] & OGG_LAST_PAGE
    return False

"""The player's face: what the narrator asks of it, and what it tells. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.model.errors import KioskError

SLOWEST_RATE = 0.75
FASTEST_RATE = 2.0

_HEAD_BYTES = 12


@dataclass(frozen=True, slots=True)
class SoundBlock:
    """A run of decoded sound on its way to the ear: 16-bit mono samples, native byte order.

    ``start_ms`` is media time; encoders' lead-in may make the first one negative.
    """

    start_ms: float
    samples: bytes
    rate_hz: int


SoundTap = Callable[[SoundBlock], None]


class PlayerListener(Protocol):
    """Whoever opened a sound is told what becomes of it, until another is opened or it is stopped."""

    def sound_ended(self) -> None:
        """The sound has been played to its end."""
        ...

    def sound_failed(self, error: KioskError) -> None:
        """The sound cannot be played (``narration.unplayable``); nothing follows."""
        ...

    def sound_output_lost(self) -> None:
        """The headphones are out: the player has paused, so that nobody around must listen."""
        ...

    def sound_output_back(self) -> None:
        """Headphones are in again after that, and nothing was played since; the player stands still."""
        ...


class Player(Protocol):
    """Plays one sound at a time. Every call belongs to the interface thread and returns at once."""

    def open(self, source: Path | bytes, listener: PlayerListener) -> None:
        """Take another sound (a file, or a small one's bytes) and stand at its beginning, not playing.

        Raises:
            KioskError: ``narration.recording-missing`` where there is no such file,
                ``narration.not-sound`` where it holds something else.
        """
        ...

    def play(self) -> None:
        """Play from where it stands; after the end, from the beginning."""
        ...

    def pause(self) -> None:
        """Stand still, and go on from here with the next :meth:`play`."""
        ...

    def stop(self, fade_ms: int = 0) -> None:
        """Let go of the sound; its listener hears no more.

        What is heard dies away within ``fade_ms``, or at once when another sound is opened before that.
        """
        ...

    def seek_ms(self, position_ms: int) -> None:
        """Go to a position, clamped to the sound."""
        ...

    def set_rate(self, rate: float) -> None:
        """Set the speed, clamped to 0.75-2; the pitch stays. It holds for later sounds too."""
        ...

    def set_volume(self, volume: float) -> None:
        """Set the loudness as it is felt, 0 (silent) to 1."""
        ...

    def warm_up(self) -> None:
        """Load what the first sound needs, by playing a moment of silence; a sound opened meanwhile wins."""
        ...

    @property
    def position_ms(self) -> int:
        """Return the media time that is heard now (not what has been decoded), in milliseconds.

        At the end it is the duration, or less where the file was cut short.
        """
        ...

    @property
    def duration_ms(self) -> int:
        """Return the length the file promises in milliseconds; 0 until it is known."""
        ...

    @property
    def is_playing(self) -> bool:
        """Tell whether the position is moving, or about to."""
        ...

    @property
    def is_under_way(self) -> bool:
        """Tell whether it plays by itself: it is loaded, and whatever keeps this thread busy holds it up no more."""
        ...

    @property
    def has_output(self) -> bool:
        """Tell whether there is a device to be heard through; without one the position still moves."""
        ...


class Ticker(Protocol):
    """Calls back at a steady pace on the interface thread, and knows a clock that never steps."""

    def start(self, interval_ms: int, on_tick: Callable[[], None]) -> None:
        """Call ``on_tick`` about every ``interval_ms`` until :meth:`stop`; replaces an earlier start."""
        ...

    def stop(self) -> None:
        """Call back no more. May be called twice."""
        ...

    def now_ms(self) -> int:
        """Return milliseconds of a monotonic clock; only differences mean something."""
        ...


def check_sound_file(path: Path) -> None:
    """See that a file is there and begins like one of the sound formats we play.

    The decoder would also take playlists, and open the addresses in them: content decides, not the
    name, and a playlist is refused.

    Raises:
        KioskError: ``narration.recording-missing`` or ``narration.not-sound``.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise KioskError(
            "The recording cannot be read",
            code="narration.recording-missing",
            thing=path.name,
            found=error.strerror or str(error),
            remedy="install the pack again",
        ) from error
    if not is_sound(head):
        raise _not_sound(path.name, head)


def is_sound(head: bytes) -> bool:
    """Tell whether the first 12 bytes are those of Ogg, WAV, FLAC, MP3 or AAC, or MP4."""
    is_mpeg_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    is_wave = head[:4] == b"RIFF" and head[8:12] == b"WAVE"
    return (
        head[:4] in (b"OggS", b"fLaC")
        or head[:3] == b"ID3"
        or head[4:8] == b"ftyp"
        or is_wave
        or is_mpeg_frame
    )


def _not_sound(thing: str, head: bytes) -> KioskError:
    return KioskError(
        "The recording is no sound",
        code="narration.not-sound",
        thing=thing,
        expected="Ogg, WAV, FLAC, MP3 or MP4",
        found=f"a file that begins with {head!r}" if head else "an empty file",
        remedy="install the pack again",
    )

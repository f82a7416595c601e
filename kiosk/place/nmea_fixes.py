"""From a stream of NMEA bytes to fixes: lines found in it, the sentences of one moment put together. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.place.chance import SIGMAS_IN_ACCURACY
from kiosk.place.nmea import MAX_SENTENCE_BYTES, Sentence, elapsed_ms, parse_sentence

HDOP_M = 5.0
"""The 68 % radius at a HDOP of 1, of a receiver alone under an open sky: the standard position service promises 8 m at 95 %
(https://www.gps.gov/technical/ps/2020-SPS-performance-standard.pdf), and a receiver in a hand among people adds its own."""

_BETTER = {2: 0.6, 4: 0.1, 5: 0.2}
"""GGA's qualities with a correction: so much of the error is left."""

RECKONED = 6
RECKONED_M = 60.0
"""A receiver that goes on reckoning without a sky is taken for no better than this."""

UNSAID_M = 15.0
"""Where a receiver says nothing of its error."""

_GST_KEPT_MS = 5_000
_FEW_MOMENTS = 3


class LineSplitter:
    """Cuts bytes into lines, never keeping more than one sentence's worth of them."""

    def __init__(self) -> None:
        self._rest = b""

    def split(self, data: bytes) -> list[bytes]:
        """Return the lines that ``data`` ends, without their ends; of one too long to be a sentence its last bytes."""
        *lines, rest = (self._rest + data).split(b"\n")
        # Of an endless line the last bytes are kept: the next sentence may begin in them.
        self._rest = rest[-MAX_SENTENCE_BYTES:]
        return [line[-MAX_SENTENCE_BYTES:] for line in lines]


@dataclass(frozen=True, slots=True)
class Moment:
    """What the sentences of one moment say together; ``lat`` and ``lon`` are None where the receiver sees no sky."""

    time_ms: int
    lat: float | None
    lon: float | None
    accuracy_m: float
    course_deg: float | None
    speed_m_s: float | None


class MomentMaker:
    """Puts the sentences of one moment together, whatever their order, and gives them on as soon as it can.

    A receiver sends GGA, RMC or both. Which one it is shows within a few moments; with both, the second ends a moment.
    """

    def __init__(self) -> None:
        self._parts: dict[str, Sentence] = {}
        self._time_ms: int | None = None
        self._is_given = False
        self._missed = {"GGA": _FEW_MOMENTS - 1, "RMC": _FEW_MOMENTS - 1}
        self._gst: Sentence | None = None

    def take(self, line: bytes) -> Iterator[Moment]:
        """Yield the moments, none to two, that a line completes."""
        sentence = parse_sentence(line)
        if sentence is None:
            return
        if sentence.kind == "GST":
            self._gst = sentence
            return
        if sentence.time_ms != self._time_ms:
            yield from self._end()
            self._time_ms, self._is_given = sentence.time_ms, False
        self._parts[sentence.kind] = sentence
        self._missed[sentence.kind] = 0
        if not self._is_given and all(kind in self._parts or self._is_absent(kind) for kind in self._missed):
            self._is_given = True
            yield self._make()

    def finish(self) -> Iterator[Moment]:
        """Yield what the last sentences of a file say, where nothing came to end their moment."""
        yield from self._end()
        self._time_ms = None

    def _end(self) -> Iterator[Moment]:
        if self._parts and not self._is_given:
            yield self._make()
        if self._parts:
            for kind in self._missed:
                self._missed[kind] += kind not in self._parts
        self._parts = {}

    def _is_absent(self, kind: str) -> bool:
        return self._missed[kind] >= _FEW_MOMENTS

    def _make(self) -> Moment:
        assert self._time_ms is not None  # there is a sentence
        gga, rmc = self._parts.get("GGA"), self._parts.get("RMC")
        place = gga or rmc
        assert place is not None
        is_valid = all(part.is_valid for part in self._parts.values())
        return Moment(
            self._time_ms,
            place.lat if is_valid else None,
            place.lon if is_valid else None,
            self._find_accuracy(gga),
            rmc.course_deg if rmc else None,
            rmc.speed_m_s if rmc else None,
        )

    def _find_accuracy(self, gga: Sentence | None) -> float:
        if gga is not None and gga.quality == RECKONED:
            return RECKONED_M
        gst = self._gst
        if gst and gst.sigma_m and self._time_ms is not None:
            age_ms = elapsed_ms(gst.time_ms, self._time_ms)
            if 0 <= age_ms <= _GST_KEPT_MS:
                return gst.sigma_m * SIGMAS_IN_ACCURACY
        if gga is None or gga.hdop is None:
            return UNSAID_M
        return max(1.0, gga.hdop * HDOP_M * _BETTER.get(gga.quality or 1, 1.0))

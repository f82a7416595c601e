"""The first reader: zxing-cpp. Takes strided planes without a copy and lets other threads run."""

from __future__ import annotations

from math import dist
from typing import TYPE_CHECKING, NamedTuple

from kiosk.scanning.reader import Code, Corners

if TYPE_CHECKING:
    import zxingcpp

    from kiosk.scanning.frame import Plane
    from kiosk.scanning.symbol_layout import Modules

_LONGEST_TO_SHORTEST = 4.0


_QUIET_MODULES = 4
_DRAWN_MODULE_PX = 3


class ReadModules(NamedTuple):
    """What a symbol's modules say, and the share of its error correction left unused (None unknown)."""

    text: str
    spare: float | None


def read_modules(dark: Modules) -> ReadModules | None:
    """Return what the modules of one symbol, (dimension, dimension), say; None where that cannot be told."""
    import numpy as np
    import zxingcpp

    drawn = np.pad(np.where(dark, 0, 255).astype(np.uint8), _QUIET_MODULES, constant_values=255)
    found = zxingcpp.read_barcodes(
        np.repeat(np.repeat(drawn, _DRAWN_MODULE_PX, axis=0), _DRAWN_MODULE_PX, axis=1),
        formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
        binarizer=zxingcpp.Binarizer.FixedThreshold,
        text_mode=zxingcpp.TextMode.Plain,
        is_pure=True,
    )
    codes = [_as_code(barcode) for barcode in found]
    return next((ReadModules(code.text, code.spare) for code in codes if code.is_read), None)


class ZxingReader:
    """Reads with zxing-cpp, QR only: all formats would cost eight times as much.

    ``is_global`` takes one threshold for the whole picture instead of one for each neighbourhood.
    """

    def __init__(self, is_global: bool = False) -> None:
        self._is_global = is_global

    def read(self, luminance: Plane) -> list[Code]:
        """Return codes read and, with text "", codes located (which costs nothing more)."""
        if luminance.size == 0:
            return []
        import zxingcpp

        thresholds = zxingcpp.Binarizer
        found = zxingcpp.read_barcodes(
            luminance,
            formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]),
            binarizer=thresholds.GlobalHistogram if self._is_global else thresholds.LocalAverage,
            # The default writes control characters and the like out in words.
            text_mode=zxingcpp.TextMode.Plain,
            return_errors=True,
        )
        codes = sorted((_as_code(barcode) for barcode in found), key=lambda code: not code.is_read)
        return _drop_doubtful(codes)


def _drop_doubtful(codes: list[Code]) -> list[Code]:
    """Leave out what was located twice, inside another code, or in no shape a code can have.

    One worn code is located up to eight times, half of them as slivers across other codes.
    """
    kept: list[Code] = []
    for code in codes:
        if code.is_read or (_is_plausible(code) and not any(_is_inside(code, other) for other in kept)):
            kept.append(code)
    return kept


def _is_plausible(code: Code) -> bool:
    """Tell whether the corners may be a square seen from anywhere within 75 degrees."""
    sides_px = _measure_sides_px(code)
    return max(sides_px) <= _LONGEST_TO_SHORTEST * min(sides_px)


def _is_inside(code: Code, other: Code) -> bool:
    return dist(code.centre, other.centre) < max(_measure_sides_px(other)) / 2


def _measure_sides_px(code: Code) -> list[float]:
    return [dist(code.corners[i], code.corners[i - 1]) for i in range(4)]


def _as_code(barcode: zxingcpp.Barcode) -> Code:
    extra = barcode.extra
    spare = extra.get("UEC") if barcode.valid and isinstance(extra, dict) else None
    return Code(
        text=barcode.text if barcode.valid else "",
        corners=_corners(barcode.position),
        reader="zxing",
        spare=float(spare) if spare is not None else None,
    )


def _corners(position: zxingcpp.Position) -> Corners:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    a, b, c, d = ((float(point.x), float(point.y)) for point in points)
    return (a, b, c, d)

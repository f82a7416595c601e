"""The first reader: zxing-cpp. Takes strided planes without a copy and lets other threads run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.scanning.reader import Code, Corners

if TYPE_CHECKING:
    import zxingcpp

    from kiosk.scanning.frame import Plane


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
        return [_as_code(barcode) for barcode in found]


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

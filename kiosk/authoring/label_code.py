"""The QR code of a label: as much error correction as costs no larger code."""

from __future__ import annotations

from dataclasses import dataclass

# At 1 m and 3 pixels a module, a 1080p camera needs 2.1 mm.
MODULE_MM = 2.1
QUIET_MODULES = 4


@dataclass(frozen=True, slots=True)
class LabelCode:
    """A code's modules, True for dark, without the quiet zone; ``correction`` is Q or M."""

    modules: tuple[tuple[bool, ...], ...]
    version: int
    correction: str

    @property
    def side_mm(self) -> float:
        """The code's side with its quiet zone; at most 86 mm, since a label's text has at most 84 characters."""
        return (len(self.modules) + 2 * QUIET_MODULES) * MODULE_MM


def make_label_code(text: str) -> LabelCode:
    """Return the QR code for ``text``: correction Q where that takes no higher version than M, else M."""
    import segno

    strong, medium = (segno.make_qr(text, error=level, boost_error=False) for level in ("q", "m"))
    chosen = strong if int(strong.version) <= int(medium.version) else medium
    modules = tuple(tuple(bool(module) for module in row) for row in chosen.matrix)
    return LabelCode(modules, int(chosen.version), str(chosen.error))

"""A guide in a process of its own, in the middle of a visit until it is killed. Run as ``python -m``.

It prints ``open`` once the visitor has a stop before them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from tests.fakes.composed_guide import ComposedGuide
from tests.fakes.qt_loop import spin


def main(data: Path) -> None:
    application = QGuiApplication([])
    with ComposedGuide(data, has_camera=False) as guide:
        guide.begin()
        guide.type_number("12")
        print("open", flush=True)
        while application is not None:
            spin(50)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

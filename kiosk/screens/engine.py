"""The QML engine that carries the view-models of one shell, so that singletons find theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtQml import QQmlEngine

if TYPE_CHECKING:
    from kiosk.screens.models import Models
    from kiosk.screens.staff.models import StaffModels


class KioskEngine(QQmlEngine):
    """An engine with its models. Several may live in one process: each shows its own visit."""

    def __init__(self, models: Models) -> None:
        super().__init__()
        self.models = models
        self.staff: StaffModels | None = None


def get_models(engine: QQmlEngine) -> Models:
    """Return the models that belong to ``engine``; for the ``create`` of the QML singletons."""
    assert isinstance(engine, KioskEngine)
    return engine.models


def get_staff(engine: QQmlEngine) -> StaffModels:
    """Return the staff's models, which are made before their pages are loaded."""
    assert isinstance(engine, KioskEngine) and engine.staff is not None
    return engine.staff

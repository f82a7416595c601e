"""The thread that folds facts into the rollups, tidies up and forgets while the hub serves, out of the devices' way."""

from __future__ import annotations

import logging
import threading
import time
from types import TracebackType
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.opening import describe
from kiosk.hub.forgetting import forget_refused
from kiosk.hub.rollups import Rollups

_LOG: Final = logging.getLogger(__name__)
EVERY_S: Final = 2.0
# After each step it rests for so many times what the step took: devices come first.
REST: Final = 9.0
REST_ALONE: Final = 3.0
"""The same in a process that serves nobody."""

FORGET_EVERY_S: Final = 3_600.0


class Counting:
    """Folds as long as the ``with`` lasts; its end waits for the step under way."""

    def __init__(self, database: HubDatabase, rest: float = REST) -> None:
        self._database = database
        self._rest = rest
        self._rollups = Rollups(database)
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hub-counting")

    def __enter__(self) -> Counting:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join()

    def _run(self) -> None:
        rest_s, forget_s = 0.0, 0.0
        while not self._ending.wait(rest_s):
            began_s = time.monotonic()
            rest_s = EVERY_S
            try:
                self._database.tidy()
                if began_s >= forget_s:
                    self._forget()
                    forget_s = began_s + FORGET_EVERY_S
                if self._rollups.fold():
                    rest_s = self._rest * (time.monotonic() - began_s)
            except SQLAlchemyError as error:
                # The facts stay where they are, and are counted when the database is back.
                _LOG.warning("facts are not counted for now: %s", describe(error))

    def _forget(self) -> None:
        with self._database.writing() as connection:
            forget_refused(connection, time.time_ns() // 1_000_000)

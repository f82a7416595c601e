"""The labels' database for whoever works with it: opened when first needed, mended when damaged."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, TypeVar

from kiosk.model.errors import KioskError
from kiosk.upkeep.store import connect, connect_to_read, is_damage, rescue, transaction

T = TypeVar("T")
FILE_NAME: Final = "labels.db"


class LabelBook:
    """``labels.db`` in a data folder. May be used from several threads; each piece of work is done alone."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._mended: KioskError | None = None
        self._is_closed = False

    @property
    def exists(self) -> bool:
        """Whether anything was ever written."""
        return self._path.exists()

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do ``work`` in one transaction: all of it on the disk when this returns, or none.

        Damage met on the way is mended, and the work done on what could be saved.

        Raises:
            KioskError: ``upkeep.labels-not-written``.
        """
        with self._lock:
            try:
                return self._try(work)
            except (sqlite3.Error, UnicodeDecodeError) as error:
                if not is_damage(error):
                    raise self._describe(error) from error
                return self._mend_and_do(work, error)
            except OSError as error:
                raise self._describe(error) from error
            finally:
                if self._is_closed:
                    self._drop()

    def rewrite(self) -> None:
        """Write the whole file anew in the order of its keys: where a row lies in a page tells when it came.

        Raises:
            KioskError: ``upkeep.labels-not-written``; the file is as it was.
        """
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = connect(self._path)
                self._connection.execute("VACUUM")
            except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
                raise self._describe(error) from error
            finally:
                if self._is_closed:
                    self._drop()

    def take_mended(self) -> KioskError | None:
        """Return, once, what was damaged and has been mended, for staff; None where nothing was."""
        mended, self._mended = self._mended, None
        return mended

    def close(self) -> None:
        """Let the file go. May be called twice; work that comes late is done, and lets it go again at once."""
        with self._lock:
            self._is_closed = True
            self._drop()

    def _try(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._connection is None:
            self._connection = connect(self._path)
        with transaction(self._connection):
            return work(self._connection)

    def _mend_and_do(self, work: Callable[[sqlite3.Connection], T], damage: Exception) -> T:
        self._drop()
        try:
            self._connection = rescue(self._path)
            self._mended = self._describe_damage(damage)
            return self._try(work)
        except (sqlite3.Error, OSError) as error:
            raise self._describe(error) from error

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _describe(self, error: Exception) -> KioskError:
        return KioskError(
            "What becomes known of the labels was not written",
            thing=str(self._path),
            found=str(error),
            remedy="Free space on the disk, or make the data folder writable; visits go on meanwhile",
            code="upkeep.labels-not-written",
        )

    def _describe_damage(self, error: Exception) -> KioskError:
        return KioskError(
            "What was known of the labels was damaged",
            thing=str(self._path),
            found=str(error),
            remedy="What could be read was kept; look at the disk's health",
            code="upkeep.labels-damaged",
        )


def read_book(folder: Path, question: Callable[[sqlite3.Connection], T]) -> T | None:
    """Return an answer from the labels' database, changing nothing; None where nothing was ever written.

    A guide may run meanwhile.

    Raises:
        KioskError: ``upkeep.labels-not-read``.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return None
    try:
        with closing(connect_to_read(path)) as connection:
            return question(connection)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise KioskError(
            "What is known of the labels was not read",
            thing=str(path),
            found=str(error),
            remedy="Start the guide once: it mends the file by itself",
            code="upkeep.labels-not-read",
        ) from error

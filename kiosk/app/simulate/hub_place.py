"""The hub that is filled: by its database, with a hub of our own on it, or by an address and codes alone."""

from __future__ import annotations

import http.client
import json
import signal
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.hub.database import HubDatabase
    from kiosk.hub.stick import StickReader
    from kiosk.hub.tickets_issue import TicketOrder

MARK: Final = "Simulated"
_CODE_VALID_MS: Final = 24 * 3_600_000
_TIME_OUT_S: Final = 10.0
_MOST_BYTES: Final = 64 * 1024


class HubPlace(Protocol):
    """A hub to fill."""

    @property
    def address(self) -> str:
        """Where devices reach it."""
        ...

    @property
    def takes_sticks(self) -> bool:
        """Whether :meth:`read_stick` can be called."""
        ...

    def find_strangers(self) -> str:
        """Say in words what there is besides simulated devices; "" for nothing."""
        ...

    def take_code(self, site: str, name: str, /) -> str:
        """Return a code that enrols one device."""
        ...

    def issue_tickets(self, order: TicketOrder, /) -> Sequence[str]:
        """Return typed codes of new tickets; none where nobody can issue any."""
        ...

    def read_stick(self, stick: Path) -> None:
        """Take what devices wrote to a stick, and leave the replies on it."""
        ...

    def count_facts(self) -> int | None:
        """Return how many facts are at the hub; None where it does not tell."""
        ...


class RemoteHub:
    """A hub known by its address; each code is good for one device."""

    def __init__(self, address: str, codes: Sequence[str]) -> None:
        self._address = address
        self._codes = list(codes)

    @property
    def address(self) -> str:
        """See HubPlace."""
        return self._address

    @property
    def takes_sticks(self) -> bool:
        """See HubPlace."""
        return False

    def find_strangers(self) -> str:
        """See HubPlace."""
        totals = self._find_totals()
        if totals is None:
            return "a hub that does not tell what it holds"
        return f"devices of which nobody can say: {totals['devices']}" if totals["devices"] else ""

    def take_code(self, _site: str, _name: str, /) -> str:
        """See HubPlace."""
        return self._codes.pop(0)

    def issue_tickets(self, _order: TicketOrder, /) -> Sequence[str]:
        """See HubPlace."""
        return ()

    def read_stick(self, stick: Path) -> None:
        """Never called: see :attr:`takes_sticks`."""
        raise NotImplementedError("a stick is read where the hub's database is")

    def count_facts(self) -> int | None:
        """See HubPlace."""
        totals = self._find_totals()
        return None if totals is None else totals["facts"]

    def _find_totals(self) -> dict[str, int] | None:
        request = urllib.request.Request(f"{self._address}/v1/totals", headers={"Accept": "application/json"})
        try:
            # The address was checked to be http or https.
            with urllib.request.urlopen(request, timeout=_TIME_OUT_S) as answer:
                said = json.loads(answer.read(_MOST_BYTES))
        except urllib.error.HTTPError:
            return None
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise _unreachable(self._address, error) from error
        if not isinstance(said, dict):
            return None
        numbers = {name: said[name] for name in ("devices", "facts") if isinstance(said.get(name), int)}
        return numbers if len(numbers) == 2 else None


class OwnHub:
    """A hub of our own on a database that may be served by others meanwhile."""

    def __init__(self, database: HubDatabase, address: str) -> None:
        self._database = database
        self._address = address
        self._sticks: StickReader | None = None

    @property
    def address(self) -> str:
        """See HubPlace."""
        return self._address

    @property
    def takes_sticks(self) -> bool:
        """See HubPlace."""
        return True

    def find_strangers(self) -> str:
        """See HubPlace."""
        from kiosk.hub.fleet import list_fleet
        from kiosk.hub.unknown_senders import count_unknown_senders

        with self._database.reading() as connection:
            count = sum(not is_simulated(one.name) for one in list_fleet(connection))
            count += count_unknown_senders(connection)
        return f"devices that are not simulated: {count}" if count else ""

    def take_code(self, site: str, name: str, /) -> str:
        """See HubPlace."""
        from kiosk.hub.enrolment_codes import make_code

        with self._database.writing() as connection:
            return make_code(
                connection,
                site=site,
                name=name,
                made_by="kiosk hub simulate",
                now_ms=_now_ms(),
                valid_ms=_CODE_VALID_MS,
            )

    def issue_tickets(self, order: TicketOrder, /) -> Sequence[str]:
        """See HubPlace."""
        from kiosk.hub.tickets_issue import issue_tickets

        with self._database.writing() as connection:
            issue = issue_tickets(connection, order, "kiosk hub simulate", _now_ms())
        return [ticket.typed for ticket in issue.tickets]

    def read_stick(self, stick: Path) -> None:
        """See HubPlace."""
        from kiosk.hub.stick import StickReader

        if self._sticks is None:
            self._sticks = StickReader(self._database)
        self._sticks.read(stick)

    def count_facts(self) -> int | None:
        """See HubPlace."""
        from kiosk.hub.reports import Reports

        return Reports(self._database).totals().facts


def is_simulated(name: str) -> bool:
    """Tell whether a device of this name is a simulated one."""
    return name.startswith(f"{MARK} ")


@contextmanager
def open_own_hub(address: str) -> Iterator[OwnHub]:
    """Open a hub's database, made if absent, and serve it from a process of its own meanwhile.

    Raises:
        KioskError: ``app.hub-not-started``, or as :func:`kiosk.hub.database.open_database`.
    """
    from kiosk.app.rehearsal.hub_process import HubProcess
    from kiosk.hub.database import open_database

    with closing(open_database(address)) as database:
        process = HubProcess(address, is_open=False)
        own = OwnHub(database, process.address)
        with _ending_as_interrupted():
            try:
                process.start()
                yield own
            finally:
                process.stop()


@contextmanager
def _ending_as_interrupted() -> Iterator[None]:
    """Take SIGTERM as Ctrl-C is taken: the hub's own process must not be left behind."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _unreachable(address: str, error: Exception) -> KioskError:
    return KioskError(
        "Nothing was simulated",
        thing=address,
        expected="a hub that answers",
        found=str(error) or type(error).__name__,
        remedy="Start the hub (kiosk hub serve), or give its database with --database",
        code="app.simulation-refused",
    )


def _now_ms() -> int:
    return time.time_ns() // 1_000_000

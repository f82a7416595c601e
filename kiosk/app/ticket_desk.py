"""The tickets of a running guide: the office over this device's keys, clock, shared folder and packs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kiosk.app.ticket_keys import KeyShelf
from kiosk.app.ticket_time import TicketTime
from kiosk.model.background import Background
from kiosk.model.errors import KioskError
from kiosk.tickets.places import FILE_NAME
from kiosk.tickets.rule import HelpWords, TicketRule, parse_help, parse_rule
from kiosk.visits.clock import Clock

if TYPE_CHECKING:
    from kiosk.app.settings import Settings
    from kiosk.model.content import NearbySite, Site
    from kiosk.tickets.office import TicketOffice, Verdict
    from kiosk.tickets.reading import Paper


class SiteLibrary(Protocol):
    """What is asked of the installed packs; on the interface thread."""

    def sites(self, language: str) -> Sequence[Site]:
        """Return all sites."""
        ...

    def nearby(self, site_id: str, language: str) -> Sequence[NearbySite]:
        """Return the places that a site names as worth going on to."""
        ...


@dataclass(frozen=True, slots=True)
class TicketFitting:
    """What a site has set about tickets.

    Attributes:
        rule: Where tickets are asked for.
        shared: The folder that the devices of the desk share; None for none.
        help: Where the desk is, in the site's words.
        voucher_sites: Ids of further sites that vouchers are offered for, beside those in the installed packs.
    """

    rule: TicketRule = field(default_factory=TicketRule)
    shared: Path | None = None
    help: HelpWords = field(default_factory=HelpWords)
    voucher_sites: tuple[str, ...] = ()


def read_ticket_fitting(settings: Settings) -> TicketFitting:
    """Return what the settings say of tickets; they have been checked."""
    sites = (site.strip() for site in settings.voucher_sites.split(","))
    return TicketFitting(
        rule=parse_rule(settings.tickets),
        shared=Path(settings.ticket_desk) if settings.ticket_desk else None,
        help=parse_help(settings.ticket_help),
        voucher_sites=tuple(site for site in sites if site),
    )


@dataclass(frozen=True, slots=True)
class Onward:
    """A site that a voucher can be taken for, with its name."""

    site_id: str
    name: str


class TicketDesk:
    """Lives on the interface thread; what reads or writes a disk goes through ``background``. Nothing is opened before it is needed.

    Args:
        folder: The data folder.
        device: This device's id.
        fitting: What the site has set.
        library: The installed packs.
        clock: The device's clocks.
        background: The door off the interface thread.
        report: Is told what staff should know, from any thread.
    """

    def __init__(
        self,
        folder: Path,
        device: str,
        fitting: TicketFitting,
        library: SiteLibrary,
        clock: Clock,
        background: Background,
        report: Callable[[KioskError], None],
    ) -> None:
        self._folder = folder
        self._device = device
        self._fitting = fitting
        self._library = library
        self._background = background
        self._report = report
        self._keys = KeyShelf(folder)
        self._time = TicketTime(folder, clock, report)
        self._started_s = self._time.read_seconds()
        self._office: TicketOffice | None = None
        # What the packs say, noted on the interface thread for the office on another one.
        self._sites: frozenset[str] = frozenset()
        self._zones: dict[str, str] = {}

    def close(self) -> None:
        """Let the book of used tickets go; called when the background is closed."""
        if self._office is not None:
            self._office.close()
            self._office = None

    def find_asking(self, site_id: str) -> str:
        """Return how a site asks for tickets: off, asked or required."""
        return str(self._fitting.rule.find(site_id))

    def find_help(self, language: str) -> str:
        """Return where the desk is, in the site's words; "" where nobody said."""
        return self._fitting.help.find(language)

    def redeem(self, site_id: str, text: str, done: Callable[[Verdict], None]) -> None:
        """Use a code up, off the interface thread; ``done`` is called on it when the answer is durable."""
        office = self._opened()
        self._note_packs()
        self._background.submit(lambda: office.redeem(site_id, text), done, _raise)

    def clear_tries(self) -> None:
        """Forget the wrong codes: staff are here."""
        if self._office is not None or (self._folder / FILE_NAME).exists():
            self._background.submit(self._opened().clear_tries, lambda _done: None, _raise)

    def takes_vouchers(self) -> bool:
        """Tell whether this device can read vouchers."""
        with suppress(KioskError):  # told when a code is checked
            return bool(self._keys.read().vouchers)
        return False

    def list_onward(self, site_id: str, language: str) -> Sequence[Onward]:
        """Return the sites that a voucher can be taken for at the end of a visit to ``site_id``; none without a key."""
        self._note_packs()
        if not self.takes_vouchers() or self._time.find_today(self._zones.get(site_id, "")) is None:
            return ()
        names = {site.id: site.name for site in self._library.sites(language)}
        around = {place.id: place.name for place in self._library.nearby(site_id, language)}
        wanted = dict.fromkeys((*names, *self._fitting.voucher_sites))
        return tuple(
            Onward(one, names.get(one) or around.get(one) or one) for one in wanted if one != site_id
        )

    def make_voucher(self, from_site: str, to_site: str) -> str:
        """Return a new voucher's 17 symbols, "" where none can be made. Nothing of it is kept here."""
        from kiosk.tickets.voucher import make_voucher

        today = self._time.find_today(self._zones.get(from_site, ""))
        # A clock that shows a year beyond what a code holds; keys that cannot be read.
        with suppress(ValueError, KioskError):
            if today is not None and (keys := self._keys.read().vouchers):
                return make_voucher(keys[0], from_site, to_site, today)
        return ""

    def look_after(self) -> None:
        """Do what is to be done now and then: tell the shared folder what it missed, forget what is over."""
        if self._office is None and self._fitting.shared is None:
            return
        office = self._opened()

        def work() -> None:
            # A day of grace: it may still be yesterday where the site stands.
            office.look_after(self._time.read_earliest().date() - timedelta(days=1))

        self._background.submit(work, lambda _done: None, _raise)

    def _opened(self) -> TicketOffice:
        if self._office is None:
            from kiosk.tickets.book import TicketBook
            from kiosk.tickets.desk_folder import DeskFolder
            from kiosk.tickets.office import Surroundings, TicketOffice

            shared = self._fitting.shared
            around = Surroundings(
                self._read_paper,
                lambda site: self._time.know_day(self._zones.get(site, "")),
                self._time.read_seconds,
                self._report,
                self._started_s,
            )
            desk = DeskFolder(shared, self._device) if shared is not None else None
            self._office = TicketOffice(TicketBook(self._folder), around, desk)
        return self._office

    def _note_packs(self) -> None:
        sites = self._library.sites("")
        around = [place.id for site in sites for place in self._library.nearby(site.id, "")]
        self._sites = frozenset({*(site.id for site in sites), *around, *self._fitting.voucher_sites})
        self._zones = {site.id: site.timezone for site in sites}

    def _read_paper(self) -> Paper:
        from kiosk.tickets.reading import Paper

        keys = self._keys.read()
        return Paper(keys.tickets, keys.vouchers, self._sites)


def _raise(error: Exception) -> None:
    raise error  # a bug: the office tells of everything else itself

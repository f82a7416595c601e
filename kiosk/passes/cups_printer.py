"""A printer of the machine's own CUPS: prints from memory, follows the job, and removes it from the spooler."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from kiosk.model.errors import KioskError
from kiosk.passes import ipp
from kiosk.passes.cups_link import CupsLink, find_socket, unclear
from kiosk.passes.hindrances import name_hindrance
from kiosk.passes.ipp import Answer, Attribute, Value
from kiosk.passes.media import NARROWEST_MM, Medium, choose_medium
from kiosk.passes.printer import JOB_NAME, PaperLook, PaperState, PrinterLook

DEFAULT: Final = "default"
PRINT_JOB, CANCEL_JOB, GET_JOB, GET_JOBS, GET_PRINTER = 0x0002, 0x0008, 0x0009, 0x000A, 0x000B
GET_DEFAULT, GET_PRINTERS = 0x4001, 0x4002
_REFUSALS: Final = {
    0x0401: "CUPS does not let this account print",
    0x0403: "CUPS does not let this account print",
    0x040A: "the printer's driver takes no PDF",
    0x040B: "the printer does not take this paper",
    0x0500: "CUPS failed: its disk may be full",
    0x0505: "CUPS failed: its disk may be full",
    0x0507: "CUPS has too many papers already",
}
NOT_POSSIBLE, NOT_FOUND, GONE, NOT_ACCEPTING = 0x0404, 0x0406, 0x0407, 0x0506
_STOPPED: Final = 5
_STATES: Final = {
    3: PaperState.WAITING,
    4: PaperState.WAITING,
    5: PaperState.PRINTING,
    6: PaperState.WAITING,
    9: PaperState.DONE,
}
_ABOUT_PRINTER: Final = (
    *("printer-name", "printer-state", "printer-state-reasons", "printer-is-accepting-jobs"),
    *("media-default", "media-ready", "media-supported"),
)


class CupsPrinter:
    """See :class:`~kiosk.passes.printer.Printer`. ``name`` is a printer's name at CUPS, or ``default`` for its default."""

    def __init__(self, name: str, link: CupsLink | None = None) -> None:
        self._name = name
        self._link = link or CupsLink(find_socket())

    def look(self) -> PrinterLook:
        """Return the printer and its usual paper."""
        told = self._tell()
        name = str(_one(told, "printer-name") or self._name)
        hindrance = name_hindrance(_texts(told, "printer-state-reasons"))
        if _one(told, "printer-state") == _STOPPED or _one(told, "printer-is-accepting-jobs") is False:
            raise stopped(name, hindrance or "it takes no papers")
        medium = choose_medium(
            *(_texts(told, f"media-{which}") for which in ("default", "ready", "supported"))
        )
        if medium is None:
            raise _no_paper(name, _texts(told, "media-default"))
        return PrinterLook(name, medium)

    def send(self, pdf: bytes, medium: Medium) -> int:
        """Have a page printed at its own size, once."""
        answer = self._link.ask(
            PRINT_JOB,
            (
                self._address(),
                (ipp.NAME, "job-name", JOB_NAME),
                (ipp.MIME, "document-format", "application/pdf"),
            ),
            (
                (ipp.INTEGER, "copies", 1),
                (ipp.KEYWORD, "media", medium.name),
                (ipp.KEYWORD, "print-scaling", "none"),
                (ipp.KEYWORD, "sides", "one-sided"),
            ),
            pdf,
        )
        if answer.status == NOT_ACCEPTING:
            raise stopped(self._name, "it takes no papers")
        number = _one(self._done(answer).first, "job-id")
        if type(number) is not int:
            raise unclear("a paper without a number")
        return number

    def follow(self, paper: int) -> PaperLook:
        """Return how a paper stands; one that CUPS has forgotten already was printed."""
        answer = self._ask_of_paper(GET_JOB, paper, (ipp.KEYWORD, "requested-attributes", ["job-state"]))
        if answer.status in (NOT_FOUND, GONE):
            return PaperLook(PaperState.DONE)
        number = _one(self._done(answer).first, "job-state")
        state = _STATES.get(number, PaperState.FAILED) if type(number) is int else PaperState.FAILED
        if state is PaperState.DONE:
            return PaperLook(state)
        return PaperLook(state, name_hindrance(_texts(self._tell(), "printer-state-reasons")))

    def remove(self, paper: int) -> None:
        """Cancel a paper and purge its file and its entry, even where CUPS is set to keep them."""
        answer = self._ask_of_paper(CANCEL_JOB, paper, (ipp.BOOLEAN, "purge-job", True))
        if answer.status not in (NOT_FOUND, GONE, NOT_POSSIBLE):
            self._done(answer)

    def sweep(self) -> int:
        """Remove all of this account's papers that bear our name."""
        wanted = (
            self._address(),
            (ipp.KEYWORD, "which-jobs", "all"),
            (ipp.BOOLEAN, "my-jobs", True),
            (ipp.KEYWORD, "requested-attributes", ["job-id", "job-name"]),
        )
        jobs = self._done(self._link.ask(GET_JOBS, wanted)).groups
        left = [_one(job, "job-id") for job in jobs if _one(job, "job-name") == JOB_NAME]
        papers = [number for number in left if type(number) is int]
        for number in papers:
            self.remove(number)
        return len(papers)

    def list_printers(self) -> tuple[str, ...]:
        """Return the names of all printers that this machine's CUPS knows.

        Raises:
            KioskError: ``passes.printer-away`` or ``passes.printer-unclear``.
        """
        answer = self._link.ask(GET_PRINTERS, ((ipp.KEYWORD, "requested-attributes", ["printer-name"]),))
        if answer.status == NOT_FOUND:
            return ()
        names = (_one(group, "printer-name") for group in self._done(answer).groups)
        return tuple(name for name in names if isinstance(name, str))

    def _tell(self) -> Mapping[str, tuple[Value, ...]]:
        """Return what CUPS tells of the printer."""
        wanted = (ipp.KEYWORD, "requested-attributes", _ABOUT_PRINTER)
        answer = (
            self._link.ask(GET_DEFAULT, (wanted,))
            if self._name == DEFAULT
            else self._link.ask(GET_PRINTER, (self._address(), wanted))
        )
        if answer.status == NOT_FOUND:
            raise _no_printer(self._name, self.list_printers())
        return self._done(answer).first

    def _address(self) -> Attribute:
        return ipp.URI, "printer-uri", f"ipp://localhost/printers/{quote(self._find_name(), safe='')}"

    def _find_name(self) -> str:
        if self._name != DEFAULT:
            return self._name
        return str(_one(self._tell(), "printer-name"))

    def _ask_of_paper(self, operation: int, paper: int, wish: Attribute) -> Answer:
        return self._link.ask(operation, ((ipp.URI, "job-uri", f"ipp://localhost/jobs/{paper}"), wish))

    def _done(self, answer: Answer) -> Answer:
        if not answer.is_done:
            raise unclear(_REFUSALS.get(answer.status, f"a refusal, 0x{answer.status:04x}"))
        return answer


def stopped(name: str, why: str) -> KioskError:
    """Return the fault of a printer that is there and prints nothing."""
    return KioskError(
        "The pass was not printed",
        thing=f"printer {name}",
        found=why,
        remedy="Put it right, then let it go on: cupsenable and cupsaccept with its name",
        code="passes.printer-stopped",
    )


def _no_printer(name: str, known: tuple[str, ...]) -> KioskError:
    return KioskError(
        "The pass was not printed",
        thing="the default printer" if name == DEFAULT else f"printer {name}",
        found=f"this machine knows {', '.join(known)}" if known else "this machine knows no printer",
        remedy="Set printer to a name that lpstat -e shows, or add the printer with lpadmin",
        code="passes.no-printer",
    )


def _no_paper(name: str, usual: tuple[str, ...]) -> KioskError:
    return KioskError(
        "The pass was not printed",
        thing=f"printer {name}",
        expected=f"paper at least {NARROWEST_MM:.0f} mm wide",
        found=", ".join(usual) or "no paper that it names",
        remedy="Choose the printer's usual paper: lpadmin -p NAME -o PageSize=...",
        code="passes.no-paper",
    )


def _one(told: Mapping[str, tuple[Value, ...]], name: str) -> Value | None:
    return next(iter(told.get(name, ())), None)


def _texts(told: Mapping[str, tuple[Value, ...]], name: str) -> tuple[str, ...]:
    return tuple(value for value in told.get(name, ()) if isinstance(value, str))

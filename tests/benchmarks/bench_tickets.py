"""``./run bench tickets``: a million forged codes, slips of the finger in 20,000, and how long an answer takes.

Accepted and missed have to be 0; the times are for reading.
"""

from __future__ import annotations

import random
import secrets
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from kiosk.model.errors import KioskError
from kiosk.tickets.book import TicketBook
from kiosk.tickets.claim import LENGTHS_DAYS, TicketClaim
from kiosk.tickets.desk_folder import DeskFolder
from kiosk.tickets.office import Surroundings, TicketOffice
from kiosk.tickets.press import make_press
from kiosk.tickets.reading import Paper, ReadCode, read_code
from kiosk.tickets.symbols import ALPHABET, LENGTH, format_symbols, parse_symbols
from kiosk.tickets.validity import KnownDay, judge_period
from kiosk.tickets.voucher import make_voucher
from tests.fakes.made_tickets import make_voucher_key

Row = tuple[str, float, str, float]

TODAY = date(2026, 11, 22)
FORGED = 1_000_000
CODES = 20_000
ASKED = 300

PRESS, OLD = make_press("mill", 2), make_press("mill", 1)
VOUCHERS = make_voucher_key()
PAPER = Paper((PRESS, OLD), (VOUCHERS,), ("mill", "fort"))


def make_claims(count: int, chance: random.Random) -> Iterator[TicketClaim]:
    for serial in range(count):
        day = TODAY + timedelta(days=chance.randrange(-100, 300))
        length = chance.choice(LENGTHS_DAYS)
        yield TicketClaim(
            day, length, chance.randrange(64), chance.randint(1, 16), chance.randrange(8), serial % 16_384
        )


def forge(chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield kinds of forgery with their texts: the check symbol is right in each, or it would be a slip of the finger."""
    genuine = [PRESS.format_typed(claim) for claim in make_claims(2_000, chance)]
    printed = [PRESS.format_printed(claim) for claim in make_claims(200, chance)]
    strange = make_press("mill", 2)
    while True:
        yield "any 80 bits", format_symbols([chance.randrange(32) for _ in range(16)])
        values = [ALPHABET.index(sign) for sign in chance.choice(genuine)[:16]]
        values[chance.randrange(16)] ^= chance.randrange(1, 32)
        yield "a genuine code with one symbol changed", format_symbols(values)
        one, other = chance.sample(genuine, 2)
        yield (
            "two genuine codes joined",
            format_symbols([ALPHABET.index(sign) for sign in one[:8] + other[8:16]]),
        )
        if chance.random() < 0.02:
            text = chance.choice(printed)
            place = chance.randrange(5, len(text) - 1)
            sign = chance.choice(
                [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if letter != text[place]]
            )
            yield "a genuine QR ticket with one sign changed", text[:place] + sign + text[place + 1 :]
        if chance.random() < 0.005:
            claim = next(make_claims(1, chance))
            yield "a QR ticket signed with another key", strange.format_printed(claim)
            yield "a code made with another secret", strange.format_typed(claim)


def measure() -> list[Row]:
    """Return the rows; some six minutes, most of them for the million."""
    return [*_measure_forged(), *_measure_slips(), *_measure_answers()]


def _measure_forged() -> list[Row]:
    chance = random.Random(6)
    tried: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for (kind, text), _ in zip(forge(chance), range(FORGED), strict=False):
        tried[kind] += 1
        accepted[kind] += isinstance(read_code(text, "mill", PAPER), ReadCode)
    rows: list[Row] = [
        (f"none of {count:,}: {kind}", accepted[kind], "accepted", 0.0) for kind, count in tried.most_common()
    ]
    return [*rows, (f"none of {sum(tried.values()):,} forged codes", sum(accepted.values()), "accepted", 0.0)]


def _measure_slips() -> list[Row]:
    """Each symbol replaced by each of the 31 others, all neighbours swapped: the check symbol alone has to notice."""
    chance = random.Random(7)
    taken = 0
    tried, missed = Counter[str](), Counter[str]()
    for claim in make_claims(CODES, chance):
        code = PRESS.format_typed(claim)
        taken += isinstance(read_code(code, "mill", PAPER), ReadCode)
        for kind, slip in _slip(code):
            tried[kind] += 1
            missed[kind] += parse_symbols(slip) is not None
    rows: list[Row] = [
        (f"all of {count:,} noticed: {kind}", missed[kind], "missed", 0.0) for kind, count in tried.items()
    ]
    return [*rows, (f"all of {CODES:,} codes taken when typed right", taken, "taken", float(CODES))]


def _slip(code: str) -> Iterator[tuple[str, str]]:
    for place in range(LENGTH):
        for sign in ALPHABET:
            if sign != code[place]:
                yield "one symbol wrong", code[:place] + sign + code[place + 1 :]
        if place and code[place] != code[place - 1]:
            yield "neighbours swapped", code[: place - 1] + code[place] + code[place - 1] + code[place + 1 :]


def _measure_answers() -> list[Row]:
    """How long an answer takes that is on the disk, among 20,000 used tickets; the floor is one durable insert."""
    chance = random.Random(8)
    with tempfile.TemporaryDirectory() as folder:
        floor_ms = _measure_insert(Path(folder, "floor.db"))
        asked = {
            "typed": _ask(Path(folder, "typed"), PRESS.format_typed),
            "QR": _ask(Path(folder, "qr"), PRESS.format_printed),
            "voucher": _ask(Path(folder, "voucher"), lambda _: make_voucher(VOUCHERS, "fort", "mill", TODAY)),
            "QR, desk with a shared folder": _ask(Path(folder, "desk"), PRESS.format_printed, shared=True),
            "forged": _ask(
                Path(folder, "forged"), lambda _: format_symbols([chance.randrange(32) for _ in range(16)])
            ),
        }
    rows: list[Row] = []
    for name, make in (("typed", PRESS.format_typed), ("QR", PRESS.format_printed)):
        times = _check(make)
        rows.append((f"under 50 ms: {name}, checked, median", times[len(times) // 2], "ms", 0.0))
        rows.append((f"under 50 ms: {name}, checked, p99", times[len(times) * 99 // 100], "ms", 0.0))
    for name, times in asked.items():
        rows.append((f"under 50 ms: {name}, used up durably, median", times[len(times) // 2], "ms", floor_ms))
        rows.append((f"under 50 ms: {name}, used up durably, p99", times[len(times) * 99 // 100], "ms", 0.0))
    return rows


def _check(make: Callable[[TicketClaim], str]) -> list[float]:
    """How long it takes to read a code and judge its days, with nothing written."""
    texts = [make(claim) for claim in make_claims(10 * ASKED, random.Random(9))]
    now = KnownDay(TODAY, TODAY)
    times = []
    for text in texts:
        begun = time.perf_counter()
        found = read_code(text, "mill", PAPER)
        if isinstance(found, ReadCode):
            judge_period(found.first_day, found.last_day, now)
        times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)


def _measure_insert(path: Path) -> float:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE mark(mark TEXT PRIMARY KEY) WITHOUT ROWID")
        times = []
        for _ in range(ASKED):
            begun = time.perf_counter()
            connection.execute("INSERT INTO mark VALUES(?)", (secrets.token_hex(16),))
            times.append((time.perf_counter() - begun) * 1000)
    return sorted(times)[len(times) // 2]


def _ask(folder: Path, make: Callable[[TicketClaim], str], *, shared: bool = False) -> list[float]:
    told: list[KioskError] = []
    around = Surroundings(lambda: PAPER, lambda _site: KnownDay(TODAY, TODAY), time.monotonic, told.append)
    desk = None
    if shared:
        (folder / "shared").mkdir(parents=True)
        desk = DeskFolder(folder / "shared", secrets.token_hex(16))
    book = TicketBook(folder)
    book.add_elsewhere(f"{secrets.token_hex(13)}01{number % 256:02x}01" for number in range(20_000))
    times = []
    with closing(TicketOffice(book, around, desk)) as office:
        for serial in range(ASKED):
            text = make(TicketClaim(TODAY, 1, 1, 1, 0, serial))
            begun = time.perf_counter()
            office.redeem("mill", text)
            times.append((time.perf_counter() - begun) * 1000)
            office.clear_tries()
    return sorted(times)

"""The ticket that is shown before the visit, and the code for another site at its end; keys made for the rehearsal only."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.app.ticket_desk import TicketFitting
from kiosk.scanning.scene_source import SceneSource
from kiosk.scanning.scenes import Label
from kiosk.seals.paper_keys import PaperKeys, TicketKeys, VoucherKey, keep_paper_keys
from kiosk.tickets.claim import TicketClaim
from kiosk.tickets.press import TicketPress, make_press
from kiosk.tickets.rule import Asking, HelpWords, TicketRule
from kiosk.tickets.symbols import ALPHABET

ANSWER_TIMEOUT_S: Final = 25.0
ONWARD_SITE: Final = "rehearsed-onward"
# Asked and not required: a step that fails must not hide all others.
FITTING: Final = TicketFitting(
    rule=TicketRule(Asking.ASKED),
    help=HelpWords("The desk is left of the gate."),
    voucher_sites=(ONWARD_SITE,),
)


@dataclass(frozen=True, slots=True)
class Printed:
    """The rehearsal's own press of tickets."""

    press: TicketPress

    def make_claim(self, serial: int, *, days_ago: int = 1) -> TicketClaim:
        """Return a ticket of three days for two, good today wherever the site stands, unless it began long ago."""
        first_day = (datetime.now(UTC) - timedelta(days=days_ago)).date()
        return TicketClaim(first_day, 3, product=3, party=2, price_class=1, serial=serial)


def prepare_tickets(data_folder: Path, site_id: str) -> Printed:
    """Give the device keys of its site's tickets and of vouchers."""
    press = make_press(site_id, 1)
    tickets = (TicketKeys(press.site, press.key_id, press.secret, press.public_key),)
    keep_paper_keys(data_folder, PaperKeys(0, tickets, (VoucherKey(1, secrets.token_bytes(32)),)))
    return Printed(press)


def show_ticket(stage: Stage, printed: Printed) -> Details:
    """Hold an old ticket before the camera, type a good one with a slip and then right: the visit begins."""
    press = printed.press
    first = stage.shoot("ticket")
    old = press.format_printed(printed.make_claim(1, days_ago=40))
    stage.camera.show(SceneSource((Label(old),), seed=41, repeat=True))
    stage.wait(lambda: bool(stage.read("ticket", "answer")), ANSWER_TIMEOUT_S, "an answer to an old ticket")
    stage.camera.take_away()
    expect(stage.read("ticket", "answer") == "over", "an old ticket", "over", stage.read("ticket", "answer"))
    over = stage.shoot("ticket-over")
    stage.tap("ticket-type")
    code = press.format_typed(printed.make_claim(2))
    slip = ALPHABET[(ALPHABET.index(code[-1]) + 1) % len(ALPHABET)]
    _type(stage, code[:-1] + slip)
    stage.wait(lambda: bool(stage.read("ticket", "answer")), ANSWER_TIMEOUT_S, "an answer to a slip")
    answer = stage.read("ticket", "answer")
    expect(answer == "mistyped", "a slip of the finger", "mistyped", answer)
    mistyped = stage.shoot("ticket-mistyped")
    stage.tap("ticket-erase")
    stage.tap(f"letter-{code[-1]}")
    answer_ms = stage.tap("ticket-go", page="home")
    return {
        "ticket": "2 people, product 3, class 1",
        "answered": ["over", "mistyped", "accepted"],
        "touch_to_page_ms": answer_ms,
        "pictures": [first, over, mistyped, stage.shoot("home")],
    }


def take_voucher(stage: Stage) -> str:
    """Take a code for another site on the last page, and return its picture's file."""
    stage.tap(f"voucher-{ONWARD_SITE}")
    stage.let_run(0.3)
    expect(bool(stage.read("voucher", "code")), "a code for another site", "17 symbols", "none")
    picture = stage.shoot("voucher")
    stage.tap("voucher-away")
    stage.let_run(0.3)
    return picture


def _type(stage: Stage, code: str) -> None:
    for sign in code:
        stage.tap(f"letter-{sign}")
    stage.tap("ticket-go")

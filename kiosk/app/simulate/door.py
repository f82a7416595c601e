"""What a simulated visitor shows at the beginning, and takes along at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random

from kiosk.app.simulate.device import SimulatedDevice
from kiosk.app.simulate.paper import Circulation
from kiosk.app.simulate.visitor import Visitor
from kiosk.passes.code import format_pass, parse_pass
from kiosk.passes.visit_pass import VisitPass, add_visit, days_since_epoch, find_after, find_nth, mark_site
from kiosk.tickets.voucher import make_voucher
from kiosk.visits.visit import Visit


class Door:
    """Where paper is shown and given.

    Args:
        paper: What is about.
        sites: The ids of all simulated sites.

    Attributes:
        refused: How many tickets and vouchers were refused.
    """

    def __init__(self, paper: Circulation, sites: Sequence[str]) -> None:
        self._paper = paper
        self._sites = sites
        self.refused = 0

    def come_in(self, device: SimulatedDevice, visit: Visit, rng: Random) -> VisitPass | None:
        """Show what the visitor has, and return the pass they brought."""
        code, site = None, device.site.id
        if self._paper.vouchers[site] and rng.random() < 0.3:
            code = self._paper.vouchers[site].pop(rng.randrange(len(self._paper.vouchers[site])))
        elif rng.random() < 0.55:
            code = self._paper.find_ticket(site, device.day, rng)
        if code is not None:
            self._show(device, visit, code)
        return self._bring_pass(device, visit, rng)

    def go_out(
        self,
        device: SimulatedDevice,
        brought: VisitPass | None,
        visitor: Visitor,
        seen: Iterable[str],
        rng: Random,
    ) -> None:
        """Take a voucher for another site along, or a pass, or neither."""
        others = [site for site in self._sites if site != device.site.id]
        keys = device.paper_keys
        if others and keys.vouchers and rng.random() < 0.05:
            onward = rng.choice(others)
            self._paper.vouchers[onward].append(
                make_voucher(keys.vouchers[0], device.site.id, onward, device.day)
            )
        if keys.passes and (brought is not None or rng.random() < 0.1):
            held = brought or VisitPass(visitor.language, visitor.depth)
            today = days_since_epoch(device.log.clock.wall_ms)
            fresh = add_visit(held, device.site.id, today, seen)
            self._paper.passes.append(format_pass(fresh, keys.passes[0].key_id, keys.passes[0].secret))

    def _show(self, device: SimulatedDevice, visit: Visit, code: str) -> None:
        found = device.office.redeem(device.site.id, code)
        device.office.clear_tries()
        if not found.is_accepted or found.code is None:
            self.refused += 1
        elif found.code.claim is not None:
            claim = found.code.claim
            visit.ticket_accepted(claim.product, claim.party, claim.price_class)
        elif found.code.voucher is not None:
            visit.voucher_redeemed(found.code.voucher.from_site)

    def _bring_pass(self, device: SimulatedDevice, visit: Visit, rng: Random) -> VisitPass | None:
        if not self._paper.passes or rng.random() > 0.04:
            return None
        text = self._paper.passes.pop(rng.randrange(len(self._paper.passes)))
        secrets = {key.key_id: key.secret for key in device.paper_keys.passes}
        held = parse_pass(text, secrets.get)
        before = max(held.sites, key=lambda seen: seen.day)
        from_site = next((site for site in self._sites if mark_site(site) == before.mark), None)
        if from_site is not None:
            today = days_since_epoch(device.log.clock.wall_ms)
            visit.pass_read(from_site, find_nth(held), find_after(before, today))
        return held

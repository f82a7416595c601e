"""Checks of whom this device trusts: whose packs it takes, until when, and what was taken back since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from kiosk.app.doctor.finding import Finding, fail, ok, warn
from kiosk.model.errors import KioskError
from kiosk.packs.store import PackStore
from kiosk.packs.trust.reference_time import is_credible
from kiosk.packs.trust.state import Origin

CHECK = "trust"
# Long enough for a stick to be sent round to a house that is visited twice a year.
EXPIRES_SOON = timedelta(days=270)


def check_trust(store: PackStore) -> Iterator[Finding]:
    """Tell whose packs are taken, whether their signatures run out, and what is shown that should not be."""
    try:
        state, operator = store.trust.state(), store.trust.operator()
        if state is None or operator is None:
            remedy = (
                "Compare the operator's fingerprint with the paper you were given: kiosk keys trust STICK"
            )
            yield warn(CHECK, "nobody yet: no pack can be installed", remedy)
            return
        if state.origin is Origin.DEMONSTRATION:
            yield ok(
                CHECK, f"the demonstration only, {operator}; to show your own packs: kiosk keys trust STICK"
            )
        else:
            yield ok(CHECK, str(operator))
        yield from _check_expiry(store)
        yield from _check_shown(store, state.operator_id)
    except KioskError as error:
        yield fail(CHECK, str(error), "Trust the operator again: kiosk keys trust STICK")


def _check_expiry(store: PackStore) -> Iterator[Finding]:
    expires_at = store.trust.find_expiry()
    if expires_at is None:
        return
    # The device's clock has no say in what is refused; for a warning it is better than nothing.
    clock = datetime.now(UTC)
    now = max(store.trust.now(), clock) if is_credible(clock) else store.trust.now()
    if expires_at - now < EXPIRES_SOON:
        what = "have run out" if expires_at <= now else "run out"
        found = f"the signatures known here {what} on {expires_at:%Y-%m-%d}; what is installed stays"
        yield warn(CHECK, found, "Ask the operator for a stick with the newest content and plug it in")


def _check_shown(store: PackStore, operator_id: str) -> Iterator[Finding]:
    shown = {(r.manifest.id, r.manifest.version) for r in store.list_releases() if r.active}
    for release in store.trust.find_withdrawn():
        if (release.pack_id, release.version) not in shown:
            continue
        found = f"{release.pack_id} {release.version} is shown, and its publisher has taken it back"
        yield warn(CHECK, found, "Install the newest release, or show another: kiosk pack activate")
    for installed in store.list_releases():
        if installed.active and installed.vouched_by != operator_id:
            name = f"{installed.manifest.id} {installed.manifest.version}"
            whose = "the operator before" if installed.vouched_by else "nobody"
            yield warn(CHECK, f"{name} was signed by {whose}", "Install a pack of the operator trusted now")

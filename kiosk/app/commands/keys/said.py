"""What the commands that change keys say alike: done, or who has to sign still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.publishing.key_ring import KeyRing
    from kiosk.packs.publishing.waiting_roots import RootChange

_DONE = (
    "Done. Make a new copy of your key folder; an older copy may lack a key that counts now.\n"
    "The fingerprint is now {fingerprint}: write it on your paper.\n"
    "Publish to every stick and folder, so that devices learn of it: kiosk pack publish --to DIR"
)


def answer_change(change: RootChange, ring: KeyRing, out: Output) -> int:
    """Tell what became of a change of keys; the exit status is 0, for a change that waits is in order too."""
    from kiosk.packs.trust.fingerprint import make_fingerprint

    fingerprint = make_fingerprint(ring.state().root_raw)
    record = {
        "fingerprint": fingerprint,
        "result": "changed" if change.done else "waiting",
        "root_version": change.root_version,
        "signed_by": list(change.signed_by),
        "missing": change.missing,
    }
    signed_by = ", ".join(change.signed_by) or "nobody yet"
    waiting = (
        f"Signed by {signed_by}; {change.missing} more root key{'s' if change.missing > 1 else ''} must sign."
        " Plug the next one in and type: kiosk keys sign --sign-with DIR"
    )
    out.answer(record, _DONE.format(fingerprint=fingerprint) if change.done else waiting)
    return 0

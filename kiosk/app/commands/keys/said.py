"""What the commands that change keys say alike: done, or who has to sign still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.app.output import Output

if TYPE_CHECKING:
    from kiosk.packs.publishing.root_change import RootChange

_DONE = (
    "Done. Make a new copy of your key folder: the old copy's key signs no more.\n"
    "Publish to every stick and folder, so that devices learn of it: kiosk pack publish --to DIR"
)


def answer_change(change: RootChange, out: Output) -> int:
    """Tell what became of a change of keys; the exit status is 0, for a change that waits is in order too."""
    record = {
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
    out.answer(record, _DONE if change.done else waiting)
    return 0

"""The study that asks on the first page: agreed to, and taken back before the visit's end."""

from __future__ import annotations

from kiosk.app.rehearsal.report import Details, expect
from kiosk.app.rehearsal.stage import STUDY, Stage


def answer_study(stage: Stage) -> Details:
    """Say yes to the study, then take it back: from here on nothing of the visit may go to it."""
    asked = stage.shoot("study")
    stage.tap("study-yes")
    stage.let_run(0.3)
    agreed = stage.shoot("study-agreed")
    expect(stage.read("study", "state") == "agreed", "the study", "agreed to", stage.read("study", "state"))
    stage.tap("study-withdraw")
    stage.let_run(0.3)
    state = stage.read("study", "state")
    expect(state == "withdrawn", "the study", "taken back", state)
    withdrawn = stage.shoot("study-withdrawn")
    # That it was taken back is said once: whoever comes back to the first page sees the guide as it is without.
    stage.tap("type-number", page="number")
    stage.tap("back", page="home")
    return {"study": STUDY, "answer": state, "pictures": [asked, agreed, withdrawn, stage.shoot("home")]}

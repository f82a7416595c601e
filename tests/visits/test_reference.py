from __future__ import annotations

from pathlib import Path

from kiosk.model.facts import FACTS
from kiosk.visits.events import EVENTS
from kiosk.visits.reference import format_reference


def test_the_page_says_what_the_declarations_say(house: Path) -> None:
    page = (house / "docs" / "reference" / "visit-data.md").read_text("utf-8")
    assert page == format_reference(), "run: python -m kiosk.visits.reference > docs/reference/visit-data.md"


def test_every_datum_is_on_it() -> None:
    page = format_reference()
    for declared in (*EVENTS.values(), *FACTS.values()):
        assert f"### {declared.name}\n" in page
        assert all(f"| `{datum.name}` |" in page for datum in declared.data)

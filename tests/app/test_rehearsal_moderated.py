"""The rehearsal's way of a visitor's words: from the hub into a later pack."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kiosk.app.output import Output
from kiosk.app.rehearsal.moderated import ANSWER, Moderated
from kiosk.app.rehearsal.report import Report
from kiosk.app.rehearsal.stage import Stage
from kiosk.hub.database import open_database
from kiosk.hub.ingest import Ingest
from kiosk.hub.messages_read import State, Wanted, list_messages
from kiosk.model.facts import Fact, format_fact
from tests.fakes.made_batches import cut_batch


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "hub.db"
    with closing(open_database(str(path))):
        yield path


def take(hub: Path, facts: Sequence[bytes]) -> None:
    with closing(open_database(str(hub))) as database:
        Ingest(database).take(cut_batch(facts, 1, len(facts)))


def make_stage(hub: Path) -> Stage:
    def wait(until: Callable[[], bool], _timeout_s: float, _what: str) -> int:
        assert until()
        return 0

    stage: Any = SimpleNamespace(hub=SimpleNamespace(database=hub), wait=wait)
    return cast(Stage, stage)


def moderate(hub: Path) -> list[str]:
    report = Report(Output(as_json=True))
    Moderated(make_stage(hub), report).make()
    return report.failed


def test_what_was_said_comes_back_in_a_later_pack_in_its_own_language(
    hub: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {"kind": "question", "text": "كم عمره؟", "sound": None, "language": "ar", "day": "2026-03-01"}
    stops = ("qutb/iron-pillar", None)
    messages = [
        {"id": f"{number:016x}", "site": "qutb", "stop": stop, **said} for number, stop in enumerate(stops)
    ]
    take(hub, [format_fact(Fact("message", values)) for values in messages])
    assert moderate(hub) == []
    told = capsys.readouterr().out
    assert '"of_site": 1' in told and '"stop": "qutb/iron-pillar"' in told and '"language": "ar"' in told
    with closing(open_database(str(hub))) as database, database.reading() as connection:
        let_through = list_messages(connection, Wanted(state=State.LET_THROUGH), 9)
    assert [message.answer for message in let_through] == [ANSWER, ANSWER]

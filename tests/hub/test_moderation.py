"""Messages come into their line once, are decided on by one at a time, and are forgotten; on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from kiosk.hub.database import HubDatabase
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.database.voice_tables import message_decisions
from kiosk.hub.forgetting import forget_refused
from kiosk.hub.ingest import Ingest
from kiosk.hub.messages_read import (
    Message,
    State,
    Wanted,
    count_messages,
    find_message,
    list_messages,
    list_words,
)
from kiosk.hub.moderation import KEPT_AFTER_REFUSAL_MS, CannotDecideError, let_through, refuse, take_back
from kiosk.hub.recordings import has_recording, take_recording
from kiosk.hub.rollups import Rollups
from kiosk.model.facts import Fact, format_fact
from tests.fakes.made_batches import DEVICE, cut_batch
from tests.fakes.said_things import make_recording, name_recording

SECRET = "the key lies under the third stone"


def say(number: int, **said: str | None) -> bytes:
    values = {
        "text": SECRET,
        "sound": None,
        "language": "en",
        "day": None,
        "stop": "mill/wheel",
        "kind": "comment",
    }
    return format_fact(Fact("message", {**values, "site": "mill", **said, "id": f"{number:016x}"}))


def take(database: HubDatabase, *lines: bytes, incarnation: str = "1" * 32) -> None:
    Ingest(database).take(cut_batch(lines, 1, len(lines), incarnation))
    Rollups(database).catch_up(60)


def get(database: HubDatabase, number: int) -> Message:
    with database.reading() as connection:
        found = find_message(connection, f"{number:016x}")
    assert found is not None
    return found


def test_a_message_comes_once_however_often_it_is_sent_and_its_text_is_in_one_place(
    hub_database: HubDatabase,
) -> None:
    take(hub_database, say(1), say(2, stop=None, text=None, sound="a" * 64))
    with hub_database.writing() as connection:
        let_through(connection, get(hub_database, 1), SECRET, "", "asha", 5)
    # The same device in another life, and the same stream once more.
    take(hub_database, say(1), say(3, stop="castle/hall"), incarnation="2" * 32)
    take(hub_database, say(1), say(2, stop=None, text=None, sound="a" * 64))
    with hub_database.reading() as connection:
        found = list_messages(connection, Wanted(state=None), 10)
        bodies = connection.scalars(select(facts.c.body)).all()
        assert list_words(connection, "stop", "mill") == ["mill/wheel"]
        assert count_messages(connection, Wanted("mill", State.WAITING)) == 2
    assert [(one.state, one.stop) for one in found] == [
        (State.LET_THROUGH, "mill/wheel"), (State.WAITING, ""), (State.WAITING, ""),
    ]  # fmt: skip
    assert not any(SECRET in body for body in bodies)


def test_who_saw_another_state_decides_on_nothing(hub_database: HubDatabase) -> None:
    take(hub_database, say(1))
    seen = get(hub_database, 1)
    with hub_database.writing() as connection:
        refuse(connection, seen, "asha", 5)
    for decide in (refuse, take_back):
        with pytest.raises(CannotDecideError), hub_database.writing() as connection:
            decide(connection, seen, "ravi", 6)
    found = get(hub_database, 1)
    assert (found.state, found.decided_by, found.decided_ms, found.decisions) == (State.REFUSED, "asha", 5, 1)


def test_what_was_refused_is_erased_with_its_recording_and_what_it_once_showed(
    hub_database: HubDatabase,
) -> None:
    sound = name_recording()
    take(hub_database, say(1), say(2, text=None, sound=sound), say(3, text=None, sound=sound))
    take_recording(hub_database, DEVICE, sound, make_recording(), 1)
    with hub_database.writing() as connection:
        let_through(connection, get(hub_database, 1), SECRET, "", "asha", 5)
    for number, at_ms in ((1, 10), (2, 10)):
        with hub_database.writing() as connection:
            refuse(connection, get(hub_database, number), "asha", at_ms)
    with hub_database.writing() as connection:
        assert forget_refused(connection, 11 + KEPT_AFTER_REFUSAL_MS) == 2
        # Another message has the same recording, and waits.
        assert has_recording(connection, sound)
        assert set(connection.scalars(select(message_decisions.c.shown))) == {""}
        refuse(connection, get(hub_database, 3), "asha", 12)
        assert forget_refused(connection, 13 + KEPT_AFTER_REFUSAL_MS) == 1
        assert not has_recording(connection, sound)
    with pytest.raises(CannotDecideError), hub_database.writing() as connection:
        take_back(connection, get(hub_database, 1), "asha", 20)

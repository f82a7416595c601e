"""Staff read what visitors said, let it through, cut it, answer it, refuse it and take it back; nobody else sees any of it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.database.stream_tables import facts
from kiosk.hub.database.voice_tables import message_decisions
from kiosk.hub.forgetting import forget_refused
from kiosk.hub.messages_read import Message, State, Wanted, find_message, list_messages
from kiosk.hub.moderation import KEPT_AFTER_REFUSAL_MS
from kiosk.hub.pages.words import write_plain
from kiosk.hub.server import create_app
from tests.fakes.asgi_person import Person
from tests.fakes.filled_hub import fill_hub
from tests.fakes.hub_people import add_people, come_in, now_ms
from tests.fakes.parsed_page import ParsedPage
from tests.fakes.said_things import HOSTILE_WORDS, NAMED, QUESTION, make_recording


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("messages") / "hub.db"
    with closing(open_database(str(path))) as opened:
        fill_hub(opened, datetime.now(UTC).date(), now_ms(), days=2)
        add_people(opened)
    return path


@pytest.fixture
def database(template: Path, tmp_path: Path) -> Iterator[HubDatabase]:
    with closing(open_database(str(shutil.copy(template, tmp_path)))) as opened:
        yield opened


def enter(database: HubDatabase, name: str = "asha") -> Person:
    return come_in(database, create_app(database), name)


def find(database: HubDatabase, words: str = "", **wanted: str) -> Message:
    with database.reading() as connection:
        found = list_messages(connection, Wanted(state=None, **wanted), 50)
    return next(one for one in found if words in one.text)


def read(database: HubDatabase, message: Message) -> Message:
    with database.reading() as connection:
        found = find_message(connection, message.id)
    assert found is not None
    return found


def decide(person: Person, message: Message, action: str, **fields: str) -> int:
    sent = {"action": action, "decisions": str(message.decisions), **fields}
    return person.send("/messages?state=all", f"/messages/{message.id}", sent).status


def test_the_queue_has_the_oldest_first_and_can_be_read_by_everybody_who_moderates(
    database: HubDatabase,
) -> None:
    page = ParsedPage(enter(database).get("/messages").text)
    assert page.find_faults() == []
    assert page.words.index(QUESTION) < page.words.index("98765") < page.words.index("लोहार")
    assert "8 in all, the oldest first" in page.words
    assert [one["dir"] for one in page.all("blockquote")] == ["auto"] * 7
    assert {one["lang"] for one in page.all("blockquote")} == {"en", "hi", "ar"}


def test_markup_and_templates_are_words(database: HubDatabase) -> None:
    reply = enter(database).get("/messages")
    page = ParsedPage(reply.text)
    assert HOSTILE_WORDS in page.words and page.all("script") == [] and page.all("img") == []
    assert "script-src" not in reply.headers["content-security-policy"]


def test_messages_are_chosen_by_stop_language_kind_and_state(database: HubDatabase) -> None:
    asha = enter(database)
    for query, words in (
        ("stop=mill/forge", "लोहार"), ("language=ar", "الحديقة"), ("kind=question", QUESTION), ("site=castle", "Too few"),
    ):  # fmt: skip
        page = ParsedPage(asha.get(f"/messages?{query}").text)
        assert words in page.words and len(page.all("article")) == 1, query
    for query in ("state=refused", "stop=nowhere", "state=nonsense&language=xx", "site=castle&kind=story"):
        assert ParsedPage(asha.get(f"/messages?{query}").text).all("article") == [], query


def test_a_message_is_let_through_whole_and_who_did_it_and_when_is_kept(database: HubDatabase) -> None:
    asha, message = enter(database), find(database, "लोहार")
    sent = {"action": "let-through", "decisions": "0", "shown": message.text.replace("\n", "\r\n"), "of-language": "hi", "of-state": "waiting"}  # fmt: skip
    reply = asha.send("/messages", f"/messages/{message.id}", sent)
    assert reply.status == 303
    assert reply.headers["location"] == f"/messages?state=waiting&language=hi&done={message.id}#done"
    done = read(database, message)
    assert (done.state, done.shown, done.decided_by) == (State.LET_THROUGH, message.text, "asha")
    page = ParsedPage(asha.get(reply.headers["location"].partition("#")[0]).text)
    assert "let through. Take it back" in page.words and page.find_faults() == []


def test_words_are_cut_and_it_shows_where(database: HubDatabase) -> None:
    message = find(database, NAMED)
    wanted = "My aunt worked here until 1961. The floor was always wet."
    asha = enter(database)
    assert decide(asha, message, "let-through", shown=wanted) == 409  # the full stop was not said there
    assert decide(asha, message, "let-through", shown=wanted.replace("1961.", "1961,")) == 303
    assert read(database, message).shown == "My aunt … worked here until 1961, … The floor was always wet."


@pytest.mark.parametrize(
    ("shown", "words"),
    [("My uncle worked here", "“uncle” was not said"), ("", "Nothing would be left"), ("here worked aunt", "was not said")],
)  # fmt: skip
def test_nothing_is_changed_or_added_and_what_was_typed_is_still_there(
    database: HubDatabase, shown: str, words: str
) -> None:
    asha, message = enter(database), find(database, NAMED)
    sent = {"action": "let-through", "decisions": "0", "shown": shown, "answer": "Thank you <3"}
    reply = asha.send("/messages", f"/messages/{message.id}", sent)
    page = ParsedPage(reply.text)
    assert reply.status == 409 and words in page.words and "Thank you <3" in page.words
    assert page.find_faults() == []
    assert read(database, message).state is State.WAITING


def test_a_question_is_let_through_with_its_answer_only(database: HubDatabase) -> None:
    asha, message = enter(database), find(database, QUESTION)
    assert decide(asha, message, "let-through", shown=QUESTION) == 409
    assert decide(asha, message, "let-through", shown=QUESTION, answer="About 900\u202e.") == 303
    assert read(database, message).answer == "About 900."


def test_any_decision_can_be_taken_back_and_none_is_forgotten(database: HubDatabase) -> None:
    asha, message = enter(database), find(database, "الحديقة")
    for action in ("refuse", "take-back", "let-through", "take-back"):
        assert decide(asha, read(database, message), action, shown=message.text) == 303
    found = read(database, message)
    assert (found.state, found.shown, found.decisions) == (State.WAITING, "", 4)
    with database.reading() as connection:
        table = message_decisions.c
        query = select(table.state).where(table.message == message.id, table.made_by == "asha")
        states = [State(state) for (state,) in connection.execute(query.order_by(table.number))]
    assert states == [State.REFUSED, State.WAITING, State.LET_THROUGH, State.WAITING]


def test_two_people_do_not_decide_on_the_same_state(database: HubDatabase) -> None:
    asha, message = enter(database), find(database, "الحديقة")
    assert decide(asha, message, "refuse") == 303
    reply = enter(database).send("/messages?state=all", f"/messages/{message.id}", {"action": "let-through", "decisions": "0"})  # fmt: skip
    page = ParsedPage(reply.text)
    assert reply.status == 409 and page.find_faults() == []
    assert "Somebody else decided on it in the meantime." in page.words
    assert read(database, message).state is State.REFUSED


def test_a_recording_is_played_to_those_who_moderate_as_what_it_is(database: HubDatabase) -> None:
    message = find(database, language="hi", kind="story")
    path = f"/messages/{message.id}/recording"
    assert f'src="{path}"' in enter(database).get("/messages").text
    reply = enter(database).get(path)
    assert (reply.status, reply.content) == (200, make_recording())
    assert reply.headers["content-type"] == "audio/ogg"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert enter(database, "ravi").get(path).status == 403
    assert enter(database, "kabir").get(path).status == 404
    stranger = Person(create_app(database, is_open=True))
    assert stranger.get(path).status == 403
    assert Person(create_app(database)).get(path).status == 303
    assert enter(database).get(f"/messages/{find(database, QUESTION).id}/recording").status == 404
    assert decide(enter(database), message, "let-through") == 303


def test_a_recording_that_is_not_here_is_not_let_through(database: HubDatabase) -> None:
    message = find(database, language="hi", kind="story")
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM recordings")
    asha = enter(database)
    assert "has not arrived yet" in ParsedPage(asha.get("/messages").text).words
    assert decide(asha, message, "let-through") == 409


def test_a_site_sees_and_decides_on_its_own_messages_and_who_only_looks_sees_none(
    database: HubDatabase,
) -> None:
    kabir, message = enter(database, "kabir"), find(database, QUESTION)
    page = ParsedPage(kabir.get("/messages?site=mill").text)
    assert "Too few benches." in page.words and QUESTION not in page.words
    assert kabir.send("/messages", f"/messages/{message.id}", {"action": "refuse", "decisions": "0"}).status == 404  # fmt: skip
    assert QUESTION not in ParsedPage(kabir.get(f"/messages?done={message.id}").text).words
    ravi = enter(database, "ravi")
    assert ravi.get("/messages").status == 403 and "Messages" not in ParsedPage(ravi.get("/").text).words
    assert Person(create_app(database, is_open=True)).get("/messages").status == 403


def test_a_form_of_somebody_elses_page_decides_nothing(database: HubDatabase) -> None:
    asha, message = enter(database), find(database, QUESTION)
    for fields in ({}, {"csrf_token": "guessed"}):
        sent = {"action": "refuse", "decisions": "0", **fields}
        assert asha.post(f"/messages/{message.id}", sent).status == 403
    assert read(database, message).state is State.WAITING


def test_what_was_refused_is_erased_after_thirty_days_and_nothing_of_it_is_left(
    database: HubDatabase,
) -> None:
    asha, message = enter(database), find(database, "लोहार")
    assert decide(asha, message, "let-through", shown=message.text) == 303
    assert decide(asha, read(database, message), "refuse") == 303
    for late_ms, state in ((KEPT_AFTER_REFUSAL_MS - 60_000, State.REFUSED), (KEPT_AFTER_REFUSAL_MS + 60_000, State.ERASED)):  # fmt: skip
        with database.writing() as connection:
            forget_refused(connection, now_ms() + late_ms)
        assert read(database, message).state is state
    with database.reading() as connection:
        bodies = connection.scalars(select(facts.c.body).where(facts.c.fact == "message")).all()
    assert all(re.fullmatch(r'\{"fact":"message","id":"[0-9a-f]{16}"\}', body) for body in bodies)
    page = ParsedPage(asha.get("/messages?state=all").text)
    assert "लोहार" not in page.words and "erased" in page.words and page.find_faults() == []
    assert decide(asha, read(database, message), "take-back") == 409


def test_who_moderates_is_told_on_the_first_page_what_waits(database: HubDatabase) -> None:
    assert "8 messages of visitors to be read" in ParsedPage(enter(database).get("/").text).words
    assert "1 message of visitors to be read" in ParsedPage(enter(database, "kabir").get("/").text).words
    assert "to be read" not in ParsedPage(enter(database, "ravi").get("/").text).words


def test_nothing_unseen_hides_in_what_is_shown() -> None:
    assert write_plain("a\u202eb\x00c\n\ufeff") == "a[U+202E]b[U+0000]c\n[U+FEFF]"
    joined = "क्\u200dष \u06cc\u200c \U0001f468\u200d\U0001f469"
    assert write_plain(joined) == joined

"""What staff decide on visitors' messages: let through, wholly or cut, answered, refused; and any of it taken back."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, insert, update

from kiosk.hub.cutting import NotACutError, cut
from kiosk.hub.database.voice_tables import message_decisions, messages
from kiosk.hub.messages_read import Message, State
from kiosk.model.content import VoiceOf
from kiosk.model.visitor_words import clean_words, is_seen

# Texts of those that were refused are kept so long, for whoever changes their mind; then they are forgotten.
KEPT_AFTER_REFUSAL_MS: Final = 30 * 86_400_000


class CannotDecideError(Exception):
    """A decision that was not made; ``words`` say why, for the page."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def let_through(
    connection: Connection, message: Message, wanted: str, answer: str, by: str, now_ms: int
) -> None:
    """Let a message through: ``wanted`` is its text, from which words may be left out.

    Raises:
        CannotDecideError: Words were added, a question has no answer, a recording is not here, nothing is left, or
            somebody else decided on it meanwhile.
    """
    answer = clean_words(answer)
    shown = _cut(message.text, wanted) if message.text else ""
    if message.state is State.ERASED:
        raise CannotDecideError("Its text was erased. It cannot be let through any more.")
    if message.text and not is_seen(shown):
        raise CannotDecideError("Nothing would be left of it. Refuse it instead.")
    if message.kind is VoiceOf.QUESTION and not answer:
        raise CannotDecideError("A question is shown with the site's answer. Write one, or refuse it.")
    if message.sound and message.sound_ms is None:
        raise CannotDecideError("Its recording has not arrived, so nobody has heard it. Wait for it.")
    _decide(connection, message, State.LET_THROUGH, by, now_ms, shown=shown, answer=answer)


def refuse(connection: Connection, message: Message, by: str, now_ms: int) -> None:
    """Refuse a message: nobody else sees it, and it is erased thirty days later.

    Raises:
        CannotDecideError: It is erased, or somebody else decided on it meanwhile.
    """
    _decide(connection, message, State.REFUSED, by, now_ms)


def take_back(connection: Connection, message: Message, by: str, now_ms: int) -> None:
    """Let a message wait again, whatever was decided; a pack built from now on does not have it.

    Raises:
        CannotDecideError: It is erased, or somebody else decided on it meanwhile.
    """
    _decide(connection, message, State.WAITING, by, now_ms)


def _decide(
    connection: Connection, message: Message, state: State, by: str, now_ms: int, *, shown: str = "", answer: str = ""
) -> None:  # fmt: skip
    if message.state is State.ERASED:
        raise CannotDecideError("Its text was erased.")
    number = message.decisions + 1
    # Whoever saw another state of it than there is now decides on nothing.
    mine = (messages.c.id == message.id) & (messages.c.decisions == message.decisions)
    row = {"state": state, "shown": shown, "answer": answer, "decisions": number, "decided_at": now_ms}
    if not connection.execute(update(messages).where(mine).values(**row)).rowcount:
        raise CannotDecideError("Somebody else decided on it in the meantime. This is how it stands now.")
    decision = {"message": message.id, "number": number, "state": state, "shown": shown, "made_by": by}
    connection.execute(insert(message_decisions).values(**decision, made_at=now_ms))


def _cut(said: str, wanted: str) -> str:
    try:
        return cut(said, wanted)
    except NotACutError as error:
        word = error.word[:40]
        raise CannotDecideError(
            f"“{word}” was not said, or not there. Whole words can be left out; none can be changed or added."
        ) from None

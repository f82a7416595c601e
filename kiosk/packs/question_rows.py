"""The questions of a stop, each in the best language there is."""

from __future__ import annotations

from typing import Any, Protocol

from kiosk.model.content import Question

_QUESTIONS = (
    "SELECT position, id, text, right_answer, because FROM question WHERE stop_id = ? ORDER BY position"
)
_ANSWERS = "SELECT question, text FROM answer WHERE stop_id = ? ORDER BY question, position"


class LanguageRows(Protocol):
    """The language parts of one site."""

    def rank(self, language: str) -> tuple[str, ...]:
        """Return the languages from the best for ``language`` on."""
        ...

    def language_rows(self, tag: str, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return rows of one language's part."""
        ...


def read_questions(site: LanguageRows, stop_id: str, language: str) -> tuple[Question, ...]:
    """Return the stop's questions: those in the best language that has any, then what only others have."""
    found: dict[str, Question] = {}
    for tag in site.rank(language):
        for question in _read_in(site, stop_id, tag):
            found.setdefault(question.id, question)
    return tuple(found.values())


def _read_in(site: LanguageRows, stop_id: str, tag: str) -> list[Question]:
    rows = site.language_rows(tag, _QUESTIONS, stop_id)
    answers: dict[int, list[str]] = {}
    for position, text in site.language_rows(tag, _ANSWERS, stop_id) if rows else ():
        answers.setdefault(position, []).append(text)
    return [
        Question(id_, tag, text, tuple(answers.get(position, ())), right, because)
        for position, id_, text, right, because in rows
        if right < len(answers.get(position, ()))
    ]

"""The questions of a quiz trail: ``[[questions]]`` in a stop's file of one language."""

from __future__ import annotations

from kiosk.packs.catalogue_values import (
    MAX_ANSWER_LENGTH,
    MAX_ANSWERS,
    MAX_QUESTION_LENGTH,
    MAX_QUESTIONS,
    MIN_ANSWERS,
)
from kiosk.packs.names import ITEM_ID
from kiosk.packs.pack_source import QuestionSource
from kiosk.packs.source_doubles import refuse_double_ids
from kiosk.packs.source_fields import Fields, shorten


def read_questions(top: Fields) -> tuple[QuestionSource, ...]:
    """Return the questions of a file, in the author's order; a faulty one is left out, with findings."""
    entries = top.tables("questions")
    if len(entries) > MAX_QUESTIONS:
        top.error("questions", f"it has {len(entries)} questions", f"choose at most {MAX_QUESTIONS} of them")
    found = tuple(question for entry in entries if (question := _read_question(entry)) is not None)
    refuse_double_ids(top.file, "questions", found, top.findings)
    return found


def _read_question(entry: Fields) -> QuestionSource | None:
    question_id = entry.text("id", form=ITEM_ID, like='"how-tall"')
    text, because = entry.text("text"), entry.text("because", "")
    answers, right = entry.words("answers"), entry.text("right", like="the right one of answers")
    entry.finish()
    for key, words, limit in (("text", text, MAX_QUESTION_LENGTH), ("because", because, MAX_QUESTION_LENGTH)):
        if len(words) > limit:
            entry.error(
                key, f"it has {len(words)} signs", f"keep it under {limit}: it stands beside the answers"
            )
    if not _check_answers(entry, answers) or not right:
        return None
    if right not in answers:
        what = f"{shorten(right)} is not among the answers"
        entry.error("right", what, "write one of them, letter by letter", kind="dead_link")
        return None
    return QuestionSource(question_id, text, answers, answers.index(right), because)


def _check_answers(entry: Fields, answers: tuple[str, ...]) -> bool:
    if entry.has_told("answers"):
        return False
    if not MIN_ANSWERS <= len(answers) <= MAX_ANSWERS:
        remedy = f"give {MIN_ANSWERS} to {MAX_ANSWERS} to choose from"
        entry.error(
            "answers", f"there are {len(answers)}", remedy, kind="key_wrong" if answers else "key_missing"
        )
    elif len({answer.casefold() for answer in answers}) < len(answers):
        entry.error("answers", "one stands there twice", "give each once", kind="used_twice")
    elif not all(0 < len(answer) <= MAX_ANSWER_LENGTH for answer in answers):
        entry.error("answers", "one is empty or too long", f"keep each under {MAX_ANSWER_LENGTH} signs")
    return not entry.has_told("answers")

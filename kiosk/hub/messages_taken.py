"""Messages out of the facts: each goes into the line of those that wait for staff, once, and its text stays nowhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, update
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.database.stream_tables import facts
from kiosk.hub.database.voice_tables import messages
from kiosk.model.site_use import keep_own_stop

MESSAGE: Final = "message"
WAITING: Final = "waiting"


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A message among the facts: its place there and its values, checked when it came in."""

    device: str
    incarnation: str
    seq: int
    values: Mapping[str, Any]


def take_messages(connection: Connection, found: Sequence[FoundMessage]) -> None:
    """Put messages into the line. One that is there already stays as it is, whatever was decided on it."""
    if not found:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    rows = {one.values["id"]: _make_row(one.values) for one in found}
    connection.execute(dialect.insert(messages).on_conflict_do_nothing(), list(rows.values()))
    connection.execute(_EMPTY, [_name_empty(one) for one in found])


def _make_row(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": values["id"],
        "site": values["site"],
        "stop": keep_own_stop(values["site"], values.get("stop")),
        "kind": values["kind"],
        "language": values["language"],
        "day": values.get("day") or "",
        "text": values.get("text") or "",
        "sound": values.get("sound") or "",
        "state": WAITING,
    }


def _name_empty(one: FoundMessage) -> dict[str, Any]:
    """Leave of the fact's line its kind and its number, by which a repeat is known."""
    line = json.dumps({"fact": MESSAGE, "id": one.values["id"]}, separators=(",", ":"))
    return {"of_device": one.device, "of_incarnation": one.incarnation, "of_seq": one.seq, "line": line}


# Compiled once, and stepped through by the driver: a statement for each message would keep devices waiting.
_EMPTY: Final = (
    update(facts)
    .where(
        facts.c.device == bindparam("of_device"),
        facts.c.incarnation == bindparam("of_incarnation"),
        facts.c.seq == bindparam("of_seq"),
    )
    .values(body=bindparam("line"))
)

"""Facts that come again under another incarnation: known by their own ids, and counted once.

Within a stream the chain tells a replay from a fork. A device that was copied, restored from a backup or sent away by a
restored hub goes on under a new incarnation, and what it sends there it may have sent before: by a stick that was still
on its way, or in a life it no longer remembers. So from its second stream on the ids of all facts of a device are
kept and compared. Most devices have one stream for life and cost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, Table, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from kiosk.hub.database.repeat_tables import fact_ids, restarted_devices
from kiosk.hub.database.stream_tables import facts, streams
from kiosk.hub.prepared_batch import PreparedBatch, ReadFact
from kiosk.hub.stream_heads import Held, Stream

REPEATED: Final = "repeated"
Part = tuple[PreparedBatch, int]

_ID: Final = re.compile(r'"id":"([0-9a-f]{16})"')
_AT_ONCE: Final = 500
_LISTED_AT_ONCE: Final = 10_000


def hold_back_repeats(connection: Connection, held: Held, parts: Sequence[Part]) -> list[Part]:
    """Return ``parts`` with facts that are here already marked as repeated: they keep their place and count nothing.

    Args:
        connection: One that may write.
        held: What is known of the parts' devices (:func:`kiosk.hub.stream_heads.hold`).
        parts: Batches that continue their streams, each with how many of its facts are here under the same numbers.
    """
    begun = [prepared.stream for prepared, _ in parts if prepared.stream not in held.heads]
    restarted = held.restarted | (_note_restarts(connection, begun) if begun else set())
    return [
        (_mark(connection, prepared, known), known) if prepared.batch.device in restarted else (prepared, known)
        for prepared, known in parts
    ]  # fmt: skip


def _note_restarts(connection: Connection, begun: Sequence[Stream]) -> set[str]:
    """Note devices that begin another stream, with the ids of what they sent before; return all that ever did.

    A device with a thousand streams is asked for none of them: only that it was noted.
    """
    named = [device for device, _ in begun]
    restarted = _find_devices(connection, restarted_devices, named)
    sent_before = _find_devices(connection, streams, set(named) - restarted)
    noted = {device for device in named if device in sent_before or named.count(device) > 1} - restarted
    for device in sorted(noted):
        connection.execute(insert(restarted_devices).values(device=device, repeats=0))
        if device in sent_before:
            _list_ids(connection, device)
    return restarted | noted


def _find_devices(connection: Connection, table: Table, devices: Iterable[str]) -> set[str]:
    """Return which of ``devices`` have a row in ``table``."""
    return set(connection.scalars(select(table.c.device).where(table.c.device.in_(devices)).distinct()))


def _list_ids(connection: Connection, device: str) -> None:
    """Write down the ids of all facts that a device sent so far."""
    query = select(facts.c.body).where(facts.c.device == device, facts.c.body != "")
    rows = connection.execute(query.execution_options(yield_per=_LISTED_AT_ONCE)).scalars()
    for bodies in rows.partitions(_LISTED_AT_ONCE):
        _add_ids(connection, device, {found for body in bodies if (found := _find_id(body)) is not None})


def _mark(connection: Connection, prepared: PreparedBatch, known: int) -> PreparedBatch:
    device = prepared.batch.device
    ids = [_find_id(line) for _kind, _site, line in prepared.facts[known:]]
    seen = _find_known(connection, device, [one for one in ids if one is not None])
    marked: list[ReadFact] = list(prepared.facts[:known])
    fresh: set[bytes] = set()
    for fact, one in zip(prepared.facts[known:], ids, strict=True):
        is_repeated = one is not None and (one in seen or one in fresh)
        marked.append((REPEATED, None, "") if is_repeated else fact)
        if one is not None and not is_repeated:
            fresh.add(one)
    _add_ids(connection, device, fresh)
    repeats = sum(kind == REPEATED for kind, _site, _line in marked)
    if not repeats:
        return prepared
    table = restarted_devices
    connection.execute(
        update(table).where(table.c.device == device).values(repeats=table.c.repeats + repeats)
    )
    return replace(prepared, facts=tuple(marked))


def _find_known(connection: Connection, device: str, ids: Sequence[bytes]) -> set[bytes]:
    table, found = fact_ids.c, set[bytes]()
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        query = select(table.fact_id).where(table.device == device, table.fact_id.in_(some))
        found.update(bytes(one) for one in connection.scalars(query))
    return found


def _add_ids(connection: Connection, device: str, ids: Iterable[bytes]) -> None:
    rows = [{"device": device, "fact_id": one} for one in sorted(ids)]
    if rows:
        # Within its one stream a device may have sent the same id twice: that must not keep it from its second for ever.
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        connection.execute(dialect.insert(fact_ids).on_conflict_do_nothing(), rows)


def _find_id(line: str) -> bytes | None:
    found = _ID.search(line)
    return bytes.fromhex(found[1]) if found else None

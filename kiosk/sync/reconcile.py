"""When the hub's numbers are not ours: a copied disk, a restored device, or a hub restored from a backup."""

from __future__ import annotations

import sqlite3
from typing import Final

from kiosk.model.letter import ACKNOWLEDGED, StreamWord
from kiosk.sync.stream import Stream, append_facts, begin_stream, find_hash, get_stream

# Within a line of JSON only a fact's own name can stand so: what visitors write has its quotation marks escaped.
_MESSAGE: Final = b'"fact":"message"'


def keep_copies(connection: sqlite3.Connection, through: int, max_kept: int) -> None:
    """Turn facts up to ``through`` into acknowledged copies, of which the newest ``max_kept`` stay.

    Of what visitors said nothing stays: the hub has it, and nobody else is to read it.
    """
    connection.execute("DELETE FROM facts WHERE seq <= ? AND instr(fact, ?)", (through, _MESSAGE))
    incarnation = get_stream(connection).incarnation
    connection.execute(
        "INSERT INTO kept(incarnation, seq, hash, fact, joined_ms)"
        " SELECT ?, seq, hash, fact, joined_ms FROM facts WHERE seq <= ? ORDER BY seq",
        (incarnation, through),
    )
    connection.execute("DELETE FROM facts WHERE seq <= ?", (through,))
    connection.execute("DELETE FROM kept WHERE id <= (SELECT max(id) FROM kept) - ?", (max_kept,))


def rewind(connection: sqlite3.Connection, stream: Stream, agreed_through: int, agreed_hash: str) -> bool:
    """Take acknowledged facts after ``agreed_through`` back into the line, because the hub has lost them.

    Returns:
        False, with nothing changed, where not all copies are here or the hash is not ours.
    """
    if find_hash(connection, stream, agreed_through) != agreed_hash:
        return False
    lost = (stream.incarnation, agreed_through, stream.acked_through)
    condition = "incarnation = ? AND seq > ? AND seq <= ?"
    copies = connection.execute(f"SELECT count(*) FROM kept WHERE {condition}", lost).fetchone()[0]
    if copies != stream.acked_through - agreed_through:
        return False
    connection.execute(
        f"INSERT INTO facts SELECT seq, hash, fact, joined_ms FROM kept WHERE {condition}", lost
    )
    connection.execute(f"DELETE FROM kept WHERE {condition}", lost)
    connection.execute("UPDATE stream SET acked_through = ?, acked_hash = ?", (agreed_through, agreed_hash))
    return True


def begin_anew(connection: sqlite3.Connection, stream: Stream) -> None:
    """Go on under a new incarnation: what waits is numbered and chained anew."""
    rows = connection.execute("SELECT fact, joined_ms FROM facts ORDER BY seq").fetchall()
    connection.execute("DELETE FROM facts")
    begin_stream(connection, stream.device)
    append_facts(connection, rows)


def send_again(connection: sqlite3.Connection, stream: Stream, agreed_through: int, agreed_hash: str) -> None:
    """Take back into the line what a hub has lost that had acknowledged facts after ``agreed_through``.

    It may have lost facts of earlier incarnations too, and cannot be asked: their copies go again as well, behind what
    waits. What it still has it knows by the facts' own ids, and counts once.
    """
    if not rewind(connection, stream, agreed_through, agreed_hash):
        begin_anew(connection, stream)  # of which there are no copies: all there are go again
    others = (get_stream(connection).incarnation,)
    query = "SELECT fact, joined_ms FROM kept WHERE incarnation <> ? ORDER BY id"
    rows = connection.execute(query, others).fetchall()
    connection.execute("DELETE FROM kept WHERE incarnation <> ?", others)
    append_facts(connection, rows)


def take_word(connection: sqlite3.Connection, word: StreamWord, max_kept: int) -> int:
    """Take the hub's word that came by a stick; return how many facts no longer wait.

    It may be late, come twice, or be meant for a copy of this device: then it changes nothing.
    """
    stream = get_stream(connection)
    is_news = stream.acked_through < word.through <= stream.last_seq
    if word.incarnation != stream.incarnation:
        return 0
    if word.outcome != ACKNOWLEDGED and not _is_about(connection, stream, word):
        return 0
    agrees = find_hash(connection, stream, word.through) == word.head_hash
    if agrees and is_news:
        keep_copies(connection, word.through, max_kept)
        connection.execute(
            "UPDATE stream SET acked_through = ?, acked_hash = ?", (word.through, word.head_hash)
        )
    if word.outcome != ACKNOWLEDGED:
        _go_on_from(connection, stream, word, agrees=agrees)
    return word.through - stream.acked_through if agrees and is_news else 0


def _is_about(connection: sqlite3.Connection, stream: Stream, word: StreamWord) -> bool:
    """Tell whether the hub judged what this very device still waits with."""
    return (
        word.first_seq == stream.acked_through + 1
        and find_hash(connection, stream, word.last_seq) == word.last_hash
    )


def _go_on_from(connection: sqlite3.Connection, stream: Stream, word: StreamWord, *, agrees: bool) -> None:
    if word.through >= stream.acked_through:
        if agrees:
            begin_anew(connection, get_stream(connection))
    else:
        send_again(connection, stream, word.through, word.head_hash)

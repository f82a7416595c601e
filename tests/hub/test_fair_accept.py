"""Several who take connections at one socket: each gets a share, and nobody waits for one who is busy."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import ExitStack

from kiosk.hub.crew_board import CrewBoard
from kiosk.hub.fair_accept import HEAD_START_S, FairAccept

KNOCKS = 12


class Taker(asyncio.Protocol):
    """One who takes, and what it has taken; a worker with its server in small."""

    def __init__(self, board: CrewBoard, seat: int, listener: socket.socket) -> None:
        self._board = board
        self._seat = seat
        self.taken: list[asyncio.Transport] = []
        self.door = FairAccept(listener, lambda: self, self._is_ahead)
        board.write_open(seat, 0)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.taken.append(transport)

    def end(self) -> None:
        self.door.end()
        for transport in self.taken:
            transport.close()

    def _is_ahead(self, under_way: int) -> bool:
        mine = len(self.taken) + under_way
        self._board.write_open(self._seat, mine)
        return self._board.is_ahead(mine)


async def share(takers: int, busy: int) -> tuple[list[int], float]:
    """Knock many times at once; return how many each took and how long all of it took (s). The last are ``busy``."""
    board, loop = CrewBoard(takers), asyncio.get_running_loop()
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        sockets = [stack.enter_context(listener.dup()) for _ in range(takers)]
        those = [Taker(board, seat, one) for seat, one in enumerate(sockets)]
        for _ in range(KNOCKS):
            stack.enter_context(socket.create_connection(listener.getsockname(), 5))
        began_s = loop.time()
        for one in those[: takers - busy]:
            one.door.begin()
        deadline = time.monotonic() + 10
        while sum(len(one.taken) for one in those) < KNOCKS:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.002)
        took_s = loop.time() - began_s
        for one in those[: takers - busy]:
            one.end()
        await asyncio.sleep(0)
    return [len(one.taken) for one in those], took_s


def test_each_takes_its_share_of_those_who_knock_at_once() -> None:
    counts, _took_s = asyncio.run(share(3, busy=0))
    assert max(counts) - min(counts) <= 1


def test_one_who_is_busy_keeps_nobody_waiting_for_more_than_the_head_start() -> None:
    counts, took_s = asyncio.run(share(2, busy=1))
    assert counts == [KNOCKS, 0]
    assert took_s >= HEAD_START_S * (KNOCKS - 1)


def test_one_who_left_is_not_waited_for() -> None:
    board = CrewBoard(2)
    board.write_open(0, 3)
    assert not board.is_ahead(3)
    board.write_open(1, 2)
    assert board.is_ahead(3)
    board.leave(1)
    assert not board.is_ahead(3)

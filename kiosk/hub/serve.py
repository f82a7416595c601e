"""Running the hub: one process, or on PostgreSQL several at one socket; ended by SIGTERM with every answer given."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import closing

from kiosk.model.errors import KioskError


def serve(
    database: str,
    host: str,
    port: int,
    on_ready: Callable[[str, int], None],
    *,
    is_open: bool = False,
    workers: int = 1,
) -> None:
    """Serve until SIGTERM or SIGINT; ``on_ready`` is given the address and how many accounts there are.

    It is called once requests are answered, by all workers. Whoever calls counts, whether there is one worker (this
    process itself) or many.

    Args:
        database: A file or an address.
        host: Which address to listen at.
        port: Which port; 0 takes any that is free.
        on_ready: Called once.
        is_open: Takes facts of devices that nobody enrolled, and shows its sums to everybody.
        workers: How many processes answer, 1 to 32; more than one on PostgreSQL only.

    Raises:
        KioskError: ``hub.port-not-taken``, ``hub.one-worker``, ``hub.workers-died``, or as
            :func:`kiosk.hub.database.open_database`.
    """
    from kiosk.hub.accounts import count_accounts
    from kiosk.hub.counting import REST, REST_ALONE, Counting
    from kiosk.hub.database import open_database

    if workers > 1:
        _refuse_one_writer(database)
    with (
        closing(open_database(database)) as opened,
        Counting(opened, REST if workers == 1 else REST_ALONE),
        closing(_listen(host, port)) as listener,
    ):
        with opened.reading() as connection:
            people = count_accounts(connection)

        def announce() -> None:
            on_ready(_format_address(listener), people)

        if workers > 1:
            from kiosk.hub.worker_terms import Order
            from kiosk.hub.workers import run_workers

            run_workers(Order(database, is_open, workers), listener, announce)
        else:
            from kiosk.hub.web_server import WebServer, make_config

            WebServer(make_config(opened, is_open=is_open), announce).run(sockets=[listener])


def _refuse_one_writer(database: str) -> None:
    from kiosk.hub.database.address import find_file, format_address, parse_address

    url = parse_address(database)
    if find_file(url) is not None:
        raise KioskError(
            "The hub was not started",
            thing=format_address(url),
            expected="a PostgreSQL database for more than one worker",
            found="an SQLite file, which one process writes at a time: more of them would only wait for each other",
            remedy="Leave --workers out, or move to PostgreSQL (kiosk hub backup, then kiosk hub restore)",
            code="hub.one-worker",
        )


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise KioskError(
            "The hub was not started",
            thing=f"{host}:{port}",
            expected="an address of this machine and a free port",
            found=str(error),
            remedy="Choose another --port, or end the program that uses it",
            code="hub.port-not-taken",
        ) from error


def _format_address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

"""Running the hub: one process, one worker, ended by SIGTERM with every answer given."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, Final

from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    import uvicorn

GRACE_S: Final = 5
MOST_AT_ONCE: Final = 1_000
# Threads that read facts keep the interpreter for 5 ms at a time if they may: who waits for the database or for a
# device would wait as long at every step.
SWITCH_S: Final = 0.0005


def serve(
    database: str, host: str, port: int, on_ready: Callable[[str, int], None], *, is_open: bool = False
) -> None:
    """Serve until SIGTERM or SIGINT; ``on_ready`` is given the address and how many accounts there are.

    It is called once requests are answered. ``database`` is a file or an address; port 0 takes any that is
    free. ``is_open`` takes facts of devices that nobody enrolled and shows its sums to everybody.

    Raises:
        KioskError: ``hub.port-not-taken``, or as :func:`kiosk.hub.database.open_database`.
    """
    import uvicorn

    from kiosk.hub.accounts import count_accounts
    from kiosk.hub.counting import Counting
    from kiosk.hub.database import open_database
    from kiosk.hub.patient_http import PatientHttp
    from kiosk.hub.server import create_app

    sys.setswitchinterval(SWITCH_S)
    with closing(open_database(database)) as opened, Counting(opened):
        listener = _listen(host, port)
        config = uvicorn.Config(
            create_app(opened, is_open=is_open),
            log_level="warning",
            access_log=False,
            http=PatientHttp,
            server_header=False,
            limit_concurrency=MOST_AT_ONCE,
            timeout_keep_alive=30,
            timeout_graceful_shutdown=GRACE_S,
        )
        with opened.reading() as connection:
            people = count_accounts(connection)
        _make_server(config, lambda: on_ready(_format_address(listener), people)).run(sockets=[listener])


def _make_server(config: uvicorn.Config, on_ready: Callable[[], None]) -> uvicorn.Server:
    import uvicorn

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            _set_aside()
            if not self.should_exit:
                on_ready()

    return Announcing(config)


def _set_aside() -> None:
    """Spare the collector what the programs and pages are made of: going through it all stops the hub for 100 ms."""
    gc.collect()
    gc.freeze()


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

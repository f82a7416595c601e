"""Real processes, killed at the worst moment: the hub after its commit and before its answer, the device in between."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import HubAddress, parse_hub_address
from kiosk.sync.outbox import Outbox
from kiosk.sync.send_all import Sent, send_all
from tests.fakes.hub_process import HOUSE, HubProcess
from tests.fakes.made_facts import make_lines

DEVICE = "d" * 32


def totals(hub: HubProcess) -> dict[str, Any]:
    with urllib.request.urlopen(f"{hub.address}/v1/totals", timeout=10) as answer:
        found: dict[str, Any] = json.load(answer)
    return found


def send(outbox: Outbox, hub: HubProcess) -> Sent:
    return send_all(outbox, Exchange(parse_hub_address(hub.address)))


@contextmanager
def cut_wire(hub: HubProcess, on_answer: Callable[[], None]) -> Iterator[HubAddress]:
    """A wire to ``hub`` that breaks when the hub answers: it has committed, and nobody hears it."""
    with socket.create_server(("127.0.0.1", 0)) as wire:
        port = parse_hub_address(hub.address).port

        def carry() -> None:
            with closing(wire.accept()[0]) as device, socket.create_connection(("127.0.0.1", port)) as far:
                device.settimeout(0.3)
                with suppress(TimeoutError):
                    while piece := device.recv(65_536):
                        far.sendall(piece)
                assert far.recv(1)
                on_answer()

        carrier = threading.Thread(target=carry, name="cut-wire")
        carrier.start()
        yield parse_hub_address(f"http://127.0.0.1:{wire.getsockname()[1]}")
        carrier.join(20)


def test_the_hub_is_killed_after_its_commit_and_before_its_answer(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        outbox.accept("one", make_lines(120))
        with HubProcess(tmp_path / "hub.db") as hub, cut_wire(hub, hub.kill) as wire:
            assert send_all(outbox, Exchange(wire)).waiting == 120
        with HubProcess(tmp_path / "hub.db") as again:
            assert totals(again)["facts"] == 120
            sent = send(outbox, again)
            assert (sent.facts, sent.waiting) == (120, 0)
            assert totals(again)["facts"] == 120


def test_the_device_is_killed_between_the_commit_and_the_answer(tmp_path: Path) -> None:
    """The device is copied while the answer is on its way: what a kill -9 leaves on its disk."""
    killed = tmp_path / "killed.db"
    with HubProcess(tmp_path / "hub.db") as hub:
        with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
            outbox.accept("one", make_lines(120))

            def copy_disk() -> None:
                for suffix in ("", "-wal"):
                    shutil.copy(tmp_path / f"outbox.db{suffix}", f"{killed}{suffix}")

            with cut_wire(hub, copy_disk) as wire:
                send_all(outbox, Exchange(wire))
        with closing(Outbox(killed, DEVICE)) as outbox:
            outbox.accept("two", make_lines(30, 200))
            assert send(outbox, hub).waiting == 0
        assert totals(hub)["facts"] == 150


def test_the_command_is_killed_and_run_again(tmp_path: Path) -> None:
    with closing(Outbox(tmp_path / "outbox.db", DEVICE)) as outbox:
        outbox.accept("one", make_lines(3_000))
    with HubProcess(tmp_path / "hub.db") as hub:
        command = [
            sys.executable,
            "-m",
            "kiosk",
            "sync",
            "--data",
            str(tmp_path),
            "--hub",
            hub.address,
            "--json",
        ]
        environment = {**os.environ, "PYTHONPATH": str(HOUSE)}
        with subprocess.Popen(command, cwd=HOUSE, env=environment, stdout=subprocess.DEVNULL) as process:
            while totals(hub)["facts"] == 0 and process.poll() is None:
                continue
            process.kill()
        done = subprocess.run(
            command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout
        assert json.loads(done.stdout)["waiting"] == 0
        assert totals(hub)["facts"] == 3_000
        status, words = hub.end()
    assert status in (0, -15) and words == ""

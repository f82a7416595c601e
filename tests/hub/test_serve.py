"""The hub as a process: it says where it is, serves, and ends when told."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.fakes.hub_process import HOUSE, HubProcess


def test_it_announces_its_address_serves_and_ends_on_sigterm(database: Path) -> None:
    with HubProcess(database) as hub:
        with urllib.request.urlopen(f"{hub.address}/healthz", timeout=10) as answer:
            assert json.load(answer)["ok"] is True
        with urllib.request.urlopen(hub.address, timeout=10) as answer:
            assert b"Heritage Kiosk hub" in answer.read()
        status, words = hub.end()
    assert status in (0, -15)
    assert words == ""


def refuse(*options: str) -> dict[str, str]:
    command = [sys.executable, "-m", "kiosk", "hub", "serve", "--json", *options]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    error: dict[str, str] = json.loads(done.stdout)["error"]
    return error


def test_a_port_in_use_is_told_in_words(database: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        error = refuse("--database", str(database), "--port", str(port))
    assert error["code"] == "hub.port-not-taken"


def test_a_server_that_does_not_answer_is_told_in_words_without_its_password() -> None:
    error = refuse("--database", "postgresql://operator:secret@127.0.0.1:1/hub")
    assert error["code"] == "hub.database-not-opened"
    assert "secret" not in json.dumps(error)


def test_a_request_that_the_end_cuts_off_is_told_in_a_line(database: Path) -> None:
    hasty = "import runpy; from kiosk.hub import worker_terms; worker_terms.GRACE_S = 1; runpy.run_module('kiosk', run_name='__main__')"
    options = ["hub", "serve", "--open", "--json", "--port", "0", "--database", str(database)]
    with subprocess.Popen(
        [sys.executable, "-c", hasty, *options],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as hub:
        assert hub.stdout is not None
        port = int(json.loads(hub.stdout.readline())["address"].rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as slow:
            path = f"/v1/streams/{'1' * 32}/{'1' * 32}/batches"
            slow.sendall(f"POST {path} HTTP/1.1\r\nHost: hub\r\nContent-Length: 1000\r\n\r\nhalf".encode())
            time.sleep(0.3)
            hub.terminate()
            _, words = hub.communicate(timeout=20)
    assert "1 running task" in words
    assert len(words.splitlines()) == 1

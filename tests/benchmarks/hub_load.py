"""Devices that send to a real hub: enrolled, with every request signed beforehand, so that only the hub is measured."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import insert

from kiosk.hub.database import open_database
from kiosk.hub.database.device_tables import devices
from kiosk.model.batch import MAX_FACTS, Batch, chain_all, start_hash
from kiosk.model.facts import format_fact
from kiosk.seals.keys import OwnKeys, make_keys
from kiosk.seals.requests import sign_request
from tests.fakes.made_batches import INCARNATION, pack
from tests.fakes.random_facts import make_facts


@dataclass(frozen=True, slots=True)
class Sender:
    """One device and its requests, as they go over the wire, in order."""

    device: str
    keys: OwnKeys
    requests: tuple[bytes, ...]


def make_batches(device: str, count: int) -> list[Batch]:
    """Return ``count`` full batches of a device's one stream, of all kinds of facts."""
    lines = tuple(format_fact(fact) for fact in make_facts(MAX_FACTS, int(device, 16) % 7, sites=3, days=3))
    head, batches = start_hash(device, INCARNATION), []
    for number in range(count):
        batch = Batch(device, INCARNATION, 1 + number * MAX_FACTS, head, lines)
        head = chain_all(batch)[-1]
        batches.append(batch)
    return batches


def make_senders(count: int, batches: int) -> list[Sender]:
    """Return ``count`` devices with so many full batches each."""
    return [_make_sender(f"{number:032x}", batches) for number in range(1, count + 1)]


def _make_sender(device: str, batches: int) -> Sender:
    keys, path = make_keys(), f"/v1/streams/{device}/{INCARNATION}/batches"
    requests = []
    for batch in make_batches(device, batches):
        body = pack(batch)
        signed = sign_request(keys, method="POST", path=path, device=device, at_ms=0, body=body)
        headers = {"Host": "hub", "Content-Encoding": "zstd", "Content-Length": str(len(body)), **signed}
        head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        requests.append(f"POST {path} HTTP/1.1\r\n{head}\r\n".encode() + body)
    return Sender(device, keys, tuple(requests))


def enrol(address: str, senders: Sequence[Sender]) -> None:
    """Enrol the devices in the database at ``address``."""
    rows = [
        {
            "device": one.device,
            "name": "bench",
            "signing_key": one.keys.public.signing,
            "sealing_key": one.keys.public.sealing,
            "enrolled_at": 1,
        }
        for one in senders
    ]
    with closing(open_database(address)) as database, database.writing() as connection:
        connection.execute(insert(devices), rows)


def send_all(hub: str, senders: Sequence[Sender], every_s: float = 0.0) -> list[float]:
    """Let all devices send at once; return how long each answer took, ms.

    ``every_s`` spreads each device's requests at random, one in ``every_s`` on average; 0 sends without a pause.
    """
    took_ms: list[float] = []
    threads = [threading.Thread(target=_send, args=(hub, one, every_s, took_ms)) for one in senders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(took_ms) != sum(len(one.requests) for one in senders):
        raise RuntimeError("the hub did not take every batch")
    return took_ms


def _send(hub: str, sender: Sender, every_s: float, took_ms: list[float]) -> None:
    chance = random.Random(sender.device)
    address = urlsplit(hub)
    with (
        socket.create_connection((address.hostname, address.port), 60) as wire,
        wire.makefile("rb") as answers,
    ):
        for request in sender.requests:
            time.sleep(chance.uniform(0, 2 * every_s))
            began_s = time.perf_counter()
            wire.sendall(request)
            if b" 200 " not in answers.readline():
                return
            length = 0
            while (line := answers.readline().lower()) != b"\r\n":
                if line.startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            answers.read(length)
            took_ms.append((time.perf_counter() - began_s) * 1000)

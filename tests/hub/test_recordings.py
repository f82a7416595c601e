"""What visitors recorded comes in once, and only what can be played to its end, by a device that is known."""

from __future__ import annotations

import asyncio
import hashlib
import random
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from anyio.to_thread import current_default_thread_limiter
from sqlalchemy import func, insert, select

from kiosk.hub import recordings as room
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.voice_tables import messages, recordings
from kiosk.hub.forgetting import KEPT_WITHOUT_MESSAGE_MS, forget_refused
from kiosk.hub.recordings import (
    MAX_RECORDING_BYTES,
    BadRecordingError,
    TooManyRecordingsError,
    check_recording,
    read_recording,
    take_recording,
)
from kiosk.seals.keys import make_keys
from tests.fakes.signed_device import SignedDevice
from tests.fakes.tones import write_tone

DEVICE = "d" * 32


@cache
def tone(duration_ms: int = 900, suffix: str = ".opus") -> bytes:
    with TemporaryDirectory() as folder:
        return write_tone(Path(folder) / f"tone{suffix}", duration_ms).read_bytes()


def name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def door(content: bytes) -> str:
    return f"/v1/devices/{DEVICE}/recordings/{name(content)}"


def count(database: HubDatabase) -> int:
    with database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(recordings)) or 0


def test_a_recording_comes_in_once_however_often_it_is_sent(hub_database: HubDatabase) -> None:
    device, content = SignedDevice(hub_database), tone()
    for _ in range(2):
        reply = device.post(door(content), content)
        assert (reply.status, reply.json()["sha256"]) == (200, name(content))
        assert device.believes(reply, door(content), content)
    with hub_database.reading() as connection:
        row = connection.execute(select(recordings)).one()
        assert read_recording(connection, name(content)) == content
    assert row.duration_ms == pytest.approx(900, abs=20) and row.device == DEVICE


def test_what_is_no_recording_is_refused_for_good_by_the_hubs_own_word(hub_database: HubDatabase) -> None:
    device, content = SignedDevice(hub_database), b"OggS" + bytes(500)
    reply = device.post(door(content), content)
    assert (reply.status, reply.json()["code"]) == (422, "hub.recording-refused")
    assert device.believes(reply, door(content), content)
    assert count(hub_database) == 0


def test_only_a_known_device_brings_recordings_under_their_own_names(hub_database: HubDatabase) -> None:
    device, content = SignedDevice(hub_database), tone()
    assert device.post(door(content), content, make_keys()).status == 401
    assert device.hub.post(door(content), content).status == 401
    assert device.post(door(b"another"), content).status == 422
    assert device.post(f"/v1/devices/{DEVICE}/recordings/{'A' * 64}", content).status == 404
    assert device.post(door(bytes(MAX_RECORDING_BYTES + 1)), bytes(MAX_RECORDING_BYTES + 1)).status == 413
    assert count(hub_database) == 0


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no sound"),
        (b"<script>alert(1)</script>", "no sound"),
        (tone(300, ".wav"), "WAV PCM_16"),
        (tone(300, ".mp3"), "MP3"),
        (tone()[: len(tone()) // 2], "no sound|breaks off"),
        (tone(62_000), "longer than 61 s"),
    ],
)
def test_what_cannot_be_played_to_its_end_is_no_recording(content: bytes, words: str) -> None:
    with pytest.raises(BadRecordingError, match=words):
        check_recording(content)


def test_facts_and_pages_wait_for_no_recording(hub_database: HubDatabase) -> None:
    """A fleet that brings a morning's recordings at once leaves threads to everybody else."""
    device = SignedDevice(hub_database)
    done: list[str] = []

    async def bring(number: int) -> None:
        content = tone(600 + 50 * number)
        reply = await device.hub.send("POST", door(content), device.sign(door(content), content), content)
        done.append(f"recording {reply.status}")

    async def look() -> None:
        await asyncio.sleep(0.05)
        done.append(f"health {(await device.hub.send('GET', '/healthz')).status}")

    async def all_at_once() -> None:
        current_default_thread_limiter().total_tokens = 3
        await asyncio.gather(look(), *(bring(number) for number in range(4)))

    asyncio.run(all_at_once())
    assert sorted(done) == ["health 200", *["recording 200"] * 4] and done[0] == "health 200"


def test_damaged_recordings_harm_nobody() -> None:
    chance = random.Random(7)
    for _ in range(4):
        damaged = bytearray(tone())
        for _ in range(30):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with pytest.raises(BadRecordingError):
            check_recording(bytes(damaged))


def test_a_device_cannot_fill_the_hub(hub_database: HubDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_UNNAMED", 1)
    device = SignedDevice(hub_database)
    take_recording(hub_database, DEVICE, name(tone()), tone(), 1)
    second = tone(800)
    with pytest.raises(TooManyRecordingsError):
        take_recording(hub_database, DEVICE, name(second), second, 1)
    reply = device.post(door(second), second)
    assert (reply.status, reply.json()["code"]) == (429, "hub.too-many-recordings")
    with hub_database.writing() as connection:
        said = {"id": "1" * 16, "site": "mill", "kind": "story", "language": "en", "state": "waiting"}
        connection.execute(insert(messages).values(sound=name(tone()), **said))
    take_recording(hub_database, DEVICE, name(second), second, 1)
    with hub_database.writing() as connection:
        forget_refused(connection, KEPT_WITHOUT_MESSAGE_MS + 2)
        assert connection.scalars(select(recordings.c.sha256)).all() == [name(tone())]

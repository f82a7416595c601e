"""Three people at a hub: Asha, who may do all, Kabir of the castle, and Ravi, who only looks."""

from __future__ import annotations

import time

from fastapi import FastAPI
from sqlalchemy import insert

from kiosk.hub.accounts import Role
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.account_tables import accounts
from kiosk.hub.sessions import begin_session
from tests.fakes.asgi_person import Person

_PEOPLE = (("asha", Role.OPERATOR, None), ("kabir", Role.SITE, "castle"), ("ravi", Role.READ_ONLY, None))


def now_ms() -> int:
    return time.time_ns() // 1_000_000


def add_people(database: HubDatabase) -> None:
    """Make their accounts; nobody can log in with a password, the hash of which would take its time."""
    rows = [
        {"name": name, "role": str(role), "site": site, "password_hash": "none", "made_at": now_ms()}
        for name, role, site in _PEOPLE
    ]
    with database.writing() as connection:
        connection.execute(insert(accounts), rows)


def come_in(database: HubDatabase, app: FastAPI, name: str = "asha") -> Person:
    """Return somebody who is logged in."""
    person = Person(app)
    with database.writing() as connection:
        person.cookies["kiosk-session"] = begin_session(connection, name, now_ms())
    return person

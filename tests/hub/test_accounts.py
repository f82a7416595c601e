"""Accounts and who is logged in, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from kiosk.hub import passwords
from kiosk.hub.accounts import (
    Role,
    add_account,
    count_accounts,
    get_account,
    list_accounts,
    parse_name,
    set_disabled,
    set_password,
)
from kiosk.hub.database import HubDatabase
from kiosk.hub.database.account_tables import tries
from kiosk.hub.log_in import (
    BY_BOTH,
    BY_NETWORK,
    TooManyTriesError,
    check_password,
    forgive_account,
    format_network,
)
from kiosk.hub.sessions import (
    IDLE_MS,
    LONGEST_MS,
    begin_session,
    end_session,
    find_session,
    prolong_session,
)
from kiosk.model.errors import KioskError
from tests.fakes.asgi_person import PASSWORD

NOW = 1_795_262_400_000


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes of a moment: what they cost is test_passwords' matter."""
    cost = passwords.Cost(4, 8, 1)
    monkeypatch.setattr(passwords, "COST", cost)
    monkeypatch.setattr(passwords, "_NOBODYS", f"scrypt$4$8$1${'00' * 16}${'00' * 32}")


@pytest.fixture
def asha(hub_database: HubDatabase) -> str:
    with hub_database.writing() as connection:
        return add_account(connection, "Asha", Role.SITE, "mill", PASSWORD, NOW).name


def check(database: HubDatabase, password: str, *, name: str = "asha", address: str = "1.1.1.1") -> bool:
    return check_password(database, name, password, address, NOW) is not None


def test_an_account_is_made_once_and_listed(hub_database: HubDatabase, asha: str) -> None:
    with hub_database.writing() as connection:
        (account,) = list_accounts(connection)
        assert (account.name, account.role, account.site) == ("asha", "site", "mill")
        with pytest.raises(KioskError) as refused:
            add_account(connection, "ASHA", Role.OPERATOR, None, PASSWORD, NOW)
        assert refused.value.code == "hub.account-refused"
        assert count_accounts(connection) == 1


@pytest.mark.parametrize(
    ("name", "role", "site", "password"),
    [
        ("", Role.OPERATOR, None, PASSWORD),
        ("a b", Role.OPERATOR, None, PASSWORD),
        ("x" * 61, Role.OPERATOR, None, PASSWORD),
        ("a\x00", Role.OPERATOR, None, PASSWORD),
        ("asha", Role.OPERATOR, "mill", PASSWORD),
        ("asha", Role.SITE, None, PASSWORD),
        ("asha", Role.READ_ONLY, None, "short"),
    ],
)
def test_what_will_not_do_is_refused(
    hub_database: HubDatabase, name: str, role: Role, site: str | None, password: str
) -> None:
    with hub_database.writing() as connection:
        with pytest.raises(KioskError) as refused:
            add_account(connection, name, role, site, password, NOW)
        assert refused.value.code == "hub.account-refused" and not list_accounts(connection)


def test_names_are_kept_in_one_way() -> None:
    assert parse_name("Straße.7") == "strasse.7"
    assert parse_name("ÉLISE") == "élise"
    assert parse_name("आशा") == "आशा"


def test_the_right_password_is_known_until_it_is_changed_or_the_account_shut(
    hub_database: HubDatabase, asha: str
) -> None:
    assert check(hub_database, PASSWORD) and check(hub_database, PASSWORD, name="ASHA")
    with hub_database.writing() as connection:
        set_password(connection, asha, "another long one")
    assert not check(hub_database, PASSWORD)
    assert check(hub_database, "another long one")
    with hub_database.writing() as connection:
        set_disabled(connection, asha, NOW, disabled=True)
        assert count_accounts(connection) == 0
    assert not check(hub_database, "another long one")
    with hub_database.writing() as connection:
        set_disabled(connection, asha, NOW, disabled=False)
    assert check(hub_database, "another long one")


def test_nobody_else_is_known(hub_database: HubDatabase) -> None:
    for name in ("nobody", "", "x" * 10_000, "\x00", "\ud800"):
        assert not check(hub_database, PASSWORD, name=name)
    with hub_database.reading() as connection, pytest.raises(KioskError) as unknown:
        get_account(connection, "nobody")
    assert unknown.value.code == "hub.account-unknown"


def test_ten_wrong_tries_shut_the_door_for_that_name_from_that_network(
    hub_database: HubDatabase, asha: str
) -> None:
    for _ in range(BY_BOTH.most):
        assert not check(hub_database, "wrong")
    with pytest.raises(TooManyTriesError) as shut:
        check(hub_database, PASSWORD)
    assert 0 < shut.value.wait_ms <= BY_BOTH.window_ms
    # The person herself, elsewhere, is not shut out by it; and after a while nobody is.
    assert check(hub_database, PASSWORD, address="2.2.2.2")
    assert check_password(hub_database, "asha", PASSWORD, "1.1.1.1", NOW + BY_BOTH.window_ms) is not None


def test_many_tries_at_once_are_no_more_tries(hub_database: HubDatabase, asha: str) -> None:
    def guess(_number: int) -> bool:
        try:
            return check(hub_database, "wrong")
        except TooManyTriesError:
            return True

    with ThreadPoolExecutor(8) as pool:
        shut = list(pool.map(guess, range(24)))
    assert shut.count(False) == BY_BOTH.most


def test_many_names_from_one_network_shut_it_too(hub_database: HubDatabase, asha: str) -> None:
    for number in range(BY_NETWORK.most):
        assert not check(hub_database, "wrong", name=f"n{number}")
    with pytest.raises(TooManyTriesError):
        check(hub_database, PASSWORD)


def test_one_name_from_many_networks_is_shut_and_forgiven_with_another_password(
    hub_database: HubDatabase, asha: str
) -> None:
    for number in range(100):
        assert not check(hub_database, "wrong", address=f"10.0.{number}.1")
    with pytest.raises(TooManyTriesError):
        check(hub_database, PASSWORD)
    with hub_database.writing() as connection:
        forgive_account(connection, asha)
    assert check(hub_database, PASSWORD)


def test_a_right_try_takes_back_its_own_only(hub_database: HubDatabase, asha: str) -> None:
    for _ in range(BY_NETWORK.most):
        assert check(hub_database, PASSWORD)
    for number in range(BY_NETWORK.most - 1):
        assert not check(hub_database, "wrong", name=f"n{number}")
        assert check(hub_database, PASSWORD)
    assert not check(hub_database, "wrong", name="last")
    with pytest.raises(TooManyTriesError):
        check(hub_database, PASSWORD)


def test_a_hash_of_another_cost_is_renewed(
    hub_database: HubDatabase, asha: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(5, 8, 1))
    assert check(hub_database, PASSWORD)
    with hub_database.reading() as connection:
        kept = connection.exec_driver_sql("SELECT password_hash FROM accounts").scalar_one()
    assert kept.startswith("scrypt$5$") and check(hub_database, PASSWORD)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("1.2.3.4", "1.2.3.4"),
        ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"),
        ("::ffff:1.2.3.4", "1.2.3.4"),
        ("a socket", ""),
        ("", ""),
    ],
)
def test_an_address_belongs_to_a_network(address: str, network: str) -> None:
    assert format_network(address) == network


def test_a_session_ends_after_twelve_idle_hours_and_after_a_week(
    hub_database: HubDatabase, asha: str
) -> None:
    with hub_database.writing() as connection:
        token = begin_session(connection, asha, NOW)
        at = NOW
        while (session := find_session(connection, token, at)) is not None:
            assert (session.account, session.role, session.site) == ("asha", "site", "mill")
            prolong_session(connection, token, session, at)
            at += IDLE_MS - 3_600_000
        assert NOW + LONGEST_MS - IDLE_MS < at < NOW + LONGEST_MS + IDLE_MS
        idle = begin_session(connection, asha, NOW)
        fresh = find_session(connection, idle, NOW)
        assert fresh is not None
        assert not fresh.is_to_be_prolonged(NOW + 600_000) and fresh.is_to_be_prolonged(NOW + 600_001)
        assert find_session(connection, idle, NOW + IDLE_MS - 1) is not None
        assert find_session(connection, idle, NOW + IDLE_MS) is None


def test_the_token_is_not_in_the_database(hub_database: HubDatabase, asha: str) -> None:
    with hub_database.writing() as connection:
        token = begin_session(connection, asha, NOW)
        row = connection.exec_driver_sql("SELECT token_hash, csrf_token FROM sessions").one()
    assert token.encode() != bytes(row[0]) and token != row[1]


def test_a_session_ends_with_log_out_another_password_and_a_shut_account(
    hub_database: HubDatabase, asha: str
) -> None:
    with hub_database.writing() as connection:
        first = begin_session(connection, asha, NOW)
        second = begin_session(connection, asha, NOW)
        end_session(connection, first)
        assert find_session(connection, first, NOW) is None
        assert find_session(connection, second, NOW) is not None
        set_password(connection, asha, "another long one")
        assert find_session(connection, second, NOW) is None
        third = begin_session(connection, asha, NOW)
        set_disabled(connection, asha, NOW, disabled=True)
        assert find_session(connection, third, NOW) is None
        set_disabled(connection, asha, NOW, disabled=False)
        assert find_session(connection, third, NOW) is None


def test_a_network_that_is_shut_out_does_not_fill_the_disk_with_made_up_names(
    hub_database: HubDatabase,
) -> None:
    with hub_database.writing() as connection:
        for _ in range(BY_NETWORK.most):
            BY_NETWORK.note_failure(connection, "1.1.1.1", NOW)
    with hub_database.reading() as connection:
        before = connection.scalar(select(func.count()).select_from(tries))
    for number in range(5):
        with pytest.raises(TooManyTriesError):
            check(hub_database, "a guess", name=f"nobody{number}")
    with hub_database.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(tries)) == before

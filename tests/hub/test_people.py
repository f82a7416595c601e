"""People before the hub's pages: logging in and out, what an account may see, and forms nobody else can send."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi import FastAPI, Request, Response

from kiosk.hub import passwords
from kiosk.hub.accounts import Role, add_account, set_disabled, set_password
from kiosk.hub.database import HubDatabase, open_database
from kiosk.hub.pages.forms import FormSent
from kiosk.hub.pages.log_in import clean_path
from kiosk.hub.pages.rendering import render
from kiosk.hub.pages.viewer import Seen, Viewer, require
from kiosk.hub.server import create_app
from tests.fakes.asgi_caller import AsgiCaller, AsgiReply
from tests.fakes.asgi_person import PASSWORD, Person
from tests.fakes.made_batches import cut_batch, pack
from tests.fakes.made_facts import make_lines

NOW = 1_795_262_400_000
ACCOUNTS = {"asha": (Role.OPERATOR, None), "ravi": (Role.SITE, "qutb"), "mira": (Role.READ_ONLY, None)}


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "COST", passwords.Cost(4, 8, 1))
    monkeypatch.setattr(passwords, "_NOBODYS", f"scrypt$4$8$1${'00' * 16}${'00' * 32}")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[HubDatabase]:
    with closing(open_database(str(tmp_path / "hub.db"))) as database:
        with database.writing() as connection:
            for name, (role, site) in ACCOUNTS.items():
                add_account(connection, name, role, site, PASSWORD, NOW)
        yield database


@pytest.fixture
def app(database: HubDatabase) -> FastAPI:
    app = create_app(database)

    @app.get("/form")
    def show(request: Request, viewer: Seen) -> Response:
        return render(request, viewer, "refused.html", words="<b>")

    @app.post("/form")
    def take(viewer: Seen, form: FormSent) -> dict[str, str]:
        return {"by": viewer.name, "word": form.get("word")}

    operators = require()

    @app.get("/operators")
    def see(request: Request, viewer: Seen) -> Response:
        return render(request, operators(viewer), "refused.html", words="yes")

    return app


def ask(app: FastAPI, path: str, name: str, password: str = PASSWORD, **headers: str) -> AsgiReply:
    token = base64.b64encode(f"{name}:{password}".encode()).decode()
    caller = AsgiCaller(app, address="192.0.2.7")
    path, _, query = path.partition("?")
    return caller.call("GET", path, {"authorization": f"Basic {token}", **headers}, query=query)


def test_a_page_leads_to_the_log_in_and_from_there_back(app: FastAPI) -> None:
    person = Person(app)
    reply = person.get("/fleet?site=qutb")
    assert (reply.status, reply.headers["location"]) == (303, "/login?next=%2Ffleet%3Fsite%3Dqutb")
    reply = person.log_in("asha", next_path="/fleet?site=qutb")
    assert (reply.status, reply.headers["location"]) == (303, "/fleet?site=qutb")
    assert person.get("/form").status == 200
    assert person.get("/login").headers["location"] == "/"


def test_logging_out_ends_the_session_also_for_who_kept_the_cookie(app: FastAPI) -> None:
    person = Person(app)
    person.log_in("asha")
    kept = dict(person.cookies)
    assert person.send("/form", "/logout", {}).headers["location"] == "/login"
    person.cookies.update(kept)
    assert person.get("/form").status == 303


def test_the_answer_does_not_tell_which_accounts_there_are(app: FastAPI, database: HubDatabase) -> None:
    with database.writing() as connection:
        set_disabled(connection, "mira", NOW, disabled=True)
    pages = []
    for name, password in (("asha", "wrong"), ("nobody", "wrong"), ("mira", PASSWORD)):
        person = Person(app)
        reply = person.log_in(name, password)
        assert reply.status == 403 and "kiosk-session" not in person.cookies
        pages.append(reply.text.replace(name, "").replace(person.cookies["kiosk-form"], ""))
    assert pages[0] == pages[1] == pages[2]


def test_too_many_tries_are_told_with_a_wait(app: FastAPI) -> None:
    person = Person(app)
    for _ in range(10):
        assert person.log_in("asha", "wrong").status == 403
    reply = person.log_in("asha")
    assert reply.status == 429 and 0 < int(reply.headers["retry-after"]) <= 900
    assert "Wait 15 minutes" in reply.text


def test_over_tls_the_cookies_are_for_this_server_and_tls_only(app: FastAPI) -> None:
    person = Person(app, scheme="https")
    words = person.log_in("asha").headers["set-cookie"].lower()
    assert words.startswith("__host-kiosk-session=")
    assert {"httponly", "samesite=strict", "secure", "path=/"} <= {part.strip() for part in words.split(";")}
    assert person.get("/form").status == 200
    assert "secure" not in Person(app).log_in("asha").headers["set-cookie"].lower()


def test_a_password_in_the_clear_is_warned_of(app: FastAPI) -> None:
    words = "not encrypted"
    assert words in Person(app, address="192.0.2.7").get("/login").text
    assert words not in Person(app).get("/login").text
    assert words not in Person(app, scheme="https", address="192.0.2.7").get("/login").text


def test_the_first_start_says_how_to_make_an_account(tmp_path: Path, app: FastAPI) -> None:
    with closing(open_database(str(tmp_path / "empty.db"))) as empty:
        assert "kiosk hub account add NAME" in Person(create_app(empty)).get("/login").text
    assert "kiosk hub account add" not in Person(app).get("/login").text


@pytest.mark.parametrize(
    "path", ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "", "/a\r\nb", "/login", "/x" * 300]
)  # fmt: skip
def test_after_the_log_in_nobody_is_led_elsewhere(app: FastAPI, path: str) -> None:
    assert clean_path(path) == "/"


def test_a_form_is_taken_only_with_the_word_that_stood_in_it(app: FastAPI) -> None:
    person, other = Person(app), Person(app)
    person.log_in("asha")
    other.log_in("mira")
    assert person.send("/form", "/form", {"word": " mill "}).json() == {"by": "asha", "word": "mill"}
    assert person.post("/form", {"word": "mill"}).status == 403
    assert person.post("/form", {"word": "mill", "csrf_token": "ü"}).status == 403
    mine = person.cookies["kiosk-session"]
    other.cookies["kiosk-session"], theirs = mine, other.cookies["kiosk-session"]
    assert mine != theirs
    token = "csrf_token"
    assert other.post("/form", {token: theirs, "word": "x"}).status == 403


def test_nobody_logs_somebody_in_from_another_site(app: FastAPI) -> None:
    fields = {"name": "asha", "password": PASSWORD}
    assert Person(app).post("/login", fields).status == 403
    assert Person(app).post("/login", {**fields, "csrf_token": ""}).status == 403


@pytest.mark.parametrize(
    ("fields", "kind", "status"),
    [
        ({"word": "x" * 70_000}, "application/x-www-form-urlencoded", 413),
        ({"word": "x"}, "text/plain", 415),
        ({"word": "x"}, "multipart/form-data; boundary=x", 415),
        ({f"f{number}": "" for number in range(600)}, "application/x-www-form-urlencoded", 400),
    ],
)
def test_what_is_no_form_is_refused_in_words(
    app: FastAPI, fields: dict[str, str], kind: str, status: int
) -> None:
    person = Person(app)
    person.log_in("asha")
    reply = person.post("/form", fields, kind)
    assert reply.status == status and "Not done" in reply.text


def test_a_field_that_is_too_long_is_refused(app: FastAPI) -> None:
    person = Person(app)
    person.log_in("asha")
    assert person.send("/form", "/form", {"word": "x" * 201}).status == 400
    assert person.send("/form", "/form", {"word": "a\x00b"}).status == 400


def test_pages_load_nothing_from_elsewhere_and_are_not_kept(app: FastAPI) -> None:
    person = Person(app)
    reply = person.get("/login")
    policy = reply.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert reply.headers["cache-control"] == "no-store"
    assert "style=" not in reply.text and "<script" not in reply.text and "//" not in reply.text
    assert person.get("/style.css").headers["content-type"].startswith("text/css")
    person.log_in("asha")
    assert "&lt;b&gt;" in person.get("/form").text


def test_a_page_for_operators_is_for_operators(app: FastAPI) -> None:
    for name, status in (("asha", 200), ("ravi", 403), ("mira", 403)):
        person = Person(app)
        person.log_in(name)
        assert person.get("/operators").status == status


def test_what_roles_may_do() -> None:
    assert Viewer("a", Role.OPERATOR).may_change and Viewer("a", Role.SITE, "mill").may_change
    assert not Viewer("a", Role.READ_ONLY).may_change
    assert Viewer("a", Role.READ_ONLY).sees(None) and Viewer("a", Role.READ_ONLY).sees("mill")
    confined = Viewer("a", Role.SITE, "mill")
    assert confined.sees("mill") and not confined.sees("qutb") and not confined.sees(None)


def test_another_password_logs_out_everywhere(app: FastAPI, database: HubDatabase) -> None:
    person = Person(app)
    person.log_in("asha")
    with database.writing() as connection:
        set_password(connection, "asha", "another long one")
    assert person.get("/form").status == 303


def test_somebody_changes_their_own_password(app: FastAPI) -> None:
    person, elsewhere = Person(app), Person(app)
    person.log_in("asha")
    elsewhere.log_in("asha")
    new = "another long one"
    for fields, words in (
        ({"old": "wrong", "new": new, "again": new}, "not right"),
        ({"old": PASSWORD, "new": new, "again": "else"}, "differ"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "will not do"),
    ):
        reply = person.send("/password", "/password", fields)
        assert reply.status == 400 and words in reply.text
    fields = {"old": PASSWORD, "new": new, "again": new}
    assert person.send("/password", "/password", fields).headers["location"] == "/"
    assert person.get("/form").status == 200 and elsewhere.get("/form").status == 303
    assert Person(app).log_in("asha").status == 403
    assert Person(app).log_in("asha", new).status == 303


def test_programs_read_figures_with_an_account_only(app: FastAPI, database: HubDatabase) -> None:
    bare = AsgiCaller(app, address="192.0.2.7")
    for path in ("/v1/totals", "/v1/reports/attraction", "/metrics"):
        reply = bare.get(path)
        assert (reply.status, reply.json()["code"]) == (401, "hub.account-needed")
        assert reply.headers["www-authenticate"].startswith("Basic ")
        assert ask(app, path, "asha", "wrong").status == 401
        assert ask(app, path, "nobody").status == 401
        assert ask(app, path, "asha").status == ask(app, path, "asha").status == 200
    with database.writing() as connection:
        set_password(connection, "asha", "another long one")
    assert ask(app, "/v1/totals", "asha").status == 401
    assert ask(app, "/v1/totals", "asha", "another long one").status == 200
    person = Person(app)
    person.log_in("mira")
    assert person.get("/v1/totals").status == 200


def test_a_program_that_guesses_is_shut_out(app: FastAPI) -> None:
    for _ in range(10):
        assert ask(app, "/v1/totals", "asha", "wrong").status == 401
    reply = ask(app, "/v1/totals", "asha")
    assert (reply.status, reply.json()["code"]) == (429, "hub.too-many-tries")
    assert "retry-after" in reply.headers


@pytest.mark.parametrize(
    "header", ["Bearer x", "Basic", "Basic !!", "Basic YQ==", "Basic " + "A" * 5_000, "Basic /w=="]
)
def test_a_header_that_is_none_is_refused_in_words(app: FastAPI, header: str) -> None:
    reply = AsgiCaller(app).call("GET", "/v1/totals", {"authorization": header})
    assert (reply.status, reply.json()["code"]) == (401, "hub.account-needed")


def test_a_sites_account_reads_its_site_only(app: FastAPI, database: HubDatabase) -> None:
    lines = [line.replace(b"qutb", site) for site in (b"qutb", b"agra") for line in make_lines(8)]
    opened = AsgiCaller(create_app(database, is_open=True))
    batch = pack(cut_batch(lines, 1, len(lines)))
    path = f"/v1/streams/{'d' * 32}/{'1' * 32}/batches"
    assert opened.post(path, batch, content_encoding="zstd").status == 200
    sites = {one["site"] for one in ask(app, "/v1/reports/attraction", "asha").json()}
    assert sites == {"qutb", "agra"}
    assert {one["site"] for one in ask(app, "/v1/reports/attraction", "ravi").json()} == {"qutb"}
    assert ask(app, "/v1/reports/attraction?site=qutb", "ravi").status == 200
    for path in (
        "/v1/reports/attraction?site=agra",
        "/v1/reports/attraction?site=none",
        "/v1/totals",
        "/metrics",
    ):
        reply = ask(app, path, "ravi")
        assert (reply.status, reply.json()["code"]) == (403, "hub.not-for-this-account")


def test_figures_of_the_hub_are_free_on_its_own_machine_and_health_everywhere(app: FastAPI) -> None:
    assert AsgiCaller(app).get("/metrics").status == 200
    for header in ("x-forwarded-for", "forwarded", "via"):
        reply = AsgiCaller(app).call("GET", "/metrics", {header: "127.0.0.1"})
        assert reply.status == 401
    assert AsgiCaller(app, address="192.0.2.7").get("/healthz").status == 200


def test_at_an_open_hub_everybody_looks_and_nobody_changes(database: HubDatabase) -> None:
    app = create_app(database, is_open=True)

    @app.post("/form")
    def take(form: FormSent) -> dict[str, str]:
        return {}

    person = Person(app, address="192.0.2.7")
    assert person.get("/").status == 200 and person.get("/v1/totals").status == 200
    assert person.post("/form", {"csrf_token": ""}).status == 403
    person.log_in("asha")
    assert "asha" in person.get("/").text


def test_an_address_with_nothing_is_told_with_a_code(app: FastAPI) -> None:
    assert AsgiCaller(app).get("/v1/none").json()["code"] == "hub.no-such-door"
    reply = AsgiCaller(app).call("DELETE", "/v1/totals")
    assert (reply.status, reply.json()["code"]) == (405, "hub.no-such-door")
    assert reply.headers["allow"] == "GET"
    page = Person(app).get("/none", accept="text/html,*/*")
    assert page.status == 404 and "There is no such page." in page.text


def test_a_database_that_is_away_is_told_to_people_and_programs(app: FastAPI, database: HubDatabase) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE sessions")
    person = Person(app)
    person.cookies["kiosk-session"] = "x"
    page = person.get("/", accept="text/html")
    assert page.status == 503 and "busy or away" in page.text and page.headers["retry-after"] == "30"
    reply = person.get("/v1/totals", accept="text/html")
    assert (reply.status, reply.json()["code"]) == (503, "hub.database-busy")

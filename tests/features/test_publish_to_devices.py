"""From a museum's key to what visitors see: the way a volunteer walks it, with the commands that the guides name."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.app.cli import main
from kiosk.packs.build import build_pack
from kiosk.packs.publishing import encrypted_key
from kiosk.packs.source import read_source
from kiosk.packs.store import PackStore
from tests.packs.small_source import write_small_source

PASSPHRASE = "mill wheel turns again"


class Museum:
    """A museum's desk, a stick and one device; ``said`` is what the last command printed."""

    def __init__(self, folder: Path, packs: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.stick = folder / "stick"
        self.stick.mkdir()
        self._packs = packs
        self._capsys = capsys
        self.said = ""

    def pack(self, version: int) -> Path:
        """Return a copy of a built pack, unsigned."""
        return Path(shutil.copy(self._packs / f"{version}.hpack", self.folder / f"mill-{version}.hpack"))

    def kiosk(self, *words: str | Path, keys: str = "keys") -> int:
        where = ["--keys", self.folder / keys] if words[0] == "keys" or words[1] in SIGNING else []
        if words[:2] == ("keys", "trust"):
            where = []
        status = main([str(word) for word in (*words, *where, "--data", self.folder / "device")])
        captured = self._capsys.readouterr()
        self.said = captured.out + captured.err
        assert PASSPHRASE not in self.said
        return status

    def answer(self, *words: str | Path, keys: str = "keys") -> dict[str, Any]:
        self.kiosk(*words, "--json", keys=keys)
        answer: dict[str, Any] = json.loads(self.said.splitlines()[-1])
        return answer

    def install(self) -> str:
        """Plug the stick in; return what became of it, or the refusal's code."""
        answer = self.answer("pack", "install", self.stick)
        return str(answer["code"] or answer["result"])

    def shown(self) -> str:
        """Return the publisher of what visitors see."""
        store = PackStore(self.folder / "device")
        library = store.open_library()
        try:
            return library.get_stop("mill/wheel", "en").publisher if library.sites("en") else ""
        finally:
            library.close()
            store.close()


SIGNING = ("sign", "publish", "withdraw")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    source = read_source(write_small_source(tmp_path_factory.mktemp("mill")))
    for version in (1, 2, 3):
        release = replace(source, version=version, publisher=f"Publisher {version}")
        build_pack(release, folder / f"{version}.hpack")
    return folder


@pytest.fixture
def museum(
    tmp_path: Path, packs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Museum:
    """A museum that has made its key, and one device that trusts it."""
    monkeypatch.setenv("KIOSK_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(encrypted_key, "SCRYPT_N", 1 << 8)
    museum = Museum(tmp_path, packs, capsys)
    assert museum.kiosk("keys", "new", "--name", "The Mill Society") == 0
    assert museum.kiosk("pack", "publish", "--to", museum.stick) == 0
    assert museum.kiosk("keys", "trust", museum.stick) == 0
    return museum


def test_a_volunteer_makes_a_key_and_is_told_what_to_keep(museum: Museum) -> None:
    assert museum.kiosk("keys", "new", "--name", "The Forge", keys="forge") == 0
    assert "Keep a copy of" in museum.said
    assert "another building" in museum.said
    shown = museum.answer("keys", "show", keys="forge")
    assert shown["fingerprint"] in museum.said
    assert (shown["name"], shown["root_version"], shown["releases"]) == ("The Forge", 1, [])


def test_a_published_pack_is_shown(museum: Museum) -> None:
    assert museum.kiosk("pack", "publish", museum.pack(1), "--to", museum.stick) == 0
    assert "Published test.mill 1 to" in museum.said
    museum.kiosk("pack", "publish", museum.pack(2), "--to", museum.stick, "--progress", "--json")
    *told, done = [json.loads(line) for line in museum.said.splitlines()]
    assert {each["progress"] for each in told} == {"Copying", "Reading back"}
    assert (told[-1]["total_bytes"], done["result"]) == (done["copied_bytes"], "published")
    assert museum.install() == "installed"
    assert museum.shown() == "Publisher 2"


def test_a_file_from_an_e_mail_is_shown(museum: Museum) -> None:
    pack = museum.pack(1)
    assert museum.answer("pack", "install", pack)["code"] == "packs.unsigned"
    assert museum.kiosk("pack", "sign", pack) == 0
    assert museum.said == "Signed test.mill 1\n"
    assert museum.answer("pack", "install", pack)["result"] == "installed"


def test_somebody_elses_pack_is_not_shown(museum: Museum) -> None:
    museum.kiosk("keys", "new", "--name", "The Forge", keys="forge")
    pack = museum.pack(1)
    museum.kiosk("pack", "sign", pack, keys="forge")
    assert museum.answer("pack", "install", pack)["code"] == "packs.foreign"
    assert museum.shown() == ""


def test_devices_follow_a_new_key(museum: Museum) -> None:
    museum.kiosk("pack", "publish", museum.pack(1), "--to", museum.stick)
    assert museum.install() == "installed"
    for _ in range(3):
        assert museum.kiosk("keys", "rotate") == 0
    assert "Publish to every stick" in museum.said
    museum.kiosk("pack", "publish", museum.pack(2), "--to", museum.stick)
    assert museum.install() == "installed"
    assert museum.shown() == "Publisher 2"


def test_a_thief_with_the_old_key_is_too_late(museum: Museum) -> None:
    shutil.copytree(museum.folder / "keys", museum.folder / "stolen")
    museum.kiosk("keys", "rotate")
    museum.kiosk("pack", "publish", museum.pack(1), "--to", museum.stick)
    assert museum.install() == "installed"
    forged = museum.pack(2)
    museum.kiosk("pack", "sign", forged, keys="stolen")
    refused = museum.answer("pack", "install", forged)
    assert refused["result"] == "refused"
    assert museum.shown() == "Publisher 1"


def test_a_withdrawn_version_is_installed_no_more(museum: Museum) -> None:
    second = museum.pack(2)
    museum.kiosk("pack", "sign", second)
    museum.kiosk("pack", "publish", museum.pack(1), "--to", museum.stick)
    assert museum.install() == "installed"
    museum.kiosk("pack", "withdraw", "test.mill", "2", "--to", museum.stick)
    assert museum.said.startswith("Withdrew test.mill 2; ")
    assert museum.install() == "nothing-new"  # and the device has heard of it
    assert museum.answer("pack", "install", second)["code"] == "packs.withdrawn"
    assert museum.answer("pack", "sign", second)["error"]["code"] == "packs.withdrawn"


def test_a_stick_with_a_version_that_was_taken_back_and_one_that_was_not(museum: Museum) -> None:
    """Somebody's old stick holds both: the device takes the one that still counts."""
    museum.kiosk("pack", "publish", museum.pack(1), museum.pack(2), "--to", museum.stick)
    old = shutil.copytree(museum.stick, museum.folder / "old stick")
    museum.kiosk("pack", "withdraw", "test.mill", "2", "--to", museum.stick)
    museum.kiosk("pack", "inspect", museum.stick, "--learn")
    assert museum.answer("pack", "install", old)["version"] == 1
    assert museum.shown() == "Publisher 1"


def test_a_stick_that_was_pulled_out_while_it_was_written(museum: Museum) -> None:
    """The new version's files are there, the signature is not: the device installs the version before."""
    museum.kiosk("pack", "publish", museum.pack(1), "--to", museum.stick)
    before = (museum.stick / "HERITAGE/metadata/timestamp.json").read_bytes()
    museum.kiosk("pack", "publish", museum.pack(2), "--to", museum.stick)
    (museum.stick / "HERITAGE/metadata/timestamp.json").write_bytes(before)
    assert museum.install() == "installed"
    assert museum.shown() == "Publisher 1"
    museum.kiosk("pack", "publish", museum.pack(2), "--to", museum.stick)
    assert museum.install() == "installed"
    assert museum.shown() == "Publisher 2"


def test_a_chain_with_three_root_keys(museum: Museum) -> None:
    sticks = [museum.folder / f"root-{number}" for number in (1, 2, 3)]
    places = [word for stick in sticks for word in ("--root-to", stick)]
    made = ("keys", "new", "--name", "The Chain", "--roots", "3", "--threshold", "2", *places)
    assert museum.kiosk(*made, keys="chain") == 0
    museum.kiosk("keys", "rotate", "--sign-with", sticks[0], keys="chain")
    assert "Signed by root-1; 1 more root key must sign." in museum.said
    assert museum.answer("keys", "show", keys="chain")["waiting"] == 2
    museum.kiosk("keys", "sign", "--sign-with", sticks[2], keys="chain")
    assert museum.said.startswith("The change brings publishing (")
    assert "Done. Make a new copy of your key folder" in museum.said
    chain_stick = museum.folder / "chain stick"
    museum.kiosk("pack", "publish", museum.pack(1), "--to", chain_stick, keys="chain")
    assert museum.kiosk("keys", "trust", chain_stick) == 1  # the device belongs to the mill
    assert museum.kiosk("keys", "trust", chain_stick, "--replace") == 0
    assert museum.answer("pack", "install", chain_stick)["result"] == "installed"
    museum.kiosk("keys", "revoke", "root-2", "--sign-with", sticks[0], "--sign-with", sticks[2], keys="chain")
    assert museum.said.startswith("Done.")
    museum.kiosk("pack", "publish", museum.pack(2), "--to", chain_stick, keys="chain")
    assert museum.answer("pack", "install", chain_stick)["result"] == "installed"


def test_a_site_of_a_chain_in_the_hands_of_its_curators(museum: Museum) -> None:
    museum.kiosk("keys", "curator", "--name", "Mill curators", keys="curators")
    assert "curator.json to the operator" in museum.said
    handed = museum.folder / "curators" / "curator.json"
    assert museum.kiosk("keys", "delegate", "test.mill", "--to", handed) == 0
    pack = museum.pack(1)
    assert museum.kiosk("pack", "publish", pack, "--to", museum.stick) == 1
    assert "[packs.curators-own]" in museum.said
    museum.kiosk("pack", "sign", pack, keys="curators")
    assert museum.said == "Signed test.mill 1, for the operator to publish\n"
    assert museum.answer("keys", "show", keys="curators")["releases"] == ["test.mill/1"]
    assert museum.answer("pack", "install", pack)["code"] == "packs.unsigned"
    assert museum.kiosk("pack", "publish", pack, "--to", museum.stick) == 0
    assert museum.install() == "installed"
    museum.kiosk("keys", "revoke", "mill-curators", "--withdraw")
    assert "test.mill/1" in museum.said
    museum.kiosk("pack", "publish", museum.pack(2), "--to", museum.stick)
    assert museum.install() == "installed"
    assert museum.shown() == "Publisher 2"


def test_another_fingerprint_than_on_the_paper(museum: Museum) -> None:
    shutil.rmtree(museum.folder / "device")
    trust = ("keys", "trust", museum.stick, "--fingerprint")
    assert museum.answer(*trust, "0000-0000-0000-0000-0000")["error"]["code"] == "packs.fingerprint-differs"
    fingerprint = museum.answer("keys", "show")["fingerprint"]
    assert museum.answer(*trust, fingerprint.lower())["result"] == "trusted"

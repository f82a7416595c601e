"""A volunteer's round at the device: a museum's stick is noticed, trusted and installed, and a bad one is refused."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage

OPERATOR = "The museum in the rehearsal"
PIN = "2468"
PAGE_TIMEOUT_S = 30.0
INSTALL_TIMEOUT_S = 90.0


class StaffRound:
    """Makes the round on a stage whose visitors have gone, and reports each step."""

    def __init__(self, stage: Stage, report: Report) -> None:
        self._stage = stage
        self._report = report

    def make(self) -> None:
        """Make every step, from a stick made for it to a stick that somebody tampered with."""
        with TemporaryDirectory(prefix="kiosk-rehearsed-sticks-") as scratch:
            good, bad = Path(scratch) / "MUSEUM", Path(scratch) / "FOUND"
            steps = (
                ("published", lambda: _publish(Path(scratch), good, bad)),
                ("stick", lambda: self._notice(good)),
                ("pin", self._choose_pin),
                ("trust", self._trust),
                ("install", self._install),
                ("new-content", self._show_new),
                ("bad-stick", lambda: self._refuse(bad)),
            )
            for name, act in steps:
                if not self._report.step(name, act):
                    return

    def _notice(self, stick: Path) -> Details:
        """Plug a stick in while the first page waits for visitors."""
        stage = self._stage
        stage.wait(lambda: stage.shell.page == "attract", PAGE_TIMEOUT_S, "the first page")
        stage.drives.plug_in(stick)
        noticed_ms = self._wait_for("staff-notice")
        return {"stick": stick.name, "noticed_ms": noticed_ms, "picture": stage.shoot("stick-noticed")}

    def _choose_pin(self) -> Details:
        """Choose the PIN, as the first who asks for the staff's pages has to, and repeat it."""
        self._stage.tap("staff-notice")
        self._wait_for("pin-title")
        picture = self._stage.shoot("staff-pin")
        self._type_pin()
        self._type_pin()
        self._wait_for("staff-page")
        return {"picture": picture}

    def _trust(self) -> Details:
        """Compare the fingerprint and trust the stick's publisher: the demonstration's root counts no more."""
        stage = self._stage
        self._wait_for("compare")
        picture = stage.shoot("staff-stranger")
        stage.tap("compare")
        self._wait_for("trust-yes")
        fingerprint = self._read("fingerprint-asked")
        asked = stage.shoot("staff-fingerprint")
        stage.tap("trust-yes")
        self._wait_for("install")
        return {"fingerprint": fingerprint, "pictures": [picture, asked, stage.shoot("staff-offer")]}

    def _install(self) -> Details:
        stage = self._stage
        stage.tap("install")
        took_ms = self._wait_for_outcome()
        expect(self._read_job("result") == "installed", "the install", "installed", self._read_job("message"))
        picture = stage.shoot("staff-installed")
        stage.tap("job-leave")
        return {"took_ms": took_ms, "outcome": self._read_job("words"), "picture": picture}

    def _show_new(self) -> Details:
        """See that visitors now find the museum's content, and the demonstration no more."""
        stage = self._stage
        library = stage.device.library
        stage.wait(
            lambda: any(site.pack_id == _PACK for site in library.sites("en")),
            PAGE_TIMEOUT_S,
            "the new content",
        )
        sites = [site.name for site in library.sites("en")]
        expect(len(sites) == 1, "the sites visitors see", "the museum's", sites)
        stage.drives.pull_out()
        return {"sites": sites, "picture": stage.shoot("new-content")}

    def _refuse(self, stick: Path) -> Details:
        """Try a stick with a newer version of which one file was exchanged: the reason is told, nothing changes."""
        stage = self._stage
        before = stage.device.content.shown
        stage.drives.plug_in(stick)
        self._wait_for("staff-notice")
        stage.tap("staff-notice")
        self._wait_for("pin-title")
        self._type_pin()
        self._wait_for("install")
        stage.tap("install")
        self._wait_for_outcome()
        expect(
            self._read_job("result") == "refused", "the tampered stick", "refused", self._read_job("result")
        )
        picture = stage.shoot("staff-refused")
        stage.tap("staff-leave")
        expect(stage.device.content.shown == before, "what visitors see", before, stage.device.content.shown)
        return {"code": self._read_job("code"), "said": self._read_job("message"), "picture": picture}

    def _type_pin(self) -> None:
        for digit in PIN:
            self._stage.tap(f"digit-{digit}")
        self._stage.tap("pin-go")

    def _wait_for(self, name: str) -> int:
        return self._stage.wait(lambda: self._stage.shell.find(name) is not None, PAGE_TIMEOUT_S, name)

    def _wait_for_outcome(self) -> int:
        self._stage.wait(lambda: self._read_job("kind") == "install", PAGE_TIMEOUT_S, "the install begun")
        return self._stage.wait(
            lambda: bool(self._read_job("result")), INSTALL_TIMEOUT_S, "the end of the install"
        )

    def _read(self, name: str) -> str:
        item = self._stage.shell.find(name)
        return str(item.property("text")) if item is not None else ""

    def _read_job(self, name: str) -> str:
        desk = self._stage.device.desk
        job = desk.job if desk is not None else None
        return str(getattr(job, name, ""))


_PACK = "org.example.mill"


def _publish(scratch: Path, good: Path, bad: Path) -> Details:
    """Write the example of ``kiosk pack new``, and publish it for two sticks; the second is tampered with."""
    from kiosk.authoring.example_source import write_example
    from kiosk.packs.build import build_pack
    from kiosk.packs.publishing.new_ring import throwaway_ring
    from kiosk.packs.publishing.publish import publish
    from kiosk.packs.source import read_source
    from kiosk.recognition.maker import SIGNATURES

    source = scratch / "source"
    write_example(source)
    first = build_pack(read_source(source), scratch / "first.hpack", signatures=SIGNATURES)
    text = (source / "pack.toml").read_text("utf-8")
    (source / "pack.toml").write_text(text.replace("version = 1\n", "version = 2\n", 1), "utf-8")
    second = build_pack(read_source(source), scratch / "second.hpack", signatures=SIGNATURES)
    with throwaway_ring(OPERATOR) as ring:
        published = publish([first.path], ring, good)
        publish([second.path], ring, bad)
    catalogue = second.manifest.parts[0].sha256
    blob = bad / "HERITAGE" / "blobs" / catalogue[:2] / catalogue
    raw = bytearray(blob.read_bytes())
    raw[len(raw) // 2] ^= 0x40
    blob.write_bytes(raw)
    return {"pack": f"{first.manifest.id} 1", "signed_by": OPERATOR, "bytes": published.copied_bytes}

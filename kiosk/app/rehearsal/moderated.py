"""What a visitor said comes back: staff let it through at the hub, and a later pack shows it at its stop, or as said of the site."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import VisitorVoice, VoiceOf
from kiosk.model.facts import Fact, format_fact

if TYPE_CHECKING:
    from kiosk.hub.messages_read import Message

PATIENCE_S = 60.0
MODERATOR = "rehearsal"
SAID = "My grandmother laughed here. <b>Really</b>"
SAID_OF_SITE = "We stayed until they closed."
ANSWER = "So do we."
# The example of a pack, whose site and stop take the names of the visit's.
_SITE, _STOP = "mill", "wheel"


class Moderated:
    """The step that staff at the hub and the site's curator make; the hub is running when it begins."""

    def __init__(self, stage: Stage, report: Report) -> None:
        self._stage = stage
        self._report = report

    def make(self) -> None:
        """Make the step."""
        self._report.step("moderated", self._moderate)

    def _moderate(self) -> Details:
        """Have everything that visitors said let through, exported, checked, built and shown."""
        found = self._wait_for_messages()
        of_stop = next(one for one in found if one.stop)
        of_site = next(one for one in found if not one.stop)
        with TemporaryDirectory(prefix="kiosk-later-pack-") as folder:
            source = self._write_source(Path(folder) / "source", of_stop)
            self._let_through_and_export(found, source)
            at_stop, at_site = _build_and_read(source, of_stop.site, of_stop.stop)
        shown = _expect_shown(of_stop, at_stop)
        _expect_shown(of_site, at_site)
        what = {"stop": of_stop.stop, "kind": shown.kind, "language": shown.language}
        return {"messages": len(found), "of_site": len({voice.id for voice in at_site}), **what}

    def _wait_for_messages(self) -> list[Message]:
        """Return what was said; where the visit said nothing of a stop, or of the site, something is said as it would have been."""
        there = self._list()
        if not any(one.stop for one in there):
            self._say(self._say_stop(), VoiceOf.STORY, SAID)
        if all(one.stop for one in there):
            self._say(None, VoiceOf.COMMENT, SAID_OF_SITE)
        self._stage.wait(self._have_both, PATIENCE_S, "what was said, at the hub")
        return self._list()

    def _say(self, stop: str | None, kind: VoiceOf, text: str) -> None:
        said = {"site": self._say_site(), "stop": stop, "kind": kind, "text": text}
        day = f"{datetime.now(UTC):%Y-%m-%d}"
        values = {"id": f"{time.time_ns():016x}", "language": "en", "sound": None, "day": day, **said}
        self._stage.device.sending.accept(f"rehearsed-{kind}", [format_fact(Fact("message", values))])

    def _have_both(self) -> bool:
        return {bool(one.stop) for one in self._list()} == {True, False}

    def _list(self) -> list[Message]:
        from kiosk.hub.database import open_database
        from kiosk.hub.messages_read import Wanted, list_messages
        from kiosk.hub.rollups import Rollups

        with closing(open_database(str(self._stage.hub.database))) as database:
            Rollups(database).catch_up(PATIENCE_S)
            with database.reading() as connection:
                return [one for one in list_messages(connection, Wanted(), 100) if one.text]

    def _say_site(self) -> str:
        return self._stage.device.library.sites("en")[0].id

    def _say_stop(self) -> str:
        library = self._stage.device.library
        return library.stop_cards(self._say_site(), "en")[0].id

    def _write_source(self, folder: Path, message: Message) -> Path:
        """Write the example of a pack, with the site and the stop that were spoken of in place of its own."""
        from kiosk.authoring.example_source import write_example

        write_example(folder)
        stop = message.stop.split("/", 1)[1]
        languages = dict.fromkeys(("en", "fr", message.language))
        named = ", ".join(f'"{language}"' for language in languages)
        pack = folder / "pack.toml"
        text = pack.read_text(encoding="utf-8").replace(f'id = "{_SITE}"', f'id = "{message.site}"')
        text = text.replace('languages = ["en", "fr"]', f"languages = [{named}]")
        pack.write_text(text.replace(f'"{_STOP}"', f'"{stop}"'), encoding="utf-8")
        (folder / "stops" / _STOP).rename(folder / "stops" / stop)
        return folder

    def _let_through_and_export(self, found: list[Message], source: Path) -> None:
        from kiosk.hub.database import open_database
        from kiosk.hub.moderation import let_through
        from kiosk.hub.voices_export import export_voices

        with closing(open_database(str(self._stage.hub.database))) as database:
            with database.writing() as connection:
                for message in found:
                    let_through(
                        connection, message, message.text, ANSWER, MODERATOR, time.time_ns() // 1_000_000
                    )
            with database.reading() as connection:
                exported = export_voices(connection, found[0].site, source)
        expect(exported.messages > 0, "messages that were exported", "one at least", exported)


def _expect_shown(message: Message, voices: Sequence[VisitorVoice]) -> VisitorVoice:
    shown = next((voice for voice in voices if voice.id == f"m-{message.id}"), None)
    ids = [voice.id for voice in voices]
    expect(shown is not None, "what was said, in the later pack", message.text, ids)
    assert shown is not None
    expect(shown.text == message.text, "the visitor's words", message.text, shown.text)
    return shown


def _build_and_read(source: Path, site: str, stop: str) -> tuple[list[VisitorVoice], list[VisitorVoice]]:
    """Return what visitors said at a stop, and of the site, as a device would show it of a pack built from ``source``."""
    from kiosk.authoring.check import check_source
    from kiosk.hub.pack_shown import reading_pack
    from kiosk.packs.build import build_pack

    built = build_pack(check_source(source).get_source(), source.parent / "later.hpack")
    with reading_pack(built.path) as (manifest, library):
        languages = manifest.languages
        at_stop = [voice for language in languages for voice in library.get_stop(stop, language).voices]
        return at_stop, [voice for language in languages for voice in library.voices(site, language)]

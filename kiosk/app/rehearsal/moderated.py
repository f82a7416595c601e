"""What a visitor said comes back: staff let it through at the hub, and a later pack shows it at its stop."""

from __future__ import annotations

import time
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
        with TemporaryDirectory(prefix="kiosk-later-pack-") as folder:
            source = self._write_source(Path(folder) / "source", found[0])
            self._let_through_and_export(found, source)
            voices = _build_and_read(source, found[0].stop)
        shown = next((voice for voice in voices if voice.id == f"m-{found[0].id}"), None)
        expect(
            shown is not None,
            "what was said, in the later pack",
            found[0].text,
            [voice.id for voice in voices],
        )
        assert shown is not None
        expect(shown.text == found[0].text, "the visitor's words", found[0].text, shown.text)
        return {"messages": len(found), "stop": found[0].stop, "kind": shown.kind, "language": shown.language}

    def _wait_for_messages(self) -> list[Message]:
        """Return what was said of stops; where the visit said nothing of any, something is said as it would have been."""
        if not self._list():
            said = {"site": self._say_site(), "stop": self._say_stop(), "kind": VoiceOf.STORY, "text": SAID}
            day = f"{datetime.now(UTC):%Y-%m-%d}"
            values = {"id": f"{time.time_ns():016x}", "language": "en", "sound": None, "day": day, **said}
            self._stage.device.sending.accept("rehearsed-message", [format_fact(Fact("message", values))])
        self._stage.wait(lambda: bool(self._list()), PATIENCE_S, "what was said, at the hub")
        return self._list()

    def _list(self) -> list[Message]:
        from kiosk.hub.database import open_database
        from kiosk.hub.messages_read import Wanted, list_messages
        from kiosk.hub.rollups import Rollups

        with closing(open_database(str(self._stage.hub.database))) as database:
            Rollups(database).catch_up(PATIENCE_S)
            with database.reading() as connection:
                return [one for one in list_messages(connection, Wanted(), 100) if one.stop and one.text]

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


def _build_and_read(source: Path, stop: str) -> tuple[VisitorVoice, ...]:
    """Return what visitors said at a stop, as a device would show it of a pack built from ``source``."""
    from kiosk.authoring.check import check_source
    from kiosk.hub.pack_shown import reading_pack
    from kiosk.packs.build import build_pack

    built = build_pack(check_source(source).get_source(), source.parent / "later.hpack")
    with reading_pack(built.path) as (manifest, library):
        return tuple(
            voice for language in manifest.languages for voice in library.get_stop(stop, language).voices
        )

"""The rehearsed visitor in harder places: two labels in one view, a dark room, and the thing itself without a code."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.app.rehearsal.held_picture import open_held_picture
from kiosk.app.rehearsal.held_view import open_held_view
from kiosk.app.rehearsal.report import Details, Report, expect
from kiosk.app.rehearsal.stage import Stage
from kiosk.model.content import Site, Stop
from kiosk.model.marker import format_marker
from kiosk.scanning.events import Hint, Pictured, Several
from kiosk.scanning.opencv import load_cv2
from kiosk.scanning.optics import Optics
from kiosk.scanning.picture_file import decode_picture
from kiosk.scanning.scenes import Label, View

# Only a failed step ever lasts this long; a busy machine needs some of it.
TIMEOUT_S = 25.0
APART_MM = 52.0
PICTURES_TRIED = 8
TWO_LABELS = View(distance_mm=430.0, optics=Optics(light=0.8, defocus_px=0.7, grain=2.0))
DARK = View(distance_mm=600.0, optics=Optics(light=0.02, defocus_px=0.7, grain=3.0))


class OtherWays:
    """Comes to stops in other ways than by one clear label, and reports each step. Begins and ends on the home page."""

    def __init__(
        self, stage: Stage, report: Report, site: Site, stops: Sequence[Stop], go_home: Callable[[], None]
    ) -> None:
        self._stage = stage
        self._report = report
        self._site = site
        self._stops = stops
        self._go_home = go_home

    def make(self) -> None:
        """Make every step that this site's content allows."""
        if len(self._stops) > 1:
            self._report.step("two-labels", self._see_two_labels)
        self._report.step("dark", self._stand_in_the_dark)
        thing = self._find_known_thing()
        if thing is not None:
            self._report.step("picture", lambda: self._point_at_the_thing(*thing))

    def _see_two_labels(self) -> Details:
        """Two labels hang side by side and none is nearer the middle: the guide asks, and takes the answer."""
        stage, (first, second) = self._stage, self._stops[:2]
        self._go_home()
        stage.look_afresh()
        labels = [self._make_label(first, -APART_MM), self._make_label(second, APART_MM)]
        stage.camera.show(open_held_view(labels, TWO_LABELS))
        asked_ms = stage.wait(
            lambda: stage.shell.page == "choose", TIMEOUT_S, "the choice between two labels"
        )
        stage.camera.take_away()
        expect(
            any(isinstance(one, Several) for one in stage.events), "two labels in view", "both seen", "one"
        )
        picture = stage.shoot("two-labels")
        stage.tap(f"stop-{second.card.id}", page="stop")
        self._expect_stop(second)
        return {"asked_ms": asked_ms, "chosen": second.card.number, "picture": picture}

    def _stand_in_the_dark(self) -> Details:
        """Nothing can be read: the guide says what would help, and after a while offers the number pad."""
        stage = self._stage
        self._go_home()
        stage.camera.show(open_held_view((), DARK))
        hint_ms = stage.wait(lambda: bool(stage.read("scan", "hint")), TIMEOUT_S, "a word about the dark")
        hint = stage.read("scan", "hint")
        picture = stage.shoot("dark")
        offered_ms = stage.wait(
            lambda: stage.read("scan", "struggling"), TIMEOUT_S, "the number pad offered instead"
        )
        offer = stage.shoot("struggling")
        stage.camera.take_away()
        expect(hint == Hint.MORE_LIGHT, "the word about the dark", Hint.MORE_LIGHT, hint)
        return {"hint": hint, "hint_ms": hint_ms, "offered_ms": offered_ms, "pictures": [picture, offer]}

    def _point_at_the_thing(self, stop: Stop, content: bytes) -> Details:
        """No code in view: the stop opens by what it looks like."""
        stage = self._stage
        self._go_home()
        stage.look_afresh()
        stage.camera.show(open_held_picture(content, stop.card.title))
        known_ms = stage.wait(
            lambda: stage.shell.page in ("stop", "choose"), TIMEOUT_S, f"{stop.card.title} recognised"
        )
        stage.camera.take_away()
        told = next(one for one in reversed(stage.events) if isinstance(one, Pictured))
        picture = stage.shoot("recognised")
        if stage.shell.page == "choose":
            stage.tap(f"stop-{stop.card.id}", page="stop")
        self._expect_stop(stop)
        return {
            "stop": stop.card.number,
            "title": stop.card.title,
            "known_ms": known_ms,
            "candidates": len(told.matches),
            "certainty": round(told.matches[0].certainty, 2),
            "picture": picture,
        }

    def _find_known_thing(self) -> tuple[Stop, bytes] | None:
        """Return a stop and a picture of it that the device recognises; None where it knows none of the first ones."""
        from kiosk.recognition.recogniser import Recogniser

        library = self._stage.device.library
        known = library.recognised_stops(self._site.id)
        cv2, recogniser = load_cv2(), Recogniser(library)
        # The last stop of all is opened by its number.
        pictures = [
            (stop, image) for stop in self._stops[-2::-1] if stop.card.id in known for image in stop.images
        ]
        for stop, image in pictures[:PICTURES_TRIED]:
            content = library.media_bytes(image.sha256) or b""
            luminance = cv2.cvtColor(decode_picture(content, stop.card.title), cv2.COLOR_BGR2GRAY)
            if any(match.stop_id == stop.card.id for match in recogniser.recognise(luminance)):
                return stop, content
        return None

    def _make_label(self, stop: Stop, x_mm: float) -> Label:
        key = self._stage.device.library.label_key(self._site.id)
        return Label(format_marker(self._site.label_host, stop.code, key), stop.card.number, x_mm)

    def _expect_stop(self, stop: Stop) -> None:
        found = self._stage.read("stop", "stop_id")
        expect(found == stop.card.id, "the stop that opened", stop.card.id, found)

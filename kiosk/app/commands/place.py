"""``kiosk place``: what a walk through a site would have made the guide offer."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from kiosk.app.output import Output
from kiosk.app.pack_cards import read_cards
from kiosk.model.content import StopCard
from kiosk.model.errors import KioskError
from kiosk.place.follow import News, NewsKind, follow
from kiosk.place.nmea_clock import play
from kiosk.place.recording import read_recording
from kiosk.place.walk import Pause, format_walk

_EPILOG = (
    "With --json each change gives {at_ms, event, stop, title, distance_m, bearing_deg, turn_deg, accuracy_m, opens}; event is"
    " found, lost, near, here, left or settled, and opens says that the stop would then have opened by itself."
)
_STAY_S = 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the recording and the content it is compared with."""
    parser.epilog = _EPILOG
    parser.add_argument(
        "recording",
        nargs="?",
        type=Path,
        metavar="FILE",
        help="what a receiver said on a walk: NMEA sentences",
    )
    parser.add_argument(
        "--pack",
        required=True,
        metavar="P",
        help="the content: a pack's file, its source folder, or the id of an installed one",
    )
    parser.add_argument(
        "--draw",
        type=Path,
        metavar="FILE",
        help="write a recording instead: a walk from stop to stop in the curator's order, a while at each",
    )


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Tell each change; 0 when some stop was offered, else 1."""
    if (arguments.recording is None) == (arguments.draw is None):
        raise KioskError(
            "Nothing was followed",
            expected="either a recording or --draw",
            found="both" if arguments.draw else "neither",
            remedy="Name one of them",
            code="app.recording-or-draw",
        )
    cards = read_cards(arguments.pack, arguments.data)
    outdoors = [card for card in cards if card.lat is not None and card.lon is not None]
    if not outdoors:
        raise KioskError(
            "No stop stands outdoors",
            thing=arguments.pack,
            found=f"{len(cards)} stops without lat and lon",
            remedy="Give them their place in stop.toml",
            code="app.nothing-outdoors",
        )
    if arguments.draw is not None:
        return _draw(arguments.draw, outdoors, out)
    return _follow(arguments.recording, outdoors, out)


def _follow(recording: Path, cards: Sequence[StopCard], out: Output) -> int:
    by_id = {card.id: card for card in cards}
    offered = 0
    for news in follow(cards, play(read_recording(recording))):
        offered += news.offer is not None
        card = by_id.get(news.stop_id)
        out.answer(_record(news, card), _words(news, card))
    if not offered:
        out.note("No stop was offered.")
    return 0 if offered else 1


def _draw(path: Path, cards: Sequence[StopCard], out: Output) -> int:
    pauses = [Pause(card.lat or 0.0, card.lon or 0.0, _STAY_S) for card in cards]
    sentences = list(format_walk(pauses))
    try:
        path.write_text("".join(f"{sentence}\r\n" for sentence in sentences), "ascii")
    except OSError as error:
        raise KioskError(
            "The walk was not written",
            thing=str(path),
            found=error.strerror or str(error),
            remedy="Choose another file",
            code="app.walk-not-written",
        ) from error
    minutes = len(sentences) // 2 / 60
    out.answer(
        {"out": str(path), "stops": len(cards), "minutes": round(minutes, 1)},
        f"{path}: {len(cards)} stops, {minutes:.0f} min",
    )
    return 0


def _record(news: News, card: StopCard | None) -> dict[str, object]:
    offer = news.offer
    turn = offer.turn_deg if offer else None
    return {
        "at_ms": news.at_ms,
        "event": str(news.kind),
        "stop": news.stop_id,
        "title": card.title if card else "",
        "distance_m": round(offer.distance_m, 1) if offer else None,
        "bearing_deg": round(offer.bearing_deg) if offer else None,
        "turn_deg": None if turn is None else round(turn),
        "accuracy_m": None if news.accuracy_m is None else round(news.accuracy_m, 1),
        "opens": _opens(news, card),
    }


def _opens(news: News, card: StopCard | None) -> bool:
    return news.kind is NewsKind.SETTLED and card is not None and card.opens_by_place


def _words(news: News, card: StopCard | None) -> str:
    minutes, seconds = divmod(news.at_ms // 1000, 60)
    what = _SAID[news.kind]
    if news.kind is NewsKind.FOUND:
        what += f", within {news.accuracy_m:.0f} m" if news.accuracy_m is not None else ""
    elif card is not None:
        what += f" {card.number} {card.title}"
    if news.kind is NewsKind.NEAR and news.offer is not None:
        what += f", {news.offer.distance_m:.0f} m away at {news.offer.bearing_deg:.0f} degrees"
    if _opens(news, card):
        what += ": opens by itself"
    return f"{minutes:3}:{seconds:02}  {what}"


_SAID = {
    NewsKind.FOUND: "the place is known",
    NewsKind.LOST: "the place is lost",
    NewsKind.NEAR: "offers the way to",
    NewsKind.HERE: "stands at",
    NewsKind.LEFT: "has left",
    NewsKind.SETTLED: "stays at",
}

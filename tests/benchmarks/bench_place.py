"""Where a visitor is outdoors: drawn walks past the demonstration's stops, beside a bare comparison of distances.

The bare way takes each fix as it is told, and stands at a stop whenever it is within the stop's circle.
"""

from __future__ import annotations

import statistics
import time
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import hypot
from pathlib import Path

from kiosk.model.content import StopCard
from kiosk.place.events import Fix
from kiosk.place.ground import Ground
from kiosk.place.nmea_fixes import LineSplitter, MomentMaker
from kiosk.place.outdoor_stops import OutdoorStops
from kiosk.place.tracker import Tracker
from kiosk.place.walk import Pause, format_walk
from tests.benchmarks.walks import BOASTFUL, COURT, OPEN, TREES, Sky, Spot, Step, walk

Row = tuple[str, float, str, float | None]
STOPS = Path(__file__).parents[2] / "content_packs" / "delhi" / "stops"
SKIES = {"open sky": OPEN, "trees": TREES, "a court": COURT, "a receiver that boasts": BOASTFUL}
WALKS = 20
STAY_S = 60
BORDER_S = 300
MANY_STOPS = 1_000


@dataclass
class Tally:
    """What came of some walks; a wrong opening is of a stop that the visitor is not at, by twice its circle."""

    stays: int = 0
    found: int = 0
    wrong: int = 0
    delays_s: list[int] = field(default_factory=list)


class Bare:
    """Stands at whatever is within its circle of the last fix; settles where it does so for six seconds in a row."""

    def __init__(self, cards: Iterable[StopCard]) -> None:
        self._stops = OutdoorStops(list(cards))
        self._since_ms: dict[str, int] = {}
        self.here: set[str] = set()
        self.settled = ""

    def take(self, fix: Fix) -> None:
        assert self._stops.ground is not None
        spot = self._stops.ground.to_metres(fix.lat, fix.lon)
        self.here = {stop.id for away, stop in self._stops.near(*spot, 500) if away <= stop.radius_m}
        self._since_ms = {stop: self._since_ms.get(stop, fix.at_ms) for stop in self.here}
        stays = [stop for stop, since in self._since_ms.items() if fix.at_ms - since >= 6_000]
        self.settled = stays[0] if len(self.here) == 1 and stays else ""


class Ours(Tracker):
    """The tracker, asked in the same words."""

    @property
    def here(self) -> set[str]:
        return {offer.stop_id for offer in self.offers if offer.is_here}


def measure() -> list[Row]:
    """Return (goal, measured, unit, the bare way in the same run)."""
    cards = read_cards()
    rows: list[Row] = []
    for name, sky in SKIES.items():
        ours, bare = tally(Ours, cards, sky), tally(Bare, cards, sky)
        rows += [
            (f"{name}: stops stayed at for a minute and found", *_shares(ours.found / ours.stays, bare.found / bare.stays)),
            (f"{name}: stops settled at where nobody is", ours.wrong, "of 200", float(bare.wrong)),
            (f"{name}: seconds until it is said, p90", _p90(ours.delays_s), "s", float(_p90(bare.delays_s))),
        ]  # fmt: skip
    rows.append(("on a border, changes in five minutes", count_changes(Ours), "changes", count_changes(Bare)))
    rows.append(("a fix among 10 stops", time_fix(cards), "us", None))
    rows.append((f"a fix among {MANY_STOPS:,} stops, at 1 a second", time_fix(spread_cards()), "us", None))
    rows.append(("a second of NMEA, two sentences", time_nmea(), "us", None))
    return rows


def read_cards() -> list[StopCard]:
    """Return the demonstration's outdoor stops in the curator's order."""
    stops = [(path.parent.name, tomllib.loads(path.read_text("utf-8"))) for path in STOPS.glob("*/stop.toml")]
    stops.sort(key=lambda stop: stop[1]["order"])
    return [_make_card(name, stop["lat"], stop["lon"]) for name, stop in stops]


def spread_cards() -> list[StopCard]:
    """Return stops on a grid of 30 m: as dense as a sculpture garden, as large as no site."""
    ground, side = Ground(28.5245, 77.1855), 32
    return [
        _make_card(str(number), *ground.to_degrees(30 * (number % side), 30 * (number // side)))
        for number in range(MANY_STOPS)
    ]


def tally(make: type[Ours] | type[Bare], cards: list[StopCard], sky: Sky) -> Tally:
    """Walk past all stops, a minute at each, several times."""
    total = Tally()
    ground, spots = _place(cards)
    radii = {stop.id: stop.radius_m for _, stop in OutdoorStops(cards).near(0, 0, 5_000)}
    way = [((-60.0, -60.0), 5.0), *((spot, float(STAY_S)) for spot in spots.values())]
    for seed in range(WALKS):
        follower, settled, waited = make(cards), "", dict.fromkeys(spots, 0)
        found: dict[str, int] = {}
        for step in walk(ground, way, sky, seed):
            follower.take(step.fix)
            at = _find_stay(step, spots)
            if at:
                waited[at] += 1
                if at in follower.here:
                    found.setdefault(at, waited[at])
            if follower.settled and follower.settled != settled:
                away = hypot(
                    step.east_m - spots[follower.settled][0], step.north_m - spots[follower.settled][1]
                )
                total.wrong += away > 2 * radii[follower.settled]
            settled = follower.settled
        total.stays += len(spots)
        total.found += len(found)
        total.delays_s += found.values()
    return total


def count_changes(make: type[Ours] | type[Bare]) -> float:
    """Return how often a visitor who stands on a stop's border is said to come or go, on average."""
    card = _make_card("gate", 28.5245, 77.1855)
    ground, (stop,) = Ground(28.5245, 77.1855), [stop for _, stop in OutdoorStops([card]).near(0, 0, 1)]
    changes = 0
    for seed in range(WALKS):
        follower, before = make([card]), False
        for step in walk(ground, [((stop.radius_m, 0.0), BORDER_S)], OPEN, seed):
            follower.take(step.fix)
            changes += bool(follower.here) != before
            before = bool(follower.here)
    return changes / WALKS


def time_fix(cards: list[StopCard]) -> float:
    """Return microseconds a fix, median over a walk."""
    ground, spots = _place(cards)
    tracker, took = Tracker(cards), []
    for step in walk(ground, [(spot, 5.0) for spot in list(spots.values())[:10]], OPEN, 1):
        started = time.perf_counter()
        tracker.take(step.fix)
        took.append(time.perf_counter() - started)
    return statistics.median(took) * 1e6


def time_nmea() -> float:
    """Return microseconds for the two sentences of a second, found in the bytes and put together."""
    lines = list(format_walk([Pause(28.5245, 77.1855, 2_000)]))
    data = "\r\n".join(lines).encode()
    splitter, maker = LineSplitter(), MomentMaker()
    started = time.perf_counter()
    for line in splitter.split(data):
        for _moment in maker.take(line):
            pass
    return (time.perf_counter() - started) / 2_000 * 1e6


def _make_card(name: str, lat: float, lon: float) -> StopCard:
    return StopCard(name, "", name, name, "", 0, "", None, None, lat, lon, (), "")


def _place(cards: list[StopCard]) -> tuple[Ground, dict[str, Spot]]:
    ground = Ground(cards[0].lat or 0.0, cards[0].lon or 0.0)
    return ground, {card.id: ground.to_metres(card.lat or 0.0, card.lon or 0.0) for card in cards}


def _find_stay(step: Step, spots: dict[str, Spot]) -> str:
    near: Iterator[str] = (
        name for name, spot in spots.items() if hypot(step.east_m - spot[0], step.north_m - spot[1]) < 0.5
    )
    return next(near, "")


def _shares(ours: float, bare: float) -> tuple[float, str, float]:
    return 100 * ours, "%", 100 * bare


def _p90(samples: list[int]) -> float:
    return statistics.quantiles(samples, n=10)[8]

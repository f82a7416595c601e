"""Suggestions on public visits, beside the best of four plain ways; new and less-visited stops; time for 2,000 stops.

The weights are never fitted on the set that is tried: they are those that do best on the others. The visits may not be
shipped; without them (``../shared/data/trails`` or $KIOSK_TRAILS) only the time is measured.
"""

from __future__ import annotations

import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path

from kiosk.guide.evaluate.folds import split_by_visitor
from kiosk.guide.evaluate.learning import make_ground
from kiosk.guide.evaluate.measures import find_moments
from kiosk.guide.evaluate.rankers import BASELINES, make_ours
from kiosk.guide.evaluate.trails import Trails, parse_trails
from kiosk.guide.moment import Moment
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.suggest import suggest
from kiosk.guide.taste import Taste
from kiosk.guide.weights import FITTED, Weights
from kiosk.guide.wishes import Wishes
from kiosk.model.content import Site, StopCard, Way, WayKind
from kiosk.model.geography import distance_m
from kiosk.model.site_sums import SiteSums, StopSums

Row = tuple[str, float, str, float | None]
TRAILS = Path(os.environ.get("KIOSK_TRAILS", Path(__file__).parents[3] / "shared" / "data" / "trails"))
CUT = 5
GRID = [
    replace(FITTED, popularity=popularity, distance=distance)
    for popularity, distance in product((0.25, 0.5, 1.0), (1.0, 1.25, 1.75))
]
EARLIER = (0.0, 0.1, 0.2, 0.4)
# Into so many parts visitors are put for fitting.
FITTED_ON = 3
DIVISIONS = 10
STOPS = 2_000
MOMENTS = 300


@dataclass
class Tally:
    """What came of one way of suggesting: the mean hit rate of the parts, and where its suggestions lie."""

    rates: list[float]
    shown: int
    less_shown: int

    @property
    def rate(self) -> float:
        return statistics.mean(self.rates)

    @property
    def less_share(self) -> float:
        return self.less_shown / self.shown


def measure() -> Iterator[Row]:
    """Yield (goal, measured, unit, the best plain way in the same run, or the same without what is tried)."""
    sets = read_sets()
    if not sets:
        print(f"   public visits: not measured, none in {TRAILS}")
    yield from measure_hits(sets)
    yield from measure_time()


def read_sets() -> dict[str, Trails]:
    return {path.stem: parse_trails(path.read_bytes(), path.name) for path in sorted(TRAILS.glob("*.json"))}


def measure_hits(sets: dict[str, Trails]) -> Iterator[Row]:
    """Yield the rows about hit rates; each set is tried with the weights that do best on the others."""
    ours, plain, best_of_all = [], [], []
    fitted: dict[str, Weights] = {}
    for name, trails in sets.items():
        weights = fitted[name] = fit([other for key, other in sets.items() if key != name])
        tried, fitting = try_ours(trails, weights), try_ours(trails, replace(weights, turns=0.0))
        best = max(try_plain(trails, way) for way in BASELINES)
        ours.append(tried.rate)
        best_of_all.append(best)
        plain.append(fitting.rate)
        print(
            f"   {name}: weights {weights.popularity:g}, {weights.distance:g}, {weights.earlier:g} from the others"
        )
        yield f"{name}: HR@5 (goal: at most 2 under the best plain way)", 100 * tried.rate, "%", 100 * best
        yield (
            f"{name}: the less-visited half's share (goal >= 20)",
            100 * tried.less_share,
            "%",
            100 * fitting.less_share,
        )
        yield f"{name}: HR@5 beside no turns (goal: ratio >= 0.95)", 100 * tried.rate, "%", 100 * fitting.rate
        yield from measure_new(name, trails, weights)
    if sets:
        best = 100 * statistics.mean(best_of_all)
        yield "mean HR@5 (goal: above the best plain ways)", 100 * statistics.mean(ours), "%", best
        yield "mean HR@5 without turns for the less visited", 100 * statistics.mean(plain), "%", best
        yield from measure_divisions(sets, fitted)


def measure_divisions(sets: dict[str, Trails], fitted: dict[str, Weights]) -> Iterator[Row]:
    """Yield the mean over several divisions of the visitors, each a pair with the plain way that is best in it; print the spread."""
    ahead, ours, best = [], [], []
    for seed in range(DIVISIONS):
        ours.append(
            100 * statistics.mean(try_ours(one, fitted[name], seed).rate for name, one in sets.items())
        )
        best.append(
            100
            * statistics.mean(max(try_plain(one, way, seed) for way in BASELINES) for one in sets.values())
        )
        ahead.append(ours[-1] - best[-1])
    print(
        f"   ahead of the best plain ways by {statistics.mean(ahead):+.2f} points, least {min(ahead):+.2f}, most {max(ahead):+.2f},"
        f" spread {statistics.stdev(ahead):.2f} over {DIVISIONS} divisions"
    )
    yield (
        f"mean HR@5 of {DIVISIONS} divisions (goal: above)",
        statistics.mean(ours),
        "%",
        statistics.mean(best),
    )


def fit(others: Sequence[Trails]) -> Weights:
    """Return the weights with the best mean on some sets."""

    def mean(weights: Weights) -> float:
        return statistics.mean(try_some(trails, replace(weights, turns=0.0)) for trails in others)

    if not others:
        return FITTED
    best = max((replace(weights, earlier=0.0) for weights in GRID), key=mean)
    return max((replace(best, earlier=earlier) for earlier in EARLIER), key=mean)


_some: dict[tuple[str, Weights], float] = {}


def try_some(trails: Trails, weights: Weights) -> float:
    """Return the hit rate on a set in few parts; known for the next set that is fitted."""
    key = (trails.name, weights)
    if key not in _some:
        rates = []
        for learnt, tried in split_by_visitor(trails.trails, FITTED_ON):
            ranker = make_ours(make_ground(trails.items, learnt, weights=weights))
            rates.append(statistics.mean(target in ranker(past, CUT) for past, target in find_moments(tried)))
        _some[key] = statistics.mean(rates)
    return _some[key]


def try_ours(trails: Trails, weights: Weights, seed: int = 0) -> Tally:
    tally = Tally([], 0, 0)
    for learnt, tried in split_by_visitor(trails.trails, seed=seed):
        ground = make_ground(trails.items, learnt, weights=weights)
        ranker, hits, moments = make_ours(ground), 0, 0
        for past, target in find_moments(tried):
            offered = ranker(past, CUT)
            hits, moments = hits + (target in offered), moments + 1
            tally.shown += len(offered)
            tally.less_shown += len(ground.popularity.less_visited.intersection(offered))
        tally.rates.append(hits / moments)
    return tally


def try_plain(trails: Trails, way: str, seed: int = 0) -> float:
    rates = []
    for learnt, tried in split_by_visitor(trails.trails, seed=seed):
        ranker = BASELINES[way](trails.items, learnt)
        rates.append(statistics.mean(target in ranker(past, CUT) for past, target in find_moments(tried)))
    return statistics.mean(rates)


def measure_new(name: str, trails: Trails, weights: Weights) -> Iterator[Row]:
    """Yield what becomes of a fifth of the items that nobody could see yet while the visits were counted."""
    hits: Counter[tuple[str, bool]] = Counter()
    moments: Counter[bool] = Counter()
    for number, (learnt, tried) in enumerate(split_by_visitor(trails.trails)):
        new = frozenset(item.id for at, item in enumerate(trails.items) if at % 5 == number)
        with_new = make_ours(make_ground(trails.items, learnt, new=new, weights=weights))
        known = make_ours(make_ground(trails.items, learnt, weights=weights))
        for past, target in find_moments(tried):
            moments[target in new] += 1
            hits["new", target in new] += target in with_new(past, CUT)
            hits["known", target in new] += target in known(past, CUT)
    rates = {key: 100 * count / moments[key[1]] for key, count in hits.items()}
    yield f"{name}: HR@5 of new items (goal >= 35)", rates["new", True], "%", rates["known", True]
    yield f"{name}: HR@5 of the others (goal: ratio >= 0.88)", rates["new", False], "%", rates["known", False]


def measure_time() -> Iterator[Row]:
    """Yield the processor's time for a suggestion among 2,000 stops, the floor being a bare search for the nearest."""
    kinds: dict[str, tuple[Way, ...]] = {"open ground": (), "ways": draw_ways()}
    for what, ways in kinds.items():
        ground = draw_ground(ways)
        started = time.thread_time()
        suggest(ground, draw_moment(random.Random(0)))
        yield (
            f"{STOPS:,} stops, {what}: made ready, once a visit",
            (time.thread_time() - started) * 1e3,
            "ms",
            None,
        )
        ours, bare, draw = [], [], random.Random(1)
        for _ in range(MOMENTS):
            moment = draw_moment(draw)
            ours.append(_time_ms(partial(suggest, ground, moment)))
            bare.append(_time_ms(partial(find_nearest, ground, moment)))
        yield f"{STOPS:,} stops, {what}: a suggestion, p95 (goal < 20 ms)", _p95(ours), "ms", _p95(bare)


def find_nearest(ground: SiteGround, moment: Moment) -> list[str]:
    """Return the three nearest unseen stops: the least that any guide has to do."""
    here = ground.find_card(moment.here)
    assert here is not None and here.lat is not None and here.lon is not None
    away = [
        (distance_m(here.lat, here.lon, card.lat or 0.0, card.lon or 0.0), card.id)
        for card in ground.cards
        if card.id not in moment.seen
    ]
    return [stop for _, stop in sorted(away)[:3]]


def draw_ground(ways: Sequence[Way]) -> SiteGround:
    """Return a site as large as any: tags, texts of 60 words, and many moves counted."""
    draw = random.Random(2)
    words = [f"word{number}" for number in range(3_000)]
    cards = [_draw_card(draw, number) for number in range(STOPS)]
    moves = {(draw.choice(cards).id, draw.choice(cards).id): draw.randint(5, 50) for _ in range(4 * STOPS)}
    sums = SiteSums(
        9_000, {card.id: StopSums(int(10 * draw.paretovariate(1))) for card in cards}, moves, "2026-11-01"
    )
    texts = {card.id: " ".join(draw.choices(words, k=60)) for card in cards}
    site = Site("s", "p", "", "", 28.5, 77.2, "", "UTC", "", "#808080", "en", ("en",))
    return SiteGround(site, cards, ways=ways, sums=sums, texts=texts)


def draw_ways() -> tuple[Way, ...]:
    """Return two ways from each stop to stops that come soon after it."""
    draw = random.Random(3)
    ends = [(at, min(STOPS - 1, at + draw.randint(1, 40))) for at in range(STOPS - 1) for _ in range(2)]
    return tuple(
        Way(f"w{number}", f"s/{one}", f"s/{other}", draw.uniform(5, 80), WayKind.WALK, False, "")
        for number, (one, other) in enumerate(ends)
    )


def draw_moment(draw: random.Random) -> Moment:
    """Return a moment in the middle of a visit of somebody who says and shows what they like."""
    seen = tuple(f"s/{draw.randrange(STOPS)}" for _ in range(15))
    return Moment(
        "s",
        "en",
        seen[-1],
        tuple(dict.fromkeys(seen)),
        wishes=Wishes(interests=frozenset("ab"), minutes=600),
        taste=Taste(more=seen[:2], less=seen[2:3], stayed=((seen[3], 1.0),)),
    )


def _draw_card(draw: random.Random, number: int) -> StopCard:
    return StopCard(
        f"s/{number}", "s", str(number), f"Stop {number}", "", number, "", None, None,
        28.5 + draw.uniform(0, 0.02), 77.2 + draw.uniform(0, 0.02), tuple(draw.sample("abcdefghijkl", 2)), "",
    )  # fmt: skip


def _time_ms(task: Callable[[], object]) -> float:
    started = time.thread_time()
    task()
    return (time.thread_time() - started) * 1e3


def _p95(took_ms: list[float]) -> float:
    return statistics.quantiles(took_ms, n=20)[-1]

"""Sites, closures, hours and visitors made by chance, the same for the same seed: what a tour must cope with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from kiosk.guide.moment import Moment
from kiosk.guide.plan import Plan
from kiosk.guide.site_ground import SiteGround
from kiosk.guide.taste import Taste
from kiosk.guide.wishes import Company, Pace, Wishes
from kiosk.model.content import Depth, Floor, Site, StopCard, Way, WayKind
from kiosk.model.site_sums import SiteSums, StopSums

TAGS = ("stone", "water", "people")
HOURS = (
    "",
    "",
    "",
    "Mo-Su 09:00-17:00",
    "10:00-12:00",
    "sunrise-sunset",
    "off",
    "not understood",
    "Mo-Fr 00:00-24:00",
)
DEPTHS = ((Depth.GLANCE, 20), (Depth.STORY, 90), (Depth.DEEP, 300), (Depth.CHILDREN, 80))


def make_site(random: Random, most_stops: int = 40) -> SiteGround:
    """Return a site of any shape: with coordinates, plans, ways, sums and hours, or without."""
    kind = random.choice(("outdoors", "plans", "nothing", "mixed"))
    floors = [
        Floor(f"f{n}", n, "", "", 1000, 700, random.choice((None, 80.0))) for n in range(random.randint(1, 3))
    ]
    cards = [_make_card(random, n, kind, floors) for n in range(_draw_size(random, most_stops))]
    ids = [card.id for card in cards]
    ways = _make_ways(random, ids) if ids and random.random() < 0.4 else ()
    shut = random.choice((0.0, 0.0, 0.1, 0.1, 0.5, 1.0) if random.random() < 0.3 else (0.0, 0.05))
    hours = random.choice(HOURS) if random.random() < 0.2 else ""
    return SiteGround(
        Site("site", "p", "S", "", 28.6, 77.2, hours, "Asia/Kolkata", "", "#000000", "en", ("en",)),
        cards,
        floors=floors,
        ways=ways,
        sums=_make_sums(random, ids),
        tags={tag: tag for tag in TAGS},
        closed_stops={stop for stop in ids if random.random() < shut},
        closed_ways={way.id for way in ways if random.random() < 0.05},
    )


def make_moment(random: Random, ground: SiteGround) -> Moment:
    """Return a moment of some visitor's visit there; some of the stops they speak of are gone from the pack."""
    ids = [*(card.id for card in ground.cards), "gone"]
    seen = tuple(random.sample(ids, random.randint(0, min(4, len(ids)))))
    now = datetime(2026, 3, 1, tzinfo=UTC) + timedelta(minutes=random.randint(0, 500_000))
    wishes = Wishes(
        company=random.choice((None, *Company)),
        interests=frozenset(random.sample(TAGS, random.randint(0, 2))),
        minutes=random.choice((None, 0, 5, 10, 20, 45, 60, 90, 180, 600, random.randint(5, 600))),
        depth=random.choice(tuple(Depth)),
        pace=random.choice(tuple(Pace)),
        step_free=random.random() < 0.3,
    )
    return Moment(
        "site",
        "en",
        here=seen[-1] if seen else "",
        seen=seen,
        seen_before=frozenset(random.sample(ids, random.randint(0, min(3, len(ids))))),
        wishes=wishes,
        taste=Taste(more=tuple(random.sample(ids, min(1, len(ids)))), less=()),
        gone_min=random.choice((0.0, 0.0, 3.5, random.uniform(0, 100))),
        now=random.choice((None, now)),
        planned=tuple(random.sample(ids, random.randint(0, len(ids)))) if random.random() < 0.3 else (),
        put_in=tuple(random.sample(ids, 1)) if random.random() < 0.2 else (),
        left_off=frozenset(random.sample(ids, 1)) if random.random() < 0.2 else frozenset(),
    )


def _make_card(random: Random, number: int, kind: str, floors: list[Floor]) -> StopCard:
    outdoors = kind == "outdoors" or (kind == "mixed" and random.random() < 0.5)
    on_plan = kind == "plans" or (kind == "mixed" and random.random() < 0.5)
    return StopCard(
        id=f"s{number}",
        site_id="site",
        number=str(number),
        title=f"Stop {number}",
        where="",
        order=random.randint(0, 50),
        floor_id=random.choice(floors).id if kind != "outdoors" else "",
        plan_x=random.random() if on_plan else None,
        plan_y=random.random() if on_plan else None,
        lat=28.6 + random.uniform(0, 0.01) if outdoors else None,
        lon=77.2 + random.uniform(0, 0.01) if outdoors else None,
        tags=tuple(random.sample(TAGS, random.randint(0, 2))),
        thumbnail="",
        closed=random.random() < 0.05,
        opening_hours=random.choice(HOURS) if random.random() < 0.3 else "",
        look_s=random.choice((0, 20, 120)),
        tell_s=tuple(random.sample(DEPTHS, random.randint(0, 4))),
        in_language=random.random() < 0.8,
    )


def _draw_size(random: Random, most_stops: int) -> int:
    return random.randint(0, 2) if random.random() < 0.1 else random.randint(3, most_stops)


def _make_ways(random: Random, ids: list[str]) -> tuple[Way, ...]:
    """Return a chain through most stops with some links more, or a few ways anywhere: then the site is in pieces."""
    chain = list(pairwise(ids)) if random.random() < 0.8 else []
    more = [
        (random.choice(ids), random.choice([*ids, "unknown"])) for _ in range(random.randint(1, len(ids)))
    ]
    return tuple(
        Way(f"w{n}", *ends, random.uniform(0, 200), _draw_kind(random), random.random() < 0.03, "")
        for n, ends in enumerate(chain + more)
    )


def _draw_kind(random: Random) -> WayKind:
    return random.choice(tuple(WayKind)) if random.random() < 0.3 else WayKind.WALK


def _make_sums(random: Random, ids: list[str]) -> SiteSums:
    if random.random() < 0.5:
        return SiteSums()
    stops = {
        stop: StopSums(random.randint(0, 90), random.choice((None, (30, 70, 160), (1, 1, 1), (0, 5, 2000))))
        for stop in ids
    }
    return SiteSums(100, stops, {}, "2026-01-01")


def find_faults(ground: SiteGround, moment: Moment, plan: Plan) -> list[str]:
    """Return what is wrong with a tour: nothing, or the sentences."""
    ids = [stop.stop_id for stop in plan.stops]
    told = {stop_id for stop_id, _ in plan.left_out}
    done = {*moment.seen, moment.here, *moment.left_off}
    left_min = 600.0 if moment.wishes.minutes is None else moment.wishes.minutes - moment.gone_min
    checks = {
        "it takes longer than there is time": bool(ids) and plan.minutes[2] > left_min,
        "its range is upside down": not plan.minutes[0] <= plan.minutes[1] <= plan.minutes[2],
        "a stop comes twice": len(set(ids)) < len(ids),
        "it leads to what was seen or taken out": bool(done & set(ids)),
        "it leads to what is closed": bool(ground.closed_stops & set(ids)),
        "a stop is planned and left out": bool(told & set(ids)),
        "nothing is said of a stop": not told | done | set(ids) >= {card.id for card in ground.cards},
        "it leads where no way does": any(not stop.walk_min < 1e6 for stop in plan.stops),
        "somebody arrives before they left": any(
            later.arrive_min + 1e-9 < one.arrive_min + one.stay_min + later.walk_min
            for one, later in pairwise(plan.stops)
        ),
        "stairs for whoever takes none": moment.wishes.step_free
        and any(leg.kind == WayKind.STAIRS for stop in plan.stops for leg in stop.legs),
    }
    return [words for words, is_wrong in checks.items() if is_wrong]

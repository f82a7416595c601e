from __future__ import annotations

from pathlib import Path

from kiosk.place.events import Fix, Silent
from kiosk.place.follow import News, NewsKind, follow
from kiosk.place.nmea_clock import play
from kiosk.place.recording import read_recording
from kiosk.place.walk import WALK_M_S, Pause, format_walk
from tests.place.cards import GROUND, make_card, make_fix

GARDEN = [make_card("gate"), make_card("well", 80)]


def tell(news: list[News]) -> list[tuple[int, str, str]]:
    return [(one.at_ms // 1000, str(one.kind), one.stop_id.partition("/")[2]) for one in news]


def stroll() -> list[tuple[int, Fix | Silent | None]]:
    """Ten seconds at the gate, a walk of 80 m to the well, and ten seconds there."""
    places = [0.0] * 10 + [1.25 * second for second in range(1, 65)] + [80.0] * 10
    return [(1000 * second, make_fix(east, 0, second, 3.0)) for second, east in enumerate(places)]


def test_a_stroll_is_told_in_order() -> None:
    told = tell(list(follow(GARDEN, stroll())))
    assert [what for _, *what in told] == [
        ["found", ""],
        ["near", "gate"],
        ["here", "gate"],
        ["settled", "gate"],
        ["left", "gate"],
        ["near", "well"],
        ["here", "well"],
        ["settled", "well"],
    ]
    times = [at for at, *_ in told]
    assert times == sorted(times) and times[:4] == [0, 0, 2, 6]


def test_a_tunnel_is_told() -> None:
    events: list[tuple[int, Fix | Silent | None]] = [*stroll()[:5], (15_000, Silent()), (16_000, None)]
    news = list(follow(GARDEN, events))
    assert [str(one.kind) for one in news][-2:] == ["lost", "left"]
    assert news[-1].accuracy_m is None and news[-1].offer is None
    after = [(second * 1000, make_fix(0, 0, second)) for second in range(17, 24)]
    again = list(follow(GARDEN, [*events, *after]))
    assert [(one.kind, one.at_ms) for one in again[len(news) :]] == [
        (NewsKind.FOUND, 17_000),
        (NewsKind.HERE, 17_000),
        (NewsKind.SETTLED, 23_000),
    ]


def test_a_drawn_walk_is_walked_at_a_visitors_pace(tmp_path: Path) -> None:
    gate, well = (Pause(*GROUND.to_degrees(east, 0), 10) for east in (0, 80))
    path = tmp_path / "walk.nmea"
    path.write_text("\n".join(format_walk([gate, well])))
    moments = list(read_recording(path))
    assert len(moments) == 10 + int(80 / WALK_M_S) + 10
    assert {moment.course_deg for moment in moments if (moment.speed_m_s or 0) > 1} == {90.0}
    assert [what for _, *what in tell(list(follow(GARDEN, play(moments))))][-1] == ["settled", "well"]


def test_no_way_is_no_walk() -> None:
    assert list(format_walk([])) == []

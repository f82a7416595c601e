"""From counts to what staff are told of each label. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from kiosk.model.label_state import LabelState
from kiosk.upkeep.records import LabelRecord

LATELY_DAYS = 30
COVERED_FOREIGN = 3
"""Foreign codes in one day. One is a poster held up, two may be one family; three came from three openings."""
FAILED_OFTEN = 5
EXPECTED_READS = 12.0
"""So many reads would have come since the last one, had the label gone on as before. By chance alone none comes
once in 160,000 labels; since families scan together it is nearer once in 400: rare enough to go and look."""
UNREAD_DAYS = 5
OFTEN_READS = 10


def judge_labels(
    stop_ids: Iterable[str], records: Mapping[str, LabelRecord], today: str
) -> tuple[LabelState, ...]:
    """Return the state of each of a site's labels, what needs somebody first, then in the order given.

    Args:
        stop_ids: The site's stops in the curator's order.
        records: What is kept of its labels.
        today: The day at the site, ISO 8601; "" where the clock is not set.
    """
    since = _find_first_day(today)
    site_reads = _count_site_reads(records.values())
    states = [
        _judge(stop_id, records.get(stop_id, LabelRecord()), today, since, site_reads) for stop_id in stop_ids
    ]
    return tuple(sorted(states, key=_find_rank))


def _judge(stop_id: str, record: LabelRecord, today: str, since: str, site_reads: Counter[str]) -> LabelState:
    lately = {day: counts for day, counts in record.days.items() if since <= day}
    reads = sum(counts.reads for counts in lately.values())
    failed = sum(counts.failed for counts in lately.values())
    foreign_on = max(lately, key=lambda day: (lately[day].foreign, day), default="")
    foreign = lately[foreign_on].foreign if foreign_on else 0
    return LabelState(
        stop_id=stop_id,
        reads=reads,
        spare=record.wear.spare,
        spare_before=record.wear.spare_before,
        foreign_today=lately[today].foreign if today in lately else 0,
        is_wearing=record.wear.is_wearing or (failed >= FAILED_OFTEN and failed >= reads / 2),
        is_covered=foreign >= COVERED_FOREIGN,
        read_on=record.read_on,
        confirmed_on=record.confirmed_on,
        foreign=foreign,
        foreign_on=foreign_on if foreign else "",
        forged=sum(counts.forged for counts in lately.values()),
        failed=failed,
        is_unread=_is_unread(record, site_reads),
    )


def _is_unread(record: LabelRecord, site_reads: Counter[str]) -> bool:
    """Tell whether a label fell silent: by the reads of the whole site, not by days, which may be closed ones."""
    own = {day: counts.reads for day, counts in record.days.items() if counts.reads}
    if sum(own.values()) < OFTEN_READS:
        return False
    last = max(own)
    after = [count for day, count in site_reads.items() if day > max(last, record.confirmed_on)]
    meanwhile = sum(count for day, count in site_reads.items() if min(own) <= day <= last)
    expected = sum(after) * sum(own.values()) / meanwhile
    return len(after) >= UNREAD_DAYS and expected >= EXPECTED_READS


def _count_site_reads(records: Iterable[LabelRecord]) -> Counter[str]:
    reads: Counter[str] = Counter()
    for record in records:
        for day, counts in record.days.items():
            if counts.reads:
                reads[day] += counts.reads
    return reads


def _find_first_day(today: str) -> str:
    """Return the first of the last 30 days; "", before every day, where today is not known."""
    return (date.fromisoformat(today) - timedelta(days=LATELY_DAYS - 1)).isoformat() if today else ""


def _find_rank(state: LabelState) -> int:
    marks = (state.is_covered, state.forged > 0, state.is_unread, state.is_wearing, state.foreign > 0)
    return next((rank for rank, is_so in enumerate(marks) if is_so), len(marks))

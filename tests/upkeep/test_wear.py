from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.upkeep.spare_counts import STEPS, SpareCounts, format_spare_counts, parse_spare_counts
from kiosk.upkeep.wear import BLOCK_READS, ENOUGH_READS, FIRST_READS, Wear

spares = st.floats(0, 1, allow_nan=False)


def read(wear: Wear, *reads: float) -> Wear:
    for spare in reads:
        wear = wear.take(spare)
    return wear


def test_a_label_read_well_does_not_wear() -> None:
    wear = read(Wear(), *[1.0, 1.0, 0.88] * 40)
    assert wear.spare == 1.0 == wear.spare_before
    assert not wear.is_wearing


def test_one_bad_read_says_nothing_of_the_label() -> None:
    wear = read(Wear(), *[1.0] * 60, 0.1, *[1.0] * 5, 0.0)
    assert not wear.is_wearing


def test_a_label_that_costs_a_third_more_than_at_first_wears() -> None:
    wear = read(Wear(), *[1.0] * FIRST_READS)
    assert not read(wear, *[0.66] * (ENOUGH_READS - 1)).is_wearing, "too few to say"
    assert read(wear, *[0.66] * ENOUGH_READS).is_wearing


def test_the_better_reads_tell_of_the_label_and_the_others_of_the_visitors() -> None:
    assert not read(Wear(), *[0.3, 0.5, 0.9] * 30).is_wearing


def test_a_label_far_up_was_never_read_better() -> None:
    wear = read(Wear(), *[0.66] * 100)
    assert wear.spare == wear.spare_before == 0.65
    assert not wear.is_wearing


def test_a_label_that_is_nearly_unreadable_is_told_from_its_first_reads_on() -> None:
    assert read(Wear(), *[0.33] * ENOUGH_READS).is_wearing


def test_what_was_long_ago_is_forgotten() -> None:
    wear = read(Wear(), *[1.0] * FIRST_READS, *[0.5] * 60)
    assert wear.is_wearing
    assert not read(wear, *[1.0] * 2 * BLOCK_READS).is_wearing, "cleaned"


def test_of_few_reads_nothing_is_said() -> None:
    wear = read(Wear(), *[0.1] * (ENOUGH_READS - 1))
    assert wear.spare is None and wear.spare_before is None and not wear.is_wearing


@given(st.lists(spares, max_size=120))
def test_what_is_kept_stays_small_and_comes_back_as_it_was(reads: list[float]) -> None:
    wear = read(Wear(), *reads)
    assert wear.first.total <= FIRST_READS
    assert wear.older.total + wear.newer.total <= 2 * BLOCK_READS
    for counts in (wear.first, wear.older, wear.newer):
        assert parse_spare_counts(format_spare_counts(counts)) == counts


@given(st.lists(spares, min_size=1, max_size=60))
def test_the_quartile_is_within_a_step_of_the_true_one(reads: list[float]) -> None:
    counts = SpareCounts()
    for spare in reads:
        counts = counts.add(spare)
    true = sorted(reads)[(3 * len(reads) + 3) // 4 - 1]
    assert counts.upper_quartile is not None
    assert abs(counts.upper_quartile - true) <= 0.5 / STEPS + 1e-9


def test_what_is_damaged_counts_as_nothing() -> None:
    for text in ("", "1 2 3", "x " * 21, "-1 " * 21, "99999999 " * 21, "1.5 " * 21, ("9" * 5_000 + " ") * 21):
        assert parse_spare_counts(text) == SpareCounts()

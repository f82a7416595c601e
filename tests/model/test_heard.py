from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.heard import HeardSpans

spans = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=30)


def test_hearing_again_counts_once() -> None:
    heard = HeardSpans()
    heard.add(0, 10_000)
    heard.add(5_000, 12_000)
    assert heard.total_ms == 12_000
    assert heard.spans == ((0, 12_000),)


def test_what_was_leapt_over_is_not_heard() -> None:
    heard = HeardSpans()
    heard.add(0, 1_000)
    heard.add(5_000, 6_000)
    assert heard.total_ms == 2_000
    assert heard.spans == ((0, 1_000), (5_000, 6_000))


def test_spans_that_touch_are_one_so_that_ticks_cost_nothing() -> None:
    heard = HeardSpans()
    for tick in range(10_000):
        heard.add(tick * 40, tick * 40 + 40)
    assert heard.spans == ((0, 400_000),)


def test_a_backward_or_empty_span_is_nothing() -> None:
    heard = HeardSpans()
    heard.add(10, 10)
    heard.add(20, 5)
    assert heard.total_ms == 0


@given(spans)
def test_it_agrees_with_counting_every_millisecond(added: list[tuple[int, int]]) -> None:
    heard = HeardSpans()
    every: set[int] = set()
    for start, end in added:
        heard.add(start, end)
        every.update(range(start, end))
    assert heard.total_ms == len(every)
    assert all(one[1] < two[0] for one, two in zip(heard.spans, heard.spans[1:], strict=False))

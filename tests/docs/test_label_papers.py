from __future__ import annotations

from tests.docs.label_papers import PAGE, make_table


def test_the_table_of_papers_is_what_the_program_prints() -> None:
    """``python -m tests.docs.label_papers`` writes it anew."""
    assert make_table() in PAGE.read_text(encoding="utf-8")

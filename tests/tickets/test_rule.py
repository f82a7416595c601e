"""What a site writes into its settings about tickets."""

from __future__ import annotations

import pytest

from kiosk.tickets.rule import Asking, TicketRule, parse_help, parse_rule


def test_one_word_holds_for_every_site() -> None:
    assert parse_rule("required").find("mill") is Asking.REQUIRED
    assert parse_rule("off") == TicketRule()


def test_sites_may_differ() -> None:
    rule = parse_rule("off; fort = required ;mill=asked;")
    assert [rule.find(site) for site in ("fort", "mill", "ghat")] == ["required", "asked", "off"]


@pytest.mark.parametrize(
    "text", ["", "on", "off;", "off; fort", "off; =asked", "off; fort=yes", "off; a=b=asked"]
)
def test_anything_else_is_refused_but_an_empty_end(text: str) -> None:
    if text == "off;":
        assert parse_rule(text) == TicketRule()
    else:
        with pytest.raises(ValueError, match="required"):
            parse_rule(text)


def test_where_the_desk_is_in_each_language() -> None:
    words = parse_help("Left of the gate [hi] द्वार के बाईं ओर [pt-BR]À esquerda")
    assert words.find("en") == "Left of the gate"
    assert words.find("hi") == words.find("hi-IN") == "द्वार के बाईं ओर"
    assert words.find("pt-br") == "À esquerda"
    assert words.find("pt") == "Left of the gate"
    assert parse_help("").find("en") == ""

from __future__ import annotations

import pytest

from kiosk.model.errors import KioskError
from kiosk.sync.hub_address import parse_hub_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://hub.example.org", "https://hub.example.org:443"),
        (" http://127.0.0.1:8765/ ", "http://127.0.0.1:8765"),
        ("http://[::1]:8765/kiosk/", "http://[::1]:8765/kiosk"),
    ],
)
def test_an_address_is_read(text: str, address: str) -> None:
    assert parse_hub_address(text).format() == address


@pytest.mark.parametrize(
    "text",
    ["", "hub.example.org", "ftp://hub", "http://", "http://hub:99999", "http://a:b@hub", "http://hub/?x=1", "file:///etc",
     "http://[::1", "http://hub/#x", "http://hub/größe", "http://hub/a b", "http://hub/" + "a" * 512],
)  # fmt: skip
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(KioskError, match="hub's address") as refusal:
        parse_hub_address(text)
    assert refusal.value.code == "sync.hub-address"

"""What staff are told of each release on the device."""

from __future__ import annotations

from kiosk.app.staff.shelf import list_shelf
from kiosk.packs.manifest import PackManifest, Part, SiteNames
from kiosk.packs.register import InstalledRelease


def make_release(
    version: int, *, active: bool = False, by: str = "mill", left_out: str = ""
) -> InstalledRelease:
    parts = tuple(
        Part(name, f"{number:064x}", 10, ()) for number, name in enumerate(("core", "lang-en", "lang-hi"))
    )
    manifest = PackManifest(
        *("test.mill", version, "Mill Society", "2026-03-01", "en", ("en", "hi"), parts, "kiosk 1"),
        sites=(SiteNames("mill", {"en": "The Mill", "hi": "पनचक्की"}),),
    )
    return InstalledRelease(manifest, active, by, frozenset(left_out.split()))


def test_what_is_on_the_device_is_told_in_its_order() -> None:
    older, newer = make_release(1), make_release(2, active=True, left_out="lang-hi")
    first, second = list_shelf([newer, older], {("test.mill", 2)}, {("test.mill", 1)}, "mill")
    assert (first.version, first.shown, first.waiting, first.withdrawn) == (2, True, False, False)
    assert (first.site_names, first.publisher, first.reviewed_on) == (
        ("The Mill",),
        "Mill Society",
        "2026-03-01",
    )
    assert (first.languages, first.size_bytes) == (("en",), 20), (
        "what is on the device, not what was left out"
    )
    assert (second.version, second.shown, second.withdrawn, second.foreign) == (1, False, True, False)


def test_during_a_visit_the_new_waits_and_the_old_is_shown() -> None:
    new, old = list_shelf([make_release(2, active=True), make_release(1)], {("test.mill", 1)}, (), "mill")
    assert (new.shown, new.waiting) == (False, True)
    assert (old.shown, old.waiting) == (True, False)


def test_what_another_publisher_left_cannot_be_shown_once_the_new_one_s_is() -> None:
    demonstration, mine = make_release(1, by="demonstration"), make_release(2, active=True)
    assert [one.foreign for one in list_shelf([mine, demonstration], (), (), "mill")] == [False, True]
    still = make_release(1, active=True, by="demonstration")
    assert [one.foreign for one in list_shelf([still], (), (), "mill")] == [False], "until then it goes on"

"""New content comes while the guide runs: whoever visits is not disturbed, whoever comes next sees it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.packs.store import PackStore
from tests.fakes.composed_guide import ComposedGuide, build_small_pack, data, install, pack
from tests.fakes.fake_drives import FakeDrives
from tests.fakes.qt_loop import spin, spin_until

__all__ = ["data", "pack"]

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.allow_qt_message("No audio device detected|pipewire"),
]


@pytest.fixture(scope="session")
def newer_pack(pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 2 of the small pack."""
    folder = tmp_path_factory.getbasetemp() / "newer-pack"
    return next(iter(folder.glob("*.hpack")), None) or build_small_pack(folder, version=2)


@pytest.fixture
def guide(data: Path) -> Iterator[ComposedGuide]:
    with ComposedGuide(data, watch_drives=FakeDrives, has_camera=False) as guide:
        guide.device.start_desk()
        yield guide


def list_versions(guide: ComposedGuide) -> list[int]:
    return sorted(version for _, version in guide.device.content.shown)


def test_a_visit_ends_on_what_it_began_with(guide: ComposedGuide, data: Path, newer_pack: Path) -> None:
    flow = guide.shell.models.flow
    flow.begin()
    flow.choose_language("en")
    flow.open_stop("mill/wheel", "list")
    install(data, newer_pack)
    guide.device.content.renew()
    spin(200)
    assert list_versions(guide) == [1]
    flow.show("browse")
    guide.shell.window.grabWindow()
    flow.end("leave")
    spin(200)
    assert (guide.page, list_versions(guide)) == ("end", [1])
    guide.shell.window.grabWindow()
    flow.finish()
    spin_until(lambda: list_versions(guide) == [2])
    desk = guide.device.desk
    assert desk is not None
    spin_until(lambda: [(one.version, one.shown) for one in desk.shelf] == [(2, True), (1, False)])
    assert guide.page == "attract"


def test_the_next_visitor_reads_sees_and_hears_the_new(
    guide: ComposedGuide, data: Path, newer_pack: Path
) -> None:
    install(data, newer_pack)
    guide.device.content.renew()
    spin_until(lambda: list_versions(guide) == [2])
    flow = guide.shell.models.flow
    flow.begin()
    flow.choose_language("en")
    flow.open_stop("mill/wheel", "list")
    guide.shell.window.grabWindow()
    spin_until(lambda: guide.heard_bytes > 0)
    guide.shell.models.browse.search("wheel")
    assert [row["id"] for row in guide.shell.models.browse._stops()] == ["mill/wheel"]
    assert guide.shell.models.attract._pictures()


def test_an_empty_device_comes_to_life_without_a_restart(
    tmp_path: Path, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.app.embedded_packs.find_embedded_packs", lambda: ())
    with ComposedGuide(tmp_path / "data", watch_drives=FakeDrives, has_camera=False) as guide:
        assert guide.page == "empty"
        install(tmp_path / "data", pack)
        guide.device.content.renew()
        spin_until(lambda: guide.page == "attract")


def test_a_pack_removed_from_under_the_guide_leaves_the_rest_standing(
    guide: ComposedGuide, data: Path
) -> None:
    with closing(PackStore(data)) as store:
        store.remove("test.mill", 1)
    guide.device.content.renew()
    spin_until(lambda: guide.page == "empty")
    guide.shell.window.grabWindow()

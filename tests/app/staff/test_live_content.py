"""New content is shown between two visits, never during one, and what goes wrong leaves the old."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.app.staff.live_content import LiveContent
from kiosk.model.errors import KioskError
from kiosk.packs.library import Library
from kiosk.packs.store import PackStore
from tests.fakes.fake_background import QueuedBackground
from tests.fakes.signed_packs import ThrowAwayOperator
from tests.fakes.staff_hands import SignedSticks


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> SignedSticks:
    sticks = SignedSticks(tmp_path_factory.mktemp("sticks"), ThrowAwayOperator())
    sticks.make(1)
    sticks.make(2)
    return sticks


@dataclass
class Guide:
    """A guide's content, with its background work done when the test says so."""

    data: Path
    sticks: SignedSticks
    switches: list[frozenset[tuple[str, int]]] = field(default_factory=list)
    problems: list[KioskError] = field(default_factory=list)
    refuses: KioskError | None = None

    def __post_init__(self) -> None:
        self.background = QueuedBackground()
        with closing(PackStore(self.data)) as store:
            self.library: Library = store.open_library()
        self.content = LiveContent(
            self._open_store, self.library, self.background, self._note, self.problems.append
        )

    def install(self, version: int) -> None:
        with closing(PackStore(self.data)) as store:
            assert store.install(self.sticks.make(version)).result == "installed"

    def show(self) -> frozenset[tuple[str, int]]:
        """Do the background's work, and return what visitors see."""
        self.background.run_all()
        return self.content.shown

    def _open_store(self) -> PackStore:
        if self.refuses is not None:
            raise self.refuses
        return PackStore(self.data)

    def _note(self) -> None:
        self.switches.append(self.content.shown)


@pytest.fixture
def guide(sticks: SignedSticks, tmp_path: Path) -> Iterator[Guide]:
    guide = Guide(sticks.operator.trust(tmp_path / "device"), sticks)
    yield guide
    guide.content.close()
    guide.library.close()


ONE, TWO = frozenset({("test.mill", 1)}), frozenset({("test.mill", 2)})


def test_what_was_installed_is_shown_at_once_where_nobody_visits(guide: Guide) -> None:
    assert guide.library.sites("en") == ()
    guide.install(1)
    guide.content.renew()
    assert guide.show() == ONE
    assert guide.switches == [ONE]
    assert [site.id for site in guide.library.sites("en")] == ["mill"]


def test_a_visit_goes_on_with_what_it_began_with(guide: Guide) -> None:
    guide.install(1)
    guide.content.renew()
    guide.show()
    guide.content.note_visitor(present=True)
    guide.install(2)
    guide.content.renew()
    assert guide.show() == ONE
    assert guide.library.get_stop("mill/wheel", "en").card.title
    guide.content.note_visitor(present=False)
    assert guide.show() == TWO
    assert guide.switches == [ONE, TWO]


def test_who_comes_while_the_new_is_being_opened_begins_with_the_old(guide: Guide) -> None:
    guide.install(1)
    guide.content.renew()
    guide.content.note_visitor(present=True)
    assert guide.show() == frozenset()
    guide.content.note_visitor(present=False)
    assert guide.show() == ONE


def test_nothing_is_opened_twice(guide: Guide) -> None:
    guide.install(1)
    for _ in range(3):
        guide.content.renew()
    guide.show()
    guide.content.note_visitor(present=True)
    guide.content.note_visitor(present=False)
    assert guide.show() == ONE
    assert guide.switches == [ONE]


def test_what_changes_while_it_is_looked_for_is_not_missed(guide: Guide) -> None:
    guide.install(1)
    guide.content.renew()
    assert guide.background.run_one()
    guide.install(2)
    guide.content.renew()
    assert guide.show() == TWO


def test_a_list_that_cannot_be_read_leaves_the_old_and_is_told(guide: Guide) -> None:
    guide.install(1)
    guide.content.renew()
    guide.show()
    guide.refuses = KioskError("The list cannot be read", code="packs.state-unreadable")
    guide.content.renew()
    assert guide.show() == ONE
    assert [problem.code for problem in guide.problems] == ["packs.state-unreadable"]
    guide.refuses = None
    guide.install(2)
    guide.content.renew()
    assert guide.show() == TWO


def test_files_that_were_mended_are_opened_though_the_list_is_the_same(guide: Guide) -> None:
    guide.install(1)
    core = guide.data / "packs" / "blobs"
    with closing(PackStore(guide.data)) as store:
        part = store.list_releases()[0].manifest.parts[0].sha256
    path = core / part[:2] / part
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    guide.content.renew()
    assert guide.show() == frozenset()
    path.write_bytes(whole)
    guide.content.renew()
    assert guide.show() == frozenset()
    guide.content.note_visitor(present=True)
    guide.content.renew(anew=True)
    guide.content.note_visitor(present=False)
    assert guide.show() == ONE


def test_after_the_end_nothing_is_switched(guide: Guide) -> None:
    guide.install(1)
    guide.content.renew()
    guide.content.close()
    assert guide.show() == frozenset()


def test_a_folder_that_can_only_be_read_keeps_its_content(guide: Guide) -> None:
    fixed = LiveContent(None, guide.library, guide.background, lambda: None, guide.problems.append)
    fixed.renew()
    assert not guide.background.run_one()

"""Work on many media is shared out and comes back in order, failures where they belong."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest

from kiosk.packs.pictures import PictureError, render_picture
from kiosk.packs.workbench import FEW, Workbench

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} 10"><rect width="9" height="9"/></svg>'


def write_drawings(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.svg" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text("<svg" if number == 1 else DRAWING.format(number + 10), encoding="utf-8")
    return paths


@pytest.mark.parametrize("count", [3, FEW + 4])
def test_outcomes_come_in_order_the_same_in_processes_as_in_one(tmp_path: Path, count: int) -> None:
    paths = write_drawings(tmp_path, count)
    seen = []
    with Workbench(count) as bench:
        for path, outcome in bench.work_on(render_picture, paths):
            seen.append(path)
            if path == paths[1]:
                with pytest.raises(PictureError, match="cannot be rendered"):
                    outcome()
            else:
                assert outcome() == render_picture(path)
    assert seen == paths
    assert multiprocessing.active_children() == []


def test_leaving_early_waits_for_nothing_but_what_has_begun(tmp_path: Path) -> None:
    paths = write_drawings(tmp_path, 30)
    with Workbench(len(paths)) as bench:
        outcomes = [outcome for _, outcome in bench.work_on(render_picture, paths[:2])]
        with pytest.raises(PictureError):
            outcomes[1]()
        next(bench.work_on(render_picture, paths))
    assert multiprocessing.active_children() == []


def test_without_semaphores_everything_is_done_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_words: object, **_options: object) -> None:
        raise OSError("no /dev/shm")

    monkeypatch.setattr("kiosk.packs.workbench.ProcessPoolExecutor", refuse)
    paths = write_drawings(tmp_path, FEW + 4)
    with Workbench(len(paths)) as bench:
        assert [path for path, _ in bench.work_on(render_picture, paths)] == paths

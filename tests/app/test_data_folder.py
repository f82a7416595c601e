"""One guide holds one data folder; visitors have a guide even where nothing can be written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.app.data_folder import hold_data_folder
from kiosk.model.errors import KioskError


def test_the_folder_is_made_and_given_back(tmp_path: Path) -> None:
    with hold_data_folder(tmp_path / "new" / "data") as folder:
        assert folder.path.is_dir() and folder.problem is None
    with hold_data_folder(folder.path):
        pass


def test_a_second_guide_on_the_same_folder_is_refused_in_words(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from kiosk.app.data_folder import hold_data_folder\n"
        "from kiosk.model.errors import KioskError\n"
        "try: hold_data_folder(pathlib.Path(sys.argv[1]), stand_in=True)\n"
        "except KioskError as error: print(error.code)\n"
    )
    with hold_data_folder(tmp_path):
        told = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
        )
    assert told.stdout.strip() == "app.data-in-use"


def test_a_killed_guide_leaves_nothing_that_has_to_be_cleared(tmp_path: Path) -> None:
    script = (
        "import sys, os, signal, pathlib\n"
        "from kiosk.app.data_folder import hold_data_folder\n"
        "hold_data_folder(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    with hold_data_folder(tmp_path) as folder:
        assert folder.problem is None


def test_where_nothing_can_be_written_visitors_get_a_stand_in_and_staff_the_cause(tmp_path: Path) -> None:
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    with pytest.raises(KioskError) as caught:
        hold_data_folder(blocked)
    assert caught.value.code == "app.data-not-writable"
    with hold_data_folder(blocked, stand_in=True) as folder:
        assert folder.problem is not None and folder.problem.code == "app.data-not-writable"
        (folder.path / "written").write_text("yes")
    assert not folder.path.exists()

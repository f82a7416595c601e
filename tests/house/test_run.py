"""The door: what ``./run`` installs, makes and starts, with the system's programs replaced by ones that tell."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

# Every program writes down how it was called. A made environment's python is a copy of this one.
PYTHON = """#!/bin/sh
printf 'python %s\\n' "$*" >>"{log}"
case "$*" in
    *ensurepip*) printf '%s\\n' "$0" ;;
    "-m venv "*)
        for folder in "$@"; do :; done
        mkdir -p "$folder/bin" "$folder/lib/python3.11/site-packages"
        cp "$0" "$folder/bin/python"
        printf '#!%s/bin/python\\n' "$folder" >"$folder/bin/tool"
        touch "$folder/pyvenv.cfg" ;;
    *" install "*) exit "$(cat "{folder}/pip-status" 2>/dev/null || echo 0)" ;;
    *" rehearse "*) exit "$(cat "{folder}/rehearse-status" 2>/dev/null || echo 0)" ;;
esac
"""
DPKG_QUERY = """#!/bin/sh
for name in "$@"; do
    case $name in
        -*) ;;
        *) grep -qx "$name" "{folder}/not-installed" 2>/dev/null || printf '%s installed\\n' "$name" ;;
    esac
done
"""
APT_GET = '#!/bin/sh\nprintf "apt-get %s\\n" "$*" >>"{log}"\n'
ID = '#!/bin/sh\ncat "{folder}/user" 2>/dev/null || echo 1000\n'


@dataclass
class Door:
    """A copy of ``run`` in a folder of its own."""

    folder: Path

    def start(self, *arguments: str, display: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / "house" / "run", *arguments],
            env={"PATH": f"{self.folder / 'bin'}:/usr/bin:/bin", "DISPLAY": display, "HOME": os.environ.get("HOME", "/")},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def tell(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text + "\n", encoding="utf-8")

    def calls(self) -> list[str]:
        log = self.folder / "log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def environments(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "house" / ".env").glob("*"))


@pytest.fixture
def door(tmp_path: Path, house: Path) -> Door:
    (tmp_path / "bin").mkdir()
    (tmp_path / "house").mkdir()
    for name in ("run", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / "house" / name).write_bytes((house / name).read_bytes())
    (tmp_path / "house" / "run").chmod(0o755)
    programs = {"python3": PYTHON, "dpkg-query": DPKG_QUERY, "apt-get": APT_GET, "id": ID, "dpkg": APT_GET}
    for name, text in {**programs, "sudo": "#!/bin/sh\nexit 1\n"}.items():
        program = tmp_path / "bin" / name
        program.write_text(text.replace("{folder}", str(tmp_path)).replace("{log}", str(tmp_path / "log")))
        program.chmod(0o755)
    return Door(tmp_path)


def test_without_the_right_to_install_it_prints_the_line_to_type(door: Door) -> None:
    door.tell("not-installed", "libegl1\nlibegl1t64\nespeak-ng\nespeak-ngt64")
    result = door.start("--version")
    assert result.returncode == 3
    assert "apt-get install -y --no-install-recommends libegl1 espeak-ng\n" in result.stderr
    assert door.environments() == []


def test_the_new_names_of_libraries_count(door: Door) -> None:
    door.tell("not-installed", "libglib2.0-0")
    assert door.start("--version").returncode == 0


def test_root_installs_what_is_missing_and_only_that(door: Door) -> None:
    door.tell("user", "0")
    door.tell("not-installed", "libzbar0\nlibzbar0t64")
    assert door.start("--version").returncode == 0
    (install,) = [call for call in door.calls() if " install " in call and call.startswith("apt-get")]
    assert install.endswith("--no-install-recommends libzbar0")


def test_arguments_reach_the_guide_as_they_are(door: Door) -> None:
    assert door.start("scan", "a picture.png", "--json").returncode == 0
    assert door.calls()[-1] == "python -P -m kiosk scan a picture.png --json"


def test_the_second_time_installs_and_makes_nothing(door: Door) -> None:
    door.start("--version")
    before = len(door.calls())
    (door.folder / "house" / "build").mkdir()
    (door.folder / "house" / "build" / "prepared").touch()
    door.start("--version")
    assert door.calls()[before:] == ["python -P -m kiosk --version"]


def test_without_a_display_it_rehearses_and_says_where_the_pictures_are(door: Door) -> None:
    result = door.start()
    assert result.returncode == 0
    assert door.calls()[-1].startswith("python -P -m kiosk rehearse --out ")
    assert str(door.folder / "house" / "rehearsal") in result.stderr


def test_a_failed_rehearsal_is_told_by_the_status(door: Door) -> None:
    door.tell("rehearse-status", "1")
    assert door.start().returncode == 1


def test_with_a_display_it_opens_the_guide_in_a_window_that_can_be_closed(door: Door) -> None:
    assert door.start(display=":0").returncode == 0
    assert door.calls()[-1] == "python -P -m kiosk run --windowed"


def test_a_broken_off_installation_leaves_nothing_that_looks_whole(door: Door) -> None:
    door.tell("pip-status", "1")
    assert door.start("--version").returncode != 0
    assert all(".building." in name for name in door.environments())
    door.tell("pip-status", "0")
    assert door.start("--version").returncode == 0
    (name,) = door.environments()
    assert len(name) == 12
    environment = door.folder / "house" / ".env" / name
    assert (environment / "bin" / "tool").read_text() == f"#!{environment}/bin/python\n"


def test_a_changed_lock_makes_another_environment(door: Door) -> None:
    door.start("--version")
    with (door.folder / "house" / "requirements.lock").open("a") as lock:
        lock.write("# another\n")
    door.start("--version")
    assert len(door.environments()) == 2


def test_the_developers_tools_stay_out_of_the_guides_environment(door: Door) -> None:
    door.start("bench")
    tools = [name for name in door.environments() if name.endswith("-dev")]
    assert len(tools) == 1
    pth = door.folder / "house" / ".env" / tools[0] / "lib" / "python3.11" / "site-packages" / "house.pth"
    below, root = (Path(os.path.normpath(pth.parent / line)) for line in pth.read_text().splitlines())
    assert below.is_dir()
    assert root == door.folder / "house"
    assert door.calls()[-1] == "python -m tests.benchmarks"

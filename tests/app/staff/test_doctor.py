"""The doctor says whether the staff pages can be opened, and by whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.app.doctor.staff import check_staff
from kiosk.app.staff.pin import FILE_NAME, StaffPin


@pytest.mark.parametrize(("state", "status"), [("none", "warn"), ("set", "ok"), ("damaged", "fail")])
def test_the_pin_is_looked_at(tmp_path: Path, state: str, status: str) -> None:
    if state == "set":
        StaffPin(tmp_path).set("2468")
    elif state == "damaged":
        (tmp_path / FILE_NAME).write_bytes(b"{")
    finding = check_staff(tmp_path)
    assert (finding.check, str(finding.status)) == ("staff", status)
    assert bool(finding.remedy) == (status != "ok")

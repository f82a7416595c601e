"""The view-models of the staff's pages, made when staff first come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.screens.rooms import Rooms
from kiosk.screens.staff.closing import StaffClosing
from kiosk.screens.staff.drive import StaffDrive
from kiosk.screens.staff.hub import StaffHub
from kiosk.screens.staff.job import StaffJob
from kiosk.screens.staff.labels import StaffLabels
from kiosk.screens.staff.pages import StaffPages
from kiosk.screens.staff.pin import StaffPin
from kiosk.screens.staff.round import StaffRound
from kiosk.screens.staff.shelf import StaffShelf
from kiosk.screens.staff_rooms import StaffDesk

if TYPE_CHECKING:
    from kiosk.screens.models import Models


@dataclass(frozen=True, slots=True)
class StaffModels:
    """What the staff's pages see, each as a singleton of the module ``HeritageKiosk``."""

    pages: StaffPages
    pin: StaffPin
    drive: StaffDrive
    job: StaffJob
    shelf: StaffShelf
    labels: StaffLabels
    round: StaffRound
    closing: StaffClosing
    hub: StaffHub


def make_staff_models(rooms: Rooms, desk: StaffDesk, models: Models) -> StaffModels:
    """Make the view-models over a desk, behind the door of the window's own ``models``."""
    door = models.door
    pin, drive = StaffPin(desk, door), StaffDrive(desk, door)
    job, shelf = StaffJob(desk, door), StaffShelf(desk, door)
    labels = StaffLabels(rooms.rounds, rooms.library, models.media, models.look)
    a_round = StaffRound(rooms, labels, models.media)
    closing = StaffClosing(rooms.closings, rooms.library, models.look)
    hub = StaffHub(rooms, door)
    others = (drive, job, shelf, labels, a_round, closing, hub)
    pages = StaffPages(rooms.clock, desk, door, pin, others, models.look, models.wording)
    door.content_changed.connect(labels.renew)
    door.content_changed.connect(closing.renew)
    drive.started.connect(pages.follow_job)
    shelf.began.connect(pages.follow_shelf)
    a_round.began.connect(pages.follow_round)
    a_round.scanned.connect(pages.touched)
    hub.scanned.connect(pages.touched)
    pages.shown.connect(a_round.follow)
    pages.shown.connect(hub.follow)
    return StaffModels(pages, pin, drive, job, shelf, labels, a_round, closing, hub)

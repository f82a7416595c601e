"""What a drive offers a device, as staff are shown it: releases, whose they are, and what became of a task."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OfferState(StrEnum):
    """What a release on a drive is to this device."""

    NEW = "new"
    NEWER = "newer"
    HERE = "here"
    OLDER = "older"
    REFUSED = "refused"


class TaskKind(StrEnum):
    """What the desk is doing for staff."""

    INSTALL = "install"
    ACTIVATE = "activate"
    REMOVE = "remove"
    TRUST = "trust"


@dataclass(frozen=True, slots=True)
class Offer:
    """One release on a drive, against what is installed.

    Attributes:
        pack_id: The pack.
        version: Its version on the drive.
        site_names: The sites it brings, in the language staff read, or in the pack's fall-back.
        publisher: Who made it, as the signed manifest says.
        reviewed_on: ISO date; "" where nobody said.
        languages: BCP 47 tags, in the author's order.
        parts: The optional parts besides languages, say ``video``.
        size_bytes: All its files.
        new_bytes: The bytes this device lacks of them.
        installed_version: The version visitors see now; 0 for none.
        state: What the release is to this device.
        refusal: Why it cannot be installed, in words for staff; "" where it can.
        code: The refusal's stable code; "" where it can be installed.
        fallback_language: The language that is always installed; "" where nobody knows yet.
        part_bytes: The bytes this device lacks of each part that may be left out, by the part's name
            (``lang-hi``, ``video``); what several parts share counts for each.
        left_out: The parts that staff left out the last time, by name.
        source: The file to install it from: a manifest in a tree, or an ``.hpack``.
    """

    pack_id: str
    version: int
    site_names: tuple[str, ...]
    publisher: str
    reviewed_on: str
    languages: tuple[str, ...]
    parts: tuple[str, ...]
    size_bytes: int
    new_bytes: int
    installed_version: int
    state: OfferState
    refusal: str = ""
    code: str = ""
    fallback_language: str = ""
    part_bytes: tuple[tuple[str, int], ...] = ()
    left_out: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Whose signatures a drive carries. ``fingerprint`` is what staff compare with the paper they were given."""

    name: str
    fingerprint: str
    trusted: bool


@dataclass(frozen=True, slots=True)
class DriveLook:
    """A drive that is plugged in, and what was found on it.

    Attributes:
        name: What staff call it: its label, or the last part of its path.
        path: Where it is mounted.
        looking: Whether it is still being read.
        read_only: Whether nothing can be written to it.
        publisher: Whose packs it carries; None where none or nothing readable is on it.
        offers: The releases on it.
        free_bytes: The room on this *device* that content may take: what is free, less the installer's reserve.
        problem: Why nothing is offered, in words for staff; "" where there is none.
        code: The problem's stable code.
    """

    name: str
    path: str
    looking: bool = True
    read_only: bool = False
    publisher: Publisher | None = None
    offers: tuple[Offer, ...] = ()
    free_bytes: int = 0
    problem: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class InstallJob:
    """What is being done at the desk, or was done last: most of the time an install.

    Attributes:
        pack_id: The pack; "" where a publisher is to be trusted.
        version: The version that is being installed, shown or removed; 0 where a publisher is to be trusted.
        words: What is being done, for staff.
        done_bytes: Of ``total_bytes``.
        total_bytes: What has to be copied; 0 while it is not known.
        remaining_s: How long it will go on, in seconds; None while it is not known.
        result: "" while it goes on; then installed, nothing-new, activated, removed, trusted, refused or cancelled.
        message: What went wrong and what to do, in words for staff; "" where nothing did.
        code: The refusal's stable code.
        kind: What is being done.
    """

    pack_id: str
    version: int
    words: str = ""
    done_bytes: int = 0
    total_bytes: int = 0
    remaining_s: float | None = None
    result: str = ""
    message: str = ""
    code: str = ""
    kind: TaskKind = TaskKind.INSTALL


@dataclass(frozen=True, slots=True)
class ShelfRelease:
    """A release on this device, as staff are shown it.

    ``waiting`` is true where it will be shown as soon as the visit under way has ended; ``withdrawn`` where its
    publisher no longer vouches for it; ``foreign`` where the device trusts another publisher by now, and it cannot be
    shown again.
    """

    pack_id: str
    version: int
    site_names: tuple[str, ...]
    publisher: str
    reviewed_on: str
    languages: tuple[str, ...]
    size_bytes: int
    shown: bool
    waiting: bool = False
    withdrawn: bool = False
    foreign: bool = False

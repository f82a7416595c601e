"""Enrolling this device at a hub with a short code that its operator gave."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.model.errors import KioskError
from kiosk.seals.device_keys import load_device_keys, renew_device_keys
from kiosk.seals.envelope import SealError
from kiosk.seals.keys import OwnKeys
from kiosk.seals.paper_key_mail import open_paper_keys
from kiosk.seals.paper_keys import PaperKeys, keep_paper_keys
from kiosk.sync.enrolment import Enrolment, keep_enrolment, read_enrolment
from kiosk.sync.exchange import Exchange
from kiosk.sync.hub_address import HubAddress, parse_hub_address
from kiosk.sync.outcome import REMEDIES, Answer, Outcome

PATH: Final = "/v1/enrolments"
MAX_NAME: Final = 80
_QR_PREFIX: Final = "kiosk-enrol:"
# Crockford's alphabet; the letters that look like digits are taken as those.
_LOOK_ALIKES: Final = str.maketrans("OIL", "011")
_CODE: Final = re.compile(r"[0-9A-HJKMNP-TV-Z]{12}")


@dataclass(frozen=True, slots=True)
class Invitation:
    """A hub's address, "" where only a code was given, and the code."""

    hub: str
    code: str


def parse_invitation(text: str) -> Invitation:
    """Return what staff typed (``ABCD-EFGH-JKMN``, in any case, look-alikes forgiven) or scanned (``kiosk-enrol:URL#CODE``).

    Raises:
        KioskError: ``sync.enrolment-code-form``.
    """
    hub, code = "", text.strip()
    if code.lower().startswith(_QR_PREFIX):
        hub, _, code = code[len(_QR_PREFIX) :].partition("#")
    code = re.sub(r"[\s-]", "", code).upper().translate(_LOOK_ALIKES)
    if not _CODE.fullmatch(code):
        raise KioskError(
            "The device was not enrolled",
            expected="12 letters and digits, like ABCD-EFGH-JKMN",
            found="something else",
            remedy="Type the code as the hub shows it",
            code="sync.enrolment-code-form",
        )
    return Invitation(hub, f"{code[:4]}-{code[4:8]}-{code[8:]}")


def enrol(
    data_folder: Path, device: str, invitation: Invitation, *, name: str, version: str, new_keys: bool = False
) -> Enrolment:
    """Enrol the device and keep what the hub answers: its keys, and the paper keys.

    Killed at any point it can be repeated with the same code: the hub knows the device by its keys.

    Args:
        data_folder: Where the keys are kept.
        device: The device's id (32 hex digits).
        invitation: The hub and its code.
        name: What the device calls itself, until the operator names it.
        version: The program's.
        new_keys: Whether to make new keys first, as after a revocation or a theft.

    Raises:
        KioskError: ``sync.enrolment-refused``, ``sync.hub-address`` and what the keys' files may raise.
    """
    hub = parse_hub_address(invitation.hub)
    keys = renew_device_keys(data_folder) if new_keys else load_device_keys(data_folder)
    request = {
        "code": invitation.code,
        "device": device,
        "signing_key": keys.public.signing.hex(),
        "sealing_key": keys.public.sealing.hex(),
        "name": name[:MAX_NAME],
        "version": version,
    }
    answer = Exchange(hub).post(PATH, request)
    if answer.outcome is not Outcome.ACKNOWLEDGED:
        raise _refusal(hub, answer)
    try:
        enrolment = read_enrolment(answer.body, hub.format(), answer.server_ms)
        paper_keys = _read_paper_keys(answer, keys, enrolment)
    except (ValueError, binascii.Error) as error:
        raise _not_the_hub(hub, str(error)) from error
    if enrolment.device != device:
        raise _not_the_hub(hub, "an answer for another device")
    keep_paper_keys(data_folder, paper_keys)
    # Last: from now on the device counts as enrolled.
    keep_enrolment(data_folder, enrolment)
    return enrolment


def _read_paper_keys(answer: Answer, keys: OwnKeys, enrolment: Enrolment) -> PaperKeys:
    sealed = answer.body.get("paper_keys")
    if not isinstance(sealed, str):
        raise SealError("no paper keys")
    return open_paper_keys(base64.b64decode(sealed, validate=True), keys, enrolment.hub_keys.signing)


def _refusal(hub: HubAddress, answer: Answer) -> KioskError:
    status = answer.body.get("status")
    if status in (403, 409):
        remedy = "Ask for a new code: each is good for one device and for an hour"
    elif status == 429:
        remedy = "See whether the code was typed right: a right one is taken at once"
    else:
        remedy = REMEDIES.get(answer.outcome, "Repeat it with the same code")
    return KioskError(
        "The device was not enrolled",
        thing=hub.format(),
        found=answer.detail,
        remedy=remedy,
        code="sync.enrolment-refused",
    )


def _not_the_hub(hub: HubAddress, found: str) -> KioskError:
    return KioskError(
        "The device was not enrolled",
        thing=hub.format(),
        expected="a hub's keys, signed and sealed to this device",
        found=found,
        remedy="See whether this is the hub's address, then repeat it with the same code",
        code="sync.enrolment-answer",
    )

"""What the site has set on this device: ``settings.toml`` in the data folder.

Every setting has a default that works, so the file may be missing. Unknown names and wrong types are
refused in words: a misspelt setting that silently does nothing costs staff an afternoon.
"""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.model.datum import STUDY_PATTERN
from kiosk.model.errors import KioskError
from kiosk.scanning.mounting import TURNS_DEG, Mirroring
from kiosk.tickets.rule import parse_rule

FILE_NAME = "settings.toml"
MAX_FILE_BYTES = 64 * 1024
THEMES = ("gallery", "outdoors", "contrast")
SPEECH_ENGINES = ("auto", "pyttsx3", "piper", "none")
ON_OR_OFF = ("on", "off")
SELF_VOICING = ("offer", "on", "off")
CHARGER = ("ends", "nothing")
MICROPHONE = ("auto", "none")
WISHES = ("offer", "first")
# What CUPS allows in a printer's name.
PRINTER_PATTERN = re.compile(r"""[^\s\x00-\x1f\x7f/#?'"\\]{1,127}""")

_CHOICES: dict[str, tuple[object, ...]] = {
    "theme": THEMES,
    "scan_tick": ON_OR_OFF,
    "self_voicing": SELF_VOICING,
    "charger": CHARGER,
    "microphone": MICROPHONE,
    "wishes": WISHES,
    "camera_turn_deg": TURNS_DEG,
    "speech_engine": SPEECH_ENGINES,
    "camera_mirror": tuple(map(str, Mirroring)),
}

_RANGES = {
    "speech_cache_mb": (0, 10_000),
    "fold_after_visits": (1, 100),
    "volume_cap_percent": (1, 100),
    "volume_start_percent": (1, 100),
    "continue_after_s": (0, 60),
    "sync_rate_kbps": (0, 1_000_000),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site can set.

    Attributes:
        hub: Address of the operator's hub, ``http://`` or ``https://``; "" keeps all facts here.
        camera: Where frames come from: ``auto``, a camera's number, or a video, image or folder.
        camera_turn_deg: How far its pictures are turned clockwise to stand upright: 0, 90, 180 or 270.
        camera_mirror: Whether visitors see it as a mirror: ``auto``, ``yes`` or ``no``; ``undo`` is of a
            camera that itself looks into a mirror.
        position: Where the guide learns its place outdoors: ``auto`` (the system's service), ``none``, or the
            path of a receiver's port or of a recording.
        theme: ``gallery`` (dark), ``outdoors`` (light) or ``contrast``.
        fold_after_visits: How many ended visits wait and are shuffled before their facts may leave
            (1 to 100).
        volume_cap_percent: The loudest the device may play (1 to 100).
        volume_start_percent: How loud each visit begins, as a share of that (1 to 100); a visitor may choose otherwise.
        continue_after_s: How many seconds after a story more of its stop is told by itself (0 to 60); 0 never.
        self_voicing: ``offer`` where visitors can have the screen read aloud, ``on`` where every visit begins so, or ``off``.
        speech_engine: Who speaks texts that have no recording: ``auto`` (whoever is understood best), ``pyttsx3``,
            ``piper`` or ``none``.
        piper_command: The Python of the environment in which Piper is installed; "" where there is none.
        piper_voices: The folder of Piper's voices.
        speech_cache_mb: How much disk spoken sentences of packs may take (0 to 10,000); 0 keeps none.
        sync_rate_kbps: How many kilobits a second the way to the hub may use on average (0 to 1,000,000); 0 for any number.
        tickets: Where visitors are asked for a ticket: ``off``, ``asked`` or ``required``, and sites that differ.
        ticket_desk: The folder that the devices of one desk share, on a drive or a stick; "" for none.
        ticket_help: Where the desk is, for visitors whose ticket is refused; other languages after their tags: ``[hi]``.
        voucher_sites: Ids of further sites that onward vouchers are offered for, with commas between them.
        printer: Where visit passes can be printed: the name of a printer of this machine's CUPS, ``default`` for its default, "" for
            nowhere.
        charger: What happens when the device is put on its charger: ``ends`` (the visit is over) or ``nothing``.
        microphone: ``auto`` (visitors can speak where a site takes recordings and a microphone is there) or ``none``.
        study: The name of the study that visitors are asked to let know their way, or ``off``.
        wishes: ``offer`` where the questions that make a tour of one's own stand on the first page, or ``first`` where a visit
            begins with them.
        scan_tick: ``on`` where a recognised code is heard as well as seen, or ``off``.
    """

    hub: str = ""
    camera: str = "auto"
    camera_turn_deg: int = 0
    camera_mirror: str = "auto"
    position: str = "auto"
    theme: str = "gallery"
    fold_after_visits: int = 5
    volume_cap_percent: int = 100
    volume_start_percent: int = 90
    continue_after_s: int = 8
    speech_engine: str = "auto"
    piper_command: str = ""
    piper_voices: str = ""
    speech_cache_mb: int = 100
    sync_rate_kbps: int = 0
    tickets: str = "off"
    ticket_desk: str = ""
    ticket_help: str = ""
    voucher_sites: str = ""
    printer: str = ""
    charger: str = "ends"
    microphone: str = "auto"
    study: str = "off"
    wishes: str = "offer"
    scan_tick: str = "on"
    self_voicing: str = "offer"


def default_data_folder() -> Path:
    """Return the data folder: ``$KIOSK_DATA``, or ``heritage-kiosk`` in the user's data folder (XDG)."""
    if chosen := os.environ.get("KIOSK_DATA"):
        return Path(chosen)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "heritage-kiosk"


def read_settings(data_folder: Path) -> Settings:
    """Return the settings in ``data_folder``, or the defaults where there is no file.

    Raises:
        KioskError: ``app.settings-unreadable`` when the file is no TOML or over 64 KB;
            ``app.settings-wrong`` when a setting is unknown, of the wrong type or out of range.
    """
    path = data_folder / FILE_NAME
    if path.exists() and not path.is_file():
        raise _unreadable(path, "no plain file")  # a pipe would be waited for
    try:
        with path.open("rb") as file:
            text = file.read(MAX_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise _unreadable(path, error.strerror or str(error)) from error
    if len(text) > MAX_FILE_BYTES:
        raise _unreadable(path, f"more than {MAX_FILE_BYTES // 1024} KB")
    try:
        values = tomllib.loads(text.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(path, str(error)) from error
    return _check(path, values)


def _check(path: Path, values: dict[str, object]) -> Settings:
    known = {field.name: field.type for field in fields(Settings)}
    for name, value in values.items():
        if name not in known:
            raise _wrong(path, name, f"one of {', '.join(known)}", "a name that means nothing here")
        wanted = int if known[name] == "int" else str
        if type(value) is not wanted:
            raise _wrong(path, name, "a whole number" if wanted is int else "a text in quotes", repr(value))
    settings = Settings(**values)  # type: ignore[arg-type]  # each value's type has just been checked
    if settings.hub and not _is_web_address(settings.hub):
        raise _wrong(path, "hub", "an address with http:// or https://", repr(settings.hub))
    if settings.piper_command and not settings.piper_voices:
        raise _wrong(path, "piper_voices", "the folder of Piper's voices, beside piper_command", "none")
    _check_tickets(path, settings)
    _check_study(path, settings.study)
    _check_printer(path, settings.printer)
    for name, choices in _CHOICES.items():
        if (value := getattr(settings, name)) not in choices:
            raise _wrong(path, name, " or ".join(map(str, choices)), repr(value))
    for name, (least, most) in _RANGES.items():
        if not least <= getattr(settings, name) <= most:
            raise _wrong(path, name, f"{least} to {most}", str(getattr(settings, name)))
    return settings


def _check_tickets(path: Path, settings: Settings) -> None:
    try:
        parse_rule(settings.tickets)
    except ValueError as error:
        raise _wrong(path, "tickets", str(error), repr(settings.tickets)) from error
    if settings.ticket_desk and not Path(settings.ticket_desk).is_absolute():
        raise _wrong(path, "ticket_desk", "the whole path of a folder", repr(settings.ticket_desk))


def _check_study(path: Path, study: str) -> None:
    if not STUDY_PATTERN.fullmatch(study):
        raise _wrong(path, "study", "off, or a name of small letters, digits and hyphens", repr(study))


def _check_printer(path: Path, printer: str) -> None:
    if printer and not PRINTER_PATTERN.fullmatch(printer):
        expected = "a printer's name as lpstat -e shows it, or default"
        raise _wrong(path, "printer", expected, repr(printer))


def _is_web_address(text: str) -> bool:
    try:
        return urlsplit(text).scheme in ("http", "https")
    except ValueError:  # a bracket that is never closed, say
        return False


def _unreadable(path: Path, found: str) -> KioskError:
    return KioskError(
        "The settings were not read",
        thing=str(path),
        expected="a TOML file in UTF-8",
        found=found,
        remedy="Correct the file, or remove it to go back to the defaults",
        code="app.settings-unreadable",
    )


def _wrong(path: Path, name: str, expected: str, found: str) -> KioskError:
    return KioskError(
        "A setting was not understood",
        thing=f"{name} in {path}",
        expected=expected,
        found=found,
        remedy="Correct the setting; the reference page on settings lists them all",
        code="app.settings-wrong",
    )

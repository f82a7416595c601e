"""``kiosk pack``: build, inspect, install and print the labels of content packs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from kiosk.app.output import Output
from kiosk.model.errors import KioskError

if TYPE_CHECKING:
    from kiosk.packs.library import Library
    from kiosk.packs.progress import OnProgress, Progress
    from kiosk.packs.register import InstalledRelease

Run = Callable[[argparse.Namespace, Output], int]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the subcommands and what each takes."""
    commands = parser.add_subparsers(dest="pack_command", required=True, metavar="SUBCOMMAND")
    build = _add(commands, "build", _build, "build a pack from a folder with pack.toml or stops.csv")
    build.add_argument("folder", type=Path, metavar="DIR", help="the pack's source")
    build.add_argument("--out", type=Path, required=True, metavar="FILE.hpack", help="the file to write")
    build.add_argument(
        "--version", type=int, metavar="N", help="the version to give it, instead of the source's"
    )
    inspect = _add(commands, "inspect", _inspect, "verify a pack's file and say what is in it")
    inspect.add_argument(
        "pack", type=Path, metavar="FILE", help="an .hpack file or a folder with a HERITAGE tree"
    )
    install = _add(commands, "install", _install, "install a pack on this device and show it")
    install.add_argument(
        "pack", type=Path, metavar="FILE", help="an .hpack file or a folder with a HERITAGE tree"
    )
    _add(commands, "list", _list, "list the packs on this device")
    for name, run, words in (
        ("activate", _activate, "show another version that is on this device: go back"),
        ("remove", _remove, "remove a version from this device"),
    ):
        command = _add(commands, name, run, words)
        command.add_argument("id", metavar="ID", help="the pack's id")
        command.add_argument("version", type=int, metavar="VERSION", help="the version's number")
    labels = _add(commands, "labels", _labels, "write a sheet of the stops' codes to print (PDF)")
    labels.add_argument(
        "pack", metavar="PACK", help="an .hpack file, a pack's source folder, or an installed pack's id"
    )
    labels.add_argument("--out", type=Path, required=True, metavar="FILE.pdf", help="the file to write")


def run(arguments: argparse.Namespace, out: Output) -> int:
    """Run the subcommand; 0 for done, 1 where a pack was refused."""
    chosen: Run = arguments.run_pack
    return chosen(arguments, out)


def _add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, run: Run, words: str
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words.capitalize() + ".")
    command.set_defaults(run_pack=run)
    # The shared options stand before the subcommand; people write them at the end.
    suppressed = argparse.SUPPRESS
    command.add_argument(
        "--json", action="store_true", default=suppressed, help="print one JSON object a line"
    )
    command.add_argument(
        "--data", type=Path, default=suppressed, metavar="DIR", help="the device's data folder"
    )
    return command


def _build(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.authoring.any_source import read_any_source
    from kiosk.packs.build import build_pack

    source = read_any_source(arguments.folder, arguments.version)
    for warning in source.warnings:
        out.note(f"note: {warning.format()}")
    report = build_pack(source, arguments.out, _show_progress(out))
    manifest = report.manifest
    record = {
        "result": "built",
        "pack": manifest.id,
        "version": manifest.version,
        "file": str(report.path),
        "bytes": report.size_bytes,
        "stops": len(source.stops),
        "warnings": [warning.format() for warning in report.warnings],
    }
    out.answer(
        record, f"Built {manifest.id} {manifest.version}: {report.path}, {_megabytes(report.size_bytes)}"
    )
    return 0


def _install(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.packs.store import INSTALLED, PackStore

    arguments.data.mkdir(parents=True, exist_ok=True)
    store = PackStore(arguments.data)
    try:
        outcome = store.install(arguments.pack, _show_progress(out))
    finally:
        store.close()
    record = {
        "result": outcome.result,
        "pack": outcome.pack,
        "version": outcome.version,
        "code": outcome.code,
        "copied_bytes": outcome.copied_bytes,
        "reused_bytes": outcome.reused_bytes,
    }
    if outcome.error is not None:
        out.answer({**record, "error": outcome.error.as_dict()}, str(outcome.error))
        return 1
    done = "Installed" if outcome.result == INSTALLED else "Nothing new in"
    copied = f"{_megabytes(outcome.copied_bytes)} copied, {_megabytes(outcome.reused_bytes)} already here"
    out.answer(record, f"{done} {outcome.pack} {outcome.version}: {copied}")
    return 0


def _list(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.packs.store import PackStore

    if not (arguments.data / "state.db").exists():
        out.note("No pack is installed.")
        return 0
    store = PackStore(arguments.data)
    try:
        releases = store.list_releases()
    finally:
        store.close()
    for release in releases:
        _answer_release(release, out)
    if not releases:
        out.note("No pack is installed.")
    return 0


def _answer_release(release: InstalledRelease, out: Output) -> None:
    manifest = release.manifest
    record = {
        "pack": manifest.id,
        "version": manifest.version,
        "active": release.active,
        "publisher": manifest.publisher,
        "reviewed_on": manifest.reviewed_on,
        "languages": list(manifest.languages),
        "bytes": manifest.total_bytes,
    }
    shown = "shown" if release.active else "kept"
    languages = ", ".join(manifest.languages)
    out.answer(
        record, f"{manifest.id} {manifest.version}  {shown}  {languages}  {_megabytes(manifest.total_bytes)}"
    )


def _inspect(arguments: argparse.Namespace, out: Output) -> int:
    with _installed_aside(arguments.pack) as (release, library):
        _answer_release(release, out)
        for site in library.sites(release.manifest.fallback_language):
            cards = library.stop_cards(site.id, site.fallback_language)
            record = {
                "site": site.id,
                "name": site.name,
                "stops": [{"id": card.id, "number": card.number, "title": card.title} for card in cards],
            }
            lines = [f"{site.name} ({site.id}), {len(cards)} stops"]
            out.answer(record, "\n".join(lines + [f"  {card.number:>4}  {card.title}" for card in cards]))
    return 0


def _activate(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.packs.store import PackStore

    store = PackStore(arguments.data)
    try:
        store.activate(arguments.id, arguments.version)
    finally:
        store.close()
    record = {"result": "activated", "pack": arguments.id, "version": arguments.version}
    out.answer(record, f"Visitors now see {arguments.id} {arguments.version}")
    return 0


def _remove(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.packs.store import PackStore

    store = PackStore(arguments.data)
    try:
        freed_bytes = store.remove(arguments.id, arguments.version)
    finally:
        store.close()
    record = {
        "result": "removed",
        "pack": arguments.id,
        "version": arguments.version,
        "freed_bytes": freed_bytes,
    }
    out.answer(record, f"Removed {arguments.id} {arguments.version}: {_megabytes(freed_bytes)} freed")
    return 0


def _labels(arguments: argparse.Namespace, out: Output) -> int:
    from kiosk.authoring.label_sheet import write_label_sheet
    from kiosk.authoring.labels import collect_labels

    with _opened(arguments.pack, arguments.data) as (pack_id, library):
        sites = [site for site in library.sites("") if site.pack_id == pack_id]
        labels = [label for site in sites for label in collect_labels(library, site.id)]
    sheet = write_label_sheet(labels, arguments.out)
    record = {
        "file": str(arguments.out),
        "labels": len(labels),
        "pages": sheet.pages,
        "module_mm": sheet.module_mm,
        "codes_read_back": sheet.codes_read_back,
    }
    words = f"Wrote {len(labels)} labels on {sheet.pages} pages to {arguments.out}; each code was read back"
    out.answer(record, f"{words}. One module is {sheet.module_mm:.2f} mm.")
    return 0


@contextmanager
def _opened(pack: str, data: Path) -> Iterator[tuple[str, Library]]:
    """Open the pack a person names: a file, a source folder, or the id of an installed one."""
    from kiosk.authoring.any_source import is_source, read_any_source
    from kiosk.packs.build import build_pack
    from kiosk.packs.store import PackStore

    path = Path(pack)
    if is_source(path):
        with TemporaryDirectory(prefix="kiosk-pack-") as scratch:
            built = build_pack(read_any_source(path), Path(scratch) / "source.hpack")
            with _installed_aside(built.path) as (release, library):
                yield release.manifest.id, library
    elif path.exists() or not (data / "state.db").exists():
        with _installed_aside(path) as (release, library):
            yield release.manifest.id, library
    else:
        store = PackStore(data)
        library = store.open_library()
        store.close()
        try:
            if all(site.pack_id != pack for site in library.sites("")):
                raise KioskError(
                    "There is no such pack",
                    thing=pack,
                    remedy="name a file, a source folder, or an id of: kiosk pack list",
                    code="packs.not-installed",
                )
            yield pack, library
        finally:
            library.close()


@contextmanager
def _installed_aside(pack: Path) -> Iterator[tuple[InstalledRelease, Library]]:
    """Install a pack in a folder of its own, with every check there is, and open it; the device is not touched."""
    from kiosk.packs.store import PackStore

    with TemporaryDirectory(prefix="kiosk-pack-") as scratch:
        store = PackStore(Path(scratch))
        try:
            outcome = store.install(pack)
            if outcome.error is not None:
                raise outcome.error
            library = store.open_library()
            try:
                yield store.list_releases()[0], library
            finally:
                library.close()
        finally:
            store.close()


def _show_progress(out: Output) -> OnProgress:
    last = ""

    def show(progress: Progress) -> None:
        nonlocal last
        if progress.words != last:
            last = progress.words
            out.note(f"{progress.words} ...")

    return show


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e6:.1f} MB"

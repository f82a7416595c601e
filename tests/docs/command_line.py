"""Writes docs/reference/command-line.md from the parsers themselves.

Usage: ``python -m tests.docs.command_line``. The test beside it fails while the page and the parsers differ.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from kiosk.app.cli import COMMANDS, _make_parser
from tests.house.repository import HOUSE

PAGE = HOUSE / "docs" / "reference" / "command-line.md"
HEAD = """# The command line

Written by `python -m tests.docs.command_line` from the program itself; a test fails when the two differ.

`./run ARGS...` in a checkout is the same as `kiosk ARGS...`. Exit status: 0 for success, 1 when the answer is no or
something failed (one line says what, with a [code](errors.md)), 2 for wrong usage, 3 from `./run` when a system
package is missing. With `--json` every answer is one JSON object on a line of its own.

`kiosk` alone is `kiosk run`. Every command also takes:

| option | meaning |
|---|---|
| `--json` | print one JSON object a line |
| `--data DIR` | the folder that holds packs, log and settings; by default `$KIOSK_DATA`, else `heritage-kiosk` in the user's data folder |
| `--help` | say what the command takes |
"""
SHARED = ("--json", "--data", "--help")


def write_page() -> str:
    """Return the whole page."""
    sections = [HEAD]
    for name, description in COMMANDS.items():
        sections += _describe(f"kiosk {name}", description, find_command(name))
    return "\n".join(sections)


def find_command(name: str) -> argparse.ArgumentParser:
    """Return the parser of one command."""
    parser = _make_parser(name)
    (commands,) = _list_subparsers(parser)
    return commands[name]


def _describe(title: str, description: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    level = "##" if title.count(" ") == 1 else "###"
    yield f"{level} {title}\n\n{_sentence(description)}\n"
    rows = [_describe_action(action) for action in parser._actions if _is_own(action)]
    if rows:
        yield "| argument | meaning |\n|---|---|\n" + "\n".join(rows) + "\n"
    for subcommands in _list_subparsers(parser):
        for name, subparser in subcommands.items():
            yield from _describe(f"{title} {name}", subparser.description or "", subparser)


def _list_subparsers(parser: argparse.ArgumentParser) -> list[dict[str, argparse.ArgumentParser]]:
    return [
        dict(action.choices) for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    ]


def _is_own(action: argparse.Action) -> bool:
    return not isinstance(action, argparse._SubParsersAction) and not set(SHARED) & set(action.option_strings)


def _describe_action(action: argparse.Action) -> str:
    value = _value_name(action)
    if action.option_strings:
        names = ", ".join(f"`{name} {value}`" if value else f"`{name}`" for name in action.option_strings)
    else:
        names = f"`{value}`"
    return f"| {names}{'' if not action.required or not action.option_strings else ' (required)'} | {_help(action)} |"


def _value_name(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    if action.metavar is not None:
        name = action.metavar if isinstance(action.metavar, str) else " ".join(action.metavar)
    elif action.choices is not None:
        name = "|".join(str(choice) for choice in action.choices)
    else:
        name = action.dest.upper()
    return {"*": f"[{name} ...]", "+": f"{name} ...", "?": f"[{name}]"}.get(str(action.nargs), name).replace(
        "|", r"\|"
    )


def _help(action: argparse.Action) -> str:
    return ((action.help or "") % {"default": action.default, "prog": "kiosk"}).replace("|", r"\|")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(write_page(), encoding="utf-8")

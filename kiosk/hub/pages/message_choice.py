"""Which messages a page shows: what stands in its address, and what there is to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from kiosk.charts.part_names import name_language
from kiosk.hub.database import Connection, HubDatabase
from kiosk.hub.messages_read import (
    State,
    Wanted,
    count_messages,
    find_message,
    list_messages,
    list_words,
)
from kiosk.hub.pages.viewer import Viewer
from kiosk.hub.stop_titles import Titles, read_titles
from kiosk.model.content import VoiceOf
from kiosk.model.visitor_words import MAX_CHARACTERS

# So many can be read in one go; those that were decided on make room for the next.
MOST_SHOWN: Final = 10
_STATES: Final = {State.WAITING: "waiting", State.LET_THROUGH: "let through", State.REFUSED: "refused", State.ERASED: "erased"}  # fmt: skip
_CHOSEN: Final = (State.WAITING, State.LET_THROUGH, State.REFUSED)


@dataclass(frozen=True, slots=True)
class AskedMessages:
    """What stands in the address; nothing of it is trusted."""

    site: str = ""
    state: str = State.WAITING
    stop: str = ""
    language: str = ""
    kind: str = ""
    done: str = ""

    def as_query(self) -> dict[str, str]:
        """Return what has to stand in an address to ask for the same again."""
        named = {"site": self.site, "state": self.state, "stop": self.stop, "language": self.language, "kind": self.kind}  # fmt: skip
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Choice:
    """A field by which messages are chosen: ``options`` are values and their words."""

    name: str
    label: str
    chosen: str
    options: tuple[tuple[str, str], ...]


def read_queue(database: HubDatabase, viewer: Viewer, asked: AskedMessages) -> dict[str, Any]:
    """Return what the page shows: never of a site that is not the viewer's, whatever stands in the address."""
    with database.reading() as connection:
        sites = [viewer.site] if viewer.site else list_words(connection, "site", None)
        site = viewer.site or (asked.site if asked.site in sites else None)
        wanted = Wanted(site, _read_state(asked.state), asked.stop, asked.language, asked.kind)
        titles = read_titles(connection, site)
        done = find_message(connection, asked.done) if asked.done else None
        return {
            "asked": asked,
            "messages": list_messages(connection, wanted, MOST_SHOWN),
            "count": count_messages(connection, wanted),
            "done": done if done is not None and viewer.sees(done.site) else None,
            "choices": _list_choices(connection, asked, site, sites, titles),
            "states": _STATES,
            "titles": titles,
            "most_characters": MAX_CHARACTERS,
        }


def _list_choices(
    connection: Connection, asked: AskedMessages, site: str | None, sites: Sequence[str], titles: Titles
) -> list[Choice]:
    stops = ((one, titles.stop(one)) for one in list_words(connection, "stop", site))
    languages = ((one, name_language(one)) for one in list_words(connection, "language", site))
    choices = [
        Choice(
            "state", "Which", asked.state, (*((state, _STATES[state]) for state in _CHOSEN), ("all", "all"))
        ),
        Choice("stop", "Stop", asked.stop, (("", "all"), *stops)),
        Choice("language", "Language", asked.language, (("", "all"), *languages)),
        Choice("kind", "Kind", asked.kind, (("", "all"), *((one, f"{one}s") for one in VoiceOf))),
    ]
    if len(sites) > 1:
        named = ((one, titles.site(one)) for one in sites)
        choices.insert(1, Choice("site", "Site", site or "", (("", "all"), *named)))
    return choices


def _read_state(name: str) -> State | None:
    """Return the state of this name; all of them for "all", those that wait for any other."""
    if name == "all":
        return None
    return State(name) if name in tuple(State) else State.WAITING

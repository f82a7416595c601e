"""Which facts may leave a device: every kind declared once, with its reason, bounds and retention.

No fact names a visit, and nothing in one tells which other facts came from the same visit. The one
exception is a ``trail``, which exists only where the visitor agreed to a study on the screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kiosk.model.content import Depth, VoiceOf
from kiosk.model.datum import (
    DAY_PATTERN,
    HOUR_PATTERN,
    IDENTIFIER_PATTERN,
    RANDOM_PATTERN,
    SETTING_PATTERN,
    STUDY_PATTERN,
    Choice,
    Declaration,
    Flag,
    Name,
    Number,
    Words,
    duration_ms,
    language,
    site,
    sound,
    stop,
)

RETENTION: Final = "on the device until acknowledged, then a bounded copy; at the hub as the operator sets"
SCAN_FAILURES: Final = ("unreadable", "foreign", "newer", "unknown")
SEARCH_FAILURES: Final = ("number", "words")
FAILURE_KINDS: Final = (
    *(f"scan-{kind}" for kind in SCAN_FAILURES),
    *(f"search-{kind}" for kind in SEARCH_FAILURES),
)
FOUND_BY: Final = ("code", "picture", "number", "place", "list", "suggestion")
# Two narrations of a stop may be on trial: each visit is told one of them.
VERSIONS: Final = ("a", "b")
STARS_MOST: Final = 5
NTH_VISITS: Final = ("2", "3", "4+")
# ``language`` is in every visit and dwell already.
PREFERENCES: Final = ("text-size", "contrast", "speed", "volume", "goes-on", "captions", "self-voicing")
# The same day, up to 7, 30 and 365 days, longer; unknown where the pass or the clock cannot say.
RETURN_SPANS: Final = ("day", "week", "month", "year", "longer", "unknown")

_ID: Final = Name(
    "id", "random, so that two equal facts are two; says nothing", RANDOM_PATTERN, "16 hex digits"
)
_HOUR: Final = Name("hour", "when it is busy", HOUR_PATTERN, "an hour at the site (2026-11-21T14)", True)
_DAY: Final = Name(
    "day", "how paths change with the season", DAY_PATTERN, "a day at the site (2026-11-21)", True
)
_COUNTED: Final = Flag("counted", "whether it came from a valid visit (60 s and one valid stop)")

_FROM_SITE: Final = Name("from_site", "which site the visitor came from", IDENTIFIER_PATTERN, "a site's id")

_DECLARED: Final = (
    Declaration(
        "dwell",
        "attraction, holding time, holding power, completion of one stop",
        RETENTION,
        (
            _ID,
            stop("which stop"),
            duration_ms("dwell_ms", "attention to the stop; absent where it never closed", optional=True),
            duration_ms("heard_ms", "how much of its narration was heard"),
            duration_ms("media_ms", "that narration's length; 0 where there was none"),
            language("which language was heard or read"),
            Choice("depth", "which depth was heard most", tuple(Depth), True),
            Choice("kind", "whether a recording served", ("recording", "speech", "text"), True),
            Choice("by", "how the stop was first found", FOUND_BY, True),
            Choice("version", "which narration held better, where two are on trial", VERSIONS, True),
            _HOUR,
            _COUNTED,
        ),
    ),
    Declaration(
        "move",
        "which stops follow each other: the next suggestion, and the way through the site",
        RETENTION,
        (_ID, stop("where from", "from_stop"), stop("where to", "to_stop"), _DAY, _COUNTED),
    ),
    Declaration(
        "visit",
        "the base of every share: how many visits, how long, how many stops",
        RETENTION,
        (
            _ID,
            site("which site"),
            Number("stops", "how many stops were valid (3 s or more)", "stops", 0, 10_000),
            Number("stops_on_offer", "for the share of diligent visits; 0 unknown", "stops", 0, 10_000),
            Number("minutes", "from the start to the last attention", "min", 0, 1_440),
            language("which language the visit ended in"),
            Number("suggestions_shown", "the base for the next", "suggestions", 0, 10_000),
            Number("suggestions_taken", "whether suggestions help", "suggestions", 0, 10_000),
            _HOUR,
            _COUNTED,
        ),
    ),
    Declaration(
        "suggestion",
        "whether suggestions help: how often one is followed, against one that was worked out and not shown",
        RETENTION,
        (
            _ID,
            stop("which stop was suggested"),
            Number("slot", "whether the first of several is followed most", "", 1, 20),
            Flag("shown", "no: withheld at random, to compare with"),
            Flag("taken", "whether the suggestion itself was followed"),
            Flag("opened", "whether the stop was opened later in the visit, however it was found"),
            _DAY,
            _COUNTED,
        ),
    ),
    Declaration(
        "setting",
        "what guide users need otherwise than the site has set: large text, captions, the screen read aloud",
        RETENTION,
        (
            _ID,
            site("which site"),
            Choice("preference", "which setting", PREFERENCES),
            Name("value", "what it was at the visit's end", SETTING_PATTERN, "a short word or number"),
            _DAY,
            _COUNTED,
        ),
    ),
    Declaration(
        "failure",
        "labels that cannot be read are replaced; searches that find nothing show what is missing",
        RETENTION,
        (
            _ID,
            site("which site"),
            Choice("kind", "what led nowhere; what was typed or scanned is not kept", FAILURE_KINDS),
            _DAY,
            Number("count", "how often on that day, over all its visits", "times", 1, 1_000_000),
        ),
    ),
    Declaration(
        "ticket",
        "which products are used, and how many people one guide serves",
        RETENTION,
        (
            _ID,
            site("where it was accepted"),
            Number("product", "which product of the site's price list", "", 0, 63),
            Number("party", "how many people it is for", "people", 1, 16),
            Number("price_class", "which price class", "", 0, 7),
            _DAY,
        ),
    ),
    Declaration(
        "voucher",
        "how many visitors go on from one site of the operator to another",
        RETENTION,
        (_ID, site("where it was redeemed"), _FROM_SITE, _DAY),
    ),
    Declaration(
        "return",
        "repeat visits and visits across sites, counted from visit passes",
        RETENTION,
        (
            _ID,
            site("where the pass was read"),
            _FROM_SITE,
            Choice("nth", "which visit with this pass it is", NTH_VISITS),
            Choice("after", "how long after the visit before", RETURN_SPANS),
            _DAY,
        ),
    ),
    Declaration(
        "trail",
        "a study of ways through the site; only with the visitor's consent on the screen, one fact a stop",
        RETENTION,
        (
            _ID,
            Name("study", "which study the visitor agreed to", STUDY_PATTERN, "a study's name"),
            Name(
                "trail",
                "random, made at the visit's end; the same in one visit's steps",
                RANDOM_PATTERN,
                "16 hex digits",
            ),
            Number("step", "the order of the stops", "", 1, 10_000),
            stop("which stop"),
            Number("started_s", "when it was opened, counted from the visit's start", "s", 0, 86_400),
            duration_ms("dwell_ms", "attention to the stop; absent where it never closed", optional=True),
            Choice("by", "how the stop was found", FOUND_BY),
            _DAY,
        ),
    ),
    Declaration(
        "rating",
        "how visitors liked the site or one stop of it",
        RETENTION,
        (
            _ID,
            site("which site"),
            stop("which stop; absent for the site as a whole", optional=True),
            Number("stars", "how well they liked it", "stars", 1, STARS_MOST),
            _DAY,
            _COUNTED,
        ),
    ),
    Declaration(
        "message",
        "a visitor's voice: what they wrote or recorded and sent, knowing what becomes of it; staff read it before "
        "anybody else. It names no hour and nothing else of the visit, nor another message of the same visitor",
        RETENTION,
        (
            _ID,
            site("which site"),
            stop("which stop it is about; absent for the site as a whole", optional=True),
            Choice("kind", "what staff do with it: a question wants an answer", tuple(VoiceOf)),
            Words("text", "what was written; absent where it was recorded", optional=True),
            language("which language it is in, as far as the screens' own tells"),
            sound("which recording; absent where it was written"),
            _DAY,
        ),
    ),
    Declaration(
        "gap",
        "an honest line says how many facts it had to drop",
        RETENTION,
        (_ID, Number("facts", "how many were dropped", "facts", 1, 2**31)),
    ),
)

FACTS: Final[Mapping[str, Declaration]] = {declared.name: declared for declared in _DECLARED}

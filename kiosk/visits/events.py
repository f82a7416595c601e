"""Every recordable act, declared once: its reason, its data with unit and bounds, how long it is kept.

The names are those of the visit data design. An event that is not declared here, or whose values
are out of bounds, cannot be logged. ``docs/reference/visit-data.md`` is generated from this list.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kiosk.model.content import Depth, VoiceOf
from kiosk.model.datum import (
    CODE_PATTERN,
    IDENTIFIER_PATTERN,
    SETTING_PATTERN,
    STUDY_PATTERN,
    TIMEZONE_PATTERN,
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
from kiosk.model.fact_kinds import (
    FOUND_BY,
    NTH_VISITS,
    RETURN_SPANS,
    SCAN_FAILURES,
    SEARCH_FAILURES,
    STARS_MOST,
    VERSIONS,
)
from kiosk.model.fact_kinds import PREFERENCES as SETTINGS

VISIT: Final = "until the visit ends, then wiped"
TALLY: Final = "until the visit ends, then only a count a day"
DIARY: Final = "in the device's diary, which holds its newest 5,000 rows"

OPENED_BY: Final = FOUND_BY
NARRATION_KINDS: Final = ("recording", "speech", "text")
NARRATION_ENDS: Final = ("finished", "stopped", "replaced", "failed")
STOP_CLOSES: Final = ("next", "closed", "idle", "ended")
VISIT_ENDS: Final = ("leave", "idle", "staff", "charger")
PREFERENCES: Final = ("language", *SETTINGS)
SIGNS: Final = ("touch", "slept", "screen-off", "screen-on")
DEPTHS: Final = tuple(Depth)
VOICES: Final = tuple(VoiceOf)
# Who has more to say speaks to somebody; who wants to fill the queue of staff cannot.
MOST_MESSAGES: Final = 10

_STOP = stop("which stop the act belongs to")
_DEPTH = Choice("depth", "how much visitors want to be told", DEPTHS)
_HEARD = duration_ms("heard_ms", "how much of the narration was heard, each part counted once")
_MESSAGE = Number("message", "so that it can be taken back", "", 1, MOST_MESSAGES)
_PLAYED = duration_ms("played_ms", "how long the narration really advanced, for the dwell")

_DECLARED: Final = (
    Declaration(
        "VisitStarted",
        "the base of every share in the reports",
        VISIT,
        (
            site("where the visit is"),
            language("which languages are needed"),
            Number("stops_on_offer", "for the share of diligent visits; 0 unknown", "stops", 0, 10_000),
            Flag("staff", "so that staff trying the device are not counted"),
            Name(
                "timezone",
                "hours and days are the site's",
                TIMEZONE_PATTERN,
                "a time zone (Asia/Kolkata)",
                optional=True,
            ),
        ),
    ),
    Declaration(
        "TicketAccepted",
        "which products are used, and how many people one guide serves; the ticket itself is not kept",
        VISIT,
        (
            Number("product", "which product of the site's price list", "", 0, 63),
            Number("party", "how many people it is for", "people", 1, 16),
            Number("price_class", "which price class", "", 0, 7),
        ),
    ),
    Declaration(
        "VoucherRedeemed",
        "how many visitors go on from one site of the operator to another; the code itself is not kept",
        VISIT,
        (Name("from_site", "which site sent the visitor", IDENTIFIER_PATTERN, "a site's id"),),
    ),
    Declaration(
        "PassRead",
        "repeat visits and visits across sites; nothing else of the pass is kept",
        VISIT,
        (
            Name("from_site", "where the pass was made", IDENTIFIER_PATTERN, "a site's id"),
            Choice("nth", "which visit with this pass it is", NTH_VISITS),
            Choice("after", "how long after the visit before", RETURN_SPANS),
        ),
    ),
    Declaration(
        "StudyAnswered",
        "a trail leaves the device only with consent; the last answer before the visit's end holds",
        VISIT,
        (
            Name("study", "which study was asked for", STUDY_PATTERN, "a study's name"),
            Flag("agreed", "whether the visitor agrees"),
        ),
    ),
    Declaration(
        "PreferenceSet",
        "what visitors need otherwise than the site has set; only the last of each is told, apart from the visit",
        VISIT,
        (
            Choice("preference", "which setting", PREFERENCES),
            Name("value", "the setting chosen", SETTING_PATTERN, "a short word or number"),
        ),
    ),
    Declaration(
        "StopOpened",
        "attraction: which stops draw visitors, and how they are found",
        VISIT,
        (_STOP, Choice("by", "how the stop was found", OPENED_BY)),
    ),
    Declaration(
        "NarrationStarted",
        "which voices and depths are used",
        VISIT,
        (
            _STOP,
            language("the language spoken"),
            _DEPTH,
            Choice("kind", "whether a recording, live speech or only text served", NARRATION_KINDS),
            duration_ms("duration_ms", "the narration's length, for holding power"),
            Choice("version", "which of two narrations on trial it is", VERSIONS, optional=True),
        ),
    ),
    Declaration(
        "NarrationProgress",
        "the dwell survives a power cut, and a suspended device is seen",
        VISIT,
        (_STOP, duration_ms("position_ms", "the place in the narration"), _HEARD, _PLAYED),
    ),
    Declaration(
        "NarrationEnded",
        "holding power and completion: where visitors stop listening",
        VISIT,
        (_STOP, Choice("reason", "why it ended", NARRATION_ENDS), _HEARD, _PLAYED),
    ),
    Declaration("DepthChanged", "which depths are asked for", VISIT, (_STOP, _DEPTH)),
    Declaration(
        "SuggestionShown",
        "the base for the use of suggestions",
        VISIT,
        (
            stop("which stop was suggested"),
            Number("slot", "whether the first of several is followed most", "", 1, 20),
            Flag("withheld", "yes: worked out and, at random, not shown, to compare with", optional=True),
        ),
    ),
    Declaration(
        "SuggestionTaken", "whether suggestions help", VISIT, (stop("which suggestion was followed"),)
    ),
    Declaration(
        "Rated",
        "how visitors like the site and its stops; the last of each holds",
        VISIT,
        (
            stop("which stop; absent for the site as a whole", optional=True),
            Number("stars", "how well they liked it", "stars", 1, STARS_MOST),
        ),
    ),
    Declaration(
        "Said",
        "what the visitor sent, to be told apart from the visit at its end",
        VISIT,
        (
            _MESSAGE,
            Choice("kind", "what staff do with it: a question wants an answer", VOICES),
            stop("which stop it is about; absent for the site as a whole", optional=True),
            Words("text", "what was written; absent where it was recorded", optional=True),
            language("which language the screens were in"),
            sound("which recording; absent where it was written"),
        ),
    ),
    Declaration("TakenBack", "a message that the visitor took back is never told", VISIT, (_MESSAGE,)),
    Declaration(
        "Attention",
        "dwell counts 30 s after a touch, and no time asleep or with the screen off",
        VISIT,
        (
            Choice("sign", "what was noticed", SIGNS),
            duration_ms("lost_ms", "how long the device had slept", optional=True),
            duration_ms("unseen_ms", "how long ago the clocks were last read", optional=True),
        ),
    ),
    Declaration(
        "StopClosed", "the end of the dwell", VISIT, (_STOP, Choice("reason", "why it closed", STOP_CLOSES))
    ),
    Declaration("VisitEnded", "the end of the visit", VISIT, (Choice("reason", "why it ended", VISIT_ENDS),)),
    Declaration(
        "ScanFailed",
        "labels that cannot be read are replaced",
        TALLY,
        (Choice("kind", "what was wrong", SCAN_FAILURES),),
    ),
    Declaration(
        "SearchFailed",
        "numbers and words that lead nowhere show what is missing; the words are not kept",
        TALLY,
        (Choice("kind", "what was tried", SEARCH_FAILURES),),
    ),
    Declaration(
        "Incident",
        "staff see what went wrong on the device",
        DIARY,
        (Name("code", "the error's stable code", CODE_PATTERN, "an error code (room.reason)"),),
    ),
    Declaration(
        "PackSwitched",
        "which content a figure belongs to",
        DIARY,
        (
            Name("pack", "which pack", IDENTIFIER_PATTERN, "a pack's id"),
            Number("version", "its version", "", 0, 2**31 - 1),
        ),
    ),
    Declaration(
        "Sync",
        "staff see when the device last reached the hub",
        DIARY,
        (
            Choice("outcome", "how it went", ("acknowledged", "failed", "forked")),
            Number("facts", "how many facts were acknowledged", "facts", 0, 10_000_000),
        ),
    ),
    Declaration(
        "Gap",
        "an honest log says what it does not hold",
        DIARY,
        (
            Number("first_seq", "the first number missing", "", 1, 2**62),
            Number("last_seq", "the last number missing", "", 1, 2**62),
            Number("rows", "how many are missing from there to there", "rows", 1, 2**62),
            Choice("reason", "why rows are missing", ("not-written", "bounded")),
        ),
    ),
)

EVENTS: Final[Mapping[str, Declaration]] = {declared.name: declared for declared in _DECLARED}


def check_event(name: str, values: Mapping[str, object]) -> None:
    """Refuse an event that is not declared or out of bounds.

    Raises:
        ValueError: It is a bug to log such an event; the message never repeats the value.
    """
    declared = EVENTS.get(name)
    if declared is None:
        raise ValueError(f"no event is declared as {name!r}")
    if fault := declared.find_fault(values):
        raise ValueError(fault)

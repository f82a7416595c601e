"""How the checks say what they found: at a key of a TOML file, or at rows and a column of a table."""

from __future__ import annotations

from kiosk.model.content import Depth
from kiosk.packs.findings import Finding, Findings, Severity
from kiosk.packs.pack_source import Origin, PackSource, RecordingSource, StopSource, StopText

PACK_FILE = "pack.toml"
# The columns of a table in which the texts of a stop stand; any other key is a column's name itself.
_COLUMNS = {
    Depth.GLANCE.value: "text",
    Depth.STORY.value: "text",
    Depth.CHILDREN.value: "text",
    "code": "stop_number",
    "number": "stop_number",
}

# Keys under which files, ids and sources are named.
_NAMING_KEYS = frozenset(
    {
        "attract",
        "captions",
        "facts",
        "file",
        "films",
        "floor",
        "images",
        "plan",
        "sounds",
        "source",
        "sources",
        "tags",
        "wordmark",
    }
)


class Teller:
    """Adds findings at the places where an author can mend them.

    ``read`` is what was found when the source was read: what follows from that is not told again.

    Attributes:
        is_table: Whether the source is a table, which cannot say everything.
        knows_all: Whether all that names files and ids could be read; if not, nothing is said to be unused.
    """

    def __init__(self, source: PackSource, read: Findings, findings: Findings) -> None:
        self.source = source
        self.read = read
        self.findings = findings
        self.knows_all = not any(map(_hides_names, read.all))
        self.is_table = not (source.folder / PACK_FILE).exists()

    def at(
        self,
        severity: Severity,
        origin: Origin,
        key: str,
        what: str,
        remedy: str,
        kind: str,
    ) -> None:
        """Note a finding at ``key`` of what was written at ``origin``."""
        if origin.rows:
            self.findings.add(
                severity,
                origin.file,
                "",
                what,
                remedy,
                kind=kind,
                sheet=origin.sheet,
                rows=origin.rows,
                column=_COLUMNS.get(key.partition(" ")[0], key),
            )
        else:
            self.findings.add(severity, origin.file, key, what, remedy, kind=kind)

    def warn(self, origin: Origin, key: str, what: str, remedy: str, kind: str) -> None:
        """Note something to mend some day."""
        self.at(Severity.WARNING, origin, key, what, remedy, kind)

    def warn_of_pack(self, key: str, what: str, remedy: str, kind: str) -> None:
        """Note something to mend in pack.toml."""
        self.at(Severity.WARNING, Origin(PACK_FILE), key, what, remedy, kind)


def _hides_names(finding: Finding) -> bool:
    """Tell whether what was found keeps from being known what the source names."""
    lost_file = finding.kind in ("file_missing", "file_unreadable") and finding.file.endswith(".toml")
    lost_table = (
        finding.kind in ("key_missing", "key_wrong")
        and finding.file == PACK_FILE
        and " " not in finding.where
    )
    misspelt = finding.kind == "key_unknown" and finding.column in _NAMING_KEYS
    return (lost_file and finding.severity.refuses) or lost_table or misspelt


def find_words(stop: StopSource, recording: RecordingSource) -> str:
    """Return the text that a recording tells: of its own version, else of the first; "" where there is none."""
    texts = (*(stop.other_texts if recording.version else ()), *stop.texts)
    found = (
        text.by_depth[recording.depth]
        for text in texts
        if text.language == recording.language and recording.depth in text.by_depth
    )
    return next(found, "")


def find_text(stop: StopSource, language: str) -> StopText | None:
    """Return what is written of a stop in a language."""
    return next((text for text in stop.texts if text.language == language), None)

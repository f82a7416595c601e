"""The four roles of The Update Framework (TUF) and what this house writes into their metadata.

``root`` says whose keys count, ``targets`` which releases are published, ``snapshot`` which files of metadata belong
together, ``timestamp`` which snapshot is the newest. Source: the TUF specification 1.0, https://theupdateframework.github.io/specification/
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from securesystemslib.signer import Key, SSlibKey
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Role, Root, Snapshot, Targets, Timestamp
from tuf.api.serialization.json import JSONSerializer

from kiosk.model.errors import KioskError
from kiosk.packs.trust.reference_time import BUILT_AT

OPERATOR_FIELD = "x-heritage-operator"
LABEL_FIELD = "x-heritage-label"
WITHDRAWN_FIELD = "x-heritage-withdrawn"

# A museum without a network may take a stick out of its drawer after years: what expires early would shut it out and
# keep nobody else out, for a device cannot know the date either. See docs/adr/0073.
CONTENT_LIFE = timedelta(days=5 * 365)
ROOT_LIFE = timedelta(days=20 * 365)
RENEW_WITHIN = timedelta(days=2 * 365)
"""What expires sooner than this is signed anew when something else is signed."""

T = TypeVar("T", Root, Timestamp, Snapshot, Targets)


def ask_system() -> datetime:
    """Return what the system's clock says."""
    return datetime.now(UTC)


def read_clock(ask: Callable[[], datetime] = ask_system) -> datetime:
    """Return the time of this machine, in whole seconds: TUF knows no smaller ones.

    A machine that believes in a time before this program was made would sign what every device calls run out.
    """
    return max(ask().replace(microsecond=0), BUILT_AT)


def label_key(key: Key, label: str) -> SSlibKey:
    """Return ``key`` with a label; its id stays as it is."""
    return SSlibKey(key.keyid, key.keytype, key.scheme, key.keyval, {LABEL_FIELD: label})


def get_label(key: Key) -> str:
    """Return what people call a key; the start of its id where it has no name."""
    label = key.unrecognized_fields.get(LABEL_FIELD)
    return label if isinstance(label, str) else key.keyid[:8]


def get_operator(root: Root) -> str:
    """Return whose packs ``root`` vouches for, "" where it does not say."""
    field = root.unrecognized_fields.get(OPERATOR_FIELD)
    name = field.get("name") if isinstance(field, dict) else None
    return name if isinstance(name, str) else ""


def make_root(
    operator: str, keys: Mapping[str, Sequence[Key]], root_threshold: int, now: datetime
) -> Metadata[Root]:
    """Return the first root, not signed yet: ``keys`` by role; every role but root needs one signature."""
    root = Root(
        expires=now + ROOT_LIFE,
        roles={
            role: Role([key.keyid for key in role_keys], root_threshold if role == Root.type else 1)
            for role, role_keys in keys.items()
        },
        keys={key.keyid: key for role_keys in keys.values() for key in role_keys},
        consistent_snapshot=True,
        unrecognized_fields={OPERATOR_FIELD: {"name": operator}},
    )
    return Metadata(root)


def make_first_listing(now: datetime) -> tuple[Metadata[Targets], Metadata[Snapshot], Metadata[Timestamp]]:
    """Return metadata that lists nothing, with version 0: what is signed first becomes version 1."""
    expires = now + CONTENT_LIFE
    listing: tuple[Metadata[Targets], Metadata[Snapshot], Metadata[Timestamp]] = (
        Metadata(Targets(expires=expires)),
        Metadata(Snapshot(expires=expires)),
        Metadata(Timestamp(expires=expires)),
    )
    for metadata in listing:
        metadata.signed.version = 0
    return listing


def describe_file(version: int, raw: bytes) -> MetaFile:
    """Return what one file of metadata says of another: version, length, and hash against mixing."""
    return MetaFile.from_data(version, raw, ["sha256"])


def format_metadata(metadata: Metadata[Any]) -> bytes:
    """Return metadata as the bytes that travel; the pair of :func:`parse_metadata`."""
    return metadata.to_bytes(JSONSerializer(compact=True))


def parse_metadata(raw: bytes, kind: type[T], thing: str) -> Metadata[T]:
    """Return the metadata of ``kind`` in ``raw``; its signatures are not looked at.

    Raises:
        KioskError: ``packs.metadata-faulty``; ``thing`` is named in it.
    """
    try:
        metadata = Metadata[T].from_bytes(raw)
        if not isinstance(metadata.signed, kind):
            raise ValueError(f"metadata of another role than {kind.type}")
    except (RepositoryError, ValueError, RecursionError) as error:
        raise KioskError(
            "The signed metadata cannot be read",
            thing=thing,
            expected=f"{kind.type} metadata",
            found=str(error) or type(error).__name__,
            remedy="copy it again from where it came from",
            code="packs.metadata-faulty",
        ) from error
    return metadata


def format_keys(keys: Iterable[Key]) -> str:
    """Return the names of keys for a message, with what tells two of one name apart."""
    return ", ".join(f"{get_label(key)} ({key.keyid[:8]})" for key in keys)

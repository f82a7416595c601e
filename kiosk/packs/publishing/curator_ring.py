"""A site's curators: their own key, their own list of packs, and the files they hand to the operator."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from securesystemslib.signer import SSlibKey
from tuf.api.metadata import Metadata, TargetFile, Targets

from kiosk.model.errors import KioskError
from kiosk.packs.publishing.curated import CURATOR_FIELD
from kiosk.packs.publishing.key_file import list_key_files, make_key, open_key_file, write_key_file
from kiosk.packs.publishing.key_ring import PRIVATE
from kiosk.packs.publishing.new_ring import check_name
from kiosk.packs.publishing.offered import Offered, open_offered
from kiosk.packs.publishing.passphrase import AskPassphrase
from kiosk.packs.publishing.revision import sign_metadata
from kiosk.packs.publishing.ring_folder import NOT_SIGNED, lock_folder, write_ring
from kiosk.packs.publishing.roles import CONTENT_LIFE, label_key, parse_metadata, read_clock
from kiosk.packs.publishing.sign_hpack import check_files, put_metadata
from kiosk.packs.publishing.signed_state import MAX_METADATA_BYTES
from kiosk.packs.publishing.whole_file import make_not_written, read_plain, write_whole
from kiosk.packs.steps import OnStep, ignore_step

CURATOR_FILE = "curator.json"
_ROLE = re.compile(r"[a-z0-9][a-z0-9-]{0,50}-[0-9a-f]{8}")
_README = """\
The key of {name}, curators of a site, for signing its packs.

private/        the key, locked with its pass-phrase.
curator.json    what was signed with it. It is public: hand it to the operator once, so that the signature counts.

Keep a copy of this whole folder in another building, and the pass-phrase in a third place.
"""


def make_curator_ring(
    folder: Path, name: str, ask: AskPassphrase, clock: Callable[[], datetime] = read_clock
) -> Path:
    """Make the key of a site's curators in ``folder``; return the file to hand to the operator.

    Raises:
        KioskError: ``packs.name-unfit``, ``packs.keys-exist``, ``packs.passphrase-unfit``, ``packs.destination-...``.
    """
    check_name(name)
    slug = _slug(name)
    key = make_key(slug)
    field = {
        "name": name,
        "role": f"{slug}-{key.public.keyid[:8]}",
        "public": key.private.public_key().public_bytes_raw().hex(),
    }
    targets = Targets(expires=clock() + CONTENT_LIFE, unrecognized_fields={CURATOR_FIELD: field})

    def fill(aside: Path) -> None:
        write_whole(aside / "README.txt", _README.format(name=name).encode("utf-8"))
        write_key_file(aside / PRIVATE, key, name, ask)
        write_whole(aside / CURATOR_FILE, sign_metadata(Metadata(targets), [key.signer]))

    write_ring(folder, fill)
    return folder / CURATOR_FILE


def is_curator_ring(folder: Path) -> bool:
    """Tell whether ``folder`` holds a curators' key and not an operator's."""
    return (folder / CURATOR_FILE).is_file()


def sign_as_curator(
    packs: Sequence[Path],
    folder: Path,
    ask: AskPassphrase,
    clock: Callable[[], datetime] = read_clock,
    on_step: OnStep = ignore_step,
) -> tuple[tuple[str, int], ...]:
    """Put packs on the curators' list, and the list into their files, for the operator to publish.

    Raises:
        KioskError: ``packs.version-taken``, ``packs.passphrase-wrong``, ``packs.destination-...`` and what reading raises.
    """
    check_files(packs)
    with lock_folder(folder):
        metadata, _ = read_curator_file(folder / CURATOR_FILE)
        _, role = read_curator(metadata, folder / CURATOR_FILE)
        with open_offered(packs) as offered:
            on_step("read")
            changed = [_list(metadata.signed, release) for release in offered]
            releases = tuple((release.manifest.id, release.manifest.version) for release in offered)
        if any(changed):
            metadata.signed.expires = clock() + CONTENT_LIFE
            on_step("sign")
            _sign(metadata, folder, ask)
        raw = (folder / CURATOR_FILE).read_bytes()
        for number, path in enumerate(packs, 1):
            on_step(f"write:{number}")
            put_metadata(path, {f"{role}.json": raw}, on_step)
    return releases


def read_curator_file(file: Path) -> tuple[Metadata[Targets], bytes]:
    """Return the list that curators have signed, and its bytes.

    Raises:
        KioskError: ``packs.curator-unfit`` or ``packs.metadata-faulty``.
    """
    try:
        raw = read_plain(file, MAX_METADATA_BYTES)
    except OSError as error:
        raise _unfit(file, error.strerror or str(error)) from error
    return parse_metadata(raw, Targets, str(file)), raw


def read_curator(metadata: Metadata[Targets], file: Path) -> tuple[SSlibKey, str]:
    """Return the curators' public key and the name of their role.

    Raises:
        KioskError: ``packs.curator-unfit``.
    """
    field = metadata.signed.unrecognized_fields.get(CURATOR_FIELD)
    try:
        if not isinstance(field, dict):
            raise ValueError("a file that no curators made")
        public = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(field.get("public"))))
        role = str(field.get("role"))
        key = label_key(SSlibKey.from_crypto(public), role.rpartition("-")[0])
        # The id in the role's name is worked out from the key: nobody can take another's role.
        if not _ROLE.fullmatch(role) or not role.endswith(key.keyid[:8]):
            raise ValueError("a role's name that does not belong to the key")
    except ValueError as error:
        raise _unfit(file, str(error)) from error
    return key, role


def _sign(metadata: Metadata[Targets], folder: Path, ask: AskPassphrase) -> None:
    key, _ = read_curator(metadata, folder / CURATOR_FILE)
    files = {file.keyid: file for file in list_key_files(folder / PRIVATE)}
    if key.keyid not in files:
        raise _unfit(folder, "a folder without its private key")
    signer = open_key_file(files[key.keyid], key, ask)
    metadata.signed.version += 1
    raw = sign_metadata(metadata, [signer])
    try:
        write_whole(folder / CURATOR_FILE, raw)
    except OSError as error:
        raise make_not_written(NOT_SIGNED, folder, error) from error


def _list(listing: Targets, release: Offered) -> bool:
    """Put a release on the curators' list; tell whether it was not there."""
    there = listing.targets.get(release.path)
    target = TargetFile.from_data(release.path, release.raw, ["sha256"])
    if there is not None and there.hashes != target.hashes:
        raise KioskError(
            NOT_SIGNED,
            thing=release.name,
            expected="the release that was signed under this version",
            found="other content",
            remedy="build it with a higher version: kiosk pack build --version",
            code="packs.version-taken",
        )
    listing.targets[release.path] = target
    return there is None


def _unfit(file: Path, found: str) -> KioskError:
    return KioskError(
        "The curators' key was not taken",
        thing=str(file),
        expected=f"the file {CURATOR_FILE} that kiosk keys curator has made",
        found=found,
        remedy="ask the curators for it again",
        code="packs.curator-unfit",
    )


def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "curators"

"""What people call a file of a release: its name is a hash, which tells staff nothing."""

from __future__ import annotations

from kiosk.packs.manifest import CORE, PackManifest

_KINDS = {"audio": "a recording", "image": "a picture", "video": "a film"}


def describe_file(manifest: PackManifest, sha256: str) -> str:
    """Return the first use a release has for a file, say ``a recording in hi``; "" for a file that is not in it."""
    for part in manifest.parts:
        where = f" in {part.language}" if part.language else ""
        if part.sha256 == sha256:
            return "the list of stops" if part.name == CORE else f"the texts{where or f' of {part.name}'}"
        for blob in part.blobs:
            if blob.sha256 == sha256:
                return _KINDS.get(blob.media_type.partition("/")[0], "a file") + where
    return ""

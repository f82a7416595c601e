"""The forms names in a pack may have. All are refused where they do not match in full."""

from __future__ import annotations

import re

from kiosk.model.marker import ALPHABET, ID_LENGTH

# No path separators, no leading dot or hyphen, no upper case: safe on every file system and in every URL.
PACK_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?){0,5}")
ITEM_ID = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?")
STOP_CODE = re.compile(rf"[{ALPHABET}]{{{ID_LENGTH}}}")
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-[a-z0-9]{5,8})?")
# A role of signed metadata, and the file it lies in: lower case, so that FAT32 and exFAT keep names apart.
ROLE_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
METADATA_NAME = re.compile(rf"(?:[1-9][0-9]{{0,9}}\.)?{ROLE_NAME.pattern}\.json")
SHA256 = re.compile(r"[0-9a-f]{64}")
HOST = re.compile(r"[A-Z0-9](?:[A-Z0-9.-]{0,60}[A-Z0-9])?")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
TIMEZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
STOP_NUMBER = re.compile(r"[^\s/\x00-\x1f](?:[^\x00-\x1f]{0,10}[^\s\x00-\x1f])?")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]{1,60}")
# Plain names only: a source that came from elsewhere cannot reach out of its own folder.
FILE_NAME = re.compile(r"[^/\\:\x00-\x1f.][^/\\:\x00-\x1f]{0,120}")
MAX_VERSION = 2**31 - 1

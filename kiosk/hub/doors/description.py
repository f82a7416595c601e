"""What the hub says of its own interface beyond what its functions say: refusals, signatures, accounts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final

from fastapi import FastAPI, Path
from pydantic import BaseModel, Field

from kiosk.model.device_status import MAX_CODES, MAX_PACKS, MAX_TEXT, MAX_WHOLE
from kiosk.seals.requests import ANSWER_HEADER, DEVICE_HEADER, SIGNATURE_HEADER, TIME_HEADER
from kiosk.tickets.exchange import MOST_MARKS

# An id of a device or an incarnation; what is none is answered with 404 by the door itself.
Device = Annotated[str, Path(json_schema_extra={"pattern": "^[0-9a-f]{32}$"})]
Described = dict[int | str, dict[str, Any]]


class Refusal(BaseModel):
    """A no: a code that stays the same from version to version, and what was found."""

    code: str = Field(examples=["hub.signature-refused"])
    found: str


_STATUS_WORDS: Final[Mapping[int, str]] = {
    400: "It cannot be read",
    401: "Not signed by an enrolled device, or without an account",
    403: "Known, and not allowed",
    404: "Unknown",
    413: "Too large",
    415: "Not compressed with zstd",
    422: "A value is out of its bounds",
    429: "Too many tries in vain; Retry-After says for how long",
    503: "The database is busy; Retry-After says for how long",
}
BY_DEVICE: Final[dict[str, Any]] = {"security": [{"signature": []}]}
BY_ACCOUNT: Final[dict[str, Any]] = {"security": [{"account": []}, {"session": []}]}
_WHOLE: Final = {"type": "integer", "minimum": 0, "maximum": MAX_WHOLE}
_WHOLE_OR_NONE: Final = {"anyOf": [_WHOLE, {"type": "null"}]}
_TEXT: Final = {"type": "string", "maxLength": MAX_TEXT}
STATUS_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "at_ms": _WHOLE,
        "version": _TEXT,
        "packs": {
            "type": "array",
            "maxItems": MAX_PACKS,
            "items": {"type": "object", "properties": {"pack": _TEXT, "version": _WHOLE}},
        },
        "battery_percent": {"anyOf": [{**_WHOLE, "maximum": 100}, {"type": "null"}]},
        "is_charging": {"type": ["boolean", "null"]},
        "storage_free_bytes": _WHOLE,
        "storage_total_bytes": _WHOLE,
        "waiting_facts": _WHOLE,
        "waiting_since_ms": _WHOLE_OR_NONE,
        "why_waiting": _TEXT,
        "incidents": {
            "type": "array",
            "maxItems": MAX_CODES,
            "items": {"type": "object", "properties": {"code": _TEXT, "count": _WHOLE}},
        },
        "paper_keys_version": _WHOLE,
    },
}
REDEMPTIONS_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "marks": {
            "type": "array",
            "maxItems": MOST_MARKS,
            "items": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        },
        "since": _WHOLE,
    },
}
_SCHEMES: Final = {
    "signature": {
        "type": "apiKey",
        "in": "header",
        "name": SIGNATURE_HEADER,
        "description": f"Ed25519, in hex, by the device that {DEVICE_HEADER} names, at its time {TIME_HEADER} (ms). "
        f"The answer is signed too: {ANSWER_HEADER}. An open hub takes batches without.",
    },
    "account": {"type": "http", "scheme": "basic", "description": "An account's name and password."},
    "session": {"type": "apiKey", "in": "cookie", "name": "kiosk-session", "description": "A browser's."},
}


def refusals(*statuses: int) -> Described:
    """Return how refusals with these statuses are described."""
    return {status: {"model": Refusal, "description": _STATUS_WORDS[status]} for status in statuses}


def takes(kind: str, schema: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Return how a request's body is described: its media type and, for JSON, its schema."""
    content = {} if schema is None else {"schema": dict(schema)}
    return {"requestBody": {"content": {kind: content}, "required": True}}


class HubApplication(FastAPI):
    """The application, whose ``/openapi.json`` tells of signatures and accounts, and of no answer that is never given."""

    def openapi(self) -> dict[str, Any]:
        """Return the description, made once."""
        if self.openapi_schema is None:
            schema = super().openapi()
            components = schema.setdefault("components", {})
            components["securitySchemes"] = _SCHEMES
            for operations in schema["paths"].values():
                for operation in operations.values():
                    _drop_unused(operation)
            for unused in ("HTTPValidationError", "ValidationError"):
                components.get("schemas", {}).pop(unused, None)
            self.openapi_schema = schema
        return self.openapi_schema


def _drop_unused(operation: dict[str, Any]) -> None:
    """Take out the answer 422 that FastAPI describes for every parameter, where it is in FastAPI's words."""
    described = operation["responses"].get("422", {})
    words = described.get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", "")
    if words.endswith("/HTTPValidationError"):
        del operation["responses"]["422"]

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.errors import KioskError
from kiosk.packs.manifest import Blob, PackManifest, Part, SiteNames, format_manifest, parse_manifest

SHA = "ab" * 32
MANIFEST = PackManifest(
    id="in.delhi.qutb",
    version=3,
    publisher="A publisher",
    reviewed_on="2026-01-31",
    fallback_language="en",
    languages=("en", "pt-BR"),
    parts=(
        Part("core", SHA, 10, (Blob("cd" * 32, 200, "image/jpeg"),)),
        Part("lang-en", "ef" * 32, 30, (Blob("cd" * 32, 200, "image/jpeg"),)),
        Part("lang-pt-BR", "01" * 32, 40, ()),
    ),
    tool="kiosk 1",
    sites=(SiteNames("qutb", {"en": "The Qutb", "hi": "क़ुतुब"}),),
)


def test_what_is_written_is_read_again() -> None:
    assert parse_manifest(format_manifest(MANIFEST), "x") == MANIFEST


def test_a_file_of_two_parts_counts_once() -> None:
    assert MANIFEST.total_bytes == 10 + 30 + 40 + 200
    assert [part.language for part in MANIFEST.parts] == ["", "en", "pt-BR"]


@pytest.mark.parametrize("names", [("video",), ("sign",), ("video", "sign")])
def test_films_may_come_besides(names: tuple[str, ...]) -> None:
    films = tuple(Part(name, f"{number:02}" * 32, 50, ()) for number, name in enumerate(names, 20))
    manifest = replace(MANIFEST, parts=(*MANIFEST.parts, *films))
    assert parse_manifest(format_manifest(manifest), "x") == manifest
    assert [part.language for part in films] == [""] * len(names)
    assert all(part.is_optional for part in films)


@pytest.mark.parametrize("names", [("sign", "video"), ("video", "video"), ("audio",), ("core",)])
def test_no_other_parts_may(names: tuple[str, ...]) -> None:
    films = tuple(Part(name, f"{number:02}" * 32, 50, ()) for number, name in enumerate(names, 20))
    with pytest.raises(KioskError, match=r"packs\.manifest-faulty"):
        parse_manifest(format_manifest(replace(MANIFEST, parts=(*MANIFEST.parts, *films))), "x")


def test_a_site_is_named_in_the_language_asked_for_else_in_the_pack_s_own() -> None:
    site = SiteNames("qutb", {"en": "The Qutb", "hi": "क़ुतुब"})
    assert [site.name(tag, "en") for tag in ("hi", "ar")] == ["क़ुतुब", "The Qutb"]
    assert SiteNames("qutb", {}).name("hi", "en") == "qutb"


def test_a_release_from_before_sites_were_named_is_read() -> None:
    record = json.loads(format_manifest(MANIFEST))
    del record["sites"]
    assert parse_manifest(json.dumps(record).encode(), "x").sites == ()


def changed(**values: Any) -> bytes:
    return json.dumps({**json.loads(format_manifest(MANIFEST)), **values}).encode()


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b"1" * 5_000,
        b" " * 4_000_001,
        changed(format=2),
        changed(format=True),
        changed(id="../../etc"),
        changed(id="Qutb"),
        changed(id="a." * 20 + "a"),
        changed(version=0),
        changed(version=1.0),
        changed(version=2**31),
        changed(version="3"),
        changed(publisher=None),
        changed(publisher="a\nb"),
        changed(reviewed_on="yesterday"),
        changed(languages=[]),
        changed(languages=["en", "en"], parts=[]),
        changed(languages=["en", "../x"]),
        changed(fallback_language="fr"),
        changed(parts=[]),
        changed(parts={"core": 1}),
        changed(parts=[{"name": "core"}]),
        changed(tool=7),
        changed(sites=None),
        changed(sites=[{"id": "Qutb", "names": {}}]),
        changed(sites=[{"id": "qutb", "names": []}]),
        changed(sites=[{"id": "qutb", "names": {"../x": "a"}}]),
        changed(sites=[{"id": "qutb", "names": {"en": "a\nb"}}]),
        changed(sites=[{"id": "qutb", "names": {}}] * 201),
    ],
)
def test_anything_else_is_refused_in_words(raw: bytes) -> None:
    with pytest.raises(KioskError) as caught:
        parse_manifest(raw, "the stick")
    assert caught.value.code == "packs.manifest-faulty"
    assert caught.value.thing == "the stick"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sha256", SHA.upper()),
        ("sha256", "../" + SHA[3:]),
        ("size_bytes", -1),
        ("size_bytes", 2**40),
        ("media_type", "text/html; x"),
    ],
)
def test_a_blob_must_be_well_formed(key: str, value: object) -> None:
    record = json.loads(format_manifest(MANIFEST))
    record["parts"][0]["blobs"][0][key] = value
    with pytest.raises(KioskError):
        parse_manifest(json.dumps(record).encode(), "x")


def test_one_file_cannot_have_two_sizes() -> None:
    record = json.loads(format_manifest(MANIFEST))
    record["parts"][1]["blobs"][0]["size_bytes"] = 201
    with pytest.raises(KioskError):
        parse_manifest(json.dumps(record).encode(), "x")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(json.loads(format_manifest(MANIFEST)))), inner)
    ),
    max_leaves=12,
)


@given(JSON)
def test_no_json_breaks_the_reader(value: object) -> None:
    with pytest.raises(KioskError):
        parse_manifest(json.dumps(value).encode(), "x")

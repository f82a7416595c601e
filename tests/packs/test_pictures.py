from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from kiosk.packs.pictures import MAX_SIDE_PX, THUMBNAIL_SIDE_PX, PictureError, render_picture

SVG = '<svg xmlns="http://www.w3.org/2000/svg" {size}>{body}</svg>'


def write_svg(path: Path, size: str, body: str = '<rect width="100%" height="100%" fill="#fff"/>') -> Path:
    path.write_text(SVG.format(size=size, body=body), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('viewBox="0 0 160 90"', (1600, 900)),
        ('viewBox="0 0 90 160"', (900, 1600)),
        ('width="400px" height="400"', (1600, 1600)),
        ('viewBox="0,0,10,10" width="99"', (1600, 1600)),
    ],
)
def test_a_drawing_is_rendered_at_full_size(tmp_path: Path, size: str, expected: tuple[int, int]) -> None:
    picture, thumbnail = render_picture(write_svg(tmp_path / "a.svg", size))
    assert (picture.width_px, picture.height_px) == expected
    assert picture.media_type == "image/jpeg"
    assert max(thumbnail.width_px, thumbnail.height_px) == THUMBNAIL_SIDE_PX
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == expected


def test_a_drawing_with_a_size_on_paper_is_rendered(tmp_path: Path) -> None:
    """As Inkscape writes it. The renderer's own default knows pixels only."""
    size = 'width="200mm" height="100mm" viewBox="0 0 200 100"'
    picture, _ = render_picture(write_svg(tmp_path / "a.svg", size))
    assert (picture.width_px, picture.height_px) == (1600, 800)


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    picture, _ = render_picture(write_svg(tmp_path / "a.svg", 'viewBox="0 0 9 9"', '<circle r="4"/>'))
    assert picture.media_type == "image/png"


def test_a_photograph_is_turned_upright_and_made_smaller(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    Image.new("RGB", (3000, 1000), "red").save(tmp_path / "a.jpg", exif=exif)
    picture, _ = render_picture(tmp_path / "a.jpg")
    assert (picture.width_px, picture.height_px) == (round(MAX_SIDE_PX / 3), MAX_SIDE_PX)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "I;16"])
def test_every_kind_of_bitmap_is_taken(tmp_path: Path, mode: str) -> None:
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    Image.new(mode, (40, 30)).save(path)
    assert render_picture(path)[0].width_px == 40


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    Image.new("RGB", (20, 10)).save(tmp_path / "a.png")
    picture, thumbnail = render_picture(tmp_path / "a.png")
    assert (picture.width_px, thumbnail.width_px) == (20, 20)


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "<svg",
        SVG.format(size="", body=""),
        SVG.format(size='viewBox="0 0 0 5"', body=""),
        SVG.format(size='viewBox="0 0 1 1000000"', body=""),
        SVG.format(size='viewBox="0 0 nan inf"', body=""),
        "<html/>",
        '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>'
        + SVG.format(size='viewBox="0 0 9 9"', body="<g>"),
    ],
)
def test_a_broken_drawing_is_refused_in_words(tmp_path: Path, junk: str) -> None:
    (tmp_path / "a.svg").write_text(junk, encoding="utf-8")
    with pytest.raises(PictureError):
        render_picture(tmp_path / "a.svg")


@pytest.mark.parametrize("side_px", [12_000, 15_000])  # Pillow itself gives up at the second
def test_a_bomb_is_not_unpacked(tmp_path: Path, side_px: int) -> None:
    Image.new("1", (side_px, side_px)).save(tmp_path / "bomb.png")
    with pytest.raises(PictureError, match="more than 100 million pixels"):
        render_picture(tmp_path / "bomb.png")


def test_what_is_no_picture_is_told_without_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"no picture")
    with pytest.raises(PictureError) as refused:
        render_picture(tmp_path / "a.jpg")
    assert str(tmp_path) not in str(refused.value)


@pytest.mark.parametrize("cut", [0, 20, 200])
def test_a_picture_cut_short_is_refused(tmp_path: Path, cut: int) -> None:
    stream = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(stream, "PNG")
    (tmp_path / "a.png").write_bytes(stream.getvalue()[:cut])
    with pytest.raises(PictureError):
        render_picture(tmp_path / "a.png")


def write_linking_svg(media: Path, link: str) -> Path:
    """Write a drawing that shows another file, with a red picture beside it and one a folder up."""
    media.mkdir()
    for folder in (media, media.parent):
        Image.new("RGB", (50, 50), "red").save(folder / "red.png")
    doctype = '<!DOCTYPE svg [<!ENTITY up "../red.png">]>'
    body = f'<image xlink:href="{link}" width="50" height="50"/>'
    size = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 50 50"'
    (media / "a.svg").write_text(doctype + SVG.format(size=size, body=body), encoding="utf-8")
    return media / "a.svg"


def test_a_drawing_may_show_a_picture_beside_it(tmp_path: Path) -> None:
    picture, _ = render_picture(write_linking_svg(tmp_path / "media", "red.png"))
    with Image.open(io.BytesIO(picture.data)) as image:
        red, green, _ = image.convert("RGB").resize((1, 1)).tobytes()
    assert red > 200
    assert green < 60


@pytest.mark.parametrize(
    "link", ["../red.png", "&up;", "ABSOLUTE/red.png", "./red.png", "linked.png", "gone.png"]
)
def test_a_drawing_cannot_show_a_file_of_somebody_elses(tmp_path: Path, link: str) -> None:
    path = write_linking_svg(tmp_path / "media", link.replace("ABSOLUTE", str(tmp_path)))
    (tmp_path / "media" / "linked.png").symlink_to(tmp_path / "red.png")
    with pytest.raises(PictureError, match="which is no file beside it"):
        render_picture(path)

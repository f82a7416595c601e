"""Brings every kind of picture to sRGB: 8 bits, upright on any screen, and nothing but pixels.

A photograph with a wide-gamut profile looks pale where the profile is lost, and one made for print (CMYK) garish.
"""

from __future__ import annotations

import io
from typing import Final

import numpy as np
from PIL import Image, ImageCms

MAX_PROFILE_BYTES = 4_000_000
_SRGB: Final = "sRGB"


def to_srgb(image: Image.Image) -> Image.Image:
    """Return the picture as RGB, or RGBA where some pixel is not opaque, with no metadata.

    A profile that cannot be understood is ignored, as browsers do.
    """
    profile = image.info.get("icc_profile")
    image = _to_eight_bits(image)
    alpha = _find_alpha(image)
    if alpha is not None:
        image = image.convert("RGBA").convert("RGB")
    elif image.mode not in ("RGB", "L", "CMYK"):
        image = image.convert("RGB")
    flat = _apply_profile(image, profile) if isinstance(profile, bytes) else image
    flat = flat.convert("RGB")
    if alpha is not None:
        flat.putalpha(alpha)
    # Comments, positions and cameras live here; Pillow writes some of it out again unasked.
    flat.info = {}
    return flat


def _to_eight_bits(image: Image.Image) -> Image.Image:
    """Pillow would cut 16 bits of grey off at 255: everything but black would be white."""
    if image.mode == "I" or image.mode.startswith("I;16"):
        return Image.fromarray(
            (np.asarray(image, dtype=np.float64) / 257).round().clip(0, 255).astype("uint8")
        )
    return image


def _find_alpha(image: Image.Image) -> Image.Image | None:
    if not image.has_transparency_data:
        return None
    alpha = image.convert("RGBA").getchannel("A")
    return None if alpha.getextrema() == (255, 255) else alpha


def _apply_profile(image: Image.Image, profile: bytes) -> Image.Image:
    if len(profile) > MAX_PROFILE_BYTES:
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if image.mode == "RGB" and _SRGB in ImageCms.getProfileDescription(source):
            return image
        changed = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile(_SRGB), ImageCms.Intent.PERCEPTUAL, outputMode="RGB"
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return image if changed is None else changed

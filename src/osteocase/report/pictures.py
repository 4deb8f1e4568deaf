"""The author's pictures, made safe to give away: pixels kept, everything else left behind.

A JPEG put into a PDF as it is takes its EXIF data along: names, places, device numbers. Every picture is therefore
decoded and written anew. Words burnt into the pixels are for a person to look for; no program removes them.
"""

from __future__ import annotations

import io
import tomllib
import warnings
from pathlib import Path
from typing import Any, Literal

from PIL import Image, ImageOps, UnidentifiedImageError
from pydantic import BaseModel, ConfigDict, ValidationError

from osteocase.errors import ReportError
from osteocase.report.document import Picture

__all__ = ["LONGEST_SIDE", "load_picture", "load_pictures"]

LONGEST_SIDE = 2008
"""Pixels of the longer side that are kept: 300 to the inch over the width of a page's text."""
MOST_PIXELS = 80_000_000
"""Larger pictures are refused before they are decoded."""
MOST_BYTES = 60_000_000
_FORMATS = ("PNG", "JPEG", "TIFF")
_QUALITY = 90


def load_picture(
    content: bytes | Path,
    *,
    caption: str,
    alternative: str,
    consent: str | None = None,
    name: str = "picture",
) -> Picture:
    """A picture ready for the report: turned upright, 8 bits a channel, no larger than printed, without metadata.

    Args:
        content: a PNG, JPEG or TIFF, as bytes or as the path of a file.
        caption: what stands below it.
        alternative: what it shows, for those who cannot see it.
        consent: the line that tells of the patient's consent to this picture.
        name: how messages call it.

    Raises:
        ReportError: it cannot be read, is no PNG, JPEG or TIFF, is broken, too large, or has no text alternative.
    """
    place = str(content) if isinstance(content, Path) else name
    if not alternative.strip():
        raise ReportError("the picture has no text alternative", place=place, hint="say in a sentence what it shows")
    decoded = _decoded(_bytes_of(content, place), place)
    image = _upright_and_plain(decoded)
    if max(image.size) > LONGEST_SIDE:
        image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    media_type: Literal["image/png", "image/jpeg"]
    if decoded.format == "JPEG":
        image.save(out, "JPEG", quality=_QUALITY, optimize=True)
        media_type = "image/jpeg"
    else:
        image.save(out, "PNG", optimize=False)
        media_type = "image/png"
    return Picture(name, out.getvalue(), media_type, image.width, image.height, caption, alternative, consent)


class _Entry(BaseModel):
    """One picture of a list."""

    model_config = ConfigDict(extra="forbid")

    file: str
    caption: str
    alternative: str
    consent: str | None = None


class _Listed(BaseModel):
    model_config = ConfigDict(extra="forbid")

    picture: tuple[_Entry, ...]


_EXAMPLE = 'one [[picture]] each, with file = "…", caption = "…", alternative = "…" and, where given, consent = "…"'


def load_pictures(path: Path) -> tuple[Picture, ...]:
    """The pictures of a TOML list, in its order; files are looked for beside the list.

    Raises:
        ReportError: the list or one of its pictures cannot be used; the message names which.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ReportError(f"the list of pictures cannot be read: {error.strerror}", place=str(path)) from error
    except UnicodeDecodeError as error:
        raise ReportError("the list of pictures is not UTF-8 text", place=str(path), hint=_EXAMPLE) from error
    try:
        listed = _Listed.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ReportError(f"the list of pictures is not valid TOML: {error}", place=str(path), hint=_EXAMPLE) from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = " ".join(str(part + 1) if isinstance(part, int) else part for part in fault["loc"])
        raise ReportError(f"{where}: {fault['msg'].lower()}", place=str(path), hint=_EXAMPLE) from error
    return tuple(
        load_picture(
            path.parent / entry.file, caption=entry.caption, alternative=entry.alternative, consent=entry.consent,
            name=Path(entry.file).stem,
        )
        for entry in listed.picture
    )  # fmt: skip


def _bytes_of(content: bytes | Path, place: str) -> bytes:
    if isinstance(content, bytes):
        data = content
    else:
        try:
            if content.stat().st_size > MOST_BYTES:
                raise ReportError("the picture's file is too large", place=place, hint="60 MB at most")
            data = content.read_bytes()
        except OSError as error:
            raise ReportError(f"the picture cannot be read: {error.strerror}", place=place) from error
    if len(data) > MOST_BYTES:
        raise ReportError("the picture's file is too large", place=place, hint="60 MB at most")
    return data


def _decoded(data: bytes, place: str) -> Image.Image:
    """The first image of the file, fully decoded."""
    hint = "export it as PNG, JPEG or TIFF"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
            if image.width * image.height > MOST_PIXELS:
                raise ReportError(
                    f"the picture has {image.width} × {image.height} pixels", place=place, hint="80 million at most"
                )
            image.load()
    except UnidentifiedImageError as error:
        raise ReportError("this is no PNG, JPEG or TIFF picture", place=place, hint=hint) from error
    except Image.DecompressionBombError as error:
        raise ReportError("the picture has too many pixels", place=place, hint="80 million at most") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise ReportError(f"the picture is broken: {error}", place=place, hint=hint) from error
    return image


def _upright_and_plain(image: Image.Image) -> Image.Image:
    """Turned as its orientation says, in grey or RGB of 8 bits, with nothing but pixels."""
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("I;16", "I;16B", "I;16L", "I", "F"):
        deep: Any = turned.convert("F")
        low, high = deep.getextrema()
        scale = 255.0 / ((high - low) or 1.0)
        turned = deep.point(lambda value: value * scale - low * scale).convert("L")
    elif turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        ground = Image.new("RGBA", turned.size, (255, 255, 255, 255))
        ground.alpha_composite(turned.convert("RGBA"))
        turned = ground.convert("RGB")
    elif turned.mode not in ("L", "RGB"):
        turned = turned.convert("L" if turned.mode == "1" else "RGB")
    return Image.frombytes(turned.mode, turned.size, turned.tobytes())

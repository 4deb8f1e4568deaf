"""The author's pictures enter a report upright, no larger than needed, and with nothing but their pixels."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin
from PIL.ExifTags import Base

from osteocase.errors import ReportError
from osteocase.report import Picture, build_document, load_picture, render_pdf
from tests.report.founding import founding_case
from tests.report.reading import elements_of, text_of

NAME = "Roe^Jane 1980-02-03"


def jpeg(size: tuple[int, int] = (60, 40), *, orientation: int = 1) -> bytes:
    """A grey picture, white at its upper left, whose EXIF data name a patient."""
    image = Image.new("L", size, 60)
    image.paste(255, (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[Base.Artist] = NAME
    exif[Base.ImageDescription] = NAME
    exif[Base.Orientation] = orientation
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=NAME.encode(), quality=95)
    return out.getvalue()


def load(content: bytes | Path) -> Picture:
    return load_picture(
        content, caption="Radiograph.", alternative="Lateral view of the spine.", consent="Consent given."
    )


def as_format(name: str, mode: str = "L") -> bytes:
    out = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("PatientName", NAME)
    extra = (
        {"pnginfo": info} if name == "PNG" else {"description": NAME} if name == "TIFF" else {"comment": NAME.encode()}
    )
    Image.new(mode, (50, 30), 128 if mode in ("L", "I;16") else (128,) * len(mode)).save(out, name, **extra)
    return out.getvalue()


@pytest.mark.parametrize("name", ["PNG", "JPEG", "TIFF"])
def test_no_metadata_survive(name: str) -> None:
    content = as_format(name)
    assert NAME.encode() in content
    assert NAME.encode() not in load(content).content


def test_an_exif_name_is_in_no_stream_of_the_report() -> None:
    document = build_document(founding_case(), pictures=[load(jpeg())])
    with pikepdf.open(io.BytesIO(render_pdf(document))) as pdf:
        for obj in pdf.objects:
            if isinstance(obj, pikepdf.Stream):
                assert NAME.encode() not in obj.read_raw_bytes()


def test_orientation_is_honoured_and_then_forgotten() -> None:
    picture = load(jpeg((60, 40), orientation=6))  # turn 90° clockwise
    assert (picture.width_px, picture.height_px) == (40, 60)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert image.getexif() == {}
        assert image.getpixel((38, 2)) > 200  # type: ignore[operator]
        assert image.getpixel((2, 2)) < 120  # type: ignore[operator]


def test_a_large_picture_is_reduced_to_what_print_can_show() -> None:
    out = io.BytesIO()
    Image.new("L", (5000, 2500), 90).save(out, "PNG")
    picture = load(out.getvalue())
    assert (picture.width_px, picture.height_px) == (2008, 1004)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_mode_becomes_grey_or_rgb_of_eight_bits(mode: str) -> None:
    picture = load(as_format("TIFF", mode))
    with Image.open(io.BytesIO(picture.content)) as image:
        assert image.mode in ("L", "RGB")


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that says how large it is and holds next to nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(100))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "no PNG, JPEG or TIFF"),
        (b"GIF89a not really", "no PNG, JPEG or TIFF"),
        (jpeg()[:200], "broken"),
        (b"%PDF-1.7", "no PNG, JPEG or TIFF"),
        (png_of_size(40_000, 40_000), "too many pixels"),
        (png_of_size(10_000, 10_000), "10000 × 10000 pixels"),
    ],
)
def test_a_broken_picture_is_told(content: bytes, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        load(content)


def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(ReportError) as caught:
        load(tmp_path / "none.png")
    assert caught.value.place == str(tmp_path / "none.png")


def test_a_picture_needs_a_text_alternative() -> None:
    with pytest.raises(ReportError, match="no text alternative"):
        load_picture(jpeg(), caption="x", alternative=" ")


def test_number_caption_alternative_and_consent_stand_in_the_report() -> None:
    without = load_picture(jpeg(), caption="Second.", alternative="MRI of the spine.")
    data = render_pdf(build_document(founding_case(), parts=["pictures"], pictures=[load(jpeg()), without]))
    text = text_of(data)
    assert "Figure 1 Radiograph. Consent given." in " ".join(text.split())
    assert "Figure 2 Second. Consent not told." in " ".join(text.split())
    with pikepdf.open(io.BytesIO(data)) as pdf:
        told = [element.alternative for element in elements_of(pdf).walk() if element.role == "Figure"]
    assert told == ["Lateral view of the spine.", "MRI of the spine."]

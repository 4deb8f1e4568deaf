"""A character that the report's own fonts lack is drawn by another font, or told; it is never lost."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from osteocase.records import CaseHeader, CaseRecord
from osteocase.report import build_document
from osteocase.report.pdf import fonts
from osteocase.report.pdf.writer import WrittenPdf, write_pdf
from tests.report.reading import text_of

RARE = "\U00016a40\U00016a41"
"""Letters of the Mro script, which no common font has."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one small TrueType font that has the rare letters, as plain squares."""
    names = [".notdef", *(f"glyph{number}" for number in range(len(RARE)))]
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 600), (550, 600), (550, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): name for char, name in zip(RARE, names[1:], strict=True)})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares-Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    builder.save(tmp_path / "squares.ttf")
    return tmp_path


@pytest.fixture(autouse=True)
def _fresh_fonts() -> Iterator[None]:
    yield
    fonts._book.cache_clear()


def report() -> WrittenPdf:
    return write_pdf(build_document(CaseRecord(case=CaseHeader(id="rare", title=f"Signs {RARE} between"))))


def font_names(data: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {
            str(item.BaseFont).split("+")[-1]
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        }


def test_without_a_font_the_characters_are_printed_as_codes() -> None:
    written = report()
    assert "Signs [U+16A40][U+16A41] between" in text_of(written.content)
    assert len(written.warnings) == 1


def test_a_font_of_the_users_folder_draws_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(fonts.FONTS_VARIABLE, str(folder))
    written = report()
    assert written.warnings == ()
    assert f"Signs {RARE} between" in text_of(written.content)
    assert "Squares-Regular" in font_names(written.content)


def test_a_file_that_is_no_font_is_passed_over(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "aaa.ttf").write_bytes(b"not a font")
    monkeypatch.setenv(fonts.FONTS_VARIABLE, str(folder))
    assert report().warnings == ()


def test_the_vendored_fonts_have_every_sign_that_the_report_itself_uses() -> None:
    signs = "µ²³≥≤–−→±×°·…▲▼✓✗◐✎●■◆“”’‘Δ[]"
    for face in fonts.FACES:
        has = fonts.font_book().face(bold=face == "bold", italic=face == "italic").has
        assert [sign for sign in signs if ord(sign) not in has] == [], face


def test_the_fonts_licence_lies_beside_them() -> None:
    assert "Bitstream Vera" in (fonts.VENDORED / "LICENSE-DejaVu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc\u00a0d", "a b c d"),
        ("a\x1b[0mb", "a\ufffd[0mb"),
        ("x\u200by\u202ez\ufeff", "xyz"),
        ("e\u0301", "é"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_cannot_be_printed_is_made_plain_or_visible(text: str, shown: str) -> None:
    assert fonts.printable(text) == shown

"""Encodings that clinic notes come in, found out and named."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osteocase.errors import InputError
from osteocase.reading import decode

PLAIN = "Calcium 9.4 mg/dL, seen in clinic today.\n"
SIGNS = "BMD 0.842 g/cm², T-score −2.5; β-CTX ≤ 0.3; 25(OH)D 18 ng/mL (≥ 30)\n"
WESTERN = "Seen by Dr Müller-Lyer; naïve to treatment. Urea 5 µmol/L ± 1, 37 °C.\n"
WINDOWS = "“No fractures” – café au lait… height 1½ cm less; cost €40.\n"
JAPANESE = "腰椎圧迫骨折。骨密度は0.842 g/cm2。テリパラチドを開始した。患者は三十代の女性である。\n"


@pytest.mark.parametrize(
    ("text", "written_as", "named"),
    [
        (PLAIN, "utf-8", "utf-8"),
        (SIGNS, "utf-8", "utf-8"),
        (SIGNS, "utf-8-sig", "utf-8"),
        (JAPANESE, "utf-8", "utf-8"),
        (SIGNS, "utf-16", "utf-16"),
        (PLAIN, "utf-16-le", "utf-16-le"),
        (PLAIN, "utf-16-be", "utf-16-be"),
        (SIGNS, "utf-32", "utf-32"),
        (WESTERN, "latin-1", "latin-1"),
        (WESTERN, "cp1252", "latin-1"),
        (WINDOWS, "cp1252", "cp1252"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc-jp"),
    ],
)
def test_the_text_comes_back_and_its_encoding_is_named(text: str, written_as: str, named: str) -> None:
    found, encoding = decode(text.encode(written_as))
    assert (found.lstrip("\ufeff"), encoding) == (text, named)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF16_LE], ids=["big-endian", "little-endian"])
def test_both_orders_of_utf_16_are_read_by_their_mark(mark: bytes) -> None:
    order = "utf-16-be" if mark == codecs.BOM_UTF16_BE else "utf-16-le"
    assert decode(mark + JAPANESE.encode(order)) == (JAPANESE, "utf-16")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF file, not text"),
        (b"PK\x03\x04\x14\x00", "this is a ZIP archive or an Office file, not text"),
        (b"{\\rtf1\\ansi Note}", "this is an RTF file, not text"),
        (b"\x89PNG\r\n\x1a\n", "this is a picture (PNG), not text"),
        (b"Ca 9.4\x00\x00\x01", "this is binary data, not text"),
        (bytes(range(1, 32)) * 4, "this is binary data, not text"),
        (codecs.BOM_UTF16_LE + b"C\x00a", "the text breaks off or is damaged at byte 4 (utf-16)"),
    ],
)
def test_what_is_no_text_is_refused_with_its_kind(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        decode(data, place="scan.txt")
    assert (refusal.value.message, refusal.value.place) == (message, "scan.txt")


def test_a_few_terminal_escapes_do_not_make_a_note_binary() -> None:
    text = "\x1b[31mCalcium\x1b[0m 9.4 mg/dL\x07, phosphate 3.1 mg/dL, alkaline phosphatase 80 U/L.\n"
    assert decode(text.encode()) == (text, "utf-8")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_writing_in_utf_8_comes_back(text: str) -> None:
    assert decode(("note: " + text).encode("utf-8")) == ("note: " + text, "utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except InputError:
        return
    assert "\x00" not in text
    assert codecs.lookup(encoding)

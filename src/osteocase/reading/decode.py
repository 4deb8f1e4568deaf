"""Bytes to text, with the name of the encoding that was found. Never guesses where Unicode is possible."""

from __future__ import annotations

import codecs
import re
from itertools import groupby

from osteocase.errors import InputError

__all__ = ["decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose little-endian mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHER_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database (SQLite)"),
)
_MOST_CONTROL_CHARACTERS = 0.05
"""Share of control characters beyond which bytes are no writing; a stray escape sequence in a note stays below it."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f]")
_WESTERN_SIGNS = frozenset("µ°²³±×÷½¼¾·º¹ª§®©™«»¡¿€£–—‘’“”•…†‡‰→≤≥\xa0\xad¬¶´¨")
"""Signs beyond ASCII that Western clinic notes are full of."""
_LONGEST_ACCENTED_RUN = 2
"""Accented letters stand alone or in pairs in Western words; longer runs are another script read wrongly."""
_OTHER_SCRIPTS = (
    "cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254",
    "cp1257", "mac_roman", "cp1252",
)  # fmt: skip
_SAMPLE = 200_000
"""Bytes of a note that the search for an encoding looks at."""


def decode(data: bytes, *, place: str | None = None) -> tuple[str, str]:
    """Text of the bytes and the name of their encoding.

    A byte order mark decides; then UTF-16 without one (every second byte empty), then UTF-8, which no other encoding
    passes for by chance; then Windows-1252 or Latin-1 where that gives Western writing; the rest is told by
    charset-normalizer.

    Raises:
        InputError: the bytes are no text, or their encoding cannot be told.
    """
    for start, what in _OTHER_FORMATS:
        if data.startswith(start):
            raise InputError(f"this is {what}, not text", place=place, hint="save the note as plain text")
    text, encoding = _decode(data, place)
    if "\x00" in text or len(_CONTROL.findall(text)) > _MOST_CONTROL_CHARACTERS * len(text):
        raise InputError("this is binary data, not text", place=place, hint="give a plain-text note")
    return text, encoding


def _decode(data: bytes, place: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, place), encoding.removesuffix("-sig")
    wide = _wide_encoding(data)
    if wide:
        return _strictly(data, wide, place), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _single_byte_or_other(data, place)


def _strictly(data: bytes, encoding: str, place: str | None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"the text breaks off or is damaged at byte {error.start} ({encoding})", place=place, hint="save it again"
        ) from error


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: in mostly Western text every second byte is zero."""
    head = data[: _SAMPLE // 2 * 2]
    if len(head) < 4 or len(data) % 2:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _single_byte_or_other(data: bytes, place: str | None) -> tuple[str, str]:
    encoding = "cp1252" if any(0x80 <= byte <= 0x9F for byte in data) else "latin-1"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = ""
    if text and _reads_western(text):
        return text, encoding

    from charset_normalizer import from_bytes  # here: most notes are Unicode and never need it

    found = from_bytes(data[:_SAMPLE], cp_isolation=list(_OTHER_SCRIPTS)).best()
    if found is not None:
        try:
            return data.decode(found.encoding), found.encoding.replace("_", "-")
        except UnicodeDecodeError:
            pass
    if text:
        return text, encoding
    raise InputError("the encoding of this text cannot be told", place=place, hint="save the note as UTF-8")


def _reads_western(text: str) -> bool:
    """Whether what lies beyond ASCII is the signs and accented letters of Western writing."""
    for is_letter, run in groupby(text, key=_accented_or_sign):
        if is_letter is None:
            return False
        if is_letter and sum(1 for _ in run) > _LONGEST_ACCENTED_RUN:
            return False
    return True


def _accented_or_sign(character: str) -> bool | None:
    """True for an accented letter, false for ASCII and known signs, null for what Western notes do not hold."""
    if character.isascii() or character in _WESTERN_SIGNS:
        return False
    return True if "À" <= character <= "ÿ" or character in "ŒœŠšŽžŸ" else None

"""Fonts: the vendored family, fallbacks for other scripts, and which font can draw which character.

ReportLab loses a character silently when its font has no glyph for it. Here every text is split over the fonts that do
have the glyph; a character that no font has is replaced by its code in brackets and remembered, never dropped.
"""

from __future__ import annotations

import hashlib
import os
import struct
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from osteocase.errors import ReportError

__all__ = ["FACES", "VENDORED", "Face", "FontBook", "Piece", "font_book", "printable"]

VENDORED = files("osteocase.report") / "fonts"
FACES = {
    "regular": "DejaVuSansCondensed.ttf",
    "bold": "DejaVuSansCondensed-Bold.ttf",
    "italic": "DejaVuSansCondensed-Oblique.ttf",
}

FALLBACK_FILES = (
    "BIZUDPGothic-Regular.ttf", "BIZUDGothic-Regular.ttf", "ipaexg.ttf", "ipagp.ttf", "ipag.ttf", "TakaoPGothic.ttf",
    "VL-PGothic-Regular.ttf", "MPLUS1p-Regular.ttf", "NotoSansJP-Regular.ttf", "DroidSansFallbackFull.ttf",
    "YuGothM.ttc", "msgothic.ttc", "ArialUnicode.ttf", "Arial Unicode.ttf",
)  # fmt: skip
"""TrueType fonts with Japanese, best first; fonts with PostScript outlines cannot be embedded by ReportLab."""

FONTS_VARIABLE = "OSTEOCASE_FONTS"
"""Environment variable: folders whose fonts are all used where the report's own have no glyph; separated as in PATH."""
_EXTRA = "matplotlib_fontja"

_VARIATION = range(0xFE00, 0xFE10)


class Face:
    """One font: ReportLab's name for it, the width of each character and the characters that it has."""

    def __init__(self, name: str, path: str, subfont: int = 0) -> None:
        try:
            self.font = TTFont(name, path, subfontIndex=subfont)
        except (TTFError, OSError, ValueError, KeyError, IndexError, struct.error) as error:
            raise ReportError(f"the font cannot be used: {error}", place=path) from error
        pdfmetrics.registerFont(self.font)
        self.name = name
        self.widths: dict[int, float] = self.font.face.charWidths
        self.has: dict[int, int] = self.font.face.charToGlyph
        self.space = self.widths.get(32, 250.0) / 1000
        """Width of a space at size 1."""
        self._words: dict[str, float] = {}

    def word_width(self, word: str) -> float:
        """Width of a word at size 1, remembered; all its characters are in the font."""
        width = self._words.get(word)
        if width is None:
            if len(self._words) > 50_000:
                self._words.clear()
            width = self._words[word] = self.width(word)
        return width

    def width(self, text: str) -> float:
        """Width of the text at size 1."""
        widths = self.widths
        return sum(widths[ord(char)] for char in text) / 1000


class Piece(NamedTuple):
    """A stretch of text in one font; ``width`` is at size 1."""

    face: Face
    text: str
    width: float


class FontBook:
    """The vendored faces with their fallbacks; splits texts over fonts and measures them."""

    def __init__(self, faces: dict[str, Face], fallbacks: tuple[str, ...]) -> None:
        self._faces = faces
        self._fallback_paths = fallbacks
        self._cache: dict[tuple[str, bool, bool], tuple[Piece, ...]] = {}

    def face(self, *, bold: bool = False, italic: bool = False) -> Face:
        """The vendored face of that manner; bold wins over italic, since bold carries meaning."""
        return self._faces["bold" if bold else "italic" if italic else "regular"]

    def pieces(self, text: str, *, bold: bool = False, italic: bool = False) -> tuple[Piece, ...]:
        """The text as stretches that one font each can draw."""
        key = (text, bold, italic)
        found = self._cache.get(key)
        if found is None:
            if len(self._cache) > 50_000:
                self._cache.clear()
            found = self._cache[key] = tuple(self._split(text, self.face(bold=bold, italic=italic)))
        return found

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of a text in points."""
        return size * sum(piece.width for piece in self.pieces(text, bold=bold))

    def missing(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Characters that no font has, in the order of their codes."""
        has = self.face().has
        seen = {char for char in printable("".join(set("".join(texts)))) if ord(char) not in has}
        return tuple(sorted(char for char in seen if self._other(ord(char)) is None))

    def _split(self, text: str, face: Face) -> Iterator[Piece]:
        has = face.has
        if all(ord(char) in has for char in text):
            yield Piece(face, text, face.width(text))
            return
        out: list[tuple[Face, str]] = []
        for char in text:
            code = ord(char)
            chosen = face if code in has else self._other(code)
            if chosen is None:
                chosen, char = face, f"[U+{code:04X}]"
            if out and out[-1][0] is chosen:
                out[-1] = (chosen, out[-1][1] + char)
            else:
                out.append((chosen, char))
        for chosen, words in out:
            yield Piece(chosen, words, chosen.width(words))

    def _other(self, code: int) -> Face | None:
        regular = self._faces["regular"]
        if code in regular.has:
            return regular
        for place, path in enumerate(self._fallback_paths):
            fallback = _fallback(f"osteocase-fallback-{place}", path)
            if fallback is not None and code in fallback.has:
                return fallback
        return None


@lru_cache(maxsize=32)
def _fallback(name: str, path: str) -> Face | None:
    """A font of the system; one that cannot be embedded is passed over."""
    try:
        return Face(f"{name}-{hashlib.sha256(path.encode()).hexdigest()[:8]}", path)
    except ReportError:
        return None


@lru_cache(maxsize=1)
def _vendored() -> dict[str, Face]:
    return {manner: Face(f"osteocase-{manner}", str(VENDORED / name)) for manner, name in FACES.items()}


def font_book() -> FontBook:
    """The fonts for this machine; fallbacks are looked up once for each setting of the environment."""
    return _book(os.environ.get(FONTS_VARIABLE, ""))


@lru_cache(maxsize=4)
def _book(told: str) -> FontBook:
    return FontBook(_vendored(), tuple(_find_fallbacks(told)))


def _system_folders() -> list[Path]:
    home = Path.home()
    if sys.platform == "darwin":
        return [home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")]
    if sys.platform == "win32":
        return [Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts"]
    return [home / ".local/share/fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts")]


def _extra_folders() -> list[Path]:
    """Where the extra ``osteocase[japanese]`` put its font; the package itself is not imported."""
    found = find_spec(_EXTRA)
    places = found.submodule_search_locations if found is not None else None
    return [Path(place) / "fonts" for place in places or ()]


def _find_fallbacks(told: str) -> Iterator[str]:
    """Fonts of the user's folders, all of them, then those of the extra and of the system that are known by name."""
    for folder in (Path(name) for name in told.split(os.pathsep) if name):
        for path in sorted(_files_below(folder)):
            if path.lower().endswith((".ttf", ".ttc")):
                yield path
    present: dict[str, str] = {}
    for folder in (*_extra_folders(), *_system_folders()):
        for path in _files_below(folder):
            present.setdefault(os.path.basename(path), path)
    for name in FALLBACK_FILES:
        if name in present:
            yield present[name]


def _files_below(folder: Path) -> Iterator[str]:
    for where, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield os.path.join(where, name)


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """The text with white space made plain, invisible format characters dropped and control characters made visible.

    Terminal escapes, bidirectional overrides and the like come from hostile or broken notes; they must neither act nor
    hide. A control character becomes the replacement character, which is printed.
    """
    if text.isascii() and text.isprintable():
        return text
    out = []
    for char in text:
        category = unicodedata.category(char)
        if char in "\t\n\r\x0b\x0c\u2028\u2029\u00a0\u202f" or category == "Zs":
            out.append(" ")
        elif category in ("Cc", "Cs", "Cn", "Co"):
            out.append("\ufffd")
        elif category == "Cf" or ord(char) in _VARIATION:
            continue
        else:
            out.append(char)
    return unicodedata.normalize("NFC", "".join(out))

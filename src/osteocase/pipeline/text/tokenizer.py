"""spaCy's tokenizer with clinical rules: numbers part from their units, levels and analytes stay whole."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from osteocase.pipeline.matching import regular as re

__all__ = ["create_tokenizer"]

_PUNCTUATION = r"[()\[\]{}<>≤≥=~±→*:;,!?…\"'“”‘’|/\\^×·]"
_PREFIXES = [_PUNCTUATION, r"[-‐‑–—−+](?=[\d.])", r"[-–—•#&$€£%]"]
_SUFFIXES = [_PUNCTUATION, r"(?<=\d)[A-Za-zµμ%°]+(?:/[\w.²]+)*", r"\.", r"[-–—%°#&]", r"['’]s"]
_INFIXES = [
    _PUNCTUATION,
    r"(?<=[A-Za-z])[-‐‑–—](?=[A-Za-z\d])",
    r"(?<=\d)[-‐‑–—−](?=[\dA-Za-z])",
    r"(?<=[a-z]{2})\.(?=[A-Z])",
    r"(?<=\d)(?=[A-Za-zµμ]{1,5}/)",
]


class _Edge:
    """A search at one end of a stretch, however long: a row of ten thousand brackets costs no more than its length.

    Has the ``pattern`` that spaCy reads when it serialises a tokenizer.
    """

    reach = 80
    """Characters looked at; no affix is longer."""

    def __init__(self, pattern: str, *, at_start: bool) -> None:
        self.pattern = pattern
        self._compiled = re.compile(pattern)
        self._at_start = at_start

    def search(self, text: str) -> re.Match[str] | None:
        """The affix of a stretch; only the length of the match is used."""
        return self._compiled.search(text[: self.reach] if self._at_start else text[-self.reach :])


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Factory for ``[nlp.tokenizer] @tokenizers = "osteocase.clinical_tokenizer.v1"``."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules={},
            prefix_search=_Edge(compile_prefix_regex(_PREFIXES).pattern, at_start=True).search,
            suffix_search=_Edge(compile_suffix_regex(_SUFFIXES).pattern, at_start=False).search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
        )

    return make

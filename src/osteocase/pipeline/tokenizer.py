"""spaCy's tokenizer with clinical rules: numbers part from their units, levels and analytes stay whole."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

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


def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Factory for ``[nlp.tokenizer] @tokenizers = "osteocase.clinical_tokenizer.v1"``."""

    def make(nlp: Language) -> Tokenizer:
        return Tokenizer(
            nlp.vocab,
            rules={},
            prefix_search=compile_prefix_regex(_PREFIXES).search,
            suffix_search=compile_suffix_regex(_SUFFIXES).search,
            infix_finditer=compile_infix_regex(_INFIXES).finditer,
        )

    return make

"""Numbers as a reader sees them in a text, so that tests can ask whether a record made one up."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

__all__ = ["numbers_in"]

_ONES = "zero one two three four five six seven eight nine"
_ONES += " ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
WORDS = {word: number for number, word in enumerate(_ONES.split())}
WORDS |= {word: 20 + 10 * number for number, word in enumerate(_TENS.split())}
WORDS |= {word: number for number, word in enumerate(_ORDINALS.split())}
WORDS |= {"once": 1, "twice": 2, "thrice": 3, "nil": 0, "single": 1, "ii": 2, "iii": 3}
ROMAN = {"I": 1, "II": 2, "III": 3}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def numbers_in(text: str) -> set[Decimal]:
    """Every number that a reader can see in the text, without its sign: digits in any typography, or words."""
    found: set[Decimal] = set()
    plain = re.sub(r"(?<=\d)\s?([.,])\s?(?=\d)", r"\1", text)
    plain = plain.replace("\u00a0", " ").replace("\u202f", " ").replace("·", ".")
    for candidate in (text, plain):
        for match in re.finditer(r"\d+(?:[.,]\d+)*|[.,]\d+", candidate):
            token = match.group()
            found |= {Decimal(part) for part in re.findall(r"\d+", token)}
            found.add(Decimal(re.sub(r"[.,]", "", token)))
            if len(re.findall(r"[.,]", token)) == 1:
                found.add(Decimal(token.replace(",", ".")))
            elif "," in token and token.count(".") == 1:
                found.add(Decimal(token.replace(",", "")))
        for match in re.finditer(r"\d{1,3}(?: \d{3})+", candidate):
            found.add(Decimal(match.group().replace(" ", "")))
    words = re.findall(r"[a-z]+", text.lower())
    found |= {Decimal(WORDS[word]) for word in words if word in WORDS}
    for tens, ones in pairwise(words):
        if tens in _TENS.split() and WORDS.get(ones, 99) < 10:
            found.add(Decimal(WORDS[tens] + WORDS[ones]))
    spoken = r"(?:\b(" + "|".join(WORDS) + r") )?\bpoint ((?:(?:" + "|".join(_ONES.split()[:10]) + r")\b ?)+)"
    for match in re.finditer(spoken, text.lower()):
        digits = "".join(str(WORDS[word]) for word in match.group(2).split())
        found.add(Decimal(f"{WORDS[match.group(1)] if match.group(1) else 0}.{digits}"))
    found |= {Decimal(ROMAN[word]) for word in re.findall(r"\b[IVX]+\b", text) if word in ROMAN}
    if "half" in words:
        found.add(Decimal("0.5"))
    found |= {Decimal(match) / 2 for match in re.findall(r"(\d+)/2", text)}
    for value, power in re.findall(r"(\d+(?:\.\d+)?)\s?[x×*]\s?10\s?\^?\*?\*?([0-9⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})", plain):
        found.add(Decimal(value).scaleb(int(power.translate(_RAISED))))
    for word, times in (("lakh", 100_000), ("million", 1_000_000)):
        found |= {Decimal(value) * times for value in re.findall(rf"(\d+(?:\.\d+)?)\s?{word}\b", plain)}
    if re.search(r"\ban? (?:unit|tablet|capsule|dose|bottle|vial|ampoule|sachet|puff|drop)\b", text.lower()):
        found.add(Decimal(1))
    return found

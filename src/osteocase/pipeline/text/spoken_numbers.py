"""Numbers as a dictation tells them: ``TSH zero point two eight three``, ``wedging of T seven, nine and eleven``.

Who types them out leaves them in words. They are read as figures wherever a decimal or a vertebra is told so; other
numbers in words (``nine hundred and forty-seven``, ``fifty``) only in a note that tells one of its decimals in words,
since elsewhere they are words of the text. What is below thirteen stays as it is: it counts things.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["spoken_changes"]

_DIGITS = {
    "zero": 0, "nought": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
}  # fmt: skip
_TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_VALUES = {**_DIGITS, **_TEENS, **_TENS}
_digit = "|".join(_DIGITS)
_tens = "|".join(_TENS)
_small = "|".join((*_TEENS, *_DIGITS))
_counted = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_below_hundred = rf"(?:(?:{_tens})(?:[ -](?:{_digit}))?|{_small})"
_WHOLE = rf"(?:(?:(?:{_digit}|a)[ ]hundred(?:[ ](?:and[ ])?{_below_hundred})?|{_below_hundred}))"
_DECIMAL = re.compile(
    rf"(?<![\w-])(?P<whole>{_WHOLE}) (?:point|decimal)(?P<places>(?:[ -](?:{_digit})){{1,4}})(?![\w-])", re.IGNORECASE
)
_AT_ONE_POINT = re.compile(r"\bat one point\b", re.IGNORECASE)
"""``at one point two of them broke``: a moment."""
_LARGE = re.compile(
    rf"(?<![\w-])(?!{_below_hundred} (?:{_tens}|{_small}|thousand|hundredth)\b)(?P<whole>{_WHOLE})"
    rf"(?! (?:thousand|million|hundred|{_tens}|{_small})\b)(?![\w]|-(?!year))",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(rf"\b(?:{_tens}|{_small}|hundred|thousand|point)(?: and|,)?[ -]$", re.IGNORECASE)
_YEAR = re.compile(
    rf"(?<![\w-])(?:twenty|two thousand(?: and)?) (?P<rest>(?:{_tens})(?:[ -](?:{_digit}))?|{_small})"
    r"(?![\w-]| point\b)",
    re.IGNORECASE,
)
"""``twenty twenty-one``, ``two thousand and nineteen``"""
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_month = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(
    rf"\b(?:the )?(?P<tens>twenty|thirty)?[ -]?(?P<day>{'|'.join(_ORDINALS)})(?: of)? (?=(?-i:{_month})\b)"
    rf"|\b(?-i:{_month}) (?P<behind>(?:(?P<more>twenty|thirty)[ -])?(?P<ordinal>{'|'.join(_ORDINALS)}))\b",
    re.IGNORECASE,
)
"""``the fifteenth of March``, ``March twenty-second``"""
_LEVEL = re.compile(
    rf"(?<![\w'’.-])(?<![Vv]itamin )(?<![Vv]it )(?P<letter>[TLDCStl]|Th)[ -]?(?P<number>{_counted})\b"
    r"(?![ -](?:point|hundred|of|or[ ])\b)(?<![DC] one)(?<![DC] two)(?<![DC] three)"
    r"(?![ -](?:half|daily|twice|doses?|tab(?:let)?s?|cap(?:sule)?s?|cycles?|puffs?|drops?|sprays?|sachets?|pills?"
    r"|units?|patch(?:es)?|injections?|teaspoons?|ampoules?|vials?|times?|days?|weeks?|months?|years?|hours?|m?g|ml|mcg|milligrams?"
    r"|millilit\w+)\b)"
)
_LISTED = re.compile(
    rf"(?:,| and|, and| or)[ ](?P<number>{_counted})\b"
    r"(?=[,.;)]|[ ](?:and|to|or|are|were|is|was|vertebrae?|compression|wedge|fractures?|collapse|with|on)\b|\s*$)",
    re.MULTILINE,
)
_SPAN = re.compile(
    rf" to (?P<number>{_counted})\b"
    r"(?! (?:days?|weeks?|months?|years?|hours?|of|levels?|times)\b)"
)
"""``L one to four``"""
_NAMES = {"p one n p": "P1NP", "p one np": "P1NP", "five b": "5b", "b twelve": "B12"}
_NAME = re.compile(r"\bP one N ?P\b|(?<=TRACP[ -])five b\b|\bB twelve\b", re.IGNORECASE)
_HINT = re.compile(rf"\b(?:point|decimal) (?:{_digit})\b|\b(?:[TLDCStl]|Th)[ -]?(?:{_small})\b", re.IGNORECASE)


def spoken_changes(text: str) -> list[tuple[int, int, str]]:
    """The numbers in words, each with the figures that are read for it, in order."""
    if _HINT.search(text) is None:
        return []
    changes: list[tuple[int, int, str]] = []
    for match in _DECIMAL.finditer(text):
        if _AT_ONE_POINT.search(text, max(0, match.start() - 3), match.end()) is not None:
            continue
        places = "".join(str(_DIGITS[word]) for word in re.findall(r"[a-z]+", match["places"].lower()))
        changes.append((*match.span(), f"{_value(match['whole'])}.{places}"))
    if changes:
        changes += _days_and_years(text)
        taken = [(start, end) for start, end, _ in changes]
        changes += [
            (*match.span("whole"), str(value))
            for match in _LARGE.finditer(text)
            if (value := _value(match["whole"])) > _TEENS["twelve"]
            and _NUMBER_BEFORE.search(text, max(0, match.start() - 20), match.start()) is None
            and not any(match.start() < end and start < match.end() for start, end in taken)
        ]
    names = [(*match.span(), _NAMES[match.group().lower()]) for match in _NAME.finditer(text)]
    return sorted([*changes, *names, *_levels(text)])


def _days_and_years(text: str) -> list[tuple[int, int, str]]:
    found = [
        (*match.span(), str(2000 + _value(match["rest"])))
        for match in _YEAR.finditer(text)
        if match["rest"].lower() not in _DIGITS or match.group().lower().startswith("two")
    ]
    for match in _DAY.finditer(text):
        tens, day = match["tens"] or match["more"], match["day"] or match["ordinal"]
        number = (_TENS[tens.lower()] if tens else 0) + _ORDINALS[day.lower()]
        if match["day"]:
            found.append((*match.span(), f"{number} "))
        else:
            found.append((*match.span("behind"), str(number)))
    return found


def _value(words: str) -> int:
    total = 0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word not in {"and", "a"}:
            total += _VALUES[word]
    return total


def _levels(text: str) -> list[tuple[int, int, str]]:
    """``T seven, nine and eleven``: the first number with the letter, and those of its list."""
    found: list[tuple[int, int, str]] = []
    for match in _LEVEL.finditer(text):
        letter = match["letter"].upper()[:1]
        found.append((match.start(), match.end(), letter + str(_VALUES[match["number"].lower()])))
        span = _SPAN.match(text, match.end()) if letter in "TL" else None
        if span is not None:
            found.append((*span.span("number"), letter + str(_VALUES[span["number"].lower()])))
            continue
        following = _LISTED.match(text, match.end())
        while following is not None and letter in "TL":
            found.append((*following.span("number"), str(_VALUES[following["number"].lower()])))
            following = _LISTED.match(text, following.end())
    return found

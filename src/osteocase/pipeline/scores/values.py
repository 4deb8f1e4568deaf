"""The numbers of a scale: after its name, before it, as a course, with the range of the scale stated beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from osteocase.lexicon import ScoreEntry
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "DIGITS",
    "NUMBER",
    "Range",
    "digits",
    "fits",
    "is_day",
    "is_time",
    "stated_range",
    "stated_top",
    "top_of",
    "unit_after",
    "value_before",
    "value_in",
    "values_after",
]

NUMBER = r"\d{1,3}(?:\.\d+)?"
DIGITS = r"zero|one|two|three|four|five|six|seven|eight|nine|ten"
_BY_WORD = {word: str(index) for index, word in enumerate(DIGITS.split("|"))}
_VALUE = re.compile(
    rf"(?<![\w.,/])(?P<sign>[-−–](?=\d))?(?P<value>{NUMBER}|(?:{DIGITS})(?=\s+(?:out\s+)?of\s+(?:10|ten|a)\b)"
    rf"|(?:{DIGITS})(?=\s+(?:at\s+(?:rest|night|worst|best)|on\s+(?:movement|exertion|walking|standing)|now|today)\b)"
    r"|nil(?=\s+(?:at|on|when|while|sitting|lying|standing|walking|now|today)\b))"
    rf"(?:\s*(?:-|–|—|to)\s*(?P<second>{NUMBER})(?!\s*/\s*(?:{NUMBER})\s*(?:to|-)))?"
    r"(?:\s*/\s*(?P<slash>\d{1,3})(?![\d/])"
    r"|\s+(?:(?:out\s+)?of|over(?=\s+(?:10|ten)\b(?!\s+(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|metres?|meters?|feet|ft)\b)))\s+(?:a\s+(?:possible|maximum|total)\s+(?:of\s+)?)?(?P<out>\d{1,3}|ten)\b"
    r"|\s+on\s+(?:a|an|the)\s+(?:(?:scale\s+(?:of|from)\s+)?[01]\s*(?:-|–|to|[-–—]\s*to)[\s-]*|(?=\d{1,3}[\s-]points?\b))"
    r"(?P<scale>\d{1,3})\b(?:[\s-]points?\b)?(?:\s+scale)?"
    r"|\s*\(of\s+(?P<of>\d{1,3})\)|\s*(?P<percent>%|per\s?cent))?(?!(?!s\b|sec)[\w/]|\.\d)",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"\s*[-]?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|h|minutes?|mins?|mg|mcg|µg|ug|g|kg|lbs?|pounds?|ml"
    r"|cm|mm|m|mmhg|bpm|iu|units?|tablets?|times|°|fractures?|vertebra\w*|levels?|episodes?|doses?|injections?|visits?"
    r"|sessions?|patients?|st|nd|rd|th)\b"
    r"|\s+(?:being|meaning|indicating|representing|equals|equalling)\b",
    re.IGNORECASE,
)
"""What makes a number none of a scale: a unit, a thing counted, or its meaning (``with 10 being the worst``)."""
_NUMBERED_BEFORE = re.compile(
    r"\b(?:day|week|month|year|visit|grade|stage|type|item|step|phase|table|figure|number|no\.?|room|case|question)\s*$",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:not|without|unable|declined(?!\s+(?:from|to|by)\b)|planned|repeat|recheck|next|will|pending|refused)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:goal|target|aim|acceptable)\w*\s*(?:is|of|:|=|<|≤)?\s*$|\b(?:would\s+like|hop(?:es|ing)|wants|wishes|goals?(?:\s+is|:)|target(?:\s+is|:)|aim(?:ing|s)?(?:\s+(?:for|is)|:))[^.;]{0,60}$",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"(?:\A|(?<=\n))[ \t•*\d.)–-]*(?:decrease|reduce|lower|bring|keep|maintain|achieve)\s[^.;\n]{0,60}\Z", re.IGNORECASE
)
"""``- Decrease the pain level to 2/10``: a goal of therapy."""
_LATER = re.compile(
    r"(?:\s|[,;:()/→-]|->|\b(?:and|to|then|at|after|by|from|in|the|now|was|were|is|followed|improved|improving|decreased"
    r"|increased|reduced|fell|rose|dropped|further|of|months?|years?|weeks?|days?|with|without|medication|treatment|rest"
    r"|movement|motion|activity|on|standing|walking|lying|sitting|resting|supine|night|best|worst|average|her|his|pain|level|rate[sd]|as"
    r"|about|when|taking|can|ranges?|today|current(?:ly)?|baseline|visit|follow|up|score[sd]?|respectively|grade"
    r"|mm|pts?\.?|points?|th|later|preop\w*|postop\w*|initial(?:ly)?|least|usual(?:ly)?|rising|rises|falling|falls|down|only|max(?:imum)?|min(?:imum)?|peak|adm(?:ission)?|discharge|pre|post|op"
    r"|operation|operative(?:ly)?|surgery|fall|previous(?:ly)?|before|prior|last|still|flat|moving|moved|moves|most|days|gripping|brace"
    r"|stairs|coughing|walks?|effort|exertion|weight|bearing|bad|good|day|morning|evening|carer|while|during|block|up|as"
    r"|flare|flares|worse|better|settled|settling|mile|track|going|improvement|compared|versus|vs|against|went|it|is|right|left|side|an?|mornings?|evenings?|afternoons?|overnight|fracture|injection"
    r"|seconds?|secs?|s|ed|ward|l|r|initially|preoperatively|postoperatively|then)\b)*",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*(?:\((?P<inner>[^()]{0,60})\)|\[(?P<square>[^\[\]]{0,60})\])")
_RANGE = re.compile(
    r"\s*[(\[][^()\[\]]*?(?P<low>\d{1,3})\s*(?:-|–|—|to)\s*(?P<high>\d{1,3})[^()\[\]]*[)\]]", re.IGNORECASE
)
_SCALE_RANGE = re.compile(
    r"\s*(?:[(,]\s*(?:range|scale|from)?,?\s*)?(?P<low>0)\s*(?:-|–|to)\s*(?P<high>10|24|30|100)\b\s*(?:mm|points?)?\)?"
    r"(?!\s*/)(?:\s*scale)?(?:\s*\([^()]*=[^()]*\))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<value>{NUMBER})(?:\s*/\s*(?P<slash>\d{{1,3}})|\s+(?:out\s+)?of\s+(?P<out>\d{{1,3}}))?\s*(?:points?\s+)?"
    r"(?:\([^)]*\)\s*)?(?:on|in|by|using|per|for)\s+(?:the\s+|a\s+|an\s+|her\s+|his\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_BEFORE_BRACKET = re.compile(
    rf"\b(?:as|at|is|was|of|to|pain|score[sd]?)\s+(?:about\s+)?(?P<value>{NUMBER})(?:\s*/\s*(?P<slash>\d{{1,3}})|\s+out\s+of\s+(?P<out>\d{{1,3}}))?"
    r"\s*\(\s*(?:on\s+)?(?:the\s+|an?\s+)?(?:0\s*(?:-|–|to)\s*(?P<high>10|100)\s+)?$",
    re.IGNORECASE,
)
"""``pain as 9 (0-10 VAS)``"""
_OUT_OF_TEN = re.compile(r"(?:from\s+)?\d{1,2}/10")


def unit_after(text: str, position: int) -> bool:
    """Whether a unit, a time or a thing counted follows a number."""
    return _UNIT_AFTER.match(text, position) is not None


class Range(NamedTuple):
    """The range of a scale as the note states it."""

    low: str | None
    high: str
    start: int
    end: int


_TOP = re.compile(
    r"\s*[(]\s*(?:all\s+)?(?:(?:/|(?:out\s+)?of)\s*|(?P<named>max(?:imum)?)\.?\s*(?:is|of|:|=)?\s*)(?P<top>\d{1,3})\s*[)]",
    re.IGNORECASE,
)


class Top(NamedTuple):
    """The top of a scale told in brackets after its numbers; its lower end is not told."""

    range: Range
    by_name: bool
    """True for ``(max 24)``, which no slash marks as the end of the scale."""


def stated_top(scan: Scan, entry: ScoreEntry, position: int, limit: int) -> Top | None:
    """``now 5, worst 8, best 2 (/10)``, ``RDQ 9 (max 24)``: only a number that ends the scale."""
    match = _TOP.match(scan.text, position, limit)
    if match is None:
        return None
    ends = {"10", "100"} if entry.kind == "pain" else {str(entry.maximum)}
    if match["top"] not in ends:
        return None
    return Top(Range(None, match["top"], match.start(), match.end()), match["named"] is not None)


def digits(written: str) -> str:
    """A number in digits, also where it is written as a word."""
    return "0" if written.lower() == "nil" else _BY_WORD.get(written.lower(), written)


def value_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The number that fills a stretch such as the cell of a table."""
    return _VALUE.fullmatch(text, start, end)


def values_after(scan: Scan, mention: Mention, limit: int, *, count: int) -> list[re.Match[str]]:
    """Numbers of a scale after its name: the first within the clause, the others where only times and list words part
    them."""
    entry = scan.knowledge.scores[mention.id]
    position = _skip_brackets(scan, mention, limit)
    in_mm = _IN_MM.match(scan.text, mention.end, limit) is not None
    values: list[re.Match[str]] = []
    while len(values) < count:
        match = _next_value(scan, position, limit, _OWN_UNITS.get(entry.unit or entry.kind, frozenset()))
        if match is None or not _is_reached(scan, position, match.start(), is_first=not values):
            break
        is_range_of_scale = match["second"] in {"10", "24", "100"} and match["value"] in {"0", "1"}
        if is_range_of_scale and not values and _ANSWER.match(scan.text, match.end(), limit) is not None:
            position = match.end()  # "Pain scale: 0-10: 4"
            continue
        if not fits(entry, match, in_millimetres=in_mm) or (values and is_range_of_scale):
            break
        told_top = top_of(match) or _RANGE.match(scan.text, match.end(), limit)
        is_bare = entry.needs_maximum and not told_top
        if is_bare and not (
            _STANDS_ALONE.match(scan.text, match.end()) if values else _is_vital_sign(scan, mention, match)
        ):
            break
        values.append(match)
        position = match.end()
        if (last := stated_top(scan, entry, position, limit)) is not None and last.by_name:
            break
        stated = _RANGE.match(scan.text, position, limit)
        if stated is not None:
            position = stated.end()  # "down to 2 (0-10)"
    return values


_BARE = re.compile(r"\s*[:=]?\s*")


def _is_vital_sign(scan: Scan, mention: Mention, match: re.Match[str]) -> bool:
    """``pulse 72, respirations 16, pain 0``: the fifth vital sign among the others."""
    if _BARE.fullmatch(scan.text, mention.end, match.start()) is None or match["second"] or match["percent"]:
        return False
    if re.match(r"\s*(?:[.,;]|$|\n)", scan.text[match.end() : match.end() + 3]) is None or len(match["value"]) > 2:
        return False
    start, end = scan.sentence_at(mention.start)
    scores = scan.knowledge.scores
    return sum(scores[other.id].kind == "vital_sign" for other in scan.mentions_in(start, end, "score")) > 1


_ANSWER = re.compile(r"\s*[)]?\s*[:=]\s*\d")
_STANDS_ALONE = re.compile(
    r"\s*(?:[.,;)]|$|\n|(?:at|on|with|when|while|after|before|during|in|by|now|today|this|sitting|lying|standing|walking|most)\b)",
    re.IGNORECASE,
)
"""What follows a further rating that leaves its ten out: ``4/10 most days, worst 7.``"""


def top_of(match: re.Match[str]) -> str | None:
    """The end of the scale that is told with a number."""
    top: str | None = match["slash"] or match["out"] or match["of"] or match["scale"]
    return top


def _is_reached(scan: Scan, start: int, end: int, *, is_first: bool) -> bool:
    """True where the words between a name, or a number before, and the number let them belong together."""
    listed = _LISTED_TIMES.search(scan.text, start, end)
    times = (
        scan.text[start : listed.start()] + scan.text[listed.end() : end]
        if listed
        else _without_times(scan, start, end)
    )
    between = re.sub(r"\b[1-5]{5}\b", "", times)  # the state of an EQ-5D, in five digits
    if _WISHED.search(scan.text[max(0, end - 60) : end]) or _ORDERED.search(scan.text, max(0, end - 80), end):
        return False
    if not is_first:
        plain = re.sub(
            r"\([a-z -]{0,30}\)|\b\d{1,2}\s?(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)\b"
            r"|\b\d{1,2}\s?(?=th\b)|\b(?:BL|FU\d?|[MWYV]\d{1,3})\b",
            " ",
            between,
        )
        return len(plain) <= 70 and _LATER.fullmatch(plain) is not None
    between = _COUNTED_TIME.sub(" ", between)  # "VAS at baseline, 1 month and 6 months was 9, 4 and 2"
    if len(between.split()) > 10 or re.search(r"[;]|\.\s|\n\s*\n|\d", between) or _NOT_GIVEN.search(between):
        return False
    if _NUMBERED_BEFORE.search(between) or _WISHED.search(between):
        return False
    if re.search(r"[<>≤≥]\s*$", between) and re.search(
        r"\b(?:if|when|until|aim\w*|goals?|target)\b", scan.text[max(0, start - 40) : start], re.IGNORECASE
    ):
        return False  # "PCA if pain score >6"
    if scan.words_in(start, end, "modality") and _SHORT_DATE.match(scan.text, end) is not None:
        return False  # "back pain, XR of the spine 11/10"
    return not scan.mentions_in(start, end, "analyte", "treatment", "bmd_site")


_SHORT_DATE = re.compile(r"(?:[0-2]?\d|3[01])/(?:0?[1-9]|1[0-2])(?![\d/])")


def _skip_brackets(scan: Scan, mention: Mention, limit: int) -> int:
    """Offset after the name and a bracket that holds its range or abbreviation."""
    position = mention.end
    while match := _BRACKET.match(scan.text, position, limit):
        inner = match["inner"] if match["inner"] is not None else match["square"]
        if _RANGE.match(scan.text, position) is None and re.search(r"\d", inner):
            break
        position = match.end()
    opened = _SCALE_RANGE.match(scan.text, position, limit)
    return opened.end() if opened is not None else position


def stated_range(scan: Scan, mention: Mention, limit: int) -> Range | None:
    """The range told right after the name or its number: ``VAS (0-10)``, ``RDQ, range, 0-24``, ``72 mm (0-100 mm)``."""
    match = _RANGE.search(scan.text, mention.end, limit) or _SCALE_RANGE.match(scan.text, mention.end, limit)
    if match is None or match.start() - mention.end >= 30:
        return None
    return Range(match["low"], match["high"], match.start(), match.end())


_OWN_UNITS = {
    "pain": frozenset({"mm", "cm"}),
    "m": frozenset({"m", "metres", "meters"}),
    "m/s": frozenset({"m"}),
}
"""Units in which a scale is told, by its unit or its kind."""


_COUNTED_TIME = re.compile(r"\b\d{1,2}[\s-]?(?:years?|yrs?|months?|mos?|weeks?|wks?|days?)\b", re.IGNORECASE)
_LISTED_TIMES = re.compile(
    r"\d{1,2}(?:\s*,\s*\d{1,2}){0,5}\s*(?:,\s*(?:and|or)?|and|or|&)\s*\d{1,2}\s*[-]?(?:months?|mos?|weeks?|wks?|years?|yrs?|days?|hours?|hrs?)\b",
    re.IGNORECASE,
)
"""``at 1, 3 and 6 months``"""


def _next_value(scan: Scan, position: int, limit: int, own_units: frozenset[str]) -> re.Match[str] | None:
    """The next number that is no time, dose or count; ``own_units`` are those of the scale."""
    for match in _VALUE.finditer(scan.text, position, limit):
        if is_time(scan, match.start("value"), match.end()) or _LISTED_TIMES.match(scan.text, match.start("value")):
            continue
        unit = _UNIT_AFTER.match(scan.text, match.end())
        if unit is not None and unit.group().strip() not in own_units:
            continue
        return match
    return None


def is_time(scan: Scan, start: int, end: int) -> bool:
    """True where a time holds the number; "from 3/10 to 6/10" is a span of ratings, not of months."""
    for time in scan.times_in(max(0, start - 40), end):
        if time.start <= start < time.end:
            if _OUT_OF_TEN.fullmatch(scan.text, time.start, time.end) is None:
                return True
            goes_on = re.match(r"\s*(?:to|-|–|and|->)\s*\d{1,2}\s*/\s*10\b", scan.text[time.end : time.end + 14])
            before = scan.text[max(0, time.start - 12) : time.start]
            said = re.search(r"\b(?:was|is|rated|rates|at|to|pain)\s*\(?$", before)
            return not (goes_on or (said and _is_about_pain(scan, start)))
    return False


def _is_about_pain(scan: Scan, position: int) -> bool:
    mentions = scan.mentions_in(*scan.sentence_at(position), "score")
    return any(scan.knowledge.scores[mention.id].kind == "pain" for mention in mentions)


def _without_times(scan: Scan, start: int, end: int) -> str:
    text = scan.text[start:end]
    for time in reversed(scan.times_in(start, end)):
        if time.end <= end:
            text = text[: time.start - start] + " " + text[time.end - start :]
    return text


_IN_MM = re.compile(r"\s*[(,]?\s*(?:in\s+)?mm\b", re.IGNORECASE)


def fits(entry: ScoreEntry, match: re.Match[str], *, in_millimetres: bool = False) -> bool:
    """True where the number can be a value of the scale (a pain beyond ten is told now and then)."""
    value = Decimal(digits(match["value"]))
    if match["sign"] is not None and (entry.minimum is None or entry.minimum < 0):
        value = -value
    stated = top_of(match)
    in_mm = in_millimetres or re.match(r"\s*mm\b", match.string[match.end() : match.end() + 4]) is not None
    if entry.kind == "pain" and (stated == "100" or in_mm):
        return 0 <= value <= 100  # a line of 100 mm
    if entry.kind == "pain" and entry.maximum == 10 and stated not in {None, "10", "ten", "100", "5"}:
        return False  # "rest/movement: 2/7" are two ratings
    if entry.kind != "pain" and stated is not None and value > Decimal(digits(stated)):
        return False  # "21/5" is a day
    too_great = stated is not None and entry.maximum is not None and 1 < entry.maximum < Decimal(digits(stated))
    if too_great or (entry.minimum is not None and value < entry.minimum):
        return False
    slack = 5 if entry.kind == "pain" and stated is not None else 0
    in_scale = entry.maximum is None or value <= entry.maximum + slack
    return in_scale or (stated is not None and value <= Decimal(digits(stated)))


def value_before(scan: Scan, mention: Mention) -> re.Match[str] | None:
    """``rated 9 on the visual analogue scale``, ``a score of 11 on the Roland-Morris questionnaire``."""
    entry = scan.knowledge.scores[mention.id]
    start, _ = scan.sentence_at(mention.start)
    left = max(start, mention.start - 60)
    match = _BEFORE.search(scan.text, left, mention.start) or _BEFORE_BRACKET.search(scan.text, left, mention.start)
    if match is None or entry.needs_maximum:
        return None
    value = Decimal(match["value"])
    if (entry.maximum is not None and value > entry.maximum) or (entry.minimum is not None and value < entry.minimum):
        return None
    is_in_time = any(time.start <= match.start() < time.end for time in scan.times_in(start, mention.start))
    return None if is_in_time else match


def is_day(scan: Scan, match: re.Match[str]) -> bool:
    """``Review 3 months (8/10):`` is the eighth of October."""
    is_closed = scan.text[match.start() - 1 : match.start()] == "(" and scan.text[match.end() : match.end() + 1] == ")"
    if is_closed and re.match(r"\)\s?(?::|\n|$)", scan.text[match.end() : match.end() + 3]) is not None:
        return True
    films = scan.words_in(max(0, match.start() - 24), match.start(), "modality")  # "XR of the thoracic spine 11/10"
    return bool(films) and re.search(r"[.,;:]|\bpain\b", scan.text[films[-1].end : match.start()]) is None

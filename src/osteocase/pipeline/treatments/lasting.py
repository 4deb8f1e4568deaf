"""How long and how many doses, where the clause goes on to tell it: ``was begun in May and worn for 6 weeks``.

The regimen beside the name holds what a line of a prescription tells. Prose tells the rest of it later in the clause;
it is read here as far as nothing but words of taking, giving and wearing, and times, stand between.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.elements import Regimen, plain_count
from osteocase.pipeline.treatments.found import Found, is_off
from osteocase.pipeline.treatments.sig import NUMBER, WORD_NUMBERS

__all__ = ["tell_doses_given", "tell_durations"]

_WORDS = "|".join(sorted((word for word in WORD_NUMBERS if word.strip("i")), key=len, reverse=True))
_UNIT = r"(?:day|week|month|year|wk|mo|mth|yr|hour|hr|night|(?<=[\d ])h|(?<=[\d ])d|(?<=[\d ])y)"
_PART = r"(?:7|52|12)(?![\d/])"
_HAS_UNIT = re.compile(rf"{_UNIT}s?(?![\w/])|/{_PART}", re.IGNORECASE)
"""What no duration is told without."""
_SPAN = (
    rf"(?P<span>(?:the\s+better\s+part\s+of\s+)?(?:(?P<number>(?:{NUMBER})(?:\s?(?:-|–|to|or)\s?(?:{NUMBER}))?)[\s-]*"
    rf"|(?P<word>{_WORDS}|several|many|a\s+few|a\s+couple\s+of|a\s+good\s+many)(?:\s+|-))(?:more\s+|full\s+|whole\s+)?"
    rf"(?P<unit>{_UNIT})s?(?![\w/])|(?P<count>\d{{1,2}})/(?P<part>{_PART}))"
)
_ABOUT = (
    r"(?:(?:about|abt|approximately|approx\.?|around|nearly|almost|at\s+least|up\s+to|more\s+than|over|under|only|just|just\s+over"
    r"|just\s+under|another|a\s+further|a\s+total\s+of|(?:the\s+)?(?:next|last|past|first)|total\s+of)\s+)?"
)
_LINK = (
    r"(?:(?:was|were|is|are|has|had|have|been|be|being|will|would|to|and|then|also|now|subsequently|afterwards|later|she|he"
    r"|they|patient|the|it|this|that|which|them|both|we|i|on|in|kept|keeps?|stay(?:ed|s)?|remain(?:ed|s)?|maintained"
    r"|continu(?:ed|es|e|ing)|given|used|uses?|taken|took|takes?|worn|wore|wears?|required|needed|administered|prescribed"
    r"|applied|treated|recommended|advised|taper(?:ed|ing)?|standing|scheduled|therapy|treatment|tablets?|infusions?"
    r"|injections?|drip|cover|courses?|lasting|self-injected|injected|commenced|started|begun|tolerated|well|regularly"
    r"|faithfully|daily|already|so|far|overlap|prophylaxis|her|his|place|position|situ|by\s+\w+|\d+"
    r"|via|nasal|cannula|cannulae|mask|nebuli[sz]er|pump|at\s+all\s+times|at\s+night|full[\s-]time|day\s+and\s+night|when\s+up)\b"
    r"|\([^()\n]{1,60}\)|[,()\s–:-])*"
)
_FOR = re.compile(
    rf"{_LINK}\b(?:for|over|during|lasted|lasting|x|×)\s*{_ABOUT}{_SPAN}(?!\s*(?:ago|old|history)\b)", re.IGNORECASE
)
_FOR_THE_PAST = re.compile(
    rf"{_LINK}\bfor\s+(?:about\s+)?(?P<span>the\s+(?:past|last|whole|entire)\s+(?:week|month|year))\b", re.IGNORECASE
)
_AFTER = re.compile(
    r"[^.;\n]{0,50}?\b(?:stopped|ceased|discontinued|quit|gave up|given up|gave it up|came off|completed|finished|ended"
    r"|abandoned|withdrawn|weaned off|binned|dropped|taken off|broken off|suspended)\b[^.;\n\d]{0,25}?"
    rf"\b(?:after|(?<=completed )in|(?<=finished )in)\s+{_ABOUT}{_SPAN}(?!\s*(?:ago|old)\b)",
    re.IGNORECASE,
)
"""``stopped in 2015 after nine years``."""
_AFTER_ALL = re.compile(rf"[^.;\n\d]{{0,25}}?\bafter\s+{_ABOUT}{_SPAN}(?!\s*(?:ago|old)\b)", re.IGNORECASE)
_AFTER_SO_LONG = re.compile(
    rf"[\s,]*(?:\([^()\n]{{1,30}}\)\s*)?after\s+(?:only\s+)?{_ABOUT}{_SPAN}(?!\s*(?:ago|old|post|of\s+(?:age|gestation|pain)))",
    re.IGNORECASE,
)
"""``stopped her X after 6 weeks``"""
_STOPS_IT = re.compile(
    r"\b(?:stopped|discontinued|quit|ceased|abandoned|gave up|came off)\s+(?:taking\s+|using\s+)?"
    r"(?:(?:the|her|his|their|oral|all)\s+)*\Z",
    re.IGNORECASE,
)
_DONE = re.compile(
    rf"{_LINK}(?:to\s+(?:complete|finish)\s+)?(?:(?:an?|the|his|her|full)\s+)*{_ABOUT}{_SPAN}\s+(?:completed?|in\s+total|in\s+all|total|of\s+(?:treatment|therapy)|course|so\s+far|to\s+date)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    rf"(?:[^.;\n()\d]|(?<!\d)(?:19|20)\d\d(?!\d)){{0,30}}\(\s*(?:for\s+|[x×]\s*)?{_ABOUT}{_SPAN}\s*[,;)]", re.IGNORECASE
)
"""``stopped by the GP (5 yrs, swallowing)``."""
_BESIDE = re.compile(rf"[\s,;(]*{_SPAN}(?=\s*(?:[,.;)\n]|$|(?:then|and|until|with|in|by)\b))", re.IGNORECASE)
"""``a boot 8/52``."""
_OF_PART = {"7": "day", "52": "week", "12": "month"}
_UNITS = {"wk": "week", "mo": "month", "mth": "month", "yr": "year", "d": "day", "night": "day", "y": "year"}
_LENGTHS = {"day", "week", "month", "year"}

_DOSE = r"(?:doses?|injections?|infusions?|shots?|cycles?|pulses?|inj(?:s|ns?)?|inf(?:s|ns?)?)"
_OFTEN = r"(?:(?:monthly|annual|yearly|weekly|six-monthly|6-monthly|iv|and final|consecutive)\s+)*"
_ORDINALS = {
    "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9",
    "tenth": "10", "eleventh": "11", "twelfth": "12",
}  # fmt: skip
_ORDINAL = rf"(?P<ordinal>{'|'.join(_ORDINALS)}|\d{{1,2}}(?=st|nd|rd|th))(?:st|nd|rd|th)?"
_GIVEN = re.compile(
    rf"(?P<before>[^.;\n]{{0,60}}?)(?<![\w./])(?P<number>\d{{1,2}}|{_WORDS})\s+{_OFTEN}(?:doses|injections|infusions|shots|cycles"
    r"|pulses)\b",
    re.IGNORECASE,
)
_NOT_GIVEN = re.compile(
    r"\b(?:missed|skipped|delayed|next|remaining|further|more|every|another|last|of|per|needs|due|between|plan(?:ned)?|will"
    r"|for)\s+(?:the\s+|her\s+|his\s+)?$",
    re.IGNORECASE,
)
_NTH = re.compile(
    rf"(?P<before>[^.;\n\d]{{0,25}}?)\b{_ORDINAL}\s+{_OFTEN}{_DOSE}\b(?!\s*(?:is|was)?\s*(?:now\s+)?(?:due|planned|scheduled"
    r"|booked|overdue|pending|will|next|tomorrow|missed))",
    re.IGNORECASE,
)
_NTH_BEFORE = re.compile(rf"\b{_ORDINAL}\s+(?:{_OFTEN}{_DOSE}\s+of\s+)?{_OFTEN}$", re.IGNORECASE)
_INJECTED = {"intravenous", "subcutaneous", "intramuscular"}
_REACH = 100
_DAILY = {"planned", "declined", "contraindicated", "mentioned"}
"""Of what is not yet taken an ordinal counts nothing."""


def tell_durations(scan: Scan, found: Sequence[Found]) -> None:
    """Complete the last regimen of every mention by the duration that its clause tells."""
    for item, limit in _with_limits(scan, found):
        if any(regimen.duration for regimen in item.regimens):
            continue
        last = item.regimens[-1] if item.regimens else None
        told = _with_duration(scan, item, last, limit)
        if told is not None:
            item.regimens = [*item.regimens[:-1], told]


def tell_doses_given(scan: Scan, found: Sequence[Found]) -> None:
    """Complete the last regimen of every drug by the number of doses that its clause tells.

    A later sentence may tell how long it was taken: ``We stopped it after four months``.
    """
    for item, limit in _with_limits(scan, found):
        if item.sequel is not None and item.status == "stopped":
            _tell_when_stopped(scan, item, item.sequel[1])
        if item.status is None or not item.is_drug or any(regimen.doses_given for regimen in item.regimens):
            continue
        last = item.regimens[-1] if item.regimens else None
        told = _with_doses(scan, item, last, limit)
        if told is not None:
            item.regimens = [*item.regimens[:-1], told]


def _tell_when_stopped(scan: Scan, item: Found, position: int) -> None:
    match = _AFTER_ALL.match(scan.text, position, scan.sentence_at(position - 1)[1])
    if match is None or any(regimen.duration for regimen in item.regimens):
        return
    unit = _OF_PART[match["part"]] if match["part"] else _UNITS.get(match["unit"].lower(), match["unit"].lower())
    value = match["count"] or plain_count(match["number"] or match["word"])
    known = value is not None and unit in _LENGTHS
    last = item.regimens[-1] if item.regimens else _bare(item)
    item.regimens = [
        *item.regimens[:-1],
        last._replace(
            duration=match.span("span"),
            duration_value=value if known else None,
            duration_unit=unit if known else None,
        ),
    ]


def _with_limits(scan: Scan, found: Sequence[Found]) -> Iterator[tuple[Found, int]]:
    """Every mention with the place up to which its clause may tell of it."""
    for item, following in zip(found, [*found[1:], None], strict=False):
        right = min(scan.sentence_at(item.mention.start)[1], item.end + _REACH)
        yield item, right if following is None else min(right, following.mention.start)


def _without_times(scan: Scan, start: int, limit: int) -> str:
    """The text between two places with blanks for its times, so that they are no words that stand between."""
    text = scan.text[start:limit]
    for time in scan.times_in(start, limit):
        if time.kind != "duration" and not scan.text[time.start : time.end].lower().startswith(("after", "for")):
            left, right = time.start - start, min(time.end - start, len(text))
            text = text[:left] + " " * (right - left) + text[right:]
    return text


def _bare(item: Found) -> Regimen:
    return Regimen(item.mention.start, item.mention.end)


def _with_duration(scan: Scan, item: Found, last: Regimen | None, limit: int) -> Regimen | None:
    start = max(item.end, item.mention.end)
    if is_off(scan, item.mention):
        return None
    if not _HAS_UNIT.search(scan.text, start, limit):
        return None
    text = _without_times(scan, start, limit)
    worn = _BESIDE.match(text) if item.entry.kind == "orthosis" else None
    regimen = last or _bare(item)
    whole = _FOR_THE_PAST.match(scan.text, start, limit)
    if whole is not None:
        return regimen._replace(end=max(regimen.end, whole.end("span")), duration=whole.span("span"))
    match = worn or _FOR.match(text) or _DONE.match(text) or _BRACKET.match(text) or _AFTER.match(text)
    match = match or (
        _AFTER_SO_LONG.match(text)
        if _STOPS_IT.search(scan.text, max(0, item.mention.start - 40), item.mention.start)
        else None
    )
    if match is None:
        return None
    unit = _OF_PART[match["part"]] if match["part"] else _UNITS.get(match["unit"].lower(), match["unit"].lower())
    value = match["count"] or plain_count(match["number"] or match["word"])
    known = value is not None and unit in _LENGTHS
    span = (start + match.start("span"), start + match.end("span"))
    return regimen._replace(
        end=max(regimen.end, span[1]),
        duration=span,
        duration_value=value if known else None,
        duration_unit=unit if known else None,
    )


def _with_doses(scan: Scan, item: Found, last: Regimen | None, limit: int) -> Regimen | None:
    start = max(item.end, item.mention.end)
    text = scan.text[start:limit]
    match = _GIVEN.match(text)
    if match is not None and not _NOT_GIVEN.search(scan.text[start : start + match.start("number")]):
        regimen = last or _bare(item)
        return regimen._replace(end=max(regimen.end, start + match.end()), doses_given=plain_count(match["number"]))
    if item.status in _DAILY or item.status == "planned":
        return None  # "second infusion in December" counts what is to come
    match = _NTH.match(_without_times(scan, start, limit))
    if match is not None and not _NOT_GIVEN.search(scan.text[start : start + match.start("ordinal")]):
        regimen = last or _bare(item)
        return regimen._replace(end=max(regimen.end, start + match.end()), doses_given=_ordinal(match["ordinal"]))
    injected = item.entry.osteoporosis_drug or any(one.route in _INJECTED for one in item.regimens)
    left = max(scan.sentence_at(item.mention.start)[0], item.mention.start - 45)
    match = _NTH_BEFORE.search(scan.text, left, item.mention.start) if injected else None
    if match is not None and not _NOT_GIVEN.search(scan.text[left : match.start()]):
        regimen = last or _bare(item)
        return regimen._replace(start=min(regimen.start, match.start()), doses_given=_ordinal(match["ordinal"]))
    return None


def _ordinal(written: str) -> str:
    return _ORDINALS.get(written.lower(), written)

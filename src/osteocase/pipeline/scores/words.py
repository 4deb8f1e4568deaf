"""Pain that is rated without its scale: ``went from an 8 to a 3``, ``at its worst 9``, ``on a scale of 0 to 10 a 6``.

A number beside pain is a rating only where the sentence says so by one of these idioms, and only from 0 to 10.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.scores.values import DIGITS, unit_after

__all__ = ["Rating", "bare_ratings"]

_N = rf"(?:10|\d(?:\.\d)?|{DIGITS})"
_ABOUT = r"(?:about\s+|around\s+|roughly\s+|maybe\s+|only\s+|perhaps\s+)?"
_COURSE = re.compile(
    rf"\b(?:went|gone|goes|came|come|down|dropped|drops|fell|fallen|improved|decreased|reduced|increased|rose|risen|up|moved|runs|ranges|ranging|ranged|varies|fluctuates)\s+"
    rf"(?:down\s+|up\s+)?from\s+{_ABOUT}(?:an?\s+)?(?P<first>{_N})(?:\s*/\s*10)?\s+(?:down\s+|up\s+)?to\s+{_ABOUT}(?:an?\s+)?(?P<second>{_N})"
    r"(?!\s*/|[\w.,]\d|-|\w)",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"\b(?:worst|best|least|average|usually|max(?:imum)?|min(?:imum)?|current(?:ly)?|now|today)\b[\s:=]*(?:pain\s+)?(?:(?:in|over|during)\s+the\s+(?:last|past)\s+(?:\d+\s+|few\s+)?(?:hours?|days?|weeks?|months?)\s+)?"
    r"(?:(?:is|was|of|about|pain|it|at)\b[\s:=]*)*"
    rf"(?:an?\s+)?(?P<value>{_N})(?!\s*/|[\w.,]\d|-|\w)",
    re.IGNORECASE,
)
_EXTREME = re.compile(r"\b(?:worst|best|least)\b", re.IGNORECASE)
_ARTICLE = re.compile(
    rf"\b(?:is|was|are|were|at|as|to|it|be|and|or|averages?|averaging|about|hovers\s+around|runs)\s+{_ABOUT}an?\s+(?P<value>{_N})(?=\s*(?:[.,;)\"”]|$|(?:and|at|on|with|when|today|now"
    r"|currently|before|after|this|by|in the)\b))",
    re.IGNORECASE,
)
_AS = re.compile(
    r"\b(?:rat(?:es?|ed|ing)|grad(?:es?|ed|ing)|scor(?:es?|ed|ing)|puts?|gives?|gave|ranks?|ranked|calls?|reports?|reported)\s+"
    r"(?:(?:the|her|his|it|this|that|these|low|back|hip|knee|leg|neck|wrist|current|present|typical|average|overall|usual)\s+){0,4}"
    r"(?:pain|discomfort|ache|soreness|it|this|that)\s+(?:\w+\s+){0,2}?(?:as|at|an?|to\s+be|around)\s+"
    rf"(?:(?:an?\s+)?(?:score|rating|value)\s+of\s+)?{_ABOUT}(?:an?\s+)?(?P<first>{_N})(?:\s*(?:-|–|to|or)\s*(?P<second>{_N}))?(?!\s*/|[\w.,]\d|-|\w)",
    re.IGNORECASE,
)
"""``rates her pain as 3 to 4 on most days``"""
_IN_PLACE = re.compile(
    r"\bpain\s+(?:in|on\s+arrival\s+(?:in|to))\s+(?:the\s+)?(?:recovery(?:\s+room)?|PACU|preop(?:erative)?\s+holding|emergency\s+(?:room|department)|ED|ER"
    rf"|office|clinic)\s+(?:was|is)\s+{_ABOUT}(?:an?\s+)?(?P<first>{_N})(?P<second>(?!))?(?=\s*(?:[.,;)]|$|and\b|but\b))",
    re.IGNORECASE,
)
"""``Pain in the recovery room was 2``"""
_TWO = re.compile(
    rf"\bpain\s+(?:is|was|:)\s*{_ABOUT}(?P<first>{_N})\s+(?:at|on|with|when|while)\s+[a-z ]{{3,24}}?\s*"
    r"(?:,|\band\b|\bbut\b)\s*(?:and\s+|but\s+)?"
    rf"{_ABOUT}(?P<second>{_N})\s+(?=(?:at|on|with|when|while)\b)",
    re.IGNORECASE,
)
"""``Pain is zero at rest and two with gripping``: two ratings, each with its situation."""
_RATED = (
    r"(?:/\s?10|out\s+of\s+(?:10|ten)|\b(?:VAS|NRS|NPRS|EVA)\b[^.;\d]{0,24}\d{1,2})(?:[^.\d]{0,40}?\b\d{1,2}\b){0,3}"
)
_MORE = r"(?:(?:and|but|about|around|only|then|now|to|up\s+to|down\s+to|an?|maybe|is|was)\s+){0,3}"
_FURTHER = re.compile(
    rf"{_RATED}[^.;\d]{{0,40}}?(?:[,;(]|\band\b|\bbut\b)\s*{_MORE}(?P<value>{_N})\s+"
    r"(?=(?:at|on|with|when|once|while|after|during|before|in\s+(?:the|her|his)|standing|sitting|walking|lying|supine|resting)\b)",
    re.IGNORECASE,
)
"""``8/10 in the wrist and about 3 in the tailbone``, ``7 out of 10, 9 with coughing``"""
_SITUATION_FIRST = re.compile(
    rf"{_RATED}[^.\d]{{0,40}}?[,;(]\s*(?:and\s+|but\s+)?(?:(?:at|when|while|with|on|before|after|during)\s+)?"
    r"(?:(?:its|the|her|his)\s+)?(?:worst|best|least|rest|night|supine|standing|sitting|walking|lying(?:\s+(?:flat|down))?|"
    r"movement|operation|surgery|treatment|coughing|admission|discharge|work|therapy|average|usually)\s*"
    rf"(?:(?:was|is|of|it\s+was|it\s+is|:|=)\s*)?{_ABOUT}(?:an?\s+)?(?P<value>{_N})(?=\s*(?:[.,;)]|$|and\b))",
    re.IGNORECASE,
)
"""``3/10 (at worst 5)``, ``NRS 9 (supine 5)``, ``4 on movement; before operation 9``"""
_SCALE = SharedPattern(
    r"\b[01]\s*(?:-|–|to)\s*(?:10|ten)\s+(?:pain\s+)?scale\b"
    r"|\bscale\s+(?:of|from)\s+(?:0|1|zero|one)\s*(?:-|–|to)\s*(?:10|ten)\b"
)
_ON_SCALE = re.compile(
    rf"[\s,]*(?:(?:with\s+)?(?:0|1|10|ten)\s+(?:being|as)\s[^.;,()\n]{{1,50}},\s*|\((?:with\s+)?(?:0|1|10|ten)\s[^()\n]{{1,80}}\)\s*,?\s*)?"
    rf"(?:(?:reports?|reported|describe[sd]?|gave|states?|stated|ranks?|ranked|of|low(?:er)?|neck|hip|knee|leg|shoulder|joint|he|she|patient|pt|this|that|puts|gives|calls|her|his|the|their|your|back|pain|it|is|was|as|at|rated|rates|score[sd]?|being|puts|would|be|says|now|today|currently)\b[\s,]*)*"
    rf"{_ABOUT}(?:an?\s+)?(?P<value>{_N})(?!\s*/|[\w.,]\d|-|\w)",
    re.IGNORECASE,
)


_HEADING = 24
"""Characters of the longest heading over ratings."""
_TEN = re.compile(r"(?<!\d)10(?!\d)|\bten\b", re.IGNORECASE)


class Rating(NamedTuple):
    """A number that rates pain."""

    value: str
    start: int
    end: int
    maximum: str | None
    span: tuple[int, int]
    """The words that tell it."""


def bare_ratings(scan: Scan, rated: list[int]) -> list[Rating]:
    """Ratings of pain that are told by an idiom, in order; ``rated`` are positions of ratings out of ten."""
    scores = scan.knowledge.scores
    found: dict[int, Rating] = {}
    sentences = {
        scan.sentence_at(mention.start)
        for mention in scan.by_topic.get("score", ())
        if scores[mention.id].kind == "pain" and scan.section_at(mention.start).effect != "not_patient"
    }
    for start, end in sorted(sentences):
        pains = [mention for mention in scan.mentions_in(start, end, "score") if scores[mention.id].kind == "pain"]
        first = pains[0].end
        told = [*_on_scales(scan, start, end), *_further(scan, start, end), *_courses(scan, first, end)]
        told += _as(scan, start, end)
        for rating in [*told, *_points(scan, start, _past_heading(scan, start, end)), *_articles(scan, first, end)]:
            found.setdefault(rating.start, rating)
    for scale in _SCALE.finditer(scan.indexed):
        start, end = scan.sentence_at(scale.start())
        if (start, end) not in sentences and start and scan.sentence_at(start - 1) in sentences:
            for rating in _on_scales(scan, start, end):  # "Pain in the hip. On a scale of 0 to 10, he puts it at 6."
                found.setdefault(rating.start, rating)
    for start, end in {scan.sentence_at(position) for position in rated} - sentences:
        for rating in _further(scan, start, end):
            found.setdefault(rating.start, rating)
    return [found[key] for key in sorted(found)]


def _rating(scan: Scan, match: re.Match[str], group: str, maximum: str | None = None) -> Rating | None:
    start, end = match.span(group)
    if unit_after(scan.text, end) or any(
        time.start <= start < time.end for time in scan.times_in(max(0, start - 40), end)
    ):
        return None
    return Rating(match[group], start, end, maximum, match.span())


def _made(ratings: list[Rating | None]) -> list[Rating]:
    return [rating for rating in ratings if rating is not None]


def _near(scan: Scan, start: int, position: int) -> bool:
    """Whether no other clause or subject stands between pain and the words that rate it."""
    between = scan.text[start:position]
    return (
        len(between) <= 90
        and re.search(r"[;\n]|\.\s", between) is None
        and not scan.mentions_in(start, position, "analyte", "treatment", "bmd_site")
    )


def _as(scan: Scan, start: int, end: int) -> list[Rating]:
    """What pain is rated as, a range as its two ends."""
    return [
        rating
        for pattern in (_AS, _TWO, _IN_PLACE)
        for match in pattern.finditer(scan.text, start, end)
        for group in ("first", "second")
        if match[group] is not None
        for rating in _made([_rating(scan, match, group)])
    ]


def _past_heading(scan: Scan, start: int, end: int) -> int:
    """End of the sentence under ``PAIN:``, which the heading is no part of; else ``end``."""
    index = scan.sentence_index(start)
    is_heading = end - start <= _HEADING and scan.text[start:end].rstrip().endswith(":")
    return scan.sentences[index + 1][1] if is_heading and index + 1 < len(scan.sentences) else end


def _courses(scan: Scan, first: int, end: int) -> list[Rating]:
    return [
        rating
        for match in _COURSE.finditer(scan.text, first, end)
        if _near(scan, first, match.start())
        for rating in _made([_rating(scan, match, "first"), _rating(scan, match, "second")])
    ]


def _points(scan: Scan, start: int, end: int) -> list[Rating]:
    """``at its worst 9, at its best 3, average 5``: two such points at least, one of them an extreme."""
    matches = list(_POINT.finditer(scan.text, start, end))
    if len(matches) < 2 or not any(_EXTREME.match(match.group()) for match in matches):
        return []
    return _made([_rating(scan, match, "value") for match in matches])


def _articles(scan: Scan, first: int, end: int) -> list[Rating]:
    """``is a 7 on a good day and a 10 on a bad day``."""
    found: list[Rating] = []
    for match in _ARTICLE.finditer(scan.text, first, end):
        goes_on = match.group().lower().startswith(("and", "or"))
        if goes_on and not (found and match.start() - found[-1].end < 40):
            continue
        if found or _near(scan, first, match.start()):
            found += _made([_rating(scan, match, "value")])
    return found


def _further(scan: Scan, start: int, end: int) -> list[Rating]:
    """Further ratings of a sentence, and of the clause behind its semicolon, that leave their ten out."""
    index = scan.sentence_index(start)
    if scan.text[end - 1 : end] == ";" and index + 1 < len(scan.sentences):
        end = scan.sentences[index + 1][1]
    found: list[Rating | None] = []
    maximum = "10" if _TEN.search(scan.text, start, end) else None
    for pattern in (_FURTHER, _SITUATION_FIRST):
        found += [_rating(scan, match, "value", maximum) for match in pattern.finditer(scan.text, start, end)]
    return _made(found)


def _on_scales(scan: Scan, start: int, end: int) -> list[Rating]:
    found: list[Rating | None] = []
    for scale in _SCALE.finditer(scan.indexed):
        if not start <= scale.start() < end:
            continue
        match = _ON_SCALE.match(scan.text, scale.end(), end)
        if match is not None:
            found.append(_rating(scan, match, "value", "10"))
    return _made(found)

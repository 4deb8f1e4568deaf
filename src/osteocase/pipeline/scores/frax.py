"""FRAX: ten-year probabilities of a major osteoporotic and of a hip fracture, told in one breath.

Kanis JA et al., Osteoporos Int 2008;19:385-97. The two percentages are told in either order, with the name of the
fracture before or after each: ``FRAX 18 % (major) and 4.2 % (hip)``, ``MOF 24 %, hip 7.6 %``.
"""

from __future__ import annotations

from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.statements.time_links import nearest_time
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["find_frax"]

_PERCENT = re.compile(
    r"(?<![\w.])(?P<value>\d{1,2}(?:\.\d+)?)\s*(?:%|per\s?cent)(?!\s*(?:loss|of\s+YAM|increase|decrease))",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"(?<![\w.])(?P<first>\d{1,2}(?:\.\d+)?)\s*%?\s*/\s*(?P<second>\d{1,2}(?:\.\d+)?(?=\s*%|\s*[(]?(?:major|MOF)\s*/\s*hip\b)|\d{1,2}\.\d+)\s*%?(?![\w/])",
    re.IGNORECASE,
)
_WITH_DENSITY = re.compile(
    r"\s*(?:and\s+)?(?:with(?:out)?\s+(?:the\s+)?BMD\b|adjusted\s+(?:for|by)\s+TBS\b|TBS[\s-]adjusted\b)", re.IGNORECASE
)
_NAMED_PAIR = re.compile(
    r"\b(?:MOF|major(?:\s+osteoporotic)?(?:\s+fractures?)?)\s*[:=]?\s*(?P<major>\d{1,2}(?:\.\d+)?)\s*(?:,|;|/|and)\s*(?:and\s+)?"
    r"hip(?:\s+fractures?)?\s*[:=]?\s*(?P<hip>\d{1,2}(?:\.\d+)?)(?![\w/]|\.\d|\s*(?:years?|months?|weeks?|mg)\b)",
    re.IGNORECASE,
)
"""``MOF 21, hip 8.4``: both named, the per cent left out."""
_RISK = re.compile(r"\b(?:10|ten)[- ]year\b|\bfracture risk\b|\bprobabilit", re.IGNORECASE)
_TARGET = re.compile(r"\b(?P<hip>hip)\b|\b(?P<major>major|mof|osteoporotic|any)\b", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:\(|risk|probability|chance|10-year|ten-year|\s|for|of|a|an|the|in|at)*(?P<target>hip|major|mof|osteoporotic|any)\b",
    re.IGNORECASE,
)


_BEFORE = re.compile(
    r"\b(?P<target>hip|major|mof|osteoporotic|any)(?:\s+(?:osteoporotic|fractures?|risk))*\s*[:=]?\s*$", re.IGNORECASE
)


class _Value(NamedTuple):
    text: str
    start: int
    end: int
    target: str


def find_frax(scan: Scan) -> list[Draft]:
    """Drafts of FRAX probabilities; one draft a fracture and sentence."""
    drafts: list[Draft] = []
    done: set[int] = set()
    for mention in scan.by_topic.get("score", ()):
        if not mention.id.startswith("frax") or scan.section_at(mention.start).effect == "not_patient":
            continue
        sentence = scan.sentence_index(mention.start)
        if sentence in done:
            continue
        done.add(sentence)
        end = scan.sentences[sentence][1]
        if _RULE_BEFORE.search(scan.text, max(0, mention.start - 30), mention.start):
            continue
        led = _LEADS_NAME.search(scan.text, max(scan.sentences[sentence][0], mention.start - 24), mention.start)
        values, last = _values(scan.text, led.start() if led is not None else mention.start, end), sentence
        if not values and sentence + 1 < len(scan.sentences) and mention.end > end - 40:
            index = sentence + 1
            while index + 1 < len(scan.sentences) and scan.sentences[index][1] - scan.sentences[index][0] < 8:
                index += 1  # "FRAX without BMD:", whose "BMD:" looks like a heading
            concluded = _CONCLUDES.match(scan.text, scan.sentences[index][0]) is not None
            if concluded:
                continue
            if _TARGET.search(scan.text, *scan.sentences[index]) or _PAIR.match(scan.text, *scan.sentences[index]):
                values = _values(scan.text, *scan.sentences[index])
                done.add(index)
                last = index
        start, _ = scan.sentences[sentence]
        if not values and _RISK.search(scan.text, start, mention.start):
            values = _values(scan.text, start, mention.start)  # "10-year fracture risk: ... 9.8 % ... FRAX WHO tool"
        heads = False
        for following in range(last + 1, min(last + 5, len(scan.sentences))):
            left, right = scan.sentences[following]
            goes_on = scan.text[left - 2 : left].startswith(";") and _HIP_NEXT.match(scan.text, left) is not None
            with_density = _WITH_DENSITY.match(scan.text, left) is not None
            if not goes_on and not with_density and not heads:
                break
            heads = with_density or scan.text[left:right].rstrip().endswith(":")
            done.add(following)
            values += _values(scan.text, left, right)
        if not values:
            values = _lines_under(scan, sentence, done)
        elif len(values) == 1:
            values += [value for value in _lines_under(scan, last, done) if value.target != values[0].target]
        drafts += [_draft(scan, value, mention.start) for value in values]
    return drafts


_LEADS_NAME = re.compile(r"(?<![\w.])\d{1,2}(?:\.\d+)?\s*%[^\S\n]*(?:overall\s+|total\s+)?\Z", re.IGNORECASE)
"""``a 12% 10-year risk of a major fracture``: the probability leads to the name of the score; what ends a line of a
print (``CV 1.0%``) leads to nothing."""
_CONCLUDES = re.compile(r"(?:so|thus|hence|therefore|in other words|that (?:is|means))\b", re.IGNORECASE)
"""What opens a sentence that turns a probability round and tells none of its own."""
_HIP_NEXT = re.compile(r"(?:and\s+)?(?:hip|MOF|major)\b", re.IGNORECASE)
_RULE_BEFORE = re.compile(r"\b(?:if|when|whenever|unless|once|where)\s+(?:the\s+|her\s+|his\s+)?$", re.IGNORECASE)
"""``We treat when FRAX is above 20%``"""
_LINE = re.compile(
    r"\s*(?:[-•*]\s*)?(?P<target>major|mof|any|hip)\b[^%\n\d]{0,40}(?P<value>\d{1,2}(?:\.\d+)?)\s*%", re.IGNORECASE
)


def _lines_under(scan: Scan, sentence: int, done: set[int]) -> list[_Value]:
    """``FRAX, 10-year probability`` as a title, with a line for each fracture under it."""
    found: list[_Value] = []
    for index in range(sentence + 1, min(sentence + 4, len(scan.sentences))):
        start, end = scan.sentences[index]
        match = _LINE.match(scan.text, start, end)
        if match is None:
            if found:
                break
            continue
        done.add(index)
        while match is not None:
            target = "frax_hip" if match["target"].lower() == "hip" else "frax_major"
            if any(value.target == target for value in found):
                return found
            found.append(_Value(match["value"], match.start("value"), match.end(), target))
            match = _LINE.match(scan.text, match.end(), end)
    return found


_LIMIT_BEFORE = re.compile(
    r"\b(?:thresholds?|cut-?offs?|limits?)\b(?:[\s(:,=≥>]|of|is|are|at|for|the){1,6}$", re.IGNORECASE
)
"""``below the treatment thresholds (20% / 3%)``: what the probability is held against."""


def _values(text: str, start: int, end: int) -> list[_Value]:
    pair = _PAIR.search(text, start, end)
    if pair is not None and _LIMIT_BEFORE.search(text, max(start, pair.start() - 40), pair.start()) is not None:
        end = pair.start()
        pair = None
    if pair is not None:
        return [
            _Value(pair["first"], pair.start("first"), pair.end(), "frax_major"),
            _Value(pair["second"], pair.start("second"), pair.end(), "frax_hip"),
        ]
    named = _NAMED_PAIR.search(text, start, end)
    if named is not None:
        return [
            _Value(named["major"], named.start("major"), named.end("major"), "frax_major"),
            _Value(named["hip"], named.start("hip"), named.end("hip"), "frax_hip"),
        ]
    found: list[_Value] = []
    matches = [
        match
        for match in _told_percents(text, start, end)
        if not _BOUND.search(text, max(start, match.start() - 14), match.start())
        and _COMPLEMENT.match(text, match.end(), end) is None
    ]
    named_before = False
    for index, match in enumerate(matches):
        left = matches[index - 1].end() if index else start
        right = matches[index + 1].start() if index + 1 < len(matches) else end
        target = _target(text, left, match.start(), match.end(), right)
        if found and _GOES_TO.fullmatch(text, found[-1].end, match.start()) is not None:
            before = found[-1].target if target is None or named_before else target
            found[-1] = found[-1]._replace(target=before)
            found.append(_Value(match["value"], match.start(), match.end(), before))
            continue
        named_before = target is not None
        if target is None:
            target = "frax_major" if index == 0 else "frax_hip" if index == 1 else None
        if (
            index
            and _ADJUSTED.match(text, match.end()) is not None
            and target == "frax_hip"
            and not _names_hip(text, left, right)
        ):
            target = "frax_major"  # "14%, and 18% after adjustment for TBS"
        elif target is None or any(value.target == target for value in found):
            continue
        found.append(_Value(match["value"], match.start(), match.end(), target))
    return found


_GOES_TO = re.compile(
    r"\s*(?:to|->|-->|=>|→|➔)\s*(?:about\s+|around\s+)?"
    r"|[^%.;\d]{0,20}(?:(?:19|20)\d\d)?[^%.;\d]{0,20}\b(?:now|currently|today|at present)\b[^%.;\d]{0,12}",
    re.IGNORECASE,
)
"""``from 12% to 18%``, ``12% in 2018 and is now 18%``: one fracture, then and later."""
_LIMIT = re.compile(
    r"\b(?:thresholds?|cut-?offs?|limits?)\b(?:\s+(?:for|to)\s+(?:(?!which\b|of\b|is\b|are\b)[a-z-]+,?\s+){0,3}(?=of|is|are|at|which))?"
    r"[\s,]*(?:which\s+(?:is|are)|that\s+(?:is|are)|of|is|are|at|being|[(>≥=])(?![^%]*\b(?:her|his|your|my|their)\b)"
    r"(?:10-year|[^.;:()%\d]){0,60}$",
    re.IGNORECASE,
)
"""``treatment is advised from a total fracture risk of 20%``: no probability of anybody."""
_LIMIT_GOES_ON = re.compile(
    r"\s*(?:for\s+(?:an?\s+)?(?:major|MOF|osteoporotic|any|hip)\b)?(?:10-year|[^.;:%\d,]){0,40}?,?\s*(?:\bor\b|\band\b|/)"
    r"(?!.*\b(?:her|his|your|my|their|was)\b)(?:10-year|[^.;:%\d]){0,48}",
    re.IGNORECASE,
)
"""``20% or one of the hip of 3%``: the second threshold."""
_NO_FRACTURE = re.compile(
    r"\s*(?:(?:10|ten)[\s-]year\s+)?(?:risk|chance|probability|likelihood)\s+of\s+(?:(?:having|suffering|getting)\s+)?"
    r"(?:no|not|never|avoiding|staying)\b",
    re.IGNORECASE,
)
"""``an 85% chance of no hip fracture``: what is left to a hundred."""


_SPAN = re.compile(r"(?<!from )(?<![\d.])\d{1,2}(?:\.\d+)?\s?%?\s?(?:[-–—]|\bto)\s?$", re.IGNORECASE)
"""``10-19%``: a class of risk; ``from 12% to 18%`` is a course."""
_CLAUSE = 120
"""Characters before a per cent within which the word stands that makes it a threshold."""


def _told_percents(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The per cents that tell of somebody's fracture: no thresholds, and no chance to stay whole."""
    found: list[re.Match[str]] = []
    limit_end: int | None = None
    for match in _PERCENT.finditer(text, max(0, start - _CLAUSE), end):
        is_limit = _LIMIT.search(text, max(0, match.start() - _CLAUSE), match.start()) is not None or (
            limit_end is not None and _LIMIT_GOES_ON.fullmatch(text, limit_end, match.start()) is not None
        )
        limit_end = match.end() if is_limit else None
        is_limit = is_limit or _SPAN.search(text, max(0, match.start() - 20), match.start()) is not None
        if match.start() >= start and not is_limit and _NO_FRACTURE.match(text, match.end(), end) is None:
            found.append(match)
    return found


_BOUND = re.compile(r"(?:(?:less|lower) than|below|under|[<≤])\s*$", re.IGNORECASE)
"""``less than 10%``: a class of risk, whose number nobody computed."""
_COMPLEMENT = re.compile(
    r"\s*(?:chance|likelihood|probability|odds)\b(?:[^.%\n\d]{0,40}?\b(?:not|never|without|free|avoid\w*|escap\w*)\b"
    r"|[^.%\n\d]{0,24}n['’]t\b)",
    re.IGNORECASE,
)
"""``an 85% chance that it will not break``: what is left of the hundred, told to comfort."""
_ADJUSTED = re.compile(
    r"\s*\(?(?:after|with|when)?\s*(?:adjust\w+\s+(?:for|by|with)\s+(?:the\s+)?TBS|TBS[\s-]adjust\w+)\b", re.IGNORECASE
)


def _names_hip(text: str, start: int, end: int) -> bool:
    return any(match["hip"] for match in _TARGET.finditer(text, start, end))


def _target(text: str, left: int, start: int, end: int, right: int) -> str | None:
    """The fracture a percentage is about: named right after it, else the last one named before it."""
    beside = _BEFORE.search(text, max(left, start - 40), start)
    if beside is not None:
        return "frax_hip" if beside["target"].lower() == "hip" else "frax_major"
    after = _AFTER.match(text, end, right)
    if after is not None:
        return "frax_hip" if after["target"].lower() == "hip" else "frax_major"
    named = None
    for match in _TARGET.finditer(text, left, start):
        named = "frax_hip" if match["hip"] else "frax_major"
    return named


_AROUND_SCAN = re.compile(
    r"FRAX\w*\s+(?:score\s+)?\(?(?P<told>(?:before|after|prior\s+to)\s+(?:the\s+)?(?:DXA|DEXA|scan|BMD|treatment))\b",
    re.IGNORECASE,
)
"""``FRAX before DXA MOF 27%``"""


def _draft(scan: Scan, value: _Value, name_start: int) -> Draft:
    label = _AROUND_SCAN.match(scan.text, name_start)
    if label is not None:
        time: TimeMention | None = TimeMention(label.start("told"), label.end("told"), "label")
    else:
        time = nearest_time(scan, value.start, value.end)
    if time is not None and time.kind in {"duration", "relative"} and time.value in {"10"}:
        time = None  # the ten years of the method, not a time of the note
    return {
        "name": value.target,
        "value": value.text,
        "max": None,
        "unit": "%",
        "time": time_draft(scan.text, time) if time is not None else None,
        "start": min(name_start, value.start),
        "end": value.end,
        "also": [],
        "rule": f"scores.{value.target}",
    }

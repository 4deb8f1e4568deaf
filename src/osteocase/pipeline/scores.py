"""Scores: pain, function, quality of life and risk scales with their numbers, in sentences and in tables.

``VAS 9/10``, ``a score of 11 on the Roland-Morris questionnaire``, ``VAS and RDQ were 3 and 3``, ``pain improved from 8
to 3 out of 10``. Vital signs and body size are known but fill no list. FRAX has its own grammar in ``frax``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from osteocase.lexicon import ScoreEntry
from osteocase.pipeline.frax import find_frax
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.tableheads import head_of
from osteocase.pipeline.timelinks import nearest_time
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_scores"]

_NOT_LISTED = frozenset({"vital_sign", "anthropometry"})
_NUMBER = r"\d{1,3}(?:\.\d+)?"
_WORDS = r"zero|one|two|three|four|five|six|seven|eight|nine|ten"
_DIGITS = {word: str(index) for index, word in enumerate(_WORDS.split("|"))}
_VALUE = re.compile(
    rf"(?<![\w.,/])(?P<sign>[-−–](?=\d))?(?P<value>{_NUMBER}|(?:{_WORDS})(?=\s+(?:out\s+)?of\s+(?:10|ten|a)\b))"
    rf"(?:\s*(?:-|–|—|to)\s*(?P<second>{_NUMBER})(?!\s*/\s*(?:{_NUMBER})\s*(?:to|-)))?"
    rf"(?:\s*/\s*(?P<slash>\d{{1,3}})(?![\d/])|\s+(?:out\s+)?of\s+(?:a\s+(?:possible|maximum|total)\s+(?:of\s+)?)?(?P<out>\d{{1,3}}|ten)\b"
    rf"|\s*(?P<percent>%|per\s?cent))?(?![\w/]|\.\d)",
    re.IGNORECASE,
)
_UNIT_AFTER = re.compile(
    r"\s*[-]?(?:days?|weeks?|wks?|months?|mos?|years?|yrs?|hours?|hrs?|h|minutes?|mins?|mg|mcg|µg|ug|g|kg|lbs?|pounds?|ml|cm|mm|m|mmhg|bpm|iu|units?|tablets?|times|°|"
    r"fractures?|vertebra\w*|levels?|episodes?|doses?|injections?|visits?|sessions?|patients?|st|nd|rd|th)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?:\s|[:=,()\[\]–—-]|\.(?=\s*\d)|\b(?:score[sd]?|scoring|index|scale|value|rating|rated|rates|result|total|question\w*|pain|test|examination|exam|today|now|current(?:ly)?|is|was|were|are|be|being"
    r"|has|had|have|been|he|she|the|patient|of|at|as|to|from|only|just|about|approximately|around|still|reported|reports|recorded|measured|assessed|with|by|on|a|an|her|his|in|for"
    r"|improved|improves|decreased|increased|reduced|dropped|fell|rose|fallen|came|down|up|went|going|baseline|initial(?:ly)?|final|rest|movement|motion|activity|best|worst|average|mean|level|back|low|lower|hip|knee"
    r"|severe|moderate|mild|currently|subjective|this|morning|afternoon|before|after|treatment|medication|without|discharge|admission|presentation|visit|first|last|follow|week|past|over|intensity|severity|performance|status|functional|physical|component|summary|mental"
    r"|disability|can|reach|goes|go|ranges?|ranging|between|graded?|which|remains?|remained|stable|marked|markedly|significantly|slightly|gradually|further|again|then|also|it|its|yesterday|usually|typically|generally|overall)\b|\d{1,2}\s*(?:days?|weeks?|months?|years?)\b)*",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\s*[(\[](?P<words>[^()\[\]]*?)(?P<low>\d{1,3})\s*(?:-|–|—|to)\s*(?P<high>\d{1,3})(?P<rest>[^()\[\]]*)[)\]]",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:scores?)?\s*(?:,|and|&|/|, and)\s*(?:the\s+)?")
_SCALE_RANGE = re.compile(
    r"\s*(?:[(,]\s*(?:range|scale|from)?,?\s*)?0\s*(?:-|–|to)\s*(?P<high>10|24|30|100)\b\)?(?!\s*/)(?:\s*scale)?(?:\s*\([^()]*=[^()]*\))?",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?P<value>{_NUMBER})(?:\s*/\s*(?P<slash>\d{{1,3}})|\s+(?:out\s+)?of\s+(?P<out>\d{{1,3}}))?\s*(?:points?\s+)?(?:\([^)]*\)\s*)?(?:on|in|by|using|per|for)\s+(?:the\s+|a\s+|an\s+|her\s+|his\s+)?(?:[a-z]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"(?:\s|[,;:()/→-]|->|\b(?:and|to|then|at|after|by|from|in|the|now|was|were|is|followed|improved|improving|decreased|increased|reduced|fell|rose|dropped|further|of|month|months|year|years|week|weeks|day|days|with|without|medication|treatment"
    r"|rest|movement|motion|activity|on|standing|walking|lying|sitting|night|best|worst|average|her|his|pain|level|rated|rates|as|about|when|taking|can|ranges?|today|current(?:ly)?|baseline|visit|follow|up|score[sd]?|respectively|grade)\b)*",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"\b(?:rat(?:e|es|ed|ing)|scales?|severity|intensity|level|grade[sd]?|pain\w*|reach(?:es)?)\b", re.IGNORECASE
)
_OF_TEN = re.compile(
    rf"(?<![\w.,/-])(?:(?P<first>{_NUMBER})\s*(?:-|–|to)\s*)?(?P<value>{_NUMBER}|{_WORDS})\s*(?:/\s*10(?![\d/]|\.\d)|(?:\s+out)?\s+of\s+(?:10|ten)\b)",
    re.IGNORECASE,
)


class _Found(NamedTuple):
    """One number of one scale."""

    name: str
    value: str
    maximum: str | None
    start: int
    end: int
    value_start: int
    time: TimeMention | None
    rule: str


def find_scores(scan: Scan) -> list[Draft]:
    """Drafts of all scores of a text; the same number told twice at one time is one record."""
    found = _from_tables(scan)
    for group in _groups(scan):
        found += _of_group(scan, group)
    found += _ratings_of_ten(scan, found)
    drafts = [_draft(scan, item) for item in found] + find_frax(scan)
    return _merge(scan, sorted(drafts, key=lambda draft: (draft["start"], draft["end"])))


def _is_listed(entry: ScoreEntry) -> bool:
    return entry.kind not in _NOT_LISTED and not entry.id.startswith("frax")


def _groups(scan: Scan) -> list[list[Mention]]:
    """Names of scales in running text; names that only list words part stand together."""
    groups: list[list[Mention]] = []
    for mention in scan.by_topic.get("score", ()):
        if scan.section_at(mention.start).effect == "not_patient" or scan.table_at(mention.start) is not None:
            continue
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and mention.id == last.id
            and re.fullmatch(r"\s*[(,]\s*", scan.text[last.end : mention.start])
        ):
            groups[-1][-1] = last._replace(end=mention.end)  # "visual analogue scale (VAS)"
        elif last is not None and _LISTED.fullmatch(scan.text, last.end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _of_group(scan: Scan, group: list[Mention]) -> list[_Found]:
    end = _reach(scan, group[-1])
    bare = scan.knowledge.scores[group[-1].id].needs_maximum
    later = [
        mention.start
        for mention in scan.mentions_in(group[-1].end, end, "score")
        if bare or not scan.knowledge.scores[mention.id].needs_maximum
    ]
    limit = min([end, *later])
    if len(group) > 1:
        values = _values_after(scan, group[-1], limit, count=len(group))
        if len(values) == len(group):
            return [
                item
                for mention, match in zip(group, values, strict=True)
                for item in _found(scan, mention, match, mention.start, None)
            ]
    mention = group[-1]
    entry = scan.knowledge.scores[mention.id]
    if not _is_listed(entry):
        return []
    values = _values_after(scan, mention, limit, count=12)
    if not values:
        return _value_before(scan, mention)
    return [
        item
        for match in values
        for item in _found(scan, mention, match, mention.start, _stated_maximum(scan, mention, limit))
    ]


def _reach(scan: Scan, mention: Mention) -> int:
    """End of the sentence, or of the next one where the name is a heading: ``Pain:`` and the number behind it."""
    index = scan.sentence_index(mention.start)
    end = scan.sentences[index][1]
    if (
        scan.text[mention.end : end].strip() in {"", ":"}
        and index + 1 < len(scan.sentences)
        and scan.text[mention.end : end + 1].strip()
    ):
        return scan.sentences[index + 1][1]
    return end


def _values_after(scan: Scan, mention: Mention, limit: int, *, count: int) -> list[re.Match[str]]:
    """Numbers of a scale after its name: the first within reach, the others where only times and list words part them."""
    entry = scan.knowledge.scores[mention.id]
    position = mention.end
    position = _skip_brackets(scan, mention, limit)
    values: list[re.Match[str]] = []
    while len(values) < count:
        match = _next_value(scan, position, limit, in_millimetres=entry.kind == "pain")
        if match is None:
            break
        between = scan.text[position : match.start()]
        allowed = _FILLER if not values else _LATER
        if len(between) > 70 or allowed.fullmatch(_without_times(scan, position, match.start())) is None:
            break
        if not _fits(entry, match) or (entry.needs_maximum and match["slash"] is None and match["out"] is None):
            break
        values.append(match)
        position = match.end()
        scale = _RANGE.match(scan.text, position, limit)  # "2 (0-10)": the bracket holds the ends of the scale
        if scale is not None and scale["low"] in {"0", "1"}:
            position = scale.end()
    return values


def _skip_brackets(scan: Scan, mention: Mention, limit: int) -> int:
    """Offset after the name and a bracket that holds its range or abbreviation."""
    position = mention.end
    while match := re.compile(r"\s*(?:\((?P<inner>[^()]{0,60})\)|\[(?P<square>[^\[\]]{0,60})\])").match(
        scan.text, position, limit
    ):
        inner = match["inner"] if match["inner"] is not None else match["square"]
        is_range = _RANGE.match(scan.text, position) is not None
        if not is_range and re.search(r"\d", inner):
            break
        position = match.end()
    opened = _SCALE_RANGE.match(scan.text, position, limit)
    return opened.end() if opened is not None else position


def _stated_maximum(scan: Scan, mention: Mention, limit: int) -> str | None:
    match = _RANGE.search(scan.text, mention.end, limit) or _SCALE_RANGE.match(scan.text, mention.end, limit)
    return match["high"] if match is not None and match.start() - mention.end < 30 else None


def _next_value(scan: Scan, position: int, limit: int, *, in_millimetres: bool) -> re.Match[str] | None:
    """The next number that is no time, dose or count."""
    for match in _VALUE.finditer(scan.text, position, limit):
        if _is_time(scan, match.start("value"), match.end()):
            continue
        unit = _UNIT_AFTER.match(scan.text, match.end())
        if unit is not None and not (in_millimetres and unit.group().strip() == "mm"):
            continue
        return match
    return None


_OUT_OF_TEN = re.compile(r"(?:from\s+)?\d{1,2}/10")


def _is_time(scan: Scan, start: int, end: int) -> bool:
    """True where a time holds the number; "from 3/10 to 6/10" is a span of ratings, not of months."""
    for time in scan.times_in(max(0, start - 40), end):
        if time.start <= start < time.end:
            is_rating = _OUT_OF_TEN.fullmatch(scan.text, time.start, time.end) is not None
            goes_on = re.match(r"\s*(?:to|-|–|and|->)\s*\d{1,2}\s*/\s*10\b", scan.text[time.end : time.end + 14])
            said = re.search(r"\b(?:was|is|rated|rates|at|to|pain)\s*\(?$", scan.text[max(0, time.start - 12) : time.start])
            return not (is_rating and (goes_on or (said and _pain_nearby(scan, start))))
    return False


def _pain_nearby(scan: Scan, position: int) -> bool:
    """True where the sentence speaks of pain."""
    mentions = scan.mentions_in(*scan.sentence_at(position), "score")
    return any(scan.knowledge.scores[mention.id].kind == "pain" for mention in mentions)


def _without_times(scan: Scan, start: int, end: int) -> str:
    text = scan.text[start:end]
    for time in reversed(scan.times_in(start, end)):
        if time.end <= end:
            text = text[: time.start - start] + " " + text[time.end - start :]
    return text


def _fits(entry: ScoreEntry, match: re.Match[str]) -> bool:
    """True where the number can be a value of the scale (a pain beyond ten is told now and then)."""
    value = Decimal(_digits(match["value"]))
    if match["sign"] is not None and (entry.minimum is None or entry.minimum < 0):
        value = -value
    stated = match["slash"] or match["out"]
    if entry.kind == "pain" and (stated == "100" or re.match(r"\s*mm\b", match.string[match.end() : match.end() + 4])):
        return 0 <= value <= 100  # a line of 100 mm
    if (
        stated is not None
        and entry.maximum is not None
        and entry.maximum > 1
        and Decimal(_digits(stated)) > entry.maximum
    ):
        return False
    if entry.minimum is not None and value < entry.minimum:
        return False
    slack = 5 if entry.kind == "pain" and stated is not None else 0
    return (
        entry.maximum is None
        or value <= entry.maximum + slack
        or (stated is not None and value <= Decimal(_digits(stated)))
    )


def _digits(written: str) -> str:
    return _DIGITS.get(written.lower(), written)


def _found(scan: Scan, mention: Mention, match: re.Match[str], start: int, maximum: str | None) -> list[_Found]:
    entry = scan.knowledge.scores[mention.id]
    if not _is_listed(entry):
        return []
    top = match["slash"] or match["out"] or maximum
    spans = [(match["value"], match.start("value"), match.end())]
    if match["second"] is not None:
        spans = [
            (match["value"], match.start("value"), match.end("value")),
            (match["second"], match.start("second"), match.end()),
        ]
    name = _name(scan, entry)
    sign = "-" if match["sign"] and (entry.minimum is None or entry.minimum < 0) else ""
    found = []
    for value, left, right in spans:
        is_first_of_course = (
            left != spans[-1][1] and re.search(r"\bfrom\s+$", scan.text[max(0, left - 8) : left]) is not None
        )
        time = None if is_first_of_course else nearest_time(scan, left, right)
        found.append(
            _Found(
                name,
                sign + _digits(value),
                _digits(top) if top else None,
                min(start, left),
                match.end(),
                left,
                time,
                f"scores.{entry.id}",
            )
        )
    return found


def _name(scan: Scan, entry: ScoreEntry) -> str:
    """The scale's id; a bare pain rating takes the scale that the note names, where it names just one."""
    if entry.recorded_as is None:
        return entry.id
    named = {
        mention.id
        for mention in scan.by_topic.get("score", ())
        if scan.knowledge.scores[mention.id].kind == "pain"
        and scan.knowledge.scores[mention.id].recorded_as is None
        and scan.knowledge.scores[mention.id].maximum == entry.maximum
    }
    return named.pop() if len(named) == 1 else entry.recorded_as


def _value_before(scan: Scan, mention: Mention) -> list[_Found]:
    """``rated 9 on the visual analogue scale``, ``a score of 11 on the Roland-Morris questionnaire``."""
    entry = scan.knowledge.scores[mention.id]
    start, _ = scan.sentence_at(mention.start)
    match = _BEFORE.search(scan.text, max(start, mention.start - 60), mention.start)
    if match is None or entry.needs_maximum:
        return []
    value = Decimal(match["value"])
    if (entry.maximum is not None and value > entry.maximum) or (entry.minimum is not None and value < entry.minimum):
        return []
    if any(time.start <= match.start() < time.end for time in scan.times_in(start, mention.start)):
        return []
    _, end = scan.sentence_at(mention.start)
    top = match["slash"] or match["out"] or _stated_maximum(scan, mention, end)
    time = nearest_time(scan, match.start(), mention.end)
    return [
        _Found(
            _name(scan, entry),
            match["value"],
            top,
            match.start(),
            mention.end,
            match.start(),
            time,
            f"scores.{entry.id}",
        )
    ]


def _ratings_of_ten(scan: Scan, found: list[_Found]) -> list[_Found]:
    """Pain told as so many out of ten where the word pain stands elsewhere: ``8 out of 10 without medication``."""
    entry = scan.knowledge.scores.get("pain_rating")
    if entry is None:
        return []
    taken = {item.value_start for item in found}
    more = []
    for match in _OF_TEN.finditer(scan.text):
        if match.start("value") in taken or match.start() in taken or scan.table_at(match.start()) is not None:
            continue
        if _is_time(scan, match.start(), match.end()):
            continue
        if not _is_about_pain(scan, match):
            continue
        name = _name(scan, entry)
        for group in ("first", "value"):
            if match[group] is not None and Decimal(_digits(match[group])) <= 15:
                time = nearest_time(scan, match.start(), match.end())
                more.append(
                    _Found(
                        name,
                        _digits(match[group]),
                        "10",
                        match.start(),
                        match.end(),
                        match.start(group),
                        time,
                        "scores.of_ten",
                    )
                )
    return more


def _is_about_pain(scan: Scan, match: re.Match[str]) -> bool:
    start, end = scan.sentence_at(match.start())
    if re.match(
        r"\s*(?:patients?|cases?|times|occasions|days|strength|muscle|joints?)\b",
        scan.text[match.end() : end],
        re.IGNORECASE,
    ):
        return False
    others = [
        mention
        for mention in scan.mentions_in(start, match.start(), "score")
        if scan.knowledge.scores[mention.id].kind != "pain"
    ]
    if others:
        return False
    if any(scan.knowledge.scores[mention.id].kind == "pain" for mention in scan.mentions_in(start, end, "score")):
        return True
    index = scan.sentence_index(match.start())
    if index == 0 or _RATING.search(scan.text, start, end) is None:
        return False
    before = scan.sentences[index - 1]
    return any(scan.knowledge.scores[mention.id].kind == "pain" for mention in scan.mentions_in(*before, "score"))


def _from_tables(scan: Scan) -> list[_Found]:
    """Rows that begin with the name of a scale, with a value under each time."""
    found: list[_Found] = []
    for table in scan.tables:
        head = head_of(scan, table)
        for row in table.rows:
            first = row.cells[0]
            names = [
                mention
                for mention in scan.mentions_in(first.start, first.end, "score")
                if mention.start - first.start <= 3
            ]
            if not names or not _is_listed(scan.knowledge.scores[names[0].id]):
                continue
            entry = scan.knowledge.scores[names[0].id]
            for column, cell in enumerate(row.cells[1:], start=1):
                match = _VALUE.fullmatch(scan.text, cell.start, cell.end)
                if match is None or not _fits(entry, match) or (head is not None and head.roles.get(column) == "range"):
                    continue
                time = head.times.get(column, head.shared_time) if head is not None else None
                top = match["slash"] or match["out"]
                found.append(
                    _Found(
                        _name(scan, entry), match["value"], top, cell.start, cell.end, cell.start, time, "scores.table"
                    )
                )
    return found


def _draft(scan: Scan, item: _Found) -> Draft:
    entry = scan.knowledge.scores.get(item.name)
    draft: dict[str, Any] = {
        "name": item.name,
        "value": item.value,
        "max": item.maximum,
        "unit": entry.unit if entry is not None and entry.unit else None,
        "time": time_draft(scan.text, item.time) if item.time is not None else None,
        "start": item.start,
        "end": item.end,
        "also": [],
        "rule": item.rule,
    }
    return draft


def _merge(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in drafts:
        same = next((other for other in kept if _same(scan, other, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            same["also"].append((draft["start"], draft["end"]))
            same["max"] = same["max"] or draft["max"]
    return kept


def _same(scan: Scan, one: Draft, other: Draft) -> bool:
    """Told again in another section, or in the same words; "at best 2/10, now 2/10" are two facts."""
    if one["name"] != other["name"] or Decimal(one["value"]) != Decimal(other["value"]):
        return False
    words = scan.text[other["start"] : other["end"]]
    section = scan.section_at(other["start"])
    for start, end in ((one["start"], one["end"]), *one["also"]):
        if scan.text[start:end] != words and scan.section_at(start) == section:
            return False
    times = [draft["time"]["text"] if draft["time"] is not None else None for draft in (one, other)]
    return times[0] == times[1]

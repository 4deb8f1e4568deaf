"""Scores: pain, function, quality of life and risk scales with their numbers, in sentences and in tables.

``VAS 9/10``, ``a score of 11 on the Roland-Morris questionnaire``, ``VAS and RDQ were 3 and 3``, ``pain improved from 8
to 3 out of 10``. Vital signs and body size are known but fill no list. FRAX has its own
grammar in ``frax``, the least significant change in ``significant_change``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from osteocase.lexicon import ScoreEntry
from osteocase.pipeline.bmd.significant_change import SIGNIFICANT_CHANGE, find_significant_changes
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.scores.frax import find_frax
from osteocase.pipeline.scores.pairs import (
    Found,
    hip_of_garvan,
    parts_of_scales,
    second_of_hads,
    without_value_of_next,
)
from osteocase.pipeline.scores.places import (
    GOES_ON,
    IT_IS,
    PAIN_BEFORE,
    PLACE_BETTER,
    SEVERITY_LINE,
    goes_on_rating,
    value_at_place,
)
from osteocase.pipeline.scores.situations import when_rated
from osteocase.pipeline.scores.values import (
    DIGITS,
    NUMBER,
    Range,
    digits,
    fits,
    is_day,
    is_time,
    stated_range,
    stated_top,
    top_of,
    value_before,
    value_in,
    values_after,
)
from osteocase.pipeline.scores.words import bare_ratings
from osteocase.pipeline.statements.table_heads import head_of
from osteocase.pipeline.statements.time_links import heading_time, nearest_time
from osteocase.pipeline.statements.time_rows import told_in_rows
from osteocase.pipeline.text.tables import Table
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["find_scores"]

_CLAUSE = 400
"""Characters after its name within which the numbers of a scale are looked for."""
_NOT_LISTED = frozenset({"vital_sign", "anthropometry"})
_LISTED = re.compile(r"\s*(?:scores?)?\s*(?:,|and|&|/|, and)\s*(?:the\s+)?")
_RATING = re.compile(
    r"\b(?:rat(?:e|es|ed|ing)|scales?|severity|intensity|level|grade[sd]?|pain\w*|reach(?:es)?)\b", re.IGNORECASE
)
_OF_TEN = SharedPattern(
    rf"(?<![\w.,/-])(?:(?P<first>{NUMBER})\s*(?:-|–|to|or)\s*)?(?P<value>{NUMBER}|{DIGITS})"
    r"[\"”’]?\s*(?:/\s*10(?![\d/]|\.\d)|(?:\s+out)?\s+of\s+(?:10|ten)\b|\s+over\s+(?:10|ten)\b"
    r"(?!\s+(?:days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|metres?|meters?|feet|ft)\b)"
    r"|\s+on\s+(?:a|an|the)\s+(?:scale\s+(?:of|from)\s+)?[01]\s*(?:-|–|to)\s*10\b|\s+on\s+a\s+scale\s+(?:of|to)\s+(?:10|ten)\b)",
)
_NOT_RATED = re.compile(
    r"\s*(?:patients?|cases?|times|occasions|days|strength|muscle|joints?|attempts?|trials?|questions?|items?|repetitions|reps)\b",
    re.IGNORECASE,
)


_SYMPTOM = re.compile(
    r"\b(?:stiff\w*|sore\w*|hurt\w*|itch\w*|ach(?:es?|ing|y)|cramp\w*|spasms?|burning|tender\w*"
    r"|(?:rat|grad|scor)(?:es?|ed|ing) (?:it|this|them|these|as))\b",
    re.IGNORECASE,
)
"""What is rated out of ten beside pain."""


_WISHED = re.compile(
    r"\A\W*(?:decrease|reduce|lower|improve|bring|keep|maintain|achieve|get)\b[^.;]{0,60}\Z"
    r"|\b(?:goal|target|aim|acceptable)\w*\s*(?:is|of|:|=|<|≤)?\s*\Z|\b(?:would\s+like|hop(?:es|ing)|wants|wishes|goals?(?:\s+is|:)|target(?:\s+is|:)|aim(?:ing|s)?(?:\s+(?:for|is)|:))[^.;]{0,60}\Z",
    re.IGNORECASE,
)


_POINT_OF_PAIN = re.compile(
    r"(?:\A|(?<=[\s,:(]))(?:at\s+)?(?:(?:its|the)\s+)?(?:worst|best|least|average|usually|currently|now|today)\b",
    re.IGNORECASE,
)


def find_scores(scan: Scan) -> list[Draft]:
    """Drafts of all scores of a text; the same number told twice at one time is one record."""
    found = _from_tables(scan)
    for group in _groups(scan):
        found += _of_group(scan, group)
    found += second_of_hads(scan, found)
    found += hip_of_garvan(scan, found)
    found += parts_of_scales(scan, found)
    found += _ratings_of_ten(scan, found)
    found += _ratings_in_words(scan, found)
    found = list({item.value_start: item for item in reversed(found)}.values())[::-1]
    drafts = told_in_rows(scan, [_draft(scan, item) for item in found], lambda draft: draft["name"])
    drafts += find_frax(scan) + find_significant_changes(scan)
    return _merge(scan, sorted(drafts, key=lambda draft: (draft["start"], draft["end"])))


def _is_listed(entry: ScoreEntry) -> bool:
    return entry.kind not in _NOT_LISTED and not entry.id.startswith("frax") and entry.id != SIGNIFICANT_CHANGE


def _is_pain(scan: Scan, mention: Mention) -> bool:
    return scan.knowledge.scores[mention.id].kind == "pain"


def _groups(scan: Scan) -> list[list[Mention]]:
    """Names of scales in running text; names that only list words part stand together."""
    groups: list[list[Mention]] = []
    for mention in scan.by_topic.get("score", ()):
        if scan.section_at(mention.start).effect == "not_patient":
            continue
        if scan.table_at(mention.start) is not None and not _TOLD_IN_CELL.match(scan.text, mention.end):
            continue
        last = groups[-1][-1] if groups else None
        gap = scan.text[last.end : mention.start] if last is not None else ""
        if last is not None and mention.id == last.id and re.fullmatch(r"\s*[(,]\s*", gap):
            groups[-1][-1] = last._replace(end=mention.end)  # "visual analogue scale (VAS)"
        elif last is not None and _LISTED.fullmatch(gap):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


_TOLD_IN_CELL = re.compile(
    r"[ ]?(?:score|index)?[ ]?[:=]?[ ]?(?:(?:BL|FU\d?|[MWYV]\d{1,3})[ ])?\d{1,3}(?:\.\d+)?(?!\s?(?:-"
    r"|–|to)\s?\d)(?![\d.])",
    re.IGNORECASE,
)
"""A cell that holds a scale with its number: ``O/E   MEWS 2, T 37.9``."""


def _of_group(scan: Scan, group: list[Mention]) -> list[Found]:
    mention = group[-1]
    end = min(_reach(scan, mention), mention.end + _CLAUSE)
    bare = scan.knowledge.scores[mention.id].needs_maximum
    later = [
        other.start
        for other in scan.mentions_in(mention.end, end, "score")
        if bare or not scan.knowledge.scores[other.id].needs_maximum or not _is_pain(scan, mention)
    ]
    limit = min([end, *later])
    if len(group) > 1:
        values = values_after(scan, mention, limit, count=len(group))
        if len(values) == len(group):
            pairs = zip(group, values, strict=True)
            return [item for name, match in pairs for item in _found(scan, name, match, name.start, None)]
    if not _is_listed(scan.knowledge.scores[mention.id]) or _is_aimed_at(scan, mention):
        return []
    stated = stated_range(scan, mention, limit)
    values = values_after(scan, mention, limit, count=12)
    if _is_pain(scan, mention):
        values = [match for match in values if _OF_STRENGTH.match(scan.text, match.end()) is None]
    values = without_value_of_next(scan, mention, values, later)
    if values and stated is None:
        last = stated_top(scan, scan.knowledge.scores[mention.id], values[-1].end(), limit)
        stated = last.range if last is not None else None
    if values:
        return _one_scale(
            scan, mention, [item for match in values for item in _found(scan, mention, match, mention.start, stated)]
        )
    before = value_before(scan, mention)
    if before is None:
        return []
    entry = scan.knowledge.scores[mention.id]
    top = before["slash"] or before["out"] or (stated.high if stated is not None else before.groupdict().get("high"))
    told_to = max(mention.end, stated.end) if stated is not None else mention.end
    time = nearest_time(scan, before.start(), mention.end)
    low = stated.low if stated is not None else None
    name = _name(scan, entry)
    return [
        Found(
            name, before["value"], top, low, before.start(), told_to, before.start("value"), time, f"scores.{entry.id}"
        )
    ]


_OF_STRENGTH = re.compile(r"\s*(?:(?!and\b|with\b|but\b)[a-z-]+\s+){0,4}(?:strength|power)\b", re.IGNORECASE)
"""``tenderness, 3/5 left leg strength``"""


def _one_scale(scan: Scan, mention: Mention, items: list[Found]) -> list[Found]:
    """``pain then 9/10, today 0``: what follows a rating out of ten is out of ten as well."""
    if scan.knowledge.scores[mention.id].kind != "pain" or items[0].maximum != "10":
        return items
    return [item if item.maximum is not None else item._replace(maximum="10") for item in items]


_AIM = re.compile(r"\b(?:aim(?:ing)?(?:\s+for)?|goal|target)\s*:?\s*(?:is\s+)?(?:an?\s+)?$", re.IGNORECASE)


def _is_aimed_at(scan: Scan, mention: Mention) -> bool:
    """``aim Barthel 80``"""
    return _AIM.search(scan.text, max(0, mention.start - 24), mention.start) is not None


def _reach(scan: Scan, mention: Mention) -> int:
    """End of the sentence, or of the next one where the name is a heading: ``Pain:`` and the number behind it."""
    index = scan.sentence_index(mention.start)
    end = scan.sentences[index][1]
    if scan.table_at(mention.start) is not None:
        gap = re.search(r" {2,}|[\t|\n]", scan.text[mention.end : end])
        return mention.end + gap.start() if gap is not None else end
    while index + 1 < len(scan.sentences) and GOES_ON.match(scan.text, end - 1) is not None:
        index += 1  # "VAS BL 62/100; M24 20/100"
        end = scan.sentences[index][1]
    is_heading = scan.text[mention.end : end].strip() in {"", ":"} and index + 1 < len(scan.sentences)
    return scan.sentences[index + 1][1] if is_heading else end


def _found(scan: Scan, mention: Mention, match: re.Match[str], start: int, stated: Range | None) -> list[Found]:
    """One item a number; a range such as ``7-8/10`` gives two."""
    entry = scan.knowledge.scores[mention.id]
    if not _is_listed(entry):
        return []
    top = top_of(match) or (stated.high if stated is not None else None)
    low = stated.low if stated is not None else None
    last = max(match.end(), stated.end) if stated is not None else match.end()
    sign = "-" if match["sign"] and (entry.minimum is None or entry.minimum < 0) else ""
    groups = ["value"] if match["second"] is None else ["value", "second"]
    found = []
    for group in groups:
        left, right = match.span(group)
        opens_course = group != groups[-1] and re.search(r"\bfrom\s+$", scan.text[max(0, left - 8) : left]) is not None
        time = when_rated(scan, left, right, right if opens_course else match.end(), opens_course=opens_course)
        value = sign + digits(match[group])
        maximum = digits(top) if top else None
        rule = f"scores.{entry.id}"
        found.append(Found(_name(scan, entry), value, maximum, low, min(start, left), last, left, time, rule))
    return found


def _name(scan: Scan, entry: ScoreEntry) -> str:
    """The scale's id; a bare pain rating takes the scale that the note names, where it names just one."""
    if entry.recorded_as is None:
        return entry.id
    if "pain_scales" not in scan.facts:
        scan.facts["pain_scales"] = _named_pain_scales(scan, entry)
    named: frozenset[str] = scan.facts["pain_scales"]
    return next(iter(named)) if len(named) == 1 else entry.recorded_as


def _named_pain_scales(scan: Scan, entry: ScoreEntry) -> frozenset[str]:
    scores = scan.knowledge.scores
    return frozenset(
        mention.id
        for mention in scan.by_topic.get("score", ())
        if _is_pain(scan, mention)
        and scores[mention.id].recorded_as is None
        and scores[mention.id].maximum == entry.maximum
    )


def _ratings_of_ten(scan: Scan, found: list[Found]) -> list[Found]:
    """Pain told as so many out of ten where the word pain stands elsewhere: ``8 out of 10 without medication``."""
    entry = scan.knowledge.scores.get("pain_rating")
    if entry is None:
        return []
    taken = {item.value_start for item in found}
    more = []
    for match in _OF_TEN.finditer(scan.indexed):
        if match.start("value") in taken or match.start() in taken or is_day(scan, match):
            continue
        if scan.table_at(match.start()) is not None and not goes_on_rating(scan, match.start()):
            continue
        if is_time(scan, match.start(), match.end()) or not _is_rating_of_pain(scan, match):
            continue
        name = _name(scan, entry)
        for group in ("first", "value"):
            if match[group] is not None and Decimal(digits(match[group])) <= 15:
                table = scan.table_at(match.start())
                time = (
                    heading_time(scan, table.start)
                    if table is not None
                    else when_rated(scan, match.start(), match.end(), match.end(), opens_course=False)
                )
                spot = (match.start(), match.end(), match.start(group))
                more.append(Found(name, digits(match[group]), "10", None, *spot, time, "scores.of_ten"))
    return more


def _ratings_in_words(scan: Scan, found: list[Found]) -> list[Found]:
    """Pain rated by an idiom that needs no scale."""
    entry = scan.knowledge.scores.get("pain_rating")
    taken = {item.value_start for item in found}
    if entry is None:
        return []
    more = []
    for rating in bare_ratings(scan, [item.value_start for item in found if item.rule == "scores.of_ten"]):
        if rating.start in taken or (scan.table_at(rating.start) is not None and rating.maximum is None):
            continue
        opens = re.search(r"\bfrom\s+(?:an?\s+)?$", scan.text[max(0, rating.start - 10) : rating.start]) is not None
        time = when_rated(scan, rating.start, rating.end, rating.end, opens_course=opens)
        spot = (rating.start, rating.end, rating.start)
        more.append(
            Found(
                _name(scan, entry),
                digits(rating.value),
                rating.maximum,
                None,
                *spot,
                time,
                "scores.in_words",
                rating.span,
            )
        )
    return more


def _is_rating_of_pain(scan: Scan, match: re.Match[str]) -> bool:
    start, end = scan.sentence_at(match.start())
    if _NOT_RATED.match(scan.text, match.end(), end) or _WISHED.search(scan.text[start : match.start()]):
        return False
    if any(not _is_pain(scan, mention) for mention in scan.mentions_in(start, match.start(), "score")):
        return False
    if any(_is_pain(scan, mention) for mention in scan.mentions_in(start, end, "score")):
        return True
    if _SYMPTOM.search(scan.text, max(start, match.start() - 90), match.start()):
        return True
    if goes_on_rating(scan, match.start()):
        return True
    if PLACE_BETTER.search(scan.text, max(start, match.start() - 90), match.start()):
        return True
    if SEVERITY_LINE.search(scan.text, max(0, match.start() - 70), match.start()) is not None:
        before = scan.mentions_in(max(0, match.start() - PAIN_BEFORE), match.start(), "score")
        return any(_is_pain(scan, mention) for mention in before)
    index = scan.sentence_index(match.start())
    if index and scan.text[scan.sentences[index - 1][0] : start].rstrip().endswith(":"):
        return any(_is_pain(scan, mention) for mention in scan.mentions_in(*scan.sentences[index - 1], "score"))
    told = _RATING.search(scan.text, start, end) or _POINT_OF_PAIN.search(scan.text, start, match.start())
    if index == 0 or not (told or IT_IS.match(scan.text, start, match.start())):
        return False
    return any(_is_pain(scan, mention) for mention in scan.mentions_in(*scan.sentences[index - 1], "score"))


def _from_tables(scan: Scan) -> list[Found]:
    """Rows that begin with the name of a scale, with a value under each time."""
    found: list[Found] = []
    for table in scan.tables:
        found += _pain_chart(scan, table)
        head = head_of(scan, table)
        for row in table.rows:
            first = row.cells[0]
            names = [
                name for name in scan.mentions_in(first.start, first.end, "score")
                if name.start - first.start <= 3 or not scan.knowledge.scores[name.id].needs_maximum
            ]  # fmt: skip
            names.sort(key=lambda name: scan.knowledge.scores[name.id].needs_maximum)
            if not names or not _is_listed(scan.knowledge.scores[names[0].id]):
                continue
            entry = scan.knowledge.scores[names[0].id]
            for column, cell in enumerate(row.cells[1:], start=1):
                match = value_in(scan.text, cell.start, cell.end) or value_at_place(scan, entry, cell.start, cell.end)
                if column > 1 and (then := _EARLIER_CELL.match(cell.text)) is not None:
                    left = cell.start + then.start("told")
                    told = TimeMention(left, left + len(then["told"]), "label")
                    spot = (cell.start, cell.end, cell.start + 1)
                    found.append(Found(_name(scan, entry), then["value"], None, None, *spot, told, "scores.table"))
                    continue
                if match is None or not fits(entry, match) or head.roles.get(column) == "range":
                    continue
                time = head.times.get(column, head.shared_time)
                top = top_of(match)
                spot = (cell.start, cell.end, match.start("value"))
                found.append(Found(_name(scan, entry), match["value"], top, None, *spot, time, "scores.table"))
    return found


_EARLIER_CELL = re.compile(
    rf"\((?:was\s+)?(?P<value>{NUMBER})\s?%?\s+(?P<told>(?:on|at|in|before|after)\s[^()]{{2,30}}|pre-?op|baseline)\)$",
    re.IGNORECASE,
)
"""``(46% on intake)``: an earlier value in brackets in its own cell."""
_CHART = re.compile(r"\b(?:chart|scores?|ratings?|diary|scale)\b|\b0\s*(?:-|–|to)\s*10\b", re.IGNORECASE)


_OUT_OF_TEN = re.compile(r"\b0\s*(?:-|–|to)\s*10\b|/\s?10\b|\bout of (?:10|ten)\b", re.IGNORECASE)


def _pain_chart(scan: Scan, table: Table) -> list[Found]:
    """A chart of pain under a title of its own: a line a day, a column a time of day."""
    title_start = scan.text.rfind("\n", 0, max(0, table.start - 1)) + 1
    title = scan.text[title_start : table.start]
    first = table.rows[0]
    lines = [(title_start, table.start), (first.start, first.end)]
    entry = scan.knowledge.scores.get("pain_rating")
    told = [
        line for line in lines
        if _CHART.search(scan.text, *line)
        and any(_is_pain(scan, mention) for mention in scan.mentions_in(*line, "score"))
    ]  # fmt: skip
    if entry is None or not told or (len(title.strip()) > 60 and told[0] == lines[0]):
        return []
    scale = _OUT_OF_TEN.search(scan.text, *told[0])
    top = ("10", scale.span()) if scale is not None else (None, None)
    found: list[Found] = []
    for row in table.rows:
        label = row.cells[0]
        if (
            not label.text
            or re.search(r"\d\s*$", label.text)
            or scan.mentions_in(label.start, label.end, "score", "analyte")
        ):
            continue
        time = next(iter(scan.times_in(label.start, label.end)), None) or TimeMention(label.start, label.end, "label")
        for cell in row.cells[1:]:
            if re.fullmatch(r"(?:10|\d)(?:/10)?", cell.text):
                value = cell.text.partition("/")[0]
                found.append(
                    Found(
                        _name(scan, entry),
                        value,
                        top[0] or ("10" if "/" in cell.text else None),
                        None,
                        cell.start,
                        cell.end,
                        cell.start,
                        time,
                        "scores.chart",
                        top[1],
                    )
                )
    return found


def _draft(scan: Scan, item: Found) -> Draft:
    entry = scan.knowledge.scores.get(item.name)
    horizon = item.time is not None and item.time.kind in {"duration", "relative"} and item.time.value in {"5", "10"}
    if entry is not None and entry.kind == "risk" and entry.unit == "%" and horizon:
        item = item._replace(time=None)  # the years that the risk is of, not a time of the note
    draft: dict[str, Any] = {
        "name": item.name,
        "value": item.value,
        "min": item.minimum,
        "max": item.maximum,
        "unit": entry.unit if entry is not None and entry.unit else None,
        "time": time_draft(scan.text, item.time) if item.time is not None else None,
        "start": item.start,
        "end": item.end,
        "also": [item.scale] if item.scale is not None else [],
        "rule": item.rule,
    }
    return draft


_LOOK_BACK = 24
"""How many tellings of one number are compared: no note tells it more often."""


def _merge(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    alike: dict[tuple[str, Decimal], list[Draft]] = {}
    for draft in drafts:
        others = alike.setdefault((draft["name"], Decimal(draft["value"])), [])
        same = next((other for other in others[-_LOOK_BACK:] if _is_same(scan, other, draft)), None)
        if same is None:
            kept.append(draft)
            others.append(draft)
        else:
            same["also"].append((draft["start"], draft["end"]))
    return kept


def _is_same(scan: Scan, one: Draft, other: Draft) -> bool:
    """Told again in another section, or in the same words; "at best 2/10, now 2/10" are two facts."""
    if one["name"] != other["name"] or Decimal(one["value"]) != Decimal(other["value"]):
        return False
    if one.get("body_site") != other.get("body_site"):
        return False
    words = scan.text[other["start"] : other["end"]]
    section = scan.section_at(other["start"])
    for start, end in ((one["start"], one["end"]), *one["also"][:_LOOK_BACK]):
        if scan.text[start:end] != words and scan.section_at(start) == section:
            return False
    times = [draft["time"]["text"] if draft["time"] is not None else None for draft in (one, other)]
    return times[0] == times[1]

"""Laboratory results: a name bound to its values through words that may stand between them, and rows of tables.

A sentence is read from left to right as a chain of names, values, results in words and times. A value belongs to a name
only when nothing but bridging words (``patterns/words-labs.toml``) stands between; anything else breaks the chain, since
a value bound to the wrong name is worse than a missing one. Start reading at ``find_labs``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.lab_names import is_condition, is_pair, lab_names, parts_of
from osteocase.pipeline.lab_tables import table_labs
from osteocase.pipeline.lab_values import Annotation, accepts, annotation_after, lab_draft, without_dash
from osteocase.pipeline.quantities import Quantity
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.timelinks import heading_time, time_series_after
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_labs"]


class _Element(NamedTuple):
    """One thing in the chain of a sentence."""

    start: int
    end: int
    kind: str
    """``name``, ``value``, ``result`` or ``time``."""
    thing: Mention | Quantity | TimeMention


@dataclass
class _Group:
    """Names that share what follows them, with their values."""

    names: list[Mention]
    prefix: Mention | None = None
    """A result in words before the first name: ``low sodium``."""
    values: list[tuple[Quantity, Annotation, TimeMention | None]] = field(default_factory=list)
    result: Mention | None = None
    """A result in words after the names: ``were normal``."""
    time: TimeMention | None = None
    before: Quantity | None = None
    """A number straight before the name, its value where none follows: ``198,000 platelets``."""
    end: int = 0
    """Where the group's last element ends."""


_WORDS = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*|\d+|[^\w\s]")
_TRANSPARENT = set(":=(),;-–—→~'’\"“”[]*_|<>")
_SEPARATOR = re.compile(r"\s*(?:,|;|/|&|\+|and|or|as well as|,\s*and|along with|plus)\s*(?:the|her|his|serum|plasma|a|an|normal)?\s*", re.IGNORECASE)
_SERIES = re.compile(
    r"[\s,;)\]]*(?:,|;|/|→|->|=>|–>|and|then|to|vs\.?|versus|followed by|later|up to|down to|but|now|or|and then|which|it|was|is|had been|rose|fell|increased|decreased|dropped|rising|falling|,?\s*and it was|at|reaching|\s)*[\s(\[]*",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:goal|target|aim(?:ing)?|threshold|maintain|keep|titrat\w+|should be|to be checked|recheck|order(?:ed)?|check a?|will check|send|pending|awaited|not (?:done|available|tested|checked|sent)|if)\b",
    re.IGNORECASE,
)
_CITATION = re.compile(r"[(\[]\d{1,2}(?:\s*[,–-]\s*\d{1,2})*[)\]]")
_SUPPOSED = re.compile(r"\b(?:if|unless|whether|in case|defined as|patients? (?:with|who)|women (?:with|who)|men (?:with|who)|those with)\b", re.IGNORECASE)
MAX_BRIDGE_WORDS = 12


def find_labs(scan: Scan) -> list[Draft]:
    """Drafts of all laboratory results of a text, told once each, in the order of the text."""
    drafts = []
    for table in scan.tables:
        drafts += table_labs(scan, table)
    in_tables = [(draft["start"], draft["end"]) for draft in drafts]
    names = lab_names(scan, [mention for mention in scan.by_topic.get("analyte", ()) if _is_candidate(scan, mention)])
    by_sentence: dict[int, list[Mention]] = {}
    for name in names:
        by_sentence.setdefault(scan.sentence_index(name.start), []).append(name)
    for index, found in by_sentence.items():
        start, end = scan.sentences[index]
        if any(start < right and left < end for left, right in in_tables):
            continue
        drafts += _sentence_labs(scan, start, end, found)
    return _told_once(drafts)


def _is_candidate(scan: Scan, mention: Mention) -> bool:
    if mention.variant == "exact" and mention.end - mention.start == 1 and not _has_company(scan, mention):
        return False
    if mention.covered in {"treatment", "finding", "score", "bone"}:
        return False
    section = scan.section_at(mention.start)
    return section.effect not in {"allergy", "not_patient"} and mention.start >= section.body - (mention.end - mention.start) - 2


_VITAL_SIGNS = re.compile(r"\b(?:BP|blood pressure|pulse|temp(?:erature)?|resp(?:iration|irations|iratory)?|RR|SpO2|vitals?)\b", re.IGNORECASE)


def _has_company(scan: Scan, mention: Mention) -> bool:
    """``K`` or ``P`` alone is too little: another analyte stands in the sentence, and no vital sign."""
    start, end = scan.sentence_at(mention.start)
    others = [other for other in scan.mentions_in(start, end, "analyte") if other.end - other.start > 1]
    return bool(others) and _VITAL_SIGNS.search(scan.text[start:end]) is None


def _sentence_labs(scan: Scan, start: int, end: int, names: list[Mention]) -> list[Draft]:
    elements = _elements(scan, start, end, names)
    groups = _groups(scan, elements)
    times = scan.times_in(start, end)
    positions = [time for time in times if time.kind != "duration"]
    fallback: TimeMention | None = None
    if len(positions) == 1:
        fallback = positions[0]
    elif not positions:
        fallback = heading_time(scan, start)
    leading = positions[0] if positions and elements and positions[0].end <= elements[0].start + 1 else None
    drafts: list[Draft] = []
    for group in groups:
        drafts += _group_labs(scan, group, leading or fallback, start, end)
    return drafts


def _elements(scan: Scan, start: int, end: int, names: list[Mention]) -> list[_Element]:
    found = [_Element(name.start, name.end, "name", name) for name in names]
    taken = [(name.start, name.end) for name in names]
    for time in scan.times_in(start, end):
        if not _overlaps(time.start, time.end, taken):
            found.append(_Element(time.start, time.end, "time", time))
            taken.append((time.start, time.end))
    for quantity in scan.quantities_in(start, end):
        if not _overlaps(quantity.start, quantity.number_end, taken):
            found.append(_Element(quantity.start, quantity.end, "value", quantity))
            taken.append((quantity.start, quantity.end))
    for word in scan.words_in(start, end, "result"):
        if not _overlaps(word.start, word.end, taken):
            found.append(_Element(word.start, word.end, "result", word))
    return sorted(found, key=lambda element: (element.start, element.end))


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < right and left < end for left, right in taken)


def _groups(scan: Scan, elements: list[_Element]) -> list[_Group]:
    """Chain the elements of a sentence to groups of names with their values."""
    groups: list[_Group] = []
    group: _Group | None = None
    pending: _Element | None = None
    loose: _Element | None = None
    skip_until = -1
    for element in elements:
        if element.start < skip_until:
            continue
        if element.kind == "name":
            name = element.thing
            assert isinstance(name, Mention)
            prefix = _prefix(scan, pending, name)
            if group is not None and not group.values and group.result is None and prefix is None:
                between = scan.text[group.end : name.start]
                if _is_alias(group.names[-1], name, between):
                    group.end = _closing_bracket(scan.text, name.end)
                    continue
                if _SEPARATOR.fullmatch(between):
                    group.names.append(name)
                    group.end = name.end
                    continue
            if group is not None and group.result is not None and _is_alias(group.names[-1], name, scan.text[group.names[-1].end : name.start]):
                continue
            group = _Group([name], prefix=prefix, end=name.end)
            if loose is not None and re.fullmatch(r"\s+(?:of\s+)?", scan.text[loose.end : name.start]):
                group.before = loose.thing if isinstance(loose.thing, Quantity) else None
            groups.append(group)
            pending, loose = None, None
        elif element.kind == "result":
            word = element.thing
            assert isinstance(word, Mention)
            if group is not None and _bridges(scan, group.end, element.start):
                if group.result is None and not group.values:
                    group.result = word
                    group.end = element.end
                    pending = element if _prefixes_next(scan, element, elements) else None
                    if pending is not None:
                        group.result = None
                    continue
                if group.values and not _prefixes_next(scan, element, elements):
                    value, annotation, time = group.values[-1]
                    flag = scan.knowledge.words[word.id].value
                    if annotation.flag is None and flag in {"high", "low", "normal"} and _near(scan, group.end, element.start):
                        group.values[-1] = (value, annotation._replace(flag=flag, end=max(annotation.end, element.end)), time)
                    group.end = element.end
                    continue
            pending = element
        elif element.kind == "time":
            time = element.thing
            assert isinstance(time, TimeMention)
            if group is not None and _bridges(scan, group.end, element.start):
                if group.values and group.values[-1][2] is None and time.kind != "duration":
                    value, annotation, _ = group.values[-1]
                    group.values[-1] = (value, annotation, time)
                elif not group.values:
                    group.time = time
                group.end = element.end
        else:
            quantity = element.thing
            assert isinstance(quantity, Quantity)
            loose = element
            if group is None:
                continue
            gap_start = group.end
            if group.values and _in_time_series(scan, group, element):
                continue
            connected = (
                _is_series(scan, gap_start, element.start) if group.values else _bridges(scan, gap_start, element.start)
            )
            entry = _taker(scan, group, quantity)
            if connected and _is_citation(scan, quantity):
                group.end = quantity.end + 1
            elif connected and entry is not None:
                quantity = without_dash(entry, quantity)
                annotation = annotation_after(scan, entry, quantity)
                group.values.append((quantity, annotation, None))
                loose = None
                group.end = max(quantity.end, annotation.end)
                skip_until = group.end
            elif not connected or not group.values:
                if not (not group.values and _is_identifier(scan, quantity)):
                    group = None
    return groups


def _taker(scan: Scan, group: _Group, quantity: Quantity) -> AnalyteEntry | None:
    """The name of a group that can have this value: the one whose turn it is, else the last, else any."""
    turn = min(len(group.values), len(group.names) - 1)
    for name in (group.names[turn], *reversed(group.names)):
        for part in parts_of(name):
            entry = scan.knowledge.analytes[part.id]
            single = quantity._replace(kind="number") if is_pair(name) else quantity
            if accepts(scan, entry, without_dash(entry, single), as_level=_as_level(scan, name, quantity)):
                return entry
    return None


def _as_level(scan: Scan, name: Mention, quantity: Quantity) -> bool:
    """``Theophylline level 16.6``: the word makes a bare number a result where the name alone would not."""
    return re.search(r"\b(?:levels?|concentration|titre|titer)\b", scan.text[name.start : quantity.start], re.IGNORECASE) is not None


def _in_time_series(scan: Scan, group: _Group, element: _Element) -> bool:
    """The ``6`` of ``8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months`` is a time, no fourth value."""
    value, annotation, _ = group.values[-1]
    end = scan.sentence_at(value.start)[1]
    series = time_series_after(scan, max(value.end, annotation.end), end, len(group.values))
    return bool(series) and element.start < series[-1].end


def _is_citation(scan: Scan, quantity: Quantity) -> bool:
    """``vitamin D (5)`` and ``hormone levels (14,21)`` cite literature."""
    return _CITATION.match(scan.text, quantity.start - 1) is not None


def _prefix(scan: Scan, pending: _Element | None, name: Mention) -> Mention | None:
    """The result word before a name, when only words such as ``serum`` or ``for`` stand between."""
    if pending is None or not isinstance(pending.thing, Mention):
        return None
    between = scan.text[pending.end : name.start]
    if len(between) > 40 or re.search(r"[,.;()]", between):
        return None
    if ":" in between and pending.thing.id not in {"result_within", "result_normal", "result_negative", "result_positive"}:
        return None
    return pending.thing if _all_bridging(scan, between, limit=4) else None


def _prefixes_next(scan: Scan, element: _Element, elements: list[_Element]) -> bool:
    """True when a result word belongs to the name after it: ``PTH 50, low calcium``."""
    following = next((other for other in elements if other.start >= element.end), None)
    if following is None or following.kind != "name":
        return False
    between = scan.text[element.end : following.start]
    return len(between) < 25 and not re.search(r"[,.;:()]|\band\b", between) and _all_bridging(scan, between, limit=3)


def _is_alias(first: Mention, second: Mention, between: str) -> bool:
    """``parathyroid hormone (PTH)``: the same analyte named twice."""
    return first.id == second.id and re.fullmatch(r"\s*[(/\[,-]?\s*", between) is not None


def _closing_bracket(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] in {")", "]"} else position


def _bridges(scan: Scan, start: int, end: int) -> bool:
    return start <= end and _all_bridging(scan, scan.text[start:end], limit=MAX_BRIDGE_WORDS)


def _near(scan: Scan, start: int, end: int) -> bool:
    return end - start <= 25 and "." not in scan.text[start:end].strip()


_TURN = re.compile(r"\b(?:to|from|now|was|is|were|then|later|today|currently|repeat|vs|versus|at|again|previously)\b", re.IGNORECASE)


def _is_series(scan: Scan, start: int, end: int) -> bool:
    """Whether a further number goes on with the same analyte: a list, or a course told in small words."""
    between = scan.text[start:end]
    if _SERIES.fullmatch(between) is not None:
        return True
    return _TURN.search(between) is not None and "\n" not in between and _all_bridging(scan, between, limit=6)


def _all_bridging(scan: Scan, between: str, *, limit: int) -> bool:
    """True when every word between is one that may stand between a name and its value."""
    if "\n\n" in between:
        return False
    bridges = scan.knowledge.groups.get("bridge", {})
    results = scan.knowledge.groups.get("result", {})
    words = _WORDS.findall(between)
    letters = [word for word in words if word[0].isalpha()]
    if len(letters) > limit:
        return False
    if "." in words:
        return False
    return all(
        word in _TRANSPARENT
        or word.lower().strip(".") in bridges
        or word.lower() in results
        or (word in {"%", "#"})
        for word in words
    )


def _is_identifier(scan: Scan, quantity: Quantity) -> bool:
    """A number in brackets right after a name is part of the name: ``CA (19-9)``."""
    return scan.text[quantity.start - 1 : quantity.start] == "(" and quantity.unit is None


def _group_labs(scan: Scan, group: _Group, fallback: TimeMention | None, start: int, end: int) -> list[Draft]:
    first = group.names[0]
    lead = scan.text[max(start, first.start - 40) : first.start]
    after = scan.text[group.end : group.end + 25]
    if _SUPPOSED.search(scan.text[start : first.start]):
        return []
    if _TARGET.search(lead) or re.match(r"\s*(?:goal|target|pending|ordered)", after, re.IGNORECASE):
        return []
    context = scan.context(first.start, group.names[-1].end)
    if context.hypothetical or context.subject == "other":
        return []
    names, values = group.names, group.values
    if not values and group.result is None and group.before is not None and _counts(scan, names[0], group.before):
        values = [(group.before, Annotation(names[0].end, None, None), None)]
    if len(names) == 1 and is_pair(names[0]):
        names, values = parts_of(names[0]), _halves(values)
    drafts: list[Draft] = []
    if values:
        values = _with_times(scan, values, end)
        pairs = _paired(names, values, after_prefix=group.prefix is not None)
        for name, (quantity, annotation, time) in pairs:
            entry = scan.knowledge.analytes[name.id]
            if not accepts(scan, entry, without_dash(entry, quantity), as_level=_as_level(scan, name, quantity)):
                continue
            quantity = without_dash(entry, quantity)
            flag_word = group.prefix if group.prefix is not None and name is names[0] else None
            if group.result is not None and annotation.flag is None:
                flag_word = group.result
            drafts += lab_draft(
                scan, name, quantity, annotation, flag_word=flag_word, time=_time_of(scan, time or group.time or fallback)
            )
        valued = {name.start for name, _ in pairs}
        unvalued = [name for name in names if name.start not in valued]
        if group.prefix is not None and unvalued:
            drafts += [_worded(scan, name, group.prefix, group.time or fallback) for name in unvalued]
        return _for_subject([draft for draft in drafts if draft], context.subject)
    word = group.result or group.prefix
    names = [name for name in names if not is_condition(name)]
    if word is None or _negated_result(scan, word, start):
        return []
    return _for_subject(
        [
            _worded(scan, name, word, group.time or fallback)
            for name in names
            if scan.knowledge.analytes[name.id].qualitative and not _is_plan(scan, name) and _fits_word(scan, name, word)
        ],
        context.subject,
    )


def _fits_word(scan: Scan, name: Mention, word: Mention) -> bool:
    """``trace``, ``clear`` and ``2+`` are results of urine and fluids; ``small lymphocytes`` is none."""
    entry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    written = scan.text[word.start : word.end].lower()
    return value != "none" or entry.specimen != "blood" or written in {"stable", "high normal", "low normal", "high-normal", "low-normal"}


def _for_subject(drafts: list[Draft], subject: str) -> list[Draft]:
    for draft in drafts:
        draft["subject"] = subject
    return drafts


def _is_plan(scan: Scan, name: Mention) -> bool:
    return scan.section_at(name.start).effect in {"current_medication", "hypothetical"}


def _paired(
    names: list[Mention], values: list[tuple[Quantity, Annotation, TimeMention | None]], *, after_prefix: bool
) -> list[tuple[Mention, tuple[Quantity, Annotation, TimeMention | None]]]:
    """Which name has which value: one name has all, equal counts go in order, else the last name has a single value."""
    if len(names) == 1:
        return [(names[0], value) for value in values]
    if len(names) == len(values):
        return list(zip(names, values, strict=True))
    if len(values) == 1 and values[0][0].comparator is not None:
        return [(name, values[0]) for name in names]
    if len(values) == 1 or (after_prefix and len(values) == len(names) - 1):
        return list(zip(names[-len(values) :], values, strict=True))
    return []


def _with_times(
    scan: Scan, values: list[tuple[Quantity, Annotation, TimeMention | None]], end: int
) -> list[tuple[Quantity, Annotation, TimeMention | None]]:
    """``8.6, 8.4 and 8.8 mg/dL at baseline, 6 and 12 months``: as many times after the series as there are values.

    A unit that stands after the last value of a series counts for the ones before it.
    """
    unit = next((value.unit for value, _, _ in reversed(values) if value.unit is not None), None)
    unit_text = next((value.unit_text for value, _, _ in reversed(values) if value.unit is not None), None)
    filled = [
        (value if value.unit is not None else value._replace(unit=unit, unit_text=unit_text), annotation, time)
        for value, annotation, time in values
    ]
    if len(values) > 1:
        last = max(values[-1][0].end, values[-1][1].end)
        series = time_series_after(scan, last, end, len(values))
        if series:
            return [(value, annotation, time) for (value, annotation, _), time in zip(filled, series, strict=True)]
    return filled


def _counts(scan: Scan, name: Mention, quantity: Quantity) -> bool:
    """Whether a number before a name is its count (``198,000 platelets``, ``10-20 WBCs``) or concentration."""
    entry = scan.knowledge.analytes[name.id] if name.id in scan.knowledge.analytes else None
    if entry is None or not accepts(scan, entry, quantity):
        return False
    return quantity.unit is not None or entry.group in {"haematology", "urine"}


def _halves(
    values: list[tuple[Quantity, Annotation, TimeMention | None]],
) -> list[tuple[Quantity, Annotation, TimeMention | None]]:
    """``9.2/27.5`` after a pair of names is one value for each."""
    if len(values) != 1 or values[0][0].kind not in {"ratio", "range"} or values[0][0].high is None:
        return values
    quantity, annotation, time = values[0]
    first = quantity._replace(kind="number", high=None)
    second = quantity._replace(kind="number", value=quantity.high or "", high=None)
    return [(first, annotation, time), (second, annotation, time)]


def _worded(scan: Scan, name: Mention, word: Mention, time: TimeMention | None) -> Draft:
    """A result in words: ``PTH was low``."""
    entry: AnalyteEntry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    written = " ".join(scan.text[word.start : word.end].lower().split())
    if value == "normal" and word.id == "result_within":
        written = "normal"
    flag = value if value in {"high", "low", "normal"} else None
    return {
        "start": min(name.start, word.start),
        "end": max(name.end, word.end),
        "rule": "labs.result_in_words",
        "analyte": name.id,
        "name": entry.label,
        "name_text": scan.text[name.start : name.end],
        "loinc": entry.loinc,
        "qualitative": written,
        "flag": flag,
        "flag_basis": "stated" if flag else None,
        "specimen": None if entry.specimen == "any" else entry.specimen,
        "time": _time_of(scan, time),
    }


def _negated_result(scan: Scan, word: Mention, start: int) -> bool:
    """``not elevated`` is no result that a record could hold."""
    before = scan.text[max(start, word.start - 20) : word.start].lower()
    return re.search(r"\b(?:not|no|never|without|neither|nor)\s+(?:\w+\s+)?$", before) is not None


def _time_of(scan: Scan, time: TimeMention | None) -> dict[str, object] | None:
    return time_draft(scan.text, time) if time is not None else None


def _told_once(drafts: list[Draft]) -> list[Draft]:
    """A fact that the note tells twice is one record with a further place."""
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda item: (item["start"], item["end"])):
        time = draft.get("time")
        when = time["text"].lower() if time else None
        key = (draft["analyte"], draft.get("value"), draft.get("comparator"), draft.get("qualitative"), draft.get("subject"))
        known = seen.get((*key, when)) or (seen.get((*key, None)) if when is None else None)
        if known is not None and known["start"] != draft["start"]:
            known.setdefault("also", []).append((draft["start"], draft["end"]))
            continue
        seen[(*key, when)] = draft
    return _without_echoes(list(seen.values()))


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """``elevated PTH`` told of a PTH whose value the note gives is the same fact: a further place of the first such
    value with that flag, or with none."""
    kept: list[Draft] = []
    for draft in drafts:
        if draft.get("value") is None and draft.get("flag") is not None:
            numbers = [
                other
                for other in drafts
                if other["analyte"] == draft["analyte"]
                and other.get("value") is not None
                and other.get("subject") == draft.get("subject")
                and (other.get("flag") == draft["flag"] or (other.get("flag") is None and draft["flag"] != "normal"))
            ]
            if numbers and not _at_another_time(draft, numbers):
                numbers[0].setdefault("also", []).append((draft["start"], draft["end"]))
                continue
        kept.append(draft)
    return kept


def _at_another_time(draft: Draft, numbers: list[Draft]) -> bool:
    """A result in words with a time of its own that none of the numbers has is another fact."""
    time = draft.get("time")
    if time is None or draft["flag"] != "normal":
        return False
    return all((other.get("time") or {}).get("text") != time["text"] for other in numbers)

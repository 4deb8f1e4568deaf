"""Laboratory results: a name bound to its values through words that may stand between them, and rows of tables.

The chain of a sentence is made in ``lab_chain``; here its groups become drafts. Start reading at ``find_labs``.
"""

from __future__ import annotations

import re

from osteocase.lexicon import AnalyteEntry
from osteocase.pipeline.lab_chain import Group, as_level, elements_of, groups_of
from osteocase.pipeline.lab_names import is_condition, is_pair, lab_names, parts_of
from osteocase.pipeline.lab_tables import table_labs
from osteocase.pipeline.lab_values import Annotation, accepts, lab_draft, without_dash
from osteocase.pipeline.quantities import Quantity
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.timelinks import heading_time, time_series_after
from osteocase.pipeline.times import TimeMention, time_draft

__all__ = ["find_labs"]


_TARGET = re.compile(
    r"\b(?:goal|target|aim(?:ing)?|threshold|maintain|keep|titrat\w+|should be|to be checked|recheck|"
    r"order(?:ed)?|check a?|will check|send|pending|awaited|not (?:done|available|tested|checked|sent)|if)"
    r"\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|in case|defined as|patients? (?:with|who)|women (?:with|who)|men (?:with|who)|"
    r"those with)\b",
    re.IGNORECASE,
)


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
    return (
        section.effect not in {"allergy", "not_patient"}
        and mention.start >= section.body - (mention.end - mention.start) - 2
    )


_VITAL_SIGNS = re.compile(
    r"\b(?:BP|blood pressure|pulse|temp(?:erature)?|resp(?:iration|irations|iratory)?|RR|SpO2|vitals?)\b", re.IGNORECASE
)


def _has_company(scan: Scan, mention: Mention) -> bool:
    """``K`` or ``P`` alone is too little: another analyte stands in the sentence, and no vital sign."""
    start, end = scan.sentence_at(mention.start)
    others = [other for other in scan.mentions_in(start, end, "analyte") if other.end - other.start > 1]
    return bool(others) and _VITAL_SIGNS.search(scan.text[start:end]) is None


def _sentence_labs(scan: Scan, start: int, end: int, names: list[Mention]) -> list[Draft]:
    elements = elements_of(scan, start, end, names)
    groups = groups_of(scan, elements)
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


def _group_labs(scan: Scan, group: Group, fallback: TimeMention | None, start: int, end: int) -> list[Draft]:
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
            if not accepts(scan, entry, without_dash(entry, quantity), as_level=as_level(scan, name, quantity)):
                continue
            quantity = without_dash(entry, quantity)
            flag_word = group.prefix if group.prefix is not None and name is names[0] else None
            if group.result is not None and annotation.flag is None:
                flag_word = group.result
            drafts += lab_draft(
                scan,
                name,
                quantity,
                annotation,
                flag_word=flag_word,
                time=_time_of(scan, time or group.time or fallback),
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
            if scan.knowledge.analytes[name.id].qualitative
            and not _is_plan(scan, name)
            and _fits_word(scan, name, word)
        ],
        context.subject,
    )


def _fits_word(scan: Scan, name: Mention, word: Mention) -> bool:
    """``trace``, ``clear`` and ``2+`` are results of urine and fluids; ``small lymphocytes`` is none."""
    entry = scan.knowledge.analytes[name.id]
    value = scan.knowledge.words[word.id].value
    written = scan.text[word.start : word.end].lower()
    return (
        value != "none"
        or entry.specimen != "blood"
        or written in {"stable", "high normal", "low normal", "high-normal", "low-normal"}
    )


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
    entry = scan.knowledge.analytes.get(name.id)
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
        key = (
            draft["analyte"],
            draft.get("value"),
            draft.get("comparator"),
            draft.get("qualitative"),
            draft.get("subject"),
        )
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

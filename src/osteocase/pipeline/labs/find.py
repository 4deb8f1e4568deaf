"""Laboratory results: a name bound to its values through words that may stand between them, and rows of tables.

The chain of a sentence is made in ``labs.chain``; here its groups become drafts. Start reading at ``find_labs``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from osteocase.pipeline.labs.annotations import Annotation
from osteocase.pipeline.labs.chain import counts, groups_of
from osteocase.pipeline.labs.context import is_plan, tells_result, tells_result_in_words
from osteocase.pipeline.labs.elements import Group, elements_of
from osteocase.pipeline.labs.goals import is_wanted
from osteocase.pipeline.labs.headed_rows import headed_rows, of_no_single_column
from osteocase.pipeline.labs.links import is_list
from osteocase.pipeline.labs.merge import told_once
from osteocase.pipeline.labs.names import is_condition, is_pair, lab_names, named_beside, parts_of
from osteocase.pipeline.labs.pairs import Value, halves, in_one_list, is_earlier, paired, with_times
from osteocase.pipeline.labs.panels import panel_labs
from osteocase.pipeline.labs.presence import presence
from osteocase.pipeline.labs.ratios import per_creatinine
from osteocase.pipeline.labs.results import denied, fits_word, is_denied, worded
from osteocase.pipeline.labs.rows import joined_rows
from osteocase.pipeline.labs.seen import DESCRIBED, coded_result, culture_growth, kind_of_crystals, told_finding
from osteocase.pipeline.labs.specimens import looked_at, of_a_day
from osteocase.pipeline.labs.tables import column_labs, stacked_labs, table_labs
from osteocase.pipeline.labs.times import LABS_HEADING, clause_times, is_adverb, statement_time
from osteocase.pipeline.labs.values import accepts, as_level, known_unit, lab_draft, without_dash
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.statements.table_heads import is_of_several
from osteocase.pipeline.statements.time_rows import told_in_rows
from osteocase.pipeline.text.sentences import LONGEST
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["find_labs"]

_PLAIN = {"result_normal", "result_within", "result_negative"}
_TOLD_IN_WORDS = {"blood_group", *DESCRIBED}
_LEVEL = re.compile(r"\b(?:levels?|trough|screen|serum|plasma|fasting)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(?:is|was|were|are|been|remains?|remained|came\s+back|returned|looks?|looked)\b", re.IGNORECASE)
_LINE = re.compile(r"\n[ \t]*")


def find_labs(scan: Scan) -> list[Draft]:
    """Drafts of all laboratory results of a text, told once each, in the order of the text."""
    names = lab_names(scan)
    starts, ends = [name.start for name in names], [name.end for name in names]
    drafts: list[Draft] = []
    stretches: list[tuple[int, int]] = []
    of_several = [(table.start, table.end) for table in scan.tables if is_of_several(scan, table)]
    for table in (each for each in scan.tables if (each.start, each.end) not in of_several):
        first, last = bisect_right(ends, table.start), bisect_left(starts, table.end)
        above = [name for name in names[max(0, first - 3) : first] if table.start - name.end <= 48]
        made, sentences = table_labs(scan, table, names[first:last], above)
        drafts += made
        stretches += joined_rows(scan, sentences)
    if not drafts:
        drafts += stacked_labs(scan, names)
    made, aside = column_labs(scan, names)
    under, lines, blocks = headed_rows(scan, names)
    drafts, aside = drafts + made + under, aside + lines
    read = sorted(draft["start"] for draft in drafts)
    for start, end in _beside([*aside, *of_several], _bounded(scan, _statements(scan))):
        if bisect_left(read, start) == bisect_left(read, end):
            stretches.append((start, end))
    read_to = -1
    carried: TimeMention | None = None
    for start, end in sorted(stretches):
        found = names[bisect_left(starts, start) : bisect_left(starts, end)]
        if start >= read_to and (found or scan.words_in(start, end, "panel")):
            carried = carried if _follows(scan, read_to, start, end) else None
            made, carried = _statement_labs(scan, start, end, found, carried)
            drafts += made
            read_to = end
    return told_once(told_in_rows(scan, of_no_single_column(scan, drafts, blocks), _analyte_told))


def _analyte_told(draft: Draft) -> str | None:
    """The analyte of a result with a number."""
    return draft["analyte"] if draft.get("value") is not None else None


def _beside(aside: list[tuple[int, int]], statements: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The statements without the stretches that have been read already."""
    for left, right in aside:
        parted = [(start, end) for start, end in statements if end <= left or start >= right]
        for start, end in statements:
            if start < right and end > left:
                parted += [piece for piece in ((start, left), (right, end)) if piece[0] < piece[1]]
        statements = sorted(parted)
    return statements


_PRESENT = re.compile(r"\b(?:is|are|remains?|has been|continues?)\b", re.IGNORECASE)


def _follows(scan: Scan, before: int, start: int, end: int) -> bool:
    """Whether a statement stands right behind another one in its paragraph and tells of no other time:
    ``At the emergency room WBC was 18,720. Blood ketone negative.``"""
    if before < 0 or start - before > 3 or "\n\n" in scan.text[before:start]:
        return False
    return _PRESENT.search(scan.text, start, end) is None


def _statements(scan: Scan) -> list[tuple[int, int]]:
    """The sentences, those joined that stand in one line without a full stop between: ``normal: calcium, PTH; uric
    acid; and ALP`` has semicolons, ``PTH: 188`` a colon that may have been read as one of a heading."""
    joined: list[tuple[int, int]] = []
    for start, end in scan.sentences:
        if joined and _goes_on(scan, joined[-1], start, end):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _bounded(scan: Scan, statements: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The statements, cut at the lines that open a list of results (``Bloods 27/11/24: Ca 2.31``), and a long table
    among them at its lines, so that the work grows with the length alone."""
    bounded: list[tuple[int, int]] = []
    for start, end in statements:
        for line in _LINE.finditer(scan.text, start, end):
            if LABS_HEADING.match(scan.text, line.end(), end) is not None:
                bounded.append((start, line.start()))
                start = line.end()
        while end - start > LONGEST:
            cut = scan.text.rfind("\n", start + 1, start + LONGEST)
            cut = cut if cut > 0 else start + LONGEST
            bounded.append((start, cut))
            start = cut
        bounded.append((start, end))
    return bounded


def _goes_on(scan: Scan, before: tuple[int, int], start: int, end: int) -> bool:
    ends = scan.text[max(before[0], before[1] - 4) : before[1]]
    if "(!" in ends and not scan.text[start : start + 1].isupper():
        return end - before[0] <= LONGEST  # "2.67 (!!) rpt 2.64"
    return (
        scan.text[max(before[0], before[1] - 4) : before[1]].rstrip(" ,\"')]”’")[-1:] not in {".", "!", "?"}
        and start - before[1] <= 4
        and end - before[0] <= LONGEST
        and "\n" not in scan.text[before[1] - 1 : start]
    )


def _statement_labs(
    scan: Scan, start: int, end: int, names: list[Mention], carried: TimeMention | None
) -> tuple[list[Draft], TimeMention | None]:
    """The results of a statement, and the time that leads over to the next one; ``carried`` is the one before it."""
    elements = elements_of(scan, start, end, names)
    groups = groups_of(scan, elements)
    first = min((element.start for element in elements if element.kind != "time"), default=start)
    leading, fallback = statement_time(scan, start, end, first)
    if any(group.again and group.time == fallback for group in groups):
        fallback = None  # the time of the further result alone
    has_times = any(element.kind == "time" for element in elements)
    fallback = fallback if fallback is not None or leading is not None or has_times else carried
    leads_over = leading or (None if has_times else fallback)
    if leads_over is not None and (is_adverb(scan, leads_over) or _is_ordered(scan, start, end, groups)):
        leads_over = None
    drafts = panel_labs(scan, start, end, _drawn(scan, leading or fallback))
    clauses = clause_times(scan, start, end, elements)
    wanted = False
    for index, group in enumerate(groups):
        since = groups[index - 1].end if index and groups[index - 1].values else start
        following = groups[index + 1].names[0].start if index + 1 < len(groups) else end
        # "targets: PTH 2-9x ULN, phos <1.78": the word reaches over the list.
        goes_on = wanted and is_list(scan, scan.text[groups[index - 1].end : group.names[0].start])
        wanted = goes_on or is_wanted(scan, group, since)
        if not goes_on and tells_result(scan, group, start, since):
            own = group.led_by or clauses.get(scan.text.count(";", start, group.names[0].start))
            drafts += _group_labs(scan, group, own or leading or fallback, start, max(group.end, following))
    return drafts, leads_over


def _is_ordered(scan: Scan, start: int, end: int, groups: list[Group]) -> bool:
    """``Recheck vitamin D after 8 weeks.``: the time of what is still to be measured."""
    if any(group.values for group in groups):
        return False
    return any(scan.knowledge.words[word.id].value == "order" for word in scan.words_in(start, end, "result_wanted"))


def _group_labs(scan: Scan, group: Group, fallback: TimeMention | None, start: int, end: int) -> list[Draft]:
    names, values = group.names, group.values
    before = group.before if group.result is None and not values else None
    if before is not None and counts(scan, names[0], before):
        values = [(before, Annotation(names[0].end, None, None), None)]
    if len(names) == 1 and is_pair(names[0]):
        names, values = parts_of(names[0]), halves(values)
    elif group.slashed:
        values = halves(values)
    elif any(is_pair(name) for name in names):
        names = [part for name in names for part in parts_of(name)]
    grown = culture_growth(scan, names[-1], end) if values else None
    if grown is not None:  # "greater than 100,000 colonies of Klebsiella"
        drafts = [{**grown, "time": _drawn(scan, group.time or fallback)}]
    elif values:
        drafts = _valued(scan, group, names, values, fallback, end)
    else:
        drafts = _in_words(scan, group, names, fallback, start, end)
    subject = scan.context(group.names[0].start, group.names[-1].end).subject
    return [{**draft, "subject": subject} for draft in drafts]


def _valued(
    scan: Scan, group: Group, names: list[Mention], values: list[Value], fallback: TimeMention | None, end: int
) -> list[Draft]:
    drafts: list[Draft] = []
    after = max(values[-1][0].end, values[-1][1].end)
    values = with_times(scan, values, scan.sentence_at(after - 1)[1])
    in_turn = group.slashed or is_pair(group.names[0])
    pairs = paired(scan.knowledge.analytes, names, values, after_prefix=group.prefix is not None, in_turn=in_turn)
    unit = next(((value.unit, value.unit_text) for _, (value, _, _) in reversed(pairs) if value.unit is not None), None)
    for place, (name, (quantity, annotation, time)) in enumerate(pairs):
        entry = scan.knowledge.analytes[name.id]
        if quantity.unit is None and unit is not None and (len(names) == 1 or known_unit(entry, unit[0])):
            quantity = quantity._replace(unit=unit[0], unit_text=unit[1])
        if not accepts(scan, entry, without_dash(entry, quantity), as_level=as_level(scan, name, quantity)):
            continue
        quantity = without_dash(entry, quantity)
        name = per_creatinine(scan, of_a_day(scan, name, quantity), quantity)
        if (
            (quantity.kind == "range" or quantity.comparator)
            and group.prefix is not None
            and group.prefix.id == "result_normal"
        ):
            continue  # "normal calcium levels are 8.8 to 10.1" tells the interval
        if annotation.flag is None and (
            flag := name.variant if is_condition(name) else named_beside(scan, name, max(quantity.end, annotation.end))
        ):
            annotation = annotation._replace(flag=flag)
        flag_word = group.prefix if name is names[0] else None
        if group.result is not None and annotation.flag is None:
            flag_word = group.result
        is_further = len(names) == 1 and place > 0
        if is_further and not in_one_list(scan, pairs[place - 1][1], quantity):
            flag_word = None  # "elevated at 5.2 and drifted down to 2.9"
        # "1.2 on admission, peaked at 3.4": a time of the first value; "31, 35 on 08/15": one of the last.
        is_later = is_further and (group.time is not None or is_earlier(scan, pairs[place - 1][1], pairs[place][1]))
        is_taken = fallback is not None and any(value[2] == fallback for value in values)
        shared = None if is_later else group.time or (None if is_taken else fallback)
        drafts += lab_draft(scan, name, quantity, annotation, flag_word=flag_word, time=_drawn(scan, time or shared))
    valued = {name.start for name, _ in pairs}
    if group.prefix is not None and not is_denied(scan, group.prefix, 0):
        drafts += [
            worded(scan, name, group.prefix, group.time or fallback)
            for name in names
            if name.start not in valued and fits_word(scan, name, group.prefix)
        ]
    return drafts


def _in_words(
    scan: Scan, group: Group, names: list[Mention], fallback: TimeMention | None, start: int, end: int
) -> list[Draft]:
    word = group.result or group.prefix
    names = [name for name in names if not is_condition(name)]
    seen = kind_of_crystals(scan, names[-1]) if names and word is None else None
    if seen is not None:
        return [{**seen, "time": _drawn(scan, group.time or fallback)}]
    if word is None and names:
        word = presence(scan, names[0])
    elif word is not None and word.id == "result_positive" and names and (no := denied(scan, names[0])) is not None:
        word = no  # "No paraprotein was detected"
    if word is None or word.id == "result_negative" or (names and names[-1].id in _TOLD_IN_WORDS):
        tellers = (culture_growth, coded_result, *(() if word is not None and word.id in _PLAIN else (told_finding,)))
        for made in (teller(scan, names[-1], end) for teller in tellers) if names else ():
            if made is not None:
                return [{**made, "time": _drawn(scan, group.time or fallback)}]
    if word is None or is_denied(scan, word, start) or not tells_result_in_words(scan, group, word, start):
        return []
    if word is group.prefix and not scan.text[word.start].isalnum() and "+" not in scan.text[word.start : word.end]:
        return []  # an arrow before a name may be an order: "↑ vitamin D"
    names = [looked_at(scan, name, word) for name in names]
    if word is group.prefix and word.id == "result_neither":
        names = names[:1]  # of "3+ protein and red cell casts" the grade is that of the protein
    return [
        worded(scan, name, word, group.time or fallback)
        for name in names
        if _takes_words(scan, name, word) and not is_plan(scan, name) and fits_word(scan, name, word)
    ]


def _takes_words(scan: Scan, name: Mention, word: Mention) -> bool:
    """Whether a word can be the result of a name; of a drug only where its level is told: ``lithium level low``; of a
    lipid, that is a disease's name as well, where it is said of it: ``cholesterol was normal``."""
    entry = scan.knowledge.analytes[name.id]
    is_detected = re.search(r"detect", scan.text[word.start : word.end], re.IGNORECASE) is not None
    if entry.qualitative or (entry.group == "drug_level" and is_detected):
        return True
    if entry.bare_number and entry.group in {"lipid", "haematology"}:
        return word.start >= name.end and _WAS.search(scan.text, name.end, word.start) is not None
    return _LEVEL.search(scan.text, name.start, max(name.end, word.start)) is not None


def _drawn(scan: Scan, time: TimeMention | None) -> dict[str, object] | None:
    return time_draft(scan.text, time) if time is not None else None

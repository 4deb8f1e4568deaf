"""Sentences on treatment: each osteoporosis drug in its own, what else was taken together, orthoses and operations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from osteocase.case.months import plain
from osteocase.case.names import name_within
from osteocase.case.prose import Phrase, Sentence, Writer, article, join_phrases, sentence
from osteocase.case.statements import GIVEN
from osteocase.case.summed_up import is_of_course
from osteocase.case.wording import number, unit_words
from osteocase.lexicon import Lexicon, TreatmentEntry
from osteocase.records import Treatment

__all__ = ["treatment"]

_VERB = {"orthosis": "was worn", "surgery": "was performed", "procedure": "was performed", "lifestyle": "was advised"}
_ROUTE = {
    "subcutaneous": "subcutaneously", "oral": "orally", "intravenous": "intravenously",
    "intramuscular": "intramuscularly", "intranasal": "intranasally", "topical": "topically",
    "transdermal": "transdermally", "inhaled": "by inhalation", "injection": "by injection", "rectal": "rectally",
    "sublingual": "sublingually",
}  # fmt: skip
_ABBREVIATIONS = {
    "od": "once daily", "qd": "once daily", "bd": "twice daily", "bid": "twice daily", "tds": "three times daily",
    "tid": "three times daily", "qds": "four times daily", "qid": "four times daily", "nocte": "at night",
    "prn": "as needed", "6-monthly": "every 6 months", "3-monthly": "every 3 months",
    "a day": "daily", "a week": "weekly", "a month": "monthly", "a year": "yearly",
}  # fmt: skip
_WORD = re.compile(r"[\w-]+(?:\.\w+)*\.?")
_UNCOUNTED = re.compile(r"[^isu]s$|ing$")


def treatment(writer: Writer, lexicon: Lexicon) -> Iterator[Sentence]:
    """Osteoporosis drugs and what has a time, in order of time; further drugs in one sentence; what was ruled out."""
    entries = lexicon.of(TreatmentEntry)
    own = [item for item in writer.case.treatments if item.subject == "patient"]
    given: dict[str, list[Treatment]] = {}
    for item in own:
        if item.status in GIVEN - {"past"} or is_of_course(writer.case, item):
            given.setdefault(item.agent, []).append(item)
    courses = dict(sorted(given.items(), key=lambda course: min(_by_start(item) for item in course[1])))
    beside: list[list[Treatment]] = []
    for agent, items in courses.items():
        entry = entries.get(agent)
        main = entry is not None and entry.osteoporosis_drug
        timed = any((item.start is not None and item.start.months is not None) or item.stop for item in items)
        if items[0].kind in ("drug", "supplement") and not main and not timed:
            beside.append(items)
        else:
            yield from _course(writer, items, lexicon)
    if beside:
        lead = "other drugs were " if len(beside) > 1 else "another drug was "
        yield sentence(lead, join_phrases(_beside(items, lexicon) for items in beside))
    for item in own:
        if item.status in ("declined", "contraindicated"):
            reason = f" ({item.reason})" if item.reason else ""
            words = "was declined" if item.status == "declined" else "was considered contraindicated"
            yield sentence(Phrase(text=name_within(item, lexicon), records=(item.id,)), f" {words}{reason}")


def _by_start(item: Treatment) -> tuple[bool, object, str]:
    months = item.start.months if item.start is not None else None
    return (months is None, months if months is not None else 0, item.id)


def _course(writer: Writer, items: Sequence[Treatment], lexicon: Lexicon) -> Iterator[Sentence]:
    """``Romosozumab was given subcutaneously once a month for 12 months``; then the doses that followed."""
    # a dose without a time stands where the notes tell it: before those of later notes
    first, *later = items if any(item.start is None for item in items) else sorted(items, key=_by_start)
    name = name_within(first, lexicon)
    is_given = first.drug_class == "blood_product"
    verb = f"{'were' if name.endswith('cells') else 'was'} given" if is_given else _VERB.get(first.kind, "was given")
    words = [verb, *_manner(first), _span(writer, first)]
    if first.reason and first.status == "stopped":
        words.append(f"and stopped because of {first.reason}")
    dose = _dose(first)
    if first.kind in ("orthosis", "surgery", "procedure") and not is_given and not _UNCOUNTED.search(name):
        name = f"{article(name)} {name}"
    subject = f"{name} {dose}" if dose else name
    yield sentence(
        Phrase(text=subject, records=(first.id,)),
        Phrase(text=f" {' '.join(word for word in words if word)}", records=(first.id,)),
    )
    doses = [Phrase(text=told, records=(item.id,)) for item in later if (told := _later(writer, item))]
    if doses:
        verb = "further doses were " if len(doses) > 1 else "a further dose was "
        yield sentence(verb, join_phrases(doses))


def _later(writer: Writer, item: Treatment) -> str:
    """A further dose with its times: ``2.5 mg daily until 16 months``; nothing where neither dose nor way is told."""
    told = " ".join(word for word in (_dose(item), *_manner(item)) if word)
    return f"{told} {_span(writer, item)}".rstrip() if told else ""


def _beside(items: Sequence[Treatment], lexicon: Lexicon) -> Phrase:
    regimens = list(dict.fromkeys(regimen for item in items if (regimen := _regimen(item))))
    told = f" ({'; '.join(regimens)})" if regimens else ""
    return Phrase(text=f"{name_within(items[0], lexicon)}{told}", records=tuple(item.id for item in items))


def _dose(item: Treatment) -> str:
    told = item.dose_text or (number(item.dose) if item.dose is not None else "")
    unit = unit_words(item.dose_unit)
    return f"{told} {unit}" if told and unit and unit not in told and not item.dose_text else told


def _manner(item: Treatment) -> list[str]:
    route = _ROUTE.get(item.route or "", item.route or "")
    return [word for word in (route, _frequency(item.frequency)) if word]


def _frequency(told: str | None) -> str:
    """The frequency with prescribers' abbreviations written out."""
    if (told or "").lower() in _ABBREVIATIONS:
        return _ABBREVIATIONS[(told or "").lower()]
    words = re.sub(r"^\s*/\s*", "per ", told or "")
    return _WORD.sub(lambda match: _ABBREVIATIONS.get(match[0].lower().replace(".", ""), match[0]), words)


def _regimen(item: Treatment) -> str:
    length = f"for {item.duration}" if item.duration else ""
    return " ".join(word for word in (_dose(item), *_manner(item), length) if word)


def _span(writer: Writer, item: Treatment) -> str:
    """``for 12 months``, ``from 6 months onwards``, ``until 2 months``."""
    start = item.start.months if item.start is not None else None
    stop = item.stop.months if item.stop is not None else None
    if item.kind in ("surgery", "procedure"):
        return writer.when(start)
    if start is not None and stop is not None and abs(start) < Decimal("0.4"):
        length = plain(stop - start, 0)
        return f"for {length} month{'s' if length != 1 else ''}" if length >= 1 else ""
    if start is not None and stop is not None:
        return f"from {_point(writer, start)} to {_point(writer, stop)}"
    single = item.frequency in ("once", "single dose") or (item.route == "intravenous" and not item.frequency)
    if start is not None and single and item.status != "ongoing":
        return writer.when(start)
    if start is not None:
        return f"from {_point(writer, start)}{' onwards' if item.status == 'ongoing' else ''}"
    if item.duration:
        return f"for {item.duration}"
    return f"until {_point(writer, stop)}" if stop is not None else ""


def _point(writer: Writer, months: Decimal) -> str:
    return writer.when(months).removeprefix("at ")

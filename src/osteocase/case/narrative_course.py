"""Sentences on treatment, follow-up and outcome."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from osteocase.case.months import plain
from osteocase.case.narrative_diagnosis import bmd_phrase, lab_phrase
from osteocase.case.prose import Phrase, Sentence, Writer, join_phrases, sentence
from osteocase.case.statements import GIVEN
from osteocase.case.wording import fracture_label, number, unit_words
from osteocase.lexicon import FormulaEntry, Lexicon
from osteocase.records import Bmd, Derived, Finding, Lab, Score, Timepoint, Treatment

__all__ = ["follow_up", "outcome", "treatment"]

_VERB = {
    "drug": "was given",
    "supplement": "was given",
    "orthosis": "was worn",
    "surgery": "was done",
    "procedure": "was done",
    "lifestyle": "was advised",
}
_ROUTE = {"subcutaneous": "subcutaneously", "oral": "orally", "intravenous": "intravenously"}


def treatment(writer: Writer) -> Iterator[Sentence]:
    """Each treatment with its dose, route, frequency and time; then what was refused or ruled out."""
    own = [item for item in writer.case.treatments if item.subject == "patient"]
    for item in sorted((item for item in own if item.status in GIVEN - {"past"}), key=_by_start):
        yield _given(writer, item)
    for item in own:
        if item.status in ("declined", "contraindicated"):
            reason = f" ({item.reason})" if item.reason else ""
            words = "was declined" if item.status == "declined" else "was considered contraindicated"
            yield sentence(Phrase(text=item.name, records=(item.id,)), f" {words}{reason}")


def _by_start(item: Treatment) -> tuple[bool, object, str]:
    months = item.start.months if item.start is not None else None
    return (months is None, months if months is not None else 0, item.id)


def _given(writer: Writer, item: Treatment) -> Sentence:
    """``Romosozumab was given subcutaneously once a month for 12 months``."""
    number_unit = f"{number(item.dose)} {unit_words(item.dose_unit)}".strip() if item.dose is not None else ""
    regimen = (item.dose_text or number_unit, _ROUTE.get(item.route or "", item.route), item.frequency)
    words = [_VERB[item.kind], *(word for word in regimen if word), _span(writer, item)]
    if item.reason and item.status == "stopped":
        words.append(f"and stopped because of {item.reason}")
    told = " ".join(word for word in words if word)
    return sentence(Phrase(text=item.name, records=(item.id,)), Phrase(text=f" {told}", records=(item.id,)))


def _span(writer: Writer, item: Treatment) -> str:
    """``for 12 months``, ``from 6 months on``, ``until 2 months``."""
    start = item.start.months if item.start is not None else None
    stop = item.stop.months if item.stop is not None else None
    if item.kind in ("surgery", "procedure"):
        return writer.when(start)
    if start is not None and stop is not None and abs(start) < Decimal("0.4"):
        length = plain(stop - start, 0)
        return f"for {length} month{'s' if length != 1 else ''}" if length >= 1 else ""
    if start is not None and stop is not None:
        return f"from {_point(writer, start)} to {_point(writer, stop)}"
    if start is not None:
        return f"from {_point(writer, start)}{' on' if item.status == 'ongoing' else ''}"
    if stop is not None:
        return f"until {_point(writer, stop)}"
    return f"for {item.duration}" if item.duration else ""


def _point(writer: Writer, months: Decimal) -> str:
    return writer.when(months).removeprefix("at ")


def follow_up(writer: Writer, lexicon: Lexicon) -> Iterator[Sentence]:
    """One round a time point after baseline: bone density with its change, results, scores."""
    records = {item.id: item for items in (writer.case.labs, writer.case.bmd, writer.case.scores) for item in items}
    changes = {item.records[-1]: item for item in writer.case.derived if item.kind == "bmd_change_from_baseline"}
    markers = {name for words in lexicon.of(FormulaEntry)["bone_turnover"].words.values() for name in words}
    for point in writer.case.timepoints:
        if point.months is None or point.months < 1:
            continue
        here = [records[name] for name in point.records if name in records]
        yield from _bone_density(writer, point, [item for item in here if isinstance(item, Bmd)], changes)
        yield from _results(writer, point, [item for item in here if isinstance(item, Lab)], markers)
        yield from _scores(writer, point, [item for item in here if isinstance(item, Score)])


def _bone_density(
    writer: Writer, point: Timepoint, values: list[Bmd], changes: dict[str, Derived]
) -> Iterator[Sentence]:
    told = [item for item in values if item.bmd_g_cm2 is not None or item.t_score is not None]
    if told:
        phrases = join_phrases(bmd_phrase(item, changes.get(item.id)) for item in told)
        yield sentence(f"{writer.when(point.months)}, bone mineral density was ", phrases)


def _results(writer: Writer, point: Timepoint, labs: list[Lab], markers: set[str]) -> Iterator[Sentence]:
    """Bone turnover markers and what lies outside its interval; the rest by name."""
    chosen = [lab for lab in labs if lab.value is not None and (lab.analyte in markers or lab.flag in ("low", "high"))]
    if chosen:
        phrases = []
        for lab in chosen:
            phrase = lab_phrase(lab, interval=False)
            side = {"low": ", below its range", "high": ", above its range"}.get(lab.flag or "", "")
            phrases.append(phrase.model_copy(update={"text": f"{phrase.text}{f' ({side[2:]})' if side else ''}"}))
        yield sentence(f"{writer.when(point.months)}, laboratory results were ", join_phrases(phrases))


def _scores(writer: Writer, point: Timepoint, scores: list[Score]) -> Iterator[Sentence]:
    if scores:
        phrases = [
            Phrase(text=f"the {(item.name_text or item.name).upper()} was {number(item.value)}", records=(item.id,))
            for item in scores
        ]
        yield sentence(f"{writer.when(point.months)}, ", join_phrases(phrases))


def outcome(writer: Writer, names: dict[str, str]) -> Iterator[Sentence]:
    """Outcomes in words, new fractures or none, adverse events or none, loss to follow-up, in order of time."""
    told = [*_findings_told(writer, names), *_fractures_told(writer)]
    yield from (line for _, line in sorted(told, key=lambda item: item[0]))


def _findings_told(writer: Writer, names: dict[str, str]) -> Iterator[tuple[Decimal, Sentence]]:
    for item in writer.case.findings:
        name = names.get(item.concept, item.name)
        if item.subject != "patient" or item.kind not in ("outcome", "adverse_event"):
            continue
        if item.concept in ("lost_to_follow_up", "loss_to_follow_up"):
            words = f"{writer.subject} was lost to follow-up" if item.status == "present" else ""
        elif item.kind == "outcome":
            words = f"{name} was noted" if item.status == "present" else ""
        else:
            words = {"present": f"{name} occurred", "absent": f"no {name} was reported"}.get(item.status, "")
        if words:
            months = item.time.months if item.time is not None else None
            yield _placed(months), _at(writer, item, words)


def _fractures_told(writer: Writer) -> Iterator[tuple[Decimal, Sentence]]:
    for course in writer.case.ledger:
        if course.verdict == "new":
            words = f"{writer.when(course.first_seen)}, " if course.first_seen is not None else ""
            told = Phrase(text=f"a new fracture of {course.label} was seen", records=(course.record,))
            yield _placed(course.first_seen), sentence(words, told)
    for fracture in writer.case.fractures:
        months = fracture.time.months if fracture.time is not None else None
        if fracture.status == "absent" and fracture.subject == "patient" and months is not None and months >= 1:
            kind = "" if fracture.bone is None else f"{_adjective(fracture_label(fracture))} "
            told = Phrase(text=f"no new {kind}fracture was seen", records=(fracture.id,))
            yield _placed(months), sentence(f"{writer.when(months)}, ", told)


def _placed(months: Decimal | None) -> Decimal:
    return months if months is not None else Decimal("Infinity")


def _adjective(label: str) -> str:
    return "vertebral" if label == "vertebra" else label


def _at(writer: Writer, item: Finding, words: str) -> Sentence:
    when = writer.when(item.time.months) if item.time is not None else ""
    return sentence(f"{when}, " if when else "", Phrase(text=words, records=(item.id,)))

"""Sentences on follow-up and outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from osteocase.case.narrative_diagnosis import bmd_phrase, main_sites
from osteocase.case.prose import Phrase, Sentence, Writer, article, join_phrases, sentence
from osteocase.case.series import bmd_series
from osteocase.case.wording import fracture_label, number, score_short, unit_words
from osteocase.lexicon import FormulaEntry, Lexicon
from osteocase.records import Bmd, Derived, Finding, Lab, Score, Timepoint

__all__ = ["follow_up", "outcome"]


def follow_up(writer: Writer, lexicon: Lexicon) -> Iterator[Sentence]:
    """One round a time point after baseline, whose first sentence names it: bone density, results, scores."""
    records = {item.id: item for items in (writer.case.labs, writer.case.bmd, writer.case.scores) for item in items}
    changes = {item.records[-1]: item for item in writer.case.derived if item.kind == "bmd_change_from_baseline"}
    markers = {name for words in lexicon.of(FormulaEntry)["bone_turnover"].words.values() for name in words}
    wanted = main_sites(bmd_series(writer.case.bmd))
    for point in writer.case.timepoints:
        if point.months is None or point.months < 1:
            continue
        here = [records[name] for name in point.records if name in records]
        told = (
            *_bone_density([item for item in here if isinstance(item, Bmd) and item.id in wanted], changes),
            *_results([item for item in here if isinstance(item, Lab)], markers),
            *_scores([item for item in here if isinstance(item, Score) and item.name != "least_significant_change"]),
        )
        yield from _placed_first(writer, point, told)


def _placed_first(writer: Writer, point: Timepoint, told: Iterable[list[Phrase]]) -> Iterator[Sentence]:
    """The sentences of one time, of which the first says when."""
    for place, phrases in enumerate(told):
        yield sentence(f"{writer.when(point.months)}, " if place == 0 else "", phrases)


def _bone_density(values: list[Bmd], changes: dict[str, Derived]) -> Iterator[list[Phrase]]:
    told = [item for item in values if item.bmd_g_cm2 is not None or item.t_score is not None]
    if told:
        lead = "bone mineral density was " if told[0].bmd_g_cm2 is not None else "densitometry showed a "
        yield [Phrase(text=lead), *join_phrases(bmd_phrase(item, changes.get(item.id)) for item in told)]


_SIDES = {"low": " (low)", "high": " (high)"}


def _results(labs: list[Lab], markers: set[str]) -> Iterator[list[Phrase]]:
    """Bone turnover markers and what lies outside its interval; what else was normal is left to the table."""
    chosen = [lab for lab in labs if lab.value is not None and (lab.analyte in markers or lab.flag in _SIDES)]
    phrases = []
    for place, lab in enumerate(chosen):
        unit = unit_words(lab.unit)
        words = f"{lab.comparator or ''}{number(lab.value or Decimal(0))}{f' {unit}' if unit else ''}"
        verb = "was " if place == 0 else ""
        phrases.append(Phrase(text=f"{lab.name} {verb}{words}{_SIDES.get(lab.flag or '', '')}", records=(lab.id,)))
    if phrases:
        yield join_phrases(phrases)


def _scores(scores: list[Score]) -> Iterator[list[Phrase]]:
    if scores:
        yield join_phrases(
            Phrase(
                text=f"the {score_short(item)} score {'was ' if place == 0 else ''}{number(item.value)}",
                records=(item.id,),
            )
            for place, item in enumerate(scores)
        )


_MOST_IN_WORDS = 12


def outcome(writer: Writer, names: dict[str, str]) -> Iterator[Sentence]:
    """Outcomes in words, new fractures or none, adverse events or none, loss to follow-up, in order of time."""
    told = [*_findings_told(writer, names), *_fractures_told(writer)]
    by_time: dict[Decimal | None, list[Phrase]] = {}
    for months, phrase in sorted(told, key=lambda item: _placed(item[0])):
        by_time.setdefault(months, []).append(phrase)
    for months, phrases in by_time.items():
        when = writer.when(months)
        if when[:2].isdecimal() and months is not None and abs(months) > _MOST_IN_WORDS:
            # no sentence begins with a figure
            records = tuple(dict.fromkeys(record for phrase in phrases for record in phrase.records))
            yield sentence(join_phrases(phrases), Phrase(text=f" {when}", records=records))
        else:
            yield sentence(f"{when}, " if when else "", join_phrases(phrases))


def _findings_told(writer: Writer, names: dict[str, str]) -> Iterator[tuple[Decimal | None, Phrase]]:
    groups: dict[tuple[Decimal | None, str], list[Finding]] = {}
    for item in writer.case.findings:
        if item.subject == "patient" and item.kind in ("outcome", "adverse_event"):
            words = _outcome_words(writer, item, names.get(item.concept, item.name))
            months = item.time.months if item.time is not None else None
            if words:
                groups.setdefault((months, words), []).append(item)
    for (months, words), items in groups.items():
        yield months, Phrase(text=words, records=tuple(item.id for item in items))


def _outcome_words(writer: Writer, item: Finding, name: str) -> str:
    """A clause that is right whatever part of speech the outcome's name begins with."""
    if item.kind == "adverse_event":
        one = f"{article(name)} {name}" if name.endswith("fracture") else name
        return {"present": f"{one} occurred", "absent": f"no {name} was reported"}.get(item.status, "")
    if item.status != "present":
        return ""
    head, _space, _rest = name.partition(" ")
    if head in ("able", "free", "lost", "unable", "independent"):
        return f"{writer.subject} was {name}"
    if head.endswith("ed"):
        return f"{writer.subject} had {name}"
    stem, _space, last = name.rpartition(" ")
    if last in ("improved", "worsened", "healed", "resolved", "recovered"):
        lead = "the " if stem == "fracture" else ""
        return f"{lead}{stem} had {last}"
    return f"{name} was noted"


def _fractures_told(writer: Writer) -> Iterator[tuple[Decimal | None, Phrase]]:
    for course in writer.case.ledger:
        if course.verdict == "new":
            place = course.label if course.label[:1].isupper() else f"the {course.label}"
            yield course.first_seen, Phrase(text=f"a new fracture of {place} was seen", records=(course.record,))
    for fracture in writer.case.fractures:
        months = fracture.time.months if fracture.time is not None else None
        if fracture.status == "absent" and fracture.subject == "patient" and months is not None and months >= 1:
            kind = "" if fracture.bone is None else f"{_adjective(fracture_label(fracture))} "
            yield months, Phrase(text=f"no new {kind}fracture was seen", records=(fracture.id,))


def _placed(months: Decimal | None) -> Decimal:
    return months if months is not None else Decimal("Infinity")


def _adjective(label: str) -> str:
    return "vertebral" if label == "vertebra" else label

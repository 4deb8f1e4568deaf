"""Notes read anew and held against their gold files, one by one and over a folder."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

from osteocase.evaluation.agreement import UNSCORED_FIELDS, Agreement, as_number
from osteocase.evaluation.gold import GoldNote, Part, find_gold, read_gold
from osteocase.evaluation.matching import (
    FINDING_CONCEPTS,
    UNLISTED_SCORES,
    assign,
    distinct_gold,
    fact_text,
    scored_fields,
)
from osteocase.evaluation.models import (
    Counts,
    Disagreement,
    Evaluation,
    FieldScore,
    ListName,
    ListScore,
    Missed,
    NoteScore,
    Spurious,
    ratio,
)
from osteocase.lexicon import Lexicon, default_lexicon
from osteocase.reading import read_file
from osteocase.records import Note, NoteRecord

__all__ = ["evaluate_folder", "evaluate_note"]

PATIENT_FIELDS = (
    "age_years", "sex", "height_cm", "weight_kg", "bmi_kg_m2", "ethnicity", "menopausal_status", "gravidity", "parity",
)  # fmt: skip
"""Fields of the patient that gold files are exhaustive for; further ones count where a gold file gives them."""


@dataclass
class _ListTally:
    notes: int = 0
    gold: int = 0
    found: int = 0
    repeats: int = 0
    pairs: int = 0
    strict: int = 0
    spurious: int = 0
    agree: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)


@dataclass
class _Tally:
    """Counts while notes are being scored."""

    lists: dict[str, _ListTally] = field(default_factory=lambda: defaultdict(_ListTally))
    patient_agree: Counter[str] = field(default_factory=Counter)
    patient_total: Counter[str] = field(default_factory=Counter)
    patient_spurious: int = 0
    notes: list[NoteScore] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    spurious: list[Spurious] = field(default_factory=list)
    disagreements: list[Disagreement] = field(default_factory=list)


def evaluate_folder(
    folder: Path,
    read: Callable[[Note], NoteRecord],
    *,
    part: Part = "all",
    lexicon: Lexicon | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """Score every note of a folder (and its subfolders) that has a gold file.

    Args:
        folder: holds ``NAME.txt`` with ``NAME.gold.json``.
        read: makes records of a note, such as ``osteocase.pipeline.extract``.
        part: ``open`` or ``held-out`` to score only that part (see ``is_held_out``).
        lexicon: looks up analytes, agents and units of the gold; the one that came with osteocase when left out.
        progress: told (notes done, notes in all) after each note.

    Raises:
        InputError: no folder, no gold file, or a note that cannot be read.
        RecordError: a gold file is not valid; the message names it.
    """
    paths = find_gold(folder, part)
    golds = [read_gold(path, folder) for path in paths]  # all are checked before the first note is read
    agreement = Agreement(lexicon if lexicon is not None else default_lexicon())
    tally = _Tally()
    for number, gold in enumerate(golds, start=1):
        note = read_file(gold.note_path, note_id=gold.name)
        _score_note(tally, agreement, gold, note, read(note))
        if progress is not None:
            progress(number, len(golds))
    return _evaluation(tally, part)


def evaluate_note(gold: GoldNote, note: Note, record: NoteRecord, *, lexicon: Lexicon | None = None) -> Evaluation:
    """Score one note."""
    tally = _Tally()
    _score_note(tally, Agreement(lexicon if lexicon is not None else default_lexicon()), gold, note, record)
    return _evaluation(tally, "all")


def _score_note(tally: _Tally, agreement: Agreement, gold: GoldNote, note: Note, record: NoteRecord) -> None:
    lines = _Lines(note.text)
    before = (len(tally.missed), len(tally.spurious))
    pairs = strict = 0
    for name in gold.lists:
        found_pairs, found_strict = _score_list(tally, agreement, gold, name, lines, record)
        pairs += found_pairs
        strict += found_strict
    if gold.patient is not None:
        _score_patient(tally, agreement, gold, record)
    tally.notes.append(
        NoteScore(
            note=gold.name,
            true_positive=pairs,
            strict_true_positive=strict,
            false_positive=len(tally.spurious) - before[1],
            false_negative=len(tally.missed) - before[0],
        )
    )


def _score_list(
    tally: _Tally, agreement: Agreement, gold: GoldNote, name: str, lines: _Lines, record: NoteRecord
) -> tuple[int, int]:
    """Score one list of one note; the numbers of pairs and of strict pairs."""
    wanted = distinct_gold(name, gold.lists[name])
    found = [entry.model_dump(mode="python") for entry in getattr(record, name)]
    if name == "findings":
        known = FINDING_CONCEPTS | {agreement.identity(name, row) for row in wanted}
        found = [row for row in found if row["concept"] in known]
    if name == "scores":
        listed = {agreement.identity(name, row) for row in wanted}
        found = [row for row in found if row["name"] not in UNLISTED_SCORES or row["name"] in listed]
    spans = [list(lines.quotes(row)) for row in wanted]
    same_place = {
        (i, j): any(start < row["source"]["end"] and row["source"]["start"] < end for start, end in spans[i])
        for i in range(len(wanted))
        for j, row in enumerate(found)
    }
    result = assign(agreement, name, wanted, found, same_place)
    counts = tally.lists[name]
    counts.notes += 1
    counts.gold += len(wanted)
    counts.found += len(found)
    counts.repeats += len(result.repeats)
    counts.pairs += len(result.pairs)
    counts.spurious += len(result.spurious)
    strict = 0
    for i, j in result.pairs:
        wrong = []
        for one in scored_fields(name, wanted[i]):
            counts.total[one] += 1
            if agreement.field(one, wanted[i][one], found[j]):
                counts.agree[one] += 1
            else:
                wrong.append(one)
        strict += not wrong
        for one in wrong:
            tally.disagreements.append(
                Disagreement(
                    note=gold.name,
                    list=name,
                    line=lines.line(found[j]["source"]["start"]),
                    fact=fact_text(name, wanted[i]),
                    field=one,
                    gold=_shown(wanted[i][one]),
                    found=_shown(found[j].get(one)) if found[j].get(one) is not None else None,
                )
            )
    counts.strict += strict
    for i in result.missed:
        quote = _quote(wanted[i])
        line = lines.line(spans[i][0][0]) if spans[i] else None
        tally.missed.append(Missed(note=gold.name, list=name, line=line, fact=fact_text(name, wanted[i]), quote=quote))
    for j in result.spurious:
        source = found[j]["source"]
        tally.spurious.append(
            Spurious(
                note=gold.name,
                list=name,
                line=lines.line(source["start"]),
                fact=fact_text(name, found[j]),
                quote=source["text"],
                rule=found[j].get("rule"),
            )
        )
    return len(result.pairs), strict


def _score_patient(tally: _Tally, agreement: Agreement, gold: GoldNote, record: NoteRecord) -> None:
    wanted = {name: value for name, value in (gold.patient or {}).items() if name not in UNSCORED_FIELDS}
    found = record.patient.model_dump(mode="python")

    def differs(name: str, gold_value: str) -> None:
        shown = _shown(found[name]) if found.get(name) is not None else None
        tally.disagreements.append(
            Disagreement(
                note=gold.name, list="patient", line=None, fact="patient", field=name, gold=gold_value, found=shown
            )
        )

    for name, value in wanted.items():
        tally.patient_total[name] += 1
        if agreement.field(name, value, found):
            tally.patient_agree[name] += 1
        else:
            differs(name, _shown(value))
    for name in PATIENT_FIELDS:
        if name not in wanted and found.get(name) is not None:
            tally.patient_spurious += 1
            differs(name, "")


def _evaluation(tally: _Tally, part: Part) -> Evaluation:
    lists = []
    for name in get_args(ListName):
        if name not in tally.lists:
            continue
        counts = tally.lists[name]
        wrong = counts.pairs - counts.strict
        lists.append(
            ListScore(
                name=name,
                notes=counts.notes,
                gold=counts.gold,
                found=counts.found,
                repeats=counts.repeats,
                key=Counts.of(counts.pairs, counts.spurious, counts.gold - counts.pairs),
                strict=Counts.of(counts.strict, counts.spurious + wrong, counts.gold - counts.strict),
                fields=_field_scores(counts.agree, counts.total),
            )
        )
    return Evaluation(
        part=part,
        notes=tuple(tally.notes),
        lists=tuple(lists),
        patient=_field_scores(tally.patient_agree, tally.patient_total),
        patient_spurious=tally.patient_spurious,
        missed=tuple(tally.missed),
        spurious=tuple(tally.spurious),
        disagreements=tuple(tally.disagreements),
    )


def _field_scores(agree: Mapping[str, int], total: Mapping[str, int]) -> tuple[FieldScore, ...]:
    return tuple(
        FieldScore(field=name, agree=agree.get(name, 0), total=count, accuracy=ratio(agree.get(name, 0), count))
        for name, count in sorted(total.items())
    )


def _shown(value: Any) -> str:
    """A field's value for people: a time by its words, an interval by its ends."""
    if isinstance(value, Mapping):
        if value.get("text") is not None:
            return str(value["text"])
        return " ".join(f"{name}={part}" for name, part in value.items() if part is not None)
    number = as_number(value)
    return format(number, "f") if number is not None and not isinstance(value, str) else str(value)


def _quote(row: Mapping[str, Any]) -> str | None:
    source = row.get("source")
    text = source.get("text") if isinstance(source, Mapping) else source
    return text if isinstance(text, str) else None


class _Lines:
    """Line numbers and quotes of one note."""

    def __init__(self, text: str) -> None:
        self._text = text

    def line(self, position: int) -> int:
        """Line from 1 that holds a character."""
        return self._text.count("\n", 0, position) + 1

    def quotes(self, row: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
        """Places of the note where the gold record's quote stands, white space aside."""
        quote = _quote(row)
        if not quote or not quote.split():
            return
        pattern = r"\s+".join(re.escape(word) for word in quote.split())
        for match in re.finditer(pattern, self._text):
            yield match.span()

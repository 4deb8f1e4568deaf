"""One drug in the place of another: ``not alendronate but risedronate 35 mg``; a dose stays with its own drug."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.spoken_times import DENIAL
from osteocase.assistant.words.vocabulary import Hit, Vocabulary
from osteocase.lexicon import TreatmentEntry
from osteocase.records import Finding, Record, Treatment
from osteocase.review.wording import word

__all__ = ["exchanged", "is_wrong", "of_dosed", "that_take_dose"]

_INTO = re.compile(
    r"^\W*(?:(?:really|actually|in fact)\s+)?(?:should (?:be|have been|read)|must (?:be|read)|"
    r"(?:was|is) (?:really|actually|in fact)|to|with|by|into|→|->)\W*$",
    re.IGNORECASE,
)
"""What stands between the wrong drug and the right one."""
_SIDE = re.compile(r"(?:left|right|bilateral)\s+", re.IGNORECASE)
"""The side of an operation stays when another one takes its place."""
_WRONG_BEHIND = re.compile(r"^\s*(?:is|was) (?:wrong|a mistake|an error|incorrect)\b", re.IGNORECASE)


def _drugs(heard: Heard) -> list[Hit]:
    """The drugs that are named, each once."""
    named = [one for one in heard.hits if one.topic == "treatment" and one.end > one.start and one.group != "family"]
    return list({one.id: one for one in reversed(named)}.values())[::-1]


def exchanged(heard: Heard, records: Sequence[Record], vocabulary: Vocabulary) -> dict[str, Any] | str | None:
    """What a treatment becomes when another drug takes its place; a question, or null where none does.

    The dose of the wrong drug is not kept: it says nothing of the right one.
    """
    pair = _wrong_and_right(heard)
    if pair is None:
        return None
    wrong, right = pair
    recorded = {one.agent for one in records if isinstance(one, Treatment)}
    if wrong not in recorded:
        return None
    label = vocabulary.label("treatment", right)
    if right in recorded:
        return (
            f"Both {vocabulary.label('treatment', wrong)} and {label} are recorded. Say which one to delete, or "
            "correct one of them by itself."
        )
    entry = vocabulary.lexicon.of(TreatmentEntry).get(right)
    figure = next((one for one in heard.figures if not one.negated and one.unit), None)
    side = next((match[0] for one in records if is_wrong(one, heard) and (match := _SIDE.match(word(one).what))), "")
    return {
        "agent": right,
        "name": f"{side}{label}",
        "kind": entry.kind if entry is not None else "drug",
        "drug_class": entry.drug_class if entry is not None else None,
        "dose": figure.value if figure is not None else None,
        "dose_unit": figure.unit if figure is not None else None,
        "dose_text": None,
        "frequency": heard.frequencies[0] if heard.frequencies else None,
    }


def is_wrong(record: Record, heard: Heard) -> bool:
    """Whether it is of the drug that another one replaces."""
    pair = _wrong_and_right(heard)
    return pair is not None and isinstance(record, Treatment) and record.agent == pair[0]


def of_dosed(heard: Heard, records: Sequence[Record]) -> list[Record]:
    """Of several drugs that are named, the records of the one that the new dose stands behind."""
    figure = next((one for one in heard.figures if not one.negated and one.unit), None)
    drugs = _drugs(heard)
    if figure is None or len(drugs) < 2:
        return list(records)
    before = [one for one in drugs if heard.offsets[one.start] < figure.start] or drugs
    return [one for one in records if not isinstance(one, Treatment) or one.agent == before[-1].id]


def that_take_dose(heard: Heard, records: list[Record]) -> list[Record]:
    """A new dose is meant for the record that tells a dose; that a drug was taken at all has none."""
    if not any(figure.unit for figure in heard.figures):
        return records
    dosed: list[Record] = [one for one in records if isinstance(one, Treatment) and one.dose is not None]
    return dosed or ([one for one in records if not isinstance(one, Finding)] if heard.drugs else records)


def _wrong_and_right(heard: Heard) -> tuple[str, str] | None:
    drugs = _drugs(heard)
    if len(drugs) != 2:
        return None
    first, second = drugs
    denied = [one for one in drugs if DENIAL.search(heard.say[: heard.offsets[one.start]])]
    if len(denied) == 1 and "from" not in heard.words:
        return denied[0].id, (second if denied[0] is first else first).id
    behind = heard.offsets[first.end] if first.end < len(heard.words) else len(heard.say)
    between = heard.say[behind : heard.offsets[second.start]]
    if not denied and (_INTO.match(between) or _WRONG_BEHIND.match(between)):
        return first.id, second.id
    return None

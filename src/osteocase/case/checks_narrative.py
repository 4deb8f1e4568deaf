"""Checks of what the text claims against what the numbers say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from osteocase.case.checks_range import result_words
from osteocase.case.facts import Facts, Mechanism, Told
from osteocase.case.series import months_of, score_series
from osteocase.case.statements import GIVEN
from osteocase.case.wording import at_months, listed, number
from osteocase.lexicon import CheckEntry
from osteocase.records import Finding, Lab, Record

__all__ = ["FUNCTIONS"]

_BEFORE_CLAIM = Decimal(4)
"""Months before a statement within which a result speaks to it."""


def claim_against_labs(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A finding told as absent while a result speaks for it.

    ``words``: ``concepts`` that are denied; ``low`` and ``high``: analytes whose low or high result speaks for them.
    Message: ``claim``, ``results``.
    """
    for claim in facts.concepts(*entry.words.get("concepts", ()), status="absent"):
        against = _labs_against(facts, entry, claim)
        if against:
            yield Told(
                records=(claim.id, *(lab.id for lab in against)),
                values={"claim": claim.source.text, "results": listed([result_words(lab) for lab in against])},
                stated=claim.source.text,
                computed="; ".join(f"{lab.analyte} {lab.flag}" for lab in against),
            )


def _labs_against(facts: Facts, entry: CheckEntry, claim: Record) -> list[Lab]:
    position = facts.timeline.note_position(claim.source.note)
    claimed = position.months if position is not None else None
    return [
        lab
        for flag in ("low", "high")
        for analyte in entry.words.get(flag, ())
        for lab in _speaking(facts.labs.get(analyte, ()), claimed)
        if lab.flag == flag
    ]


def _speaking(labs: Sequence[Lab], claimed_at: Decimal | None) -> list[Lab]:
    """The results that a statement made at a time has to answer for: those of its months, else the last before it."""
    if claimed_at is None:
        return list(labs)
    before = [lab for lab in labs if (at := months_of(lab)) is None or at <= claimed_at + 1]
    near = [lab for lab in before if (at := months_of(lab)) is None or at >= claimed_at - _BEFORE_CLAIM]
    return near or before[-1:]


def no_risk_factors(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """ "No risk factors" beside a low body mass index, a low vitamin D or a risk factor that the notes tell.

    ``words``: ``concepts`` of the claim, ``risks`` that contradict it, ``low`` analytes. ``limits``: ``bmi``.
    Message: ``claim``, ``against``.
    """
    for claim in facts.concepts(*entry.words["concepts"], status="absent"):
        records: list[str] = []
        words: list[str] = []
        bmi = facts.derived("bmi")
        if bmi and bmi[0].value is not None and bmi[0].value < entry.limits["bmi"]:
            records += bmi[0].records
            words.append(f"a body mass index of {number(bmi[0].value, 1)} kg/m²")
        for lab in _labs_against(facts, entry, claim):
            records.append(lab.id)
            words.append(result_words(lab))
        for risk in facts.concepts(*entry.words["risks"]):
            records.append(risk.id)
            words.append(f"“{risk.source.text}”")
        if words:
            yield Told(
                records=(claim.id, *dict.fromkeys(records)),
                values={"claim": claim.source.text, "against": listed(words)},
                stated=claim.source.text,
                computed="; ".join(words),
            )


def alone_with_others(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A drug told as given alone while the notes tell of others beside it.

    ``words``: ``concepts`` of the claim, ``kinds`` of treatment that count. Message: ``claim``, ``others``.
    """
    main = facts.timeline.main_drug
    others = [
        item
        for item in facts.case.treatments
        if item.agent != main
        and item.subject == "patient"
        and item.kind in entry.words["kinds"]
        and item.status in GIVEN - {"past"}
    ]
    for claim in facts.concepts(*entry.words["concepts"]):
        if others:
            yield Told(
                records=(claim.id, *(item.id for item in others)),
                values={"claim": claim.source.text, "others": listed([item.name for item in others])},
                stated=claim.source.text,
                computed=", ".join(item.agent for item in others),
            )


def outcome_against_scores(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Pain told as better while every score of the same time rose, or as worse while every one fell.

    ``words``: ``better`` and ``worse`` concepts, ``scores``. Message: ``claim``, ``scores``.
    """
    for direction, concepts in ((1, entry.words["better"]), (-1, entry.words["worse"])):
        for claim in facts.concepts(*concepts):
            assert isinstance(claim, Finding)
            at = claim.time.months if claim.time is not None else None
            moved: list[tuple[Decimal, str, str]] = []
            for (name, _), values in score_series(facts.case.scores).items():
                if name not in entry.words["scores"] or at is None:
                    continue
                now = [item for item in values if abs((months_of(item) or Decimal(0)) - at) <= 1]
                before = [item for item in values if (months_of(item) or Decimal(0)) < at - 1]
                if now and before:
                    words = f"{name.upper()} {number(before[-1].value)} to {number(now[0].value)}"
                    moved.append((now[0].value - before[-1].value, words, now[0].id))
            if moved and all(change * direction > 0 for change, _, _ in moved):
                yield Told(
                    records=(claim.id, *(record for _, _, record in moved)),
                    values={"claim": claim.source.text, "scores": listed([words for _, words, _ in moved])},
                    stated=claim.source.text,
                    computed="; ".join(words for _, words, _ in moved),
                )


def diagnosis_without_support(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """A diagnosis that rests on a result, beside that result within its interval.

    ``words``: ``concepts``; analytes under ``low`` and ``high`` of which one would have to be so. Message: ``claim``,
    ``results``.
    """
    wanted = {analyte: flag for flag in ("low", "high") for analyte in entry.words.get(flag, ())}
    for claim in facts.concepts(*entry.words["concepts"]):
        position = facts.timeline.note_position(claim.source.note)
        claimed = position.months if position is not None else None
        told = [lab for name in wanted for lab in _speaking(facts.labs.get(name, ()), claimed) if lab.flag]
        if told and all(lab.flag != wanted[lab.analyte] for lab in told):
            yield Told(
                records=(claim.id, *(lab.id for lab in told)),
                values={"claim": claim.source.text, "results": listed([result_words(lab) for lab in told])},
                stated=claim.source.text,
                computed="; ".join(f"{lab.analyte} {lab.flag}" for lab in told),
            )


def onsets_differ(facts: Facts, entry: CheckEntry) -> Iterator[Told]:
    """Symptoms told as present all through a pregnancy beside an onset after its beginning.

    ``words``: ``concepts``. ``limits``: ``slack`` (months). Message: ``one``, ``other``, ``distance``.
    """
    onsets = [item for item in facts.case.events if item.kind == "symptom_onset" and item.time is not None]
    for one in onsets:
        for other in onsets:
            first = one.time.months if one.time is not None else None
            second = other.time.months if other.time is not None else None
            if first is None or second is None or second - first <= entry.limits["slack"]:
                continue
            here, there = _concepts(facts, one.records), _concepts(facts, other.records)
            if here & there or not (here and there):
                yield Told(
                    records=(one.id, other.id),
                    values={
                        "one": f"“{one.source.text}” ({at_months(one.time)})",
                        "other": f"“{other.source.text}” ({at_months(other.time)})",
                        "distance": number(second - first, 0),
                    },
                    stated=f"{at_months(one.time)} / {at_months(other.time)}",
                )


def _concepts(facts: Facts, records: tuple[str, ...]) -> set[str]:
    """What the onsets are of; an onset without a finding is one of the main complaint."""
    return {item.concept for item in facts.case.findings if item.id in records}


FUNCTIONS: Mapping[str, Mechanism] = {
    "claim_against_labs": claim_against_labs,
    "no_risk_factors": no_risk_factors,
    "alone_with_others": alone_with_others,
    "outcome_against_scores": outcome_against_scores,
    "diagnosis_without_support": diagnosis_without_support,
    "onsets_differ": onsets_differ,
}

"""Findings: symptoms, signs, diagnoses, risk factors and outcomes, present, absent or possible, of the patient or a
relative.

A finding is a term of ``patterns/findings.toml`` with what the words around it say. One that the note tells several
times with the same status is one record.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from osteocase.lexicon import FindingEntry
from osteocase.lexicon.normal import WORD, normal_words
from osteocase.pipeline.context import Context
from osteocase.pipeline.finding_fields import FieldAnswer, field_answer
from osteocase.pipeline.fracture_levels import find_levels
from osteocase.pipeline.fractures import find_fractures
from osteocase.pipeline.knowledge import Knowledge
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.timelinks import nearest_time
from osteocase.pipeline.times import time_draft

__all__ = ["find_findings"]

_RELATIVES = frozenset(
    [
        "mother",
        "father",
        "parent",
        "sister",
        "brother",
        "sibling",
        "grandmother",
        "grandfather",
        "grandparent",
        "aunt",
        "uncle",
        "daughter",
        "son",
        "child",
        "cousin",
        "family",
    ]
)
_FAMILY_CONCEPT = {"osteoporosis": "family_osteoporosis", "osteopenia": "family_osteoporosis"}
"""A relative's osteoporosis is the patient's risk factor, not the patient's disease."""
_NUMBER_AFTER = re.compile(r"\s*(?:\w+\s+)?(?:to|from|by|below|under)\s+(?:about\s+|approximately\s+)?[<>~]?\d")
_QUIT = re.compile(r"\b(?:quit|stopped|gave up|given up|ceased|until)\b", re.IGNORECASE)
_AMOUNT = {
    "smoking": re.compile(
        r"\d+(?:\.\d+)?[\s-]*pack[\s-]*years?|(?:\d+(?:[-–]\d+)?|one|two|three|half a|half)\s*(?:cigarettes?|packs?|ppd)(?:\s*(?:a|per|/)\s*(?:day|week))?",
        re.IGNORECASE,
    ),
    "alcohol": re.compile(
        r"(?:\d+(?:\s*[-–]\s*\d+)?|one|two|three|four|five)\s*(?:units?|drinks?|glasses?|bottles?|beers?|pints?)(?:\s+of\s+\w+)?(?:\s*(?:a|per|/|every|each)\s*(?:day|week|month|weekend|night|evening))?",
        re.IGNORECASE,
    ),
    "height_loss": re.compile(r"\d+(?:\.\d+)?\s*(?:-|–)?\s*(?:cm|centimet(?:er|re)s?|inch(?:es)?|in\b)", re.IGNORECASE),
}


class _Told(NamedTuple):
    """One telling of a finding before the tellings of a note are put together."""

    mention: Mention
    entry: FindingEntry
    status: str
    temporality: str
    subject: str
    start: int
    end: int
    rule: str


def find_findings(scan: Scan) -> list[Draft]:
    """Drafts of all findings of a text, each statement once."""
    hidden = _hidden(scan)
    told = []
    for mention in scan.by_topic.get("finding", ()):
        if any(start <= mention.start and mention.end <= end for start, end in hidden):
            continue
        telling = _tell(scan, mention)
        if telling is not None:
            told.append(telling)
    told = _without_contradiction(scan, told)
    drafts = [_draft(scan, telling) for telling in told]
    drafts += _family_fractures(scan)
    return _merge(drafts)


@lru_cache(maxsize=4)
def _not_terms(knowledge: Knowledge) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word of a wording that means something else, to the rest of it and the concept it protects."""
    wordings: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in knowledge.findings.values():
        for term in entry.not_terms:
            words = normal_words(term)
            wordings.setdefault(words[0], []).append((words, entry.id))
    return wordings


def _hidden(scan: Scan) -> list[tuple[int, int]]:
    """Stretches whose words look like a finding and mean something else: ``fall risk``."""
    wordings = _not_terms(scan.knowledge)
    spans = [(match.start(), match.end()) for match in WORD.finditer(scan.text)]
    words = [" ".join(normal_words(scan.text[start:end])) for start, end in spans]
    hidden = []
    for position, word in enumerate(words):
        for wording, _ in wordings.get(word, ()):
            last = position + len(wording)
            if tuple(words[position:last]) == wording:
                hidden.append((spans[position][0], spans[last - 1][1]))
    return hidden


def _tell(scan: Scan, mention: Mention) -> _Told | None:
    entry = scan.knowledge.findings[mention.id]
    section = scan.section_at(mention.start)
    if section.effect == "not_patient" or mention.covered == "analyte":
        return None
    if entry.id == "glucocorticoid_use" and section.effect == "allergy":
        return None
    if entry.id == "falls" and _is_value_falling(scan, mention):
        return None
    if entry.id == "height_loss" and _is_vertebral(scan, mention):
        return None
    context = scan.context(_core(scan, mention, entry), mention.end)
    answer = field_answer(scan.text, mention.end)
    if answer is FieldAnswer.UNKNOWN or (context.hypothetical and answer is None and mention.variant != "absent"):
        return None
    status, temporality = context.status, context.temporality
    if mention.variant == "absent" or answer is FieldAnswer.NO:
        status = "absent"
    elif answer in {FieldAnswer.YES, FieldAnswer.FORMER}:
        status = "present"
    if mention.variant == "historical" or answer is FieldAnswer.FORMER:
        temporality = "historical" if status != "absent" else "current"
    elif temporality == "historical" and not _is_past(scan, entry, context):
        temporality = "current"
    if status == "present" and temporality == "current" and _has_stopped(scan, mention, entry):
        temporality = "historical"
    subject = context.subject
    if entry.id.startswith("family_") and subject not in _RELATIVES:
        subject = "family"
    return _Told(
        mention,
        entry,
        status,
        temporality,
        subject,
        mention.start,
        mention.end,
        f"findings.{mention.variant or 'term'}",
    )


def _core(scan: Scan, mention: Mention, entry: FindingEntry) -> int:
    """Start of the words whose context counts: ``no family history of`` must not vanish in its own term."""
    if not entry.id.startswith("family_"):
        return mention.start
    return mention.start + scan.text[mention.start : mention.end].rstrip().rfind(" ") + 1


def _is_past(scan: Scan, entry: FindingEntry, context: Context) -> bool:
    """A disease in the list of past illnesses has not gone, and a symptom that the patient "has had" goes on."""
    cues = [cue for cue in context.cues if cue.category == "historical"]
    if entry.kind == "diagnosis":
        return any(not cue.rule.startswith("section.") for cue in cues)
    if entry.kind == "symptom":
        return any(scan.text[cue.start : cue.end].lower() != "has had" for cue in cues)
    return True


def _is_value_falling(scan: Scan, mention: Mention) -> bool:
    """``haemoglobin fell to 8``: what falls is a measurement, not the patient."""
    if _NUMBER_AFTER.match(scan.text, mention.end):
        return True
    start, _ = scan.sentence_at(mention.start)
    near = scan.mentions_in(max(start, mention.start - 40), mention.start, "analyte", "score", "bmd_site")
    return any(not re.search(r"[,;.]", scan.text[other.end : mention.start]) for other in near)


def _is_vertebral(scan: Scan, mention: Mention) -> bool:
    """Loss of height of a vertebra belongs to its fracture."""
    start, end = scan.sentence_at(mention.start)
    near = (max(start, mention.start - 45), min(end, mention.end + 45))
    if find_levels(scan.text, *near, scan.knowledge):
        return True
    bones = scan.mentions_in(*near, "bone")
    return any(scan.knowledge.bones[bone.id].bone == "vertebra" for bone in bones)


def _has_stopped(scan: Scan, mention: Mention, entry: FindingEntry) -> bool:
    """``20 pack-years, quit in 2005``; ``prednisone, which was stopped``."""
    start, end = scan.sentence_at(mention.start)
    if entry.id in {"smoking", "alcohol"}:
        return _QUIT.search(scan.text, mention.end, min(end, mention.end + 60)) is not None
    if entry.id != "glucocorticoid_use":
        return False
    words = scan.knowledge.words
    for word in scan.words_in(max(start, mention.start - 30), min(end, mention.end + 60), "status_stop", "status_past"):
        if words[word.id].value == "before" and word.end <= mention.start:
            return not re.search(r"[,;]", scan.text[word.end : mention.start])
        if words[word.id].value != "before" and word.start >= mention.end:
            return not re.search(r";", scan.text[mention.end : word.start])
    return False


def _without_contradiction(scan: Scan, told: list[_Told]) -> list[_Told]:
    """In one sentence the word that answers by itself wins: ``Tobacco use: non-smoker``, ``ex-smoker, 20 pack-years``."""
    decided: dict[tuple[int, str, str], _Told] = {}
    for telling in told:
        if telling.mention.variant in {"absent", "historical"}:
            decided.setdefault((scan.sentence_index(telling.start), telling.entry.id, telling.subject), telling)
    kept = []
    for telling in told:
        winner = decided.get((scan.sentence_index(telling.start), telling.entry.id, telling.subject))
        if winner is not None and telling is not winner and telling.mention.variant not in {"absent", "historical"}:
            continue
        kept.append(telling)
    return kept


def _draft(scan: Scan, telling: _Told) -> Draft:
    entry = telling.entry
    concept, name = entry.id, entry.label
    if telling.subject in _RELATIVES and concept in _FAMILY_CONCEPT:
        concept = _FAMILY_CONCEPT[concept]
        name = scan.knowledge.findings[concept].label
    start, end, detail = telling.start, telling.end, None
    amount = _amount(scan, telling)
    if amount is not None:
        detail = scan.text[amount[0] : amount[1]]
        start, end = min(start, amount[0]), max(end, amount[1])
    time = nearest_time(scan, telling.start, telling.end)
    age = time.value if time is not None and time.kind == "age" and telling.subject in _RELATIVES else None
    if age is not None and time is not None:
        start, end = min(start, time.start), max(end, time.end)
    return {
        "concept": concept,
        "name": name,
        "kind": scan.knowledge.findings[concept].kind,
        "status": telling.status,
        "temporality": telling.temporality,
        "subject": telling.subject,
        "subject_age_years": age,
        "detail": detail,
        "time": time_draft(scan.text, time) if time is not None else None,
        "start": start,
        "end": end,
        "also": [],
        "rule": telling.rule,
    }


def _amount(scan: Scan, telling: _Told) -> tuple[int, int] | None:
    pattern = _AMOUNT.get(telling.entry.id)
    if pattern is None or telling.status == "absent":
        return None
    left, right = scan.sentence_at(telling.start)
    match = pattern.search(scan.text, max(left, telling.start - 40), min(right, telling.end + 60))
    return match.span() if match else None


def _family_fractures(scan: Scan) -> list[Draft]:
    """A relative's fracture is a risk factor of the patient (FRAX asks for the parents' hips)."""
    entry = scan.knowledge.findings.get("family_fracture")
    if entry is None:
        return []
    drafts = []
    for fracture in find_fractures(scan):
        if fracture["subject"] not in _RELATIVES:
            continue
        time = fracture["time"]
        age = time["offset"]["value"] if time is not None and time["kind"] == "age" and time["offset"] else None
        start, end = fracture["start"], fracture["end"]
        if age is not None and time is not None:
            spot = scan.text.find(time["text"], start)
            end = max(end, spot + len(time["text"])) if 0 <= spot - end < 200 else end
            age = age if scan.text.find(str(age), start, end) >= 0 else None
        drafts.append(
            {
                "concept": entry.id,
                "name": entry.label,
                "kind": entry.kind,
                "status": fracture["status"],
                "temporality": "current" if fracture["status"] == "absent" else fracture["temporality"],
                "subject": fracture["subject"],
                "subject_age_years": age,
                "body_site": fracture["bone"],
                "time": time,
                "start": start,
                "end": end,
                "also": [],
                "rule": "findings.family_fracture",
            }
        )
    return drafts


def _merge(drafts: list[Draft]) -> list[Draft]:
    """One record a statement; a doubt that the note itself settles is no statement of its own."""
    drafts.sort(key=lambda draft: (draft["start"], draft["end"]))
    kept: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        key = (draft["concept"], draft["status"], draft["temporality"], draft["subject"])
        first = kept.get(key)
        if first is None:
            kept[key] = draft
            continue
        if (draft["start"], draft["end"]) != (first["start"], first["end"]):
            first["also"].append((draft["start"], draft["end"]))
        for name in ("detail", "time", "subject_age_years", "body_site"):
            if name == "time" and first.get(name) is None:
                first[name] = draft.get(name)
    settled = {(concept, subject) for concept, status, _, subject in kept if status == "present"}
    return [
        draft
        for draft in kept.values()
        if draft["status"] != "possible" or (draft["concept"], draft["subject"]) not in settled
    ]

"""Findings: symptoms, signs, diagnoses, risk factors and outcomes, present, absent or possible, of the patient or a
relative.

A finding is a term of ``patterns/findings.toml`` with what the words around it say. One that the note tells several
times with the same status is one record.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import NamedTuple

from osteocase.lexicon import FindingEntry
from osteocase.pipeline.findings.context import (
    is_other_thing,
    not_needed,
    status_of,
    subject_of,
    temporality_of,
)
from osteocase.pipeline.findings.derived import derived_mentions, symptom_in
from osteocase.pipeline.findings.doubts import is_looked_for
from osteocase.pipeline.findings.family import (
    early_menopause,
    family_fractures,
    height_courses,
    osteoporotic_fractures,
    without_general_family,
)
from osteocase.pipeline.findings.stopped import HABITS, as_it_stands, goes_on
from osteocase.pipeline.findings.vitamin_d import told_deficiencies
from osteocase.pipeline.header import lies_ahead
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.terms import Term, TermTree
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.statements.definitions import is_of_a_legend, is_only_related
from osteocase.pipeline.statements.everyone import (
    is_a_rare_harm_talked_of,
    is_a_side_effect_talked_of,
    is_taught,
    opens_with_everyone,
)
from osteocase.pipeline.statements.form_fields import FieldAnswer, field_answer, heads_fields, ticked
from osteocase.pipeline.statements.person import RELATIVES, told_with
from osteocase.pipeline.statements.time_links import nearest_time
from osteocase.pipeline.times.find import time_draft

__all__ = ["find_findings"]

_FAMILY_CONCEPT = {"osteoporosis": "family_osteoporosis"}
"""A relative's osteoporosis is the patient's risk factor, not the patient's disease."""
_NO_OTHER = re.compile(r"\b(?:other|additional)\s+\Z", re.IGNORECASE)
"""``denies any other falls``: there was one."""
_GIVEN_UP = re.compile(r"(?:quit|stopped|gave\s+up|given\s+up|ceased)\b", re.IGNORECASE)
_PRESUMED = re.compile(r"(?:presumed|probable|likely)\s", re.IGNORECASE)
_ONCE = {"early_menopause"}
"""What happens once in a life: told with its age it is past, and still the same fact."""
_KIND_OF = {"pregnancy_lactation_osteoporosis": "osteoporosis", "kyphoscoliosis": "kyphosis"}
_AMOUNT = {
    "smoking": re.compile(
        r"\d+(?:\.\d+)?[\s-]*pack[\s-]*years?"
        r"|(?:(?<![\d./])(?:\d/\d|\d*\.?\d+(?:[-–]\d+)?)|one|two|three|half a|half|½)\s*(?:cigarettes?|packs?|ppd)"
        r"(?:\s*(?:a|per|/)\s*(?:day|week))?"
        r"|(?:(?<=smok\w\w )|(?<=smoking ))(?:\d+(?:[-–]\d+)?|ten|fifteen|twenty)\s*(?:cigs?\s*)?(?:/|a\b|per)\s*day",
        re.IGNORECASE,
    ),
    "alcohol": re.compile(
        r"(?:\d+(?:\s*[-–]\s*\d+)?|one|two|three|four|five)\s*(?:units?|drinks?|glasses?|bottles?|beers?|pints?)"
        r"(?:\s+of\s+\w+)?(?:\s*(?:a|per|/|every|each)\s*(?:day|week|month|weekend|night|evening))?",
        re.IGNORECASE,
    ),
    "height_loss": re.compile(
        r"(?<![\d.])[12]?\d(?:\.\d+)?\s*(?:-|–)?\s*(?:cm|centimet(?:er|re)s?|inch(?:es)?|in\b)", re.IGNORECASE
    ),
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
    hidden, outcomes = _beside_terms(scan)
    known = scan.by_topic.get("finding", ())
    mentions = [mention for mention in known if not _is_outcome(scan, mention.id)]
    mentions += [mention for mention in map(partial(symptom_in, scan), known) if mention is not None]
    told = []
    for mention in sorted([*mentions, *outcomes, *derived_mentions(scan), *told_deficiencies(scan)]):
        if any(start <= mention.start and mention.end <= end for start, end in hidden.get(mention.id, ())):
            continue
        if (telling := _tell(scan, mention)) is not None:
            told.append(telling)
    told = _without_contradiction(scan, told)
    drafts = [draft for telling in told for draft in _drafts(scan, telling)]
    drafts += family_fractures(scan) + osteoporotic_fractures(scan) + height_courses(scan) + early_menopause(scan)
    return _merge(without_general_family(drafts))


def _is_outcome(scan: Scan, concept: str) -> bool:
    return scan.knowledge.findings[concept].kind == "outcome"


@lru_cache(maxsize=4)
def _special_terms(knowledge: Knowledge) -> TermTree:
    """Wordings that hide a finding, and outcomes, which share words with symptoms (``back pain has improved``)."""
    tree = TermTree()
    for entry in knowledge.findings.values():
        for term in entry.not_terms:
            tree.add(term, Term("finding", entry.id, "not"))
        if entry.kind == "outcome":
            for term in entry.terms:
                tree.add(term, Term("finding", entry.id, ""))
            for abbreviation in entry.abbreviations:
                tree.add(abbreviation, Term("finding", entry.id, "exact"), exact=True)
    return tree


def _beside_terms(scan: Scan) -> tuple[dict[str, list[tuple[int, int]]], list[Mention]]:
    """Stretches that mean something else than a finding (``fall risk``), by concept; and the outcomes of the text."""
    spans = scan.indexed.word_spans
    hidden: dict[str, list[tuple[int, int]]] = {}
    outcomes: list[Mention] = []
    for first, last, term in _special_terms(scan.knowledge).find(scan.indexed.plain_words, scan.indexed.lower_words):
        start, end = spans[first][0], spans[last - 1][1]
        if "\n\n" in scan.text[start:end]:
            continue
        if term.variant == "not":
            hidden.setdefault(term.id, []).append((start, end))
        elif not any(other.start <= start < other.end for other in outcomes):
            outcomes.append(Mention(start, end, "finding", term.id, term.variant, ""))
    return hidden, outcomes


def _tell(scan: Scan, mention: Mention) -> _Told | None:
    entry = scan.knowledge.findings[mention.id]
    if scan.section_at(mention.start).effect == "not_patient" or mention.covered == "analyte":
        return None
    if is_other_thing(scan, mention, entry) or is_of_a_legend(scan, mention.start) or heads_fields(scan, mention):
        return None
    if opens_with_everyone(scan, mention.start) or is_taught(scan, mention.start, mention.end):
        return None
    core = _core(scan, mention, entry)
    context = scan.context(core, mention.end)
    answer = ticked(scan.text, mention.start, mention.end) or field_answer(scan.text, mention.end)
    if answer is FieldAnswer.UNKNOWN or (context.hypothetical and answer is None and mention.variant != "absent"):
        return None
    denials = [(cue.start, cue.end) for cue in context.cues if cue.category == "negated"]
    if (
        entry.kind in {"diagnosis", "history"}
        and answer is None
        and is_looked_for(scan.text, entry.id, mention.start, mention.end, denials)
    ):
        return None
    if (
        entry.id == "falls"
        and context.negated
        and _NO_OTHER.search(scan.text, max(0, mention.start - 16), mention.start)
    ):
        return None
    status, temporality = status_of(scan, mention, context), temporality_of(scan, mention, entry, context)
    if mention.variant == "absent" or answer is FieldAnswer.NO or not_needed(scan, mention):
        status = "absent"
    elif answer in {FieldAnswer.YES, FieldAnswer.FORMER}:
        status = "present"
    if is_only_related(scan.text, mention.start, mention.end, denied=status == "absent") or (
        status != "absent"
        and entry.kind != "history"
        and (
            is_a_side_effect_talked_of(scan, mention.start, mention.end)
            or is_a_rare_harm_talked_of(scan, mention.start, mention.end)
        )
    ):
        return None
    if status == "possible" and mention.variant == "told":
        status = "present"  # "considered deficient" doubts nothing
    elif status == "present" and _PRESUMED.match(scan.text, mention.start):
        status = "possible"
    if status == "absent" and mention.variant == "historical" and _GIVEN_UP.match(scan.text, mention.start):
        cue = max(
            (cue.end for cue in context.cues if cue.category == "negated" and cue.end <= mention.start), default=0
        )
        is_apart = "," in scan.text[cue : mention.start]  # ``does not drink, stopped smoking``, not ``has not stopped``
        return _Told(
            mention, entry, "present", "historical" if is_apart else "current", subject_of(scan, context, core),
            mention.start, mention.end, "findings.given_up",
        )  # fmt: skip
    former = answer is FieldAnswer.FORMER or (mention.variant == "historical" and not goes_on(scan, mention, entry))
    status, temporality = as_it_stands(scan, mention, entry, status, "historical" if former else temporality)
    subject = subject_of(scan, context, core, habit=entry.id in HABITS)
    if entry.id.startswith("family_") and subject not in RELATIVES:
        subject = "family"
    rule = f"findings.{mention.variant or 'term'}"
    return _Told(mention, entry, status, temporality, subject, mention.start, mention.end, rule)


def _core(scan: Scan, mention: Mention, entry: FindingEntry) -> int:
    """Start of the words whose context counts: ``no family history of`` must not vanish in its own term."""
    if not entry.id.startswith("family_"):
        return mention.start
    return mention.start + scan.text[mention.start : mention.end].rstrip().rfind(" ") + 1


def _without_contradiction(scan: Scan, told: list[_Told]) -> list[_Told]:
    """In one sentence the word that answers by itself wins: ``Tobacco use: non-smoker``, ``ex-smoker, 20 packs``."""
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


def _drafts(scan: Scan, telling: _Told) -> list[Draft]:
    """The finding, and the one that it is a kind of: osteoporosis of pregnancy is osteoporosis."""
    draft = _draft(scan, telling)
    if others := told_with(scan, telling.subject, telling.start):
        return [*(_draft(scan, telling._replace(subject=other)) for other in others), draft]
    if (wider := _KIND_OF.get(draft["concept"])) is None or telling.subject != "patient":
        return [draft]
    entry = scan.knowledge.findings[wider]
    return [draft, {**draft, "concept": wider, "name": entry.label, "kind": entry.kind, "also": []}]


_OTHER_PERSON = re.compile(
    r"\b(?:mother|father|parents?|sisters?|brothers?|siblings?|aunts?|uncles?|grand\w+|sons?|daughters?|cousins?|nieces?|"
    r"nephews?|maternal|paternal|patient|she|he)\b",
    re.IGNORECASE,
)
"""Somebody who is named between an age and what is told behind it."""
_TOLD_BY_DRUGS = frozenset({"glucocorticoid_use"})


def _draft(scan: Scan, telling: _Told) -> Draft:
    entry = telling.entry
    concept, name = entry.id, entry.label
    if telling.subject in RELATIVES and concept in _FAMILY_CONCEPT:
        concept = _FAMILY_CONCEPT[concept]
        name = scan.knowledge.findings[concept].label
    start, end, detail = telling.start, telling.end, None
    amount = _amount(scan, telling)
    if amount is not None:
        detail = scan.text[amount[0] : amount[1]]
        start, end = min(start, amount[0]), max(end, amount[1])
    is_habit = concept in {"smoking", "alcohol"} and telling.temporality == "current"
    time = nearest_time(scan, telling.start, telling.end) if not is_habit else None
    if time is not None and time.kind == "age" and _OTHER_PERSON.search(scan.text[time.end : telling.start]):
        time = None  # "her father had a stroke at 68 and her sister has gout": the age is the father's
    if concept in _TOLD_BY_DRUGS and time is not None and time.date is not None and lies_ahead(scan, time.date):
        time = None  # "prednisolone 5 mg from 1 April": the plan is dated, not the use
    if concept == "family_fracture" and telling.status == "present":
        telling = telling._replace(temporality="historical")
    age = time.value if time is not None and time.kind == "age" and telling.subject in RELATIVES else None
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


_MUCH = r"(?P<much>(?:in|to)\s+excess|excess(?:ive(?:ly)?)?|heav(?:y|ily)|abuse|misuse|binge)"
_EXCESS = re.compile(rf"\b{_MUCH}\b", re.IGNORECASE)
_TOO_MUCH = re.compile(rf"\b{_MUCH}\s+(?:(?:of|amounts?\s+of|use\s+of)\s+)?\Z", re.IGNORECASE)
_TO_EXCESS = re.compile(rf"\s+(?:(?:alcohol|intake|use|consumption|is|not)\s+){{0,2}}{_MUCH}\b", re.IGNORECASE)


def _amount(scan: Scan, telling: _Told) -> tuple[int, int] | None:
    pattern = _AMOUNT.get(telling.entry.id)
    if telling.status == "absent":
        return _excess(scan, telling) if telling.entry.id == "alcohol" else None
    if pattern is None:
        return None
    left, right = scan.sentence_at(telling.start)
    own = telling.entry.id == "height_loss"  # its own words before the height that stands beside it
    match = pattern.search(scan.text, telling.start, telling.end) if own else None
    match = match or pattern.search(scan.text, max(left, telling.start - 40), min(right, telling.end + 60))
    return match.span() if match else None


def _excess(scan: Scan, telling: _Told) -> tuple[int, int] | None:
    """``denies excess alcohol``: what is denied is the excess, of which the record tells."""
    before = _TOO_MUCH.search(scan.text, max(0, telling.start - 24), telling.start)
    after = _TO_EXCESS.match(scan.text, telling.end)
    inside = _EXCESS.search(scan.text, telling.start, telling.end)
    told = inside or after or before
    return told.span("much") if told is not None else None


def _merge(drafts: list[Draft]) -> list[Draft]:
    """One record a statement; a doubt that the note itself settles is no statement of its own."""
    drafts.sort(key=lambda draft: (draft["start"], draft["end"]))
    kept: dict[tuple[str, ...], Draft] = {}
    for draft in drafts:
        when = "" if draft["concept"] in _ONCE or draft["concept"].startswith("family_") else draft["temporality"]
        key = (draft["concept"], draft["status"], when, draft["subject"])
        first = kept.get(key)
        if first is None:
            kept[key] = draft
            continue
        if (draft["start"], draft["end"]) != (first["start"], first["end"]):
            first["also"].append((draft["start"], draft["end"]))
        if "historical" in (first["temporality"], draft["temporality"]) and when == "":
            first["temporality"] = "historical"
        for name in ("detail", "time", "subject_age_years", "body_site"):
            if name == "time" and first.get(name) is None:
                first[name] = draft.get(name)
    settled = {(concept, subject) for concept, status, _, subject in kept if status == "present"}
    return [
        draft
        for draft in kept.values()
        if draft["status"] != "possible" or (draft["concept"], draft["subject"]) not in settled
    ]

"""The case in journal prose, made of records alone: no sentence where there is no record, every number with its source.

An author's own paragraphs stand beside these sections (``NarrativeSection(author=...)``); nothing here invents a
connection that the notes do not tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from osteocase.case.names import name_within
from osteocase.case.narrative_course import follow_up, outcome
from osteocase.case.narrative_diagnosis import diagnosis
from osteocase.case.narrative_treatment import treatment
from osteocase.case.prose import NarrativeSection, Phrase, Sentence, Writer, article, join_phrases, sentence
from osteocase.case.series import months_of, score_series
from osteocase.case.summed_up import earlier_treatments
from osteocase.case.wording import fracture_label, number, person_noun, score_short
from osteocase.lexicon import FindingEntry, Lexicon, ScoreEntry, default_lexicon
from osteocase.records import CaseRecord, Finding, Score

__all__ = ["NarrativeSection", "Phrase", "Sentence", "narrate"]

_RELATIVES = {"family": "family", "other": "family"}


def narrate(case: CaseRecord, *, lexicon: Lexicon | None = None) -> tuple[NarrativeSection, ...]:
    """The sections that the records fill, in the order background to outcome."""
    lexicon = lexicon or default_lexicon()
    writer = Writer(case)
    names = {entry.id: entry.label for entry in lexicon.of(FindingEntry).values()}
    written = (
        ("background", "Background", _background(writer, names, lexicon)),
        ("presentation", "Presentation", _presentation(writer, names, lexicon)),
        ("diagnosis", "Diagnostic assessment", diagnosis(writer, names)),
        ("treatment", "Treatment", treatment(writer, lexicon)),
        ("follow_up", "Follow-up", follow_up(writer, lexicon)),
        ("outcome", "Outcome", outcome(writer, names)),
    )
    sections = [(key, title, tuple(sentences)) for key, title, sentences in written]
    return tuple(NarrativeSection(key=key, title=title, sentences=told) for key, title, told in sections if told)


def _background(writer: Writer, names: dict[str, str], lexicon: Lexicon) -> Iterator[Sentence]:
    yield from _who(writer)
    yield from _body(writer)
    yield from _habits(writer, names)
    yield from _history(writer, names, lexicon)
    yield from _relatives(writer, names)


def _who(writer: Writer) -> Iterator[Sentence]:
    patient = writer.case.patient
    noun = person_noun(patient.sex, patient.age_years, "person" if patient.age_years is not None else "")
    if not noun:
        return
    words = []
    if patient.age_years is not None:
        words.append(f"{number(patient.age_years)}-year-old")
    elif patient.age_text is not None:
        words.append(patient.age_text)
    if patient.menopausal_status is not None:
        words.append(patient.menopausal_status)
    elif patient.pregnancy_status in ("pregnant", "postpartum"):
        words.append(patient.pregnancy_status)
    if patient.lactating:
        words.append("breastfeeding")
    if patient.ethnicity is not None:
        words.append(patient.ethnicity)
    described = " ".join([*words, noun])
    fields = ("age_years", "age_text", "menopausal_status", "pregnancy_status", "lactating", "ethnicity", "sex")
    yield sentence(
        "the patient was ", Phrase(text=f"{article(described)} {described}", records=writer.patient(*fields))
    )
    if patient.menopause_age_years is not None:
        age = Phrase(text=f"{number(patient.menopause_age_years)} years", records=("patient/menopause_age_years",))
        yield sentence("menopause had occurred at the age of ", age)
    if patient.parity:
        times = {1: "once", 2: "twice"}.get(patient.parity, f"{_count(patient.parity)} times")
        yield sentence(f"{writer.subject} had given birth ", Phrase(text=times, records=("patient/parity",)))


def _count(value: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[value] if value < len(words) else str(value)


_VERB_FIRST = re.compile(r"(height|weight|body mass index) (.+)")


def _body(writer: Writer) -> Iterator[Sentence]:
    patient = writer.case.patient
    told = []
    if patient.height_cm is not None:
        told.append(Phrase(text=f"height {number(patient.height_cm)} cm", records=("patient/height_cm",)))
    if patient.weight_kg is not None:
        told.append(Phrase(text=f"weight {number(patient.weight_kg)} kg", records=("patient/weight_kg",)))
    computed = next((item for item in writer.case.derived if item.kind == "bmi"), None)
    if patient.bmi_kg_m2 is not None:
        words = f"body mass index {number(patient.bmi_kg_m2)} kg/m²"
        told.append(Phrase(text=words, records=("patient/bmi_kg_m2",)))
    elif computed is not None and computed.value is not None:
        words = f"body mass index {number(computed.value, 1)} kg/m²"
        told.append(Phrase(text=words, records=(computed.id, *computed.records)))
    if told:
        # the verb stands with the first of them alone
        told[0] = told[0].model_copy(update={"text": _VERB_FIRST.sub(r"\1 was \2", told[0].text)})
        yield sentence(join_phrases(told))


def _named(items: Sequence[Finding], names: dict[str, str]) -> list[Phrase]:
    """Findings by their names, each concept once, with its amount where it is told."""
    phrases: list[Phrase] = []
    for concept, group in groupby(sorted(items, key=lambda item: item.concept), key=lambda item: item.concept):
        told = list(group)
        detail = next((item.detail for item in told if item.detail), None)
        name = names.get(concept, told[0].name)
        words = f"{name} ({_small(detail)})" if detail else name
        phrases.append(Phrase(text=words, records=tuple(item.id for item in told)))
    return phrases


def _small(words: str) -> str:
    """Words of a note within a sentence: ``Two beers a week`` begins small, ``ANA`` does not."""
    return f"{words[:1].lower()}{words[1:]}" if words[1:2].islower() else words


def _of_patient(writer: Writer, *kinds: str) -> list[Finding]:
    return [item for item in writer.case.findings if item.subject == "patient" and item.kind in kinds]


_NOT_HISTORY = frozenset(
    {"consent_given", "ethics_approval", "ethics_approval_waived", "patient_perspective", "monotherapy",
     "osteoporosis_risk_factors", "future_pregnancy_wish", "trauma", "weaning_advised"}
)  # fmt: skip


def _habits(writer: Writer, names: dict[str, str]) -> Iterator[Sentence]:
    factors = _of_patient(writer, "risk_factor")
    drinks = [item for item in factors if item.status == "present" and item.concept == "alcohol"]
    present = [
        item for item in factors if item.status == "present" and item.temporality == "current" and item not in drinks
    ]
    now = {item.concept for item in present}
    past = [
        item
        for item in factors
        if item.status == "present"
        and item.temporality == "historical"
        and item.concept not in now
        and item not in drinks
    ]
    held = {item.concept for item in (*present, *past, *drinks)}
    denied = [item for item in factors if item.status == "absent" and item.concept not in held]
    if present:
        yield sentence("risk factors included ", join_phrases(_named(present, names)))
    if past:
        yield sentence("past risk factors included ", join_phrases(_named(past, names)))
    if drinks:
        # a risk only from three units a day on, which the notes' words leave to the reader
        verb = "drank" if any(item.temporality == "current" for item in drinks) else "had drunk"
        yield sentence(f"{writer.subject} {verb} ", join_phrases(_named(drinks, names)))
    if denied:
        yield sentence(f"{writer.subject} reported no ", join_phrases(_named(denied, names), "or"))


def _history(writer: Writer, names: dict[str, str], lexicon: Lexicon) -> Iterator[Sentence]:
    told = [
        item
        for item in _of_patient(writer, "diagnosis", "history")
        if item.status == "present"
        and (item.temporality == "historical" or item.kind == "history")
        and item.concept not in _NOT_HISTORY
    ]
    if told:
        yield sentence(f"{writer.possessive} history included ", join_phrases(_named(told, names)))
    yield from _broken_before(writer)
    past = earlier_treatments(writer.case)
    if past:
        drugs = [Phrase(text=name_within(item, lexicon), records=(item.id,)) for item in past]
        yield sentence("earlier treatment included ", join_phrases(drugs))


def _broken_before(writer: Writer) -> Iterator[Sentence]:
    """Old fractures, each with its time: those of before the case that no image of the case tells of."""
    records = {item.id: item for item in writer.case.fractures}
    known = {course.label for course in writer.case.ledger if course.verdict != "old"}
    phrases = []
    for course in sorted(writer.case.ledger, key=lambda item: (item.first_seen is None, item.first_seen or 0)):
        if course.verdict != "old" or course.label in known or (course.first_seen or 0) > 0:
            continue
        place = f"{'' if records[course.record].level is not None else 'the '}{course.label}"
        when = writer.when(course.first_seen) if (course.first_seen or 0) < 0 else ""
        phrases.append(Phrase(text=f"{place} {when}".rstrip(), records=(course.record,)))
    if phrases:
        lead = f"{writer.subject} had earlier had {'fractures' if len(phrases) > 1 else 'a fracture'} of "
        yield sentence(lead, join_phrases(phrases))


def _relatives(writer: Writer, names: dict[str, str]) -> Iterator[Sentence]:
    told = [item for item in writer.case.findings if item.subject != "patient" and item.status == "present"]
    fractures = [item for item in writer.case.fractures if item.subject != "patient" and item.status == "present"]
    for fracture in fractures:
        age = next(
            (item for item in told if item.subject == fracture.subject and item.subject_age_years is not None), None
        )
        who = _RELATIVES.get(fracture.subject, fracture.subject)
        told_place = fracture.level is not None or fracture.bone is not None
        place = f"{'a ' if fracture.level is None else ''}{fracture_label(fracture)}"
        words = f"had broken {place}" if told_place else "had had a fracture"
        parts = [Phrase(text=words, records=(fracture.id,))]
        if age is not None and age.subject_age_years is not None:
            parts.append(Phrase(text=f" at the age of {number(age.subject_age_years)}", records=(age.id,)))
        yield sentence(f"{writer.possessive} {who} ", parts)
    covered = {item.subject for item in fractures}
    others = [item for item in told if not (item.concept == "family_fracture" and item.subject in covered)]
    for subject, group in groupby(sorted(others, key=lambda item: item.subject), key=lambda item: item.subject):
        who = _RELATIVES.get(subject, subject)
        phrases = [
            phrase.model_copy(update={"text": phrase.text.removeprefix("family history of ")})
            for phrase in _named(list(group), names)
        ]
        yield sentence(f"{writer.possessive} {who} had a history of ", join_phrases(phrases))


def _presentation(writer: Writer, names: dict[str, str], lexicon: Lexicon) -> Iterator[Sentence]:
    symptoms = [
        item
        for item in _of_patient(writer, "symptom")
        if item.status == "present" and (item.time is None or (item.time.months or 0) <= 0)
    ]
    delivery = next((event for event in writer.case.events if event.kind == "delivery" and event.time), None)
    first = _first_visit(writer)
    if symptoms:
        parts = [Phrase(text=f"{writer.subject} presented with "), *join_phrases(_named(symptoms, names))]
        if (
            delivery is not None
            and delivery.time is not None
            and delivery.time.months is not None
            and first is not None
        ):
            passed = round(first - delivery.time.months)
            if passed >= 1:
                words = f", {_count(passed)} month{'s' if passed > 1 else ''} after delivery"
                parts.append(Phrase(text=words, records=(delivery.id,)))
        yield sentence(parts)
    for event in writer.case.events:
        if event.kind == "symptom_onset" and event.time is not None and event.time.months is not None:
            what = event.label.removeprefix("onset of ")
            verb = " had begun " if what != event.label else " was dated "
            yield sentence(f"{what}{verb}", Phrase(text=writer.when(event.time.months), records=(event.id,)))
    scores = [
        values[0]
        for values in score_series(writer.case.scores).values()
        if (months_of(values[0]) or 0) <= 1 and not values[0].name.startswith("frax")
    ]
    if scores:
        yield sentence(join_phrases(score_phrases(scores, lexicon)))
    signs = [item for item in _of_patient(writer, "sign") if item.status == "present"]
    if signs:
        yield sentence("examination showed ", join_phrases(_named(signs, names)))
    absent = [item for item in _of_patient(writer, "sign", "symptom") if item.status == "absent"]
    absent = [item for item in absent if item.time is None or (item.time.months or 0) <= 0]
    if absent:
        yield sentence("there was no ", join_phrases(_named(absent, names), "or"))


def _first_visit(writer: Writer) -> Decimal | None:
    """Month of the first visit: of the event, else of the first measurement."""
    told = [event.time.months for event in writer.case.events if event.kind == "visit" and event.time is not None]
    known = [months for months in told if months is not None]
    placed = [point.months for point in writer.case.timepoints if point.months is not None]
    return min(known or placed, default=None)


def score_phrases(scores: Sequence[Score], lexicon: Lexicon) -> list[Phrase]:
    """``the visual analogue scale for pain (VAS) score was 9 (range 0 to 10)``: a scale's name at its first mention."""
    phrases: list[Phrase] = []
    entries = lexicon.of(ScoreEntry)
    for item in scores:
        scale = (
            f" (range {number(item.min)} to {number(item.max)})"
            if item.min is not None and item.max is not None
            else ""
        )
        unit = f" {item.unit}" if item.unit else ""
        short = score_short(item)
        entry = entries.get(item.name)
        full = (entry.name if entry is not None else None) or short
        if short.lower() not in full.lower():
            full = f"{full} ({short})"
        verb = "was " if not phrases else ""
        phrases.append(Phrase(text=f"the {full} score {verb}{number(item.value)}{unit}{scale}", records=(item.id,)))
    return phrases

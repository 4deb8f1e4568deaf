"""What a journal asks of a case report, held against the case: limits, title, items beyond CARE, what it refuses."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from osteocase.case.select import select
from osteocase.case.wording import listed, number
from osteocase.errors import CaseError
from osteocase.lexicon import JournalEntry, Lexicon, default_lexicon
from osteocase.records import CaseRecord, Model

__all__ = ["JournalFit", "JournalItem", "age_words", "journal_fit", "journal_names"]


class JournalItem(Model):
    """One thing that the journal asks for."""

    asks: str
    state: Literal["met", "not_met", "needs_author"]
    reason: str | None = None
    records: tuple[str, ...] = ()


class JournalFit(Model):
    """A journal's demands, each with its state for this case."""

    id: str
    name: str
    source: str
    items: tuple[JournalItem, ...]


def journal_names(lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """Ids of all journals and guidelines of the patterns."""
    return tuple((lexicon or default_lexicon()).of(JournalEntry))


def journal_fit(
    case: CaseRecord, journal: str, *, words: int | None = None, lexicon: Lexicon | None = None
) -> JournalFit:
    """How the case stands with one journal; ``words`` is the length of the text where one is written.

    Raises:
        CaseError: the journal is not known.
    """
    lexicon = lexicon or default_lexicon()
    entry = lexicon.of(JournalEntry).get(journal)
    if entry is None:
        raise CaseError(f"no journal {journal!r} is known", hint=f"choose one of: {', '.join(journal_names(lexicon))}")
    items = (*_title(case.case.title, entry), *_limits(entry, words), *_age(case, entry), *_refused(case, entry))
    extra = tuple(JournalItem(asks=item, state="needs_author") for item in entry.extra_items)
    return JournalFit(id=entry.id, name=entry.label, source=entry.source or "", items=(*items, *extra))


def _title(title: str, entry: JournalEntry) -> list[JournalItem]:
    lower = title.casefold()
    found = []
    for words in entry.title_must:
        state: Literal["met", "not_met"] = "met" if words in lower else "not_met"
        found.append(JournalItem(asks=f"the title says “{words}”", state=state, reason=title))
    single = lower.replace("-", " ").split()
    held = [words for words in entry.title_must_not if words in (lower if " " in words or "-" in words else single)]
    if entry.title_must_not:
        asks = f"the title does not say {listed([f'“{words}”' for words in entry.title_must_not], 'or')}"
        found.append(JournalItem(asks=asks, state="not_met" if held else "met", reason=title))
    return found


_LIMIT_WORDS = {
    "words": "at most {} words",
    "abstract_words_min": "an abstract of at least {} words",
    "abstract_words_max": "an abstract of at most {} words",
    "keywords_min": "at least {} keywords",
    "keywords_max": "at most {} keywords",
    "references": "at most {} references",
    "figures_and_tables": "at most {} figures and tables",
    "lessons_min": "at least {} lessons to take away",
}


def _limits(entry: JournalEntry, words: int | None) -> list[JournalItem]:
    found = []
    for name, limit in entry.limits.items():
        asks = _LIMIT_WORDS.get(name, f"{name.replace('_', ' ')}: {{}}").format(number(limit))
        if name == "words" and words is not None:
            state: Literal["met", "not_met"] = "met" if words <= limit else "not_met"
            found.append(JournalItem(asks=asks, state=state, reason=f"{words} words"))
        else:
            found.append(JournalItem(asks=asks, state="needs_author"))
    return found


def _age(case: CaseRecord, entry: JournalEntry) -> list[JournalItem]:
    if entry.age == "exact" or case.patient.age_years is None:
        return []
    told = age_words(case.patient.age_years, entry.age)
    asks = "the age is told as a decade" if entry.age == "decade" else "the age is told as a band of five years"
    return [JournalItem(asks=asks, state="needs_author", reason=f"write “{told}”", records=("patient/age_years",))]


def age_words(age: Decimal, style: Literal["exact", "band", "decade"]) -> str:
    """An age as a journal wants it; over 89 always ``90 or older`` (45 CFR 164.514(b)(2))."""
    years = int(age)
    if years > 89:
        return "90 or older"
    if style == "decade":
        return f"in the {years // 10 * 10}s" if years >= 10 else "in the first decade"
    if style == "band":
        low = years // 5 * 5
        return f"{low} to {low + 4} years"
    return f"{years} years"


def _refused(case: CaseRecord, entry: JournalEntry) -> list[JournalItem]:
    found = []
    for refusal in entry.refuses:
        told = [select(case, selector) for selector in refusal.all_of]
        if all(told):
            records = tuple(dict.fromkeys(record for records in told for record in records))
            asks = f"the journal does not take {refusal.label}"
            found.append(JournalItem(asks=asks, state="not_met", reason="the records tell of one", records=records))
    return found

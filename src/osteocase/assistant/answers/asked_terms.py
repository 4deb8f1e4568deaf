"""What a question asks about: its telling words, each with the other words that notes have for the same."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from osteocase.assistant.answers.searching import SMALL
from osteocase.assistant.subjects.sentences import Term, Words, beginning, roots
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Hit
from osteocase.lexicon import AlikeEntry, Entry, Lexicon, TreatmentEntry
from osteocase.lexicon.normal import normal_words

__all__ = ["terms_of"]

_LIGHT = frozenset(
    ("ok", "okay", "take", "takes", "took", "taken", "taking", "go", "goes", "went", "gone", "going", "come", "comes",
     "came", "make", "makes", "made", "put", "use", "used", "uses", "using", "feel", "feels", "felt", "think",
     "thinks", "thought", "keep", "kept", "bring", "brought", "doing", "having", "getting", "giving", "given", "gave",
     "gets", "looked", "looks", "looking", "shown", "showed", "shows", "found", "wrong", "first", "second", "third",
     "last", "next", "old", "new", "other", "another", "else", "same", "actually", "really", "exactly", "ask", "need",
     "needed", "want", "wants", "wanted", "let", "seem", "seemed", "back", "away", "through", "under", "against",
     "between", "around", "because", "due", "reason", "until", "side", "part", "days", "weeks", "months", "years",
     "week", "bit", "lot", "more", "less", "most", "least", "few", "good", "bad", "better", "worse", "fine", "well",
     "right", "problem", "problems", "trouble", "troubles", "issue", "issues", "happens", "called", "name", "case",
     "straight", "ago", "heavy", "wide", "tall", "deep", "thick", "high", "colour", "color", "visit", "visits",
     "review", "appointment", "clinic", "prescribe", "prescribed", "prescribes", "able", "start", "anyone", "anybody",
     "someone", "nobody", "somebody", "today", "present", "person", "people", "were", "weren", "didn", "wasn", "hasn",
     "doesn", "isn", "don", "won", "it's", "what's", "upon", "own", "such", "like", "tell", "told", "known", "knows",
     "during", "along")
)  # fmt: skip
"""Words that carry a sentence."""
_CLINICAL = frozenset(("analyte", "treatment", "bmd_site", "score", "finding", "bone"))
_CARRIED = ("bone", "treatment", "finding")
"""What is still spoken of where a question names nothing."""
_TELLING = frozenset(("passage", "family", "relative", "modality", "finding_kind", "fracture_place", "patient_field"))
"""Classes of words for the assistant that are telling words as well."""
_UNDERSTOOD = frozenset(
    ("measure", "record_kind", "finding_kind", "trend", "time", "when", "count", "duration", "extreme", "presence",
     "fracture_state", "family", "high", "low", "abnormal", "reason", "source")
)  # fmt: skip
"""Classes of words by which records are chosen: an answer from records has taken them in."""
_LEAST = 3
_SPARED = frozenset(("the", "a", "an", "her", "his", "him", "she", "he", "their", "our", "my", "this", "that"))
_BROKEN: Words = roots("broken")


def terms_of(heard: Heard, lexicon: Lexicon, told_by: str | None = None, *, every: bool = False) -> tuple[Term, ...]:
    """The telling words of an utterance.

    Args:
        heard: the utterance.
        lexicon: terms, and words that are alike.
        told_by: what else tells a fracture, by the id of its words: ``pain``.
        every: words of a wish count as well; it was none.
    """
    found: list[Term] = []
    taken: set[int] = set()
    clinical = [hit for hit in heard.hits if hit.topic in _CLINICAL and hit.end > hit.start]
    for start, end in sorted({(hit.start, hit.end) for hit in clinical}, key=lambda span: span[0] - span[1]):
        span = set(range(start, end))
        if span & taken:
            continue
        taken |= span
        found.append(_of_hits([hit for hit in clinical if (hit.start, hit.end) == (start, end)], heard, lexicon))
    carried = [hit for hit in heard.hits if hit.topic in _CARRIED and hit.end == hit.start]
    for topic in dict.fromkeys(hit.topic for hit in carried) if not found else ():
        entries = [lexicon.entries.get(topic, {}).get(hit.id) for hit in carried if hit.topic == topic]
        near = frozenset[Words]().union(*(_written(one) for one in entries if one is not None))
        found.append(Term(near, named=True))
    for level in heard.levels:
        found.append(Term(frozenset((roots(level),)), named=True))
    for hit in heard.hits:
        if hit.group == "time" and hit.end > hit.start + 1:  # ``at the end`` is no end of anything
            taken |= set(range(hit.start, hit.end))
    for start, end, alike in _alike_in(heard, lexicon, taken):
        taken |= set(range(start, end))
        known = any(hit.group in _UNDERSTOOD and hit.start < end and start < hit.end for hit in heard.hits)
        near = alike | _told_in_notes(heard, start, end)
        other = lexicon.of(AlikeEntry)[told_by].terms if told_by and _BROKEN in alike else ()
        typed = roots(" ".join(heard.words[start:end]))
        relative = any(hit.group == "relative" and hit.start < end and start < hit.end for hit in heard.hits)
        found.append(Term(near | frozenset(map(roots, other)), typed, named=relative, relative=relative, known=known))
    found += _single_words(heard, taken, every=every)
    return tuple(dict.fromkeys(one for one in found if any(one.near)))


def _of_hits(hits: list[Hit], heard: Heard, lexicon: Lexicon) -> Term:
    """A thing of the lexicon with its terms, and what is of its class."""
    said = " ".join(heard.words[hits[0].start : hits[0].end])
    typed = roots(" ".join(word for word in said.split() if word not in _SPARED))
    near, distant = {typed}, set[Words]()
    family = all(hit.group == "family" for hit in hits)
    for hit in hits:
        entry = lexicon.entries.get(hit.topic, {}).get(hit.id)
        if entry is None:
            continue
        (distant if hit.group == "family" else near).update(_written(entry))
        if isinstance(entry, TreatmentEntry):
            distant |= _kin_of(entry, lexicon)
    for alike in _alike_to(normal_words(said), lexicon):
        (distant if any(hit.topic == "bone" for hit in hits) else near).update(alike)
    return Term(frozenset(near), typed, frozenset(distant), named=not family, known=family)


def _alike_to(said: Words, lexicon: Lexicon) -> list[frozenset[Words]]:
    """What is alike to a whole name; what is alike to a part of it tells of something else."""
    groups = _groups(lexicon)
    telling = tuple(word for word in said if word not in SMALL)
    return groups.get(tuple(word for word in said if word not in _SPARED)) or groups.get(telling) or []


def _written(entry: Entry) -> frozenset[Words]:
    written = map(roots, (*entry.terms, entry.label, *entry.abbreviations))
    bare = isinstance(entry, TreatmentEntry) and entry.needs_dose  # mostly a laboratory value: ``calcium``
    return frozenset(one for one in written if one and max(map(len, one)) >= _LEAST and not (bare and len(one) == 1))


def _kin_of(entry: TreatmentEntry, lexicon: Lexicon) -> frozenset[Words]:
    """The class of a drug, and the drugs of a class."""
    every = lexicon.of(TreatmentEntry)
    if entry.id == entry.drug_class or entry.members:
        classes = {entry.drug_class, *entry.members}
        return frozenset[Words]().union(*(_written(one) for one in every.values() if one.drug_class in classes))
    above = every.get(entry.drug_class or "")
    return _written(above) if above is not None else frozenset()


def _alike_in(heard: Heard, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, frozenset[Words]]]:
    """Everyday words for something that notes have other words for; an article between them does not count."""
    groups = _groups(lexicon)
    at = 0
    while at < len(heard.words):
        for end in range(min(len(heard.words), at + 6), at, -1):
            said = tuple(word for word in heard.words[at:end] if end - at == 1 or word not in _SPARED)
            if said in groups and not taken & set(range(at, end)) and heard.words[at] not in _SPARED:
                yield at, end, frozenset[Words]().union(*groups[said])
                at = end
                break
        else:
            at += 1


@lru_cache(maxsize=4)
def _groups_of(entries: tuple[AlikeEntry, ...]) -> dict[Words, list[frozenset[Words]]]:
    found: dict[Words, list[frozenset[Words]]] = {}
    for entry in entries:
        written = frozenset((*map(roots, entry.terms), *map(beginning, entry.notes)))
        for term in entry.terms:
            key = normal_words(term)
            found.setdefault(tuple(one for one in key if one not in _SPARED) or key, []).append(written)
    return found


def _groups(lexicon: Lexicon) -> dict[Words, list[frozenset[Words]]]:
    return _groups_of(tuple(lexicon.of(AlikeEntry).values()))


def _told_in_notes(heard: Heard, start: int, end: int) -> frozenset[Words]:
    """The words by which notes tell what is asked for, such as an occupation."""
    said = [hit.value for hit in heard.hits if hit.group == "passage" and hit.start <= start and end <= hit.end]
    return frozenset(roots(word) for value in said if value for word in value.split("|") if word[-1:].isalpha())


def _single_words(heard: Heard, taken: set[int], *, every: bool) -> Iterator[Term]:
    """The other words, those that carry a sentence as light ones."""
    control = {
        at
        for hit in heard.hits
        if hit.topic == "utterance" and hit.group not in _TELLING and hit.group != "filler" and not every
        for at in range(hit.start, hit.end)
    }
    relatives = {at for hit in heard.hits if hit.group == "relative" for at in range(hit.start, hit.end)}
    filler = {at for hit in heard.hits if hit.group == "filler" for at in range(hit.start, hit.end)}
    for at, word in enumerate(heard.words):
        if at in taken or at in control or not word.isalpha() or len(word) < _LEAST or word in SMALL or word in _LIGHT:
            continue
        near = {roots(word)} | _told_in_notes(heard, at, at + 1)
        yield Term(frozenset(near), roots(word), named=at in relatives, relative=at in relatives, light=at in filler)

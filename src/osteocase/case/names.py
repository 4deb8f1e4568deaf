"""What a treatment is called in a text: the note's name, in small letters where it is no proper name."""

from __future__ import annotations

from osteocase.lexicon import Lexicon, TreatmentEntry
from osteocase.records import Treatment

__all__ = ["name_within", "treatment_name"]

_QUALIFIERS = frozenset({"Left", "Right", "Bilateral", "Total", "Partial", "Cemented", "Uncemented", "Open", "Lumbar"})
_VERBS = ("was ", "were ", "underwent ", "had ", "u ", "unit ", "units ")


def treatment_name(item: Treatment, lexicon: Lexicon) -> str:
    """The name of the note; an operation or a procedure by its term where the note tells it with a verb or a count."""
    if item.kind in ("surgery", "procedure") and item.name.lower().startswith(_VERBS):
        entry = lexicon.of(TreatmentEntry).get(item.agent)
        return entry.label if entry is not None else item.agent.replace("_", " ")
    return item.name


def name_within(item: Treatment, lexicon: Lexicon) -> str:
    """The name within a sentence: ``romosozumab``, ``cast``; brands and a Jewett brace keep their capital."""
    name = treatment_name(item, lexicon)
    entry = lexicon.of(TreatmentEntry).get(item.agent)
    if entry is None:
        return name
    written = next((term for term in entry.terms if term.lower() == name.lower()), None)
    if written is not None and (written != written.lower() or name[1:] == name[1:].lower() or name.isupper()):
        return written
    if item.kind not in ("drug", "supplement") and " " in name:
        opens = name.split(" ")[0]
        return f"{opens.lower()}{name[len(opens) :]}" if opens in _QUALIFIERS else name
    heads = (entry.label.split(" ")[0], *entry.id.split("_"))
    return f"{name[:1].lower()}{name[1:]}" if name.split(" ")[0].lower() in heads else name

"""Several names with a value each in one correction: ``the ALP was 94 and the PTH 5.1``, each with its own."""

from __future__ import annotations

from osteocase.assistant.hearing import Heard

__all__ = ["one_value_each", "paired"]

_VALUED = frozenset(("analyte", "score"))
_TRAILS = " ,;."


def _names(heard: Heard) -> list[tuple[int, int]]:
    """Where each name of what is measured stands."""
    return sorted(
        {
            (heard.offsets[hit.start], heard.offsets[hit.end] if hit.end < len(heard.words) else len(heard.say))
            for hit in heard.hits
            if hit.topic in _VALUED and hit.end > hit.start
        }
    )


def one_value_each(heard: Heard) -> bool:
    """False where several things are named that one new value cannot be of."""
    return len(_names(heard)) < 2 or len({one.value for one in heard.figures if not one.negated}) != 1


def paired(heard: Heard) -> list[str]:
    """The utterance in one part for each name with its value; none where they do not stand in pairs."""
    names = _names(heard)
    told = [one for one in heard.figures if not one.negated]
    if len(names) < 2 or len(names) != len(told):
        return []
    starts = [start for start, _end in names]
    ends = [*starts[1:], len(heard.say)]
    lead = heard.say[: starts[0]]
    if all(start < one.start < end for start, one, end in zip(starts, told, ends, strict=True)):
        parts = [heard.say[start:end].strip(_TRAILS) for start, end in zip(starts, ends, strict=True)]
        parts = [part.removesuffix(" the").removesuffix(" her").removesuffix(" his") for part in parts]
        parts = [part.strip(_TRAILS).removesuffix(" and").strip(_TRAILS) for part in parts]
        return [lead + _verb(part, heard.say) for part in parts]
    if told[0].start > starts[-1]:  # ``ALP and PTH were 94 and 5.1``
        named = [heard.say[start:end].strip(_TRAILS) for start, end in names]
        return [f"{lead}{name} was {one.value} {one.unit or ''}".strip() for name, one in zip(named, told, strict=True)]
    return []


def _verb(part: str, say: str) -> str:
    """The part with the verb that was said once for all."""
    words = part.casefold().split()
    if {"was", "is", "were", "are", "should", "reads", "to", "be", ":"} & set(words):
        return part
    at = next(
        (place for place, letter in enumerate(part) if letter.isdigit() and place and part[place - 1] in " -−"), 0
    )
    cut = part[:at].rstrip("-−+ ")
    return f"{cut} was {part[len(cut) :].strip()}" if at else part

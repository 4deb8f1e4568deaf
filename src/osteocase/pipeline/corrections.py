"""What a note puts right: facts in an addendum or correction are marked, and the value said to be wrong is no fact.

``Corrected report: PTH 49.2 pg/mL, previously reported as 94.2 pg/mL`` tells one result and which one it replaces.
Words such as ``not`` and ``instead of`` count only where the note corrects something and tells the right value beside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["with_corrections"]

_TITLE_LINES = 3
"""A correction announced in so many first lines holds for the whole note."""
_LONGEST_HEADING = 80
_KEYS = {
    "labs": ("analyte",),
    "bmd": ("site", "side"),
    "scores": ("name",),
    "treatments": ("agent",),
    "fractures": ("bone",),
}
_VALUES = {
    "labs": ("value",),
    "bmd": ("bmd_g_cm2", "t_score", "z_score", "yam_percent", "change_percent"),
    "scores": ("value",),
    "treatments": ("dose",),
    "fractures": ("level",),
}
_DAYS = frozenset({"visit", "imaging", "laboratory", "densitometry"})
"""Events that stand for the day of a note: an addendum has a day of its own."""
_OF_A_REPORT = re.compile(
    r"(?:dated\b|\d|(?:to|of|from|for)\s+(?:the\s+|our\s+|my\s+)?(?:report|results?|letter|note|laboratory|lab|dxa|\d))",
    re.IGNORECASE,
)
"""``Correction of the report``, and not ``Correction of the deficiency``."""
_IN_ITS_TIME = re.compile(r"\s*\S{0,12}\s*,?\s*\(?(?:in|on|at|of|from)\s+(?:the\s+)?(?:\d|[A-Z][a-z]{2})")
"""After a value: it was reported so at another time, and may have been right then."""
_VALUE = r"(?P<value>\d+(?:\.\d+)?|[CTLS]\d{1,2})"
_BEFORE = 60
"""Characters before a value within which the words that call it wrong end."""


def with_corrections(scan: Scan, knowledge: Knowledge, drafts: Mapping[str, Any]) -> dict[str, Any]:
    """The same drafts, those of corrections marked and without the values that were wrong."""
    scopes = list(_scopes(scan, knowledge))
    if not scopes and not _names_replaced(scan, knowledge):
        return dict(drafts)
    wrong, named = _cues(knowledge)
    changed = dict(drafts)
    for name, keys in _KEYS.items():
        changed[name] = _corrected(scan, drafts.get(name, []), scopes, (wrong, named), keys, _VALUES[name])
    for name in ("findings", "events"):
        changed[name] = [_marked(draft, scopes) for draft in drafts.get(name, [])]
    return changed


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words before a value that call it wrong, and such words with the value."""
    words = rf"(?:\b(?:{knowledge.alternation('replaced')})|\(\s*(?:was|old|before))"
    wrong = re.compile(rf"{words}\s*(?:of\s+)?$", re.IGNORECASE)
    return wrong, re.compile(rf"{words}\s+(?:of\s+|at\s+|the\s+)?[<>]?-?{_VALUE}", re.IGNORECASE)


@lru_cache(maxsize=4)
def _heading(knowledge: Knowledge) -> re.Pattern[str]:
    """A line that announces a correction."""
    return re.compile(
        rf"(?im)^[^\S\n]{{0,20}}[#*•>-]{{0,3}}[^\S\n]{{0,3}}(?:{knowledge.alternation('correction')})\b"
        r"(?P<rest>[^\n]{0,200})$"
    )


def _names_replaced(scan: Scan, knowledge: Knowledge) -> bool:
    lower = scan.text.casefold()
    return any(word in lower for word in knowledge.groups.get("replaced", {}) if word.endswith(" as"))


def _scopes(scan: Scan, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Stretches of the note that put something right."""
    text = scan.text
    for match in _heading(knowledge).finditer(text):
        rest = match["rest"].strip(" *\t")
        if rest and rest[0] not in ":,;.-–—(#" and not _OF_A_REPORT.match(rest):
            continue
        alone = match.end() - match.start() <= _LONGEST_HEADING and not rest.startswith(":")
        if text.count("\n", 0, match.start()) < _TITLE_LINES:
            yield 0, len(text)
        elif alone:
            yield match.start(), len(text)
        else:
            end = text.find("\n\n", match.end())
            yield match.start(), len(text) if end < 0 else end


def _corrected(
    scan: Scan,
    drafts: Sequence[Draft],
    scopes: Sequence[tuple[int, int]],
    cues: tuple[re.Pattern[str], re.Pattern[str]],
    keys: Sequence[str],
    values: Sequence[str],
) -> list[Draft]:
    wrong, replaced_value = cues
    old = {index: words for index, draft in enumerate(drafts) if (words := _wrong_value(scan, draft, wrong, values))}
    reported = {index for index, (cue, _) in old.items() if cue.endswith(" as")}
    groups: dict[tuple[Any, ...], list[int]] = {}
    for index, draft in enumerate(drafts):
        place = scan.sentence_index(draft["end"] - 1)
        groups.setdefault((place, *(draft.get(key) for key in keys)), []).append(index)
    kept: dict[int, Draft] = {}
    for (place, *_), members in groups.items():
        right = [index for index in members if index not in old]
        away = [index for index in members if index in old]
        inside = _is_inside(scan.sentences[place][0], scopes) or _is_inside(drafts[members[0]]["start"], scopes)
        if not right or not away or not (inside or reported & set(away)):
            for index in members:
                kept[index] = _marked(drafts[index], scopes)
                match = replaced_value.search(scan.text, drafts[index]["end"], scan.sentences[place][1])
                if match is None or len(members) > 1 or _IN_ITS_TIME.match(scan.text, match.end()):
                    continue
                if kept[index].get("correction") or " as " in match.group().casefold():
                    kept[index] = {**kept[index], "correction": True, "replaces": match["value"]}
            continue
        replaced = old[away[0]][1]
        for index in right:
            kept[index] = {**drafts[index], "correction": True, "replaces": replaced if len(away) == 1 else None}
    return [kept[index] for index in sorted(kept)]


def _wrong_value(scan: Scan, draft: Draft, wrong: re.Pattern[str], values: Sequence[str]) -> tuple[str, str] | None:
    """The words that call the draft's value wrong, and the value as written; null where nothing does."""
    for field in values:
        value = draft.get(field)
        if value is None:
            continue
        place = scan.text.rfind(str(value).lstrip("-"), draft["start"], draft["end"])
        if place < 0:
            continue
        before = scan.text[max(scan.sentence_at(place)[0], place - _BEFORE) : place].rstrip("-−–")
        match = wrong.search(before)
        if match is not None and not _IN_ITS_TIME.match(scan.text, place + len(str(value).lstrip("-"))):
            return " ".join(match.group().casefold().split()), str(value)
    return None


def _is_inside(position: int, scopes: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in scopes)


def _marked(draft: Draft, scopes: Sequence[tuple[int, int]]) -> Draft:
    told_by_its_day = draft.get("kind") in _DAYS and "label" in draft
    return {**draft, "correction": True} if _is_inside(draft["start"], scopes) and not told_by_its_day else draft

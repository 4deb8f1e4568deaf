"""Lists of fractures whose items name bones alone: ``Fracture history:`` with ``- age 2: L tibia`` below it.

The heading says that its items are fractures; each item gives the bone, the side and when it broke.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from osteocase.pipeline.fractures.drafts import drafts_of
from osteocase.pipeline.fractures.places import combine
from osteocase.pipeline.fractures.roles import Trait
from osteocase.pipeline.fractures.sides import with_sides
from osteocase.pipeline.fractures.times import fracture_times
from osteocase.pipeline.fractures.traits import item_traits
from osteocase.pipeline.fractures.when import is_long_ago
from osteocase.pipeline.fractures.words import Words, words_of
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import WordPattern
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.times.find import TimeMention, time_draft

__all__ = ["ListSpan", "fracture_lists", "inline_lists", "listed_fractures", "with_lead_times"]

ListSpan = tuple[int, int]
"""Start and end of one item of a list."""

_TITLE = (
    r"(?:[-*•]\s|\d{1,2}[.)]\s)?(?:(?:past|previous|prior|prev\.?|earlier|other|known|fragility|osteoporotic"
    r"|low[- ]trauma|adult|childhood|lifetime|index|multiple|several|recurrent|prevalent|history\s+of|h/o|hx\s+of"
    r"|list\s+of)\s+){0,3}"
    r"(?:fractures?|fx|fxs|#s?|broken\s+bones)"
    r"(?:\s+(?:history|hx|list|sustained|so\s+far|to\s+date|ever|sites?|(?:after|since|over|in|as|by|from|per)\s[^:\n]{0,24})){0,3}"
    r"(?:\s+(?:supplied|given|reported|provided|told|recalled|according)\s[^:\n]{0,24})?"
    r"[ \t]{0,4}(?:\([^()\n]{0,40}\))?[ \t]{0,4}"
)
_HEADING = WordPattern(rf"(?:^|(?<=\n))[ \t]{{0,8}}{_TITLE}:?[ \t]{{0,4}}(?=\n)")
_INLINE = WordPattern(rf"(?:^|(?<=[\n.;,]))[ \t]{{0,8}}{_TITLE}(?::|(?<=\s)[-–])[ \t]{{1,4}}(?=\S)")
_BODY = re.compile(r"(?:[^.\n]|\.(?!\s)){0,600}")
_SEGMENT = re.compile(r"(?:[^,;()&+\n]|\([^()\n]{0,80}\))+")
_ITEM = re.compile(r"\n(?P<mark>[ \t]*(?:[-*•▪‣·–]|\d{1,2}[.)])[ \t]+)(?P<text>[^\n]+)")
_PLAIN = re.compile(r"\n(?P<text>[ \t]{0,8}[A-Za-z][^\n:.]{2,70})(?=\n|\Z)")
"""An item without a bullet: a short line that is no sentence and no heading; it tells when the bone broke."""
_EMPTY_LINE = re.compile(r"\n[ \t]*(?=\n)")
_MOST_ITEMS = 40
_AGE_LEAD = re.compile(
    r"(?:at\s+)?(?:aged?\s+)?(?P<age>\d{1,2})(?:\s?(?:y|yo|yrs?|years?(?:\s+old)?))?\s*[:–-]\s", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:none|no\s+(?:more|others?|further)|nil|nothing)\b", re.IGNORECASE)


def fracture_lists(scan: Scan) -> tuple[list[ListSpan], list[ListSpan]]:
    """Headings such as ``Fracture history`` that have a list below them, and the items of those lists."""
    headings: list[ListSpan] = []
    found: list[ListSpan] = []
    for heading in _HEADING.finditer(scan.indexed):
        items = _items_below(scan, heading.end(), _ITEM)
        if not items:
            items = [span for span in _items_below(scan, heading.end(), _PLAIN) if fracture_times(scan, *span)]
        if items:
            headings.append((heading.start(), heading.end()))
            found += items
    for block in _BLOCK.finditer(scan.text):
        body = _BLOCK_BODY.match(scan.text, block.end())
        found += [
            item.span("text")
            for item in _PAST_ROW.finditer(scan.text, block.end(), body.end() if body else block.end())
        ]
    return headings, sorted(found)


_BLOCK = re.compile(r"(?:^|(?<=\n))\[(?:FX|fx|FRACTURES?|Fractures?)\][ \t]*(?=\n)")
_BLOCK_BODY = re.compile(r"(?:\n[^\n\[]{1,200}){1,40}")
_PAST_ROW = re.compile(r"(?<=\n)(?:history|previous|prior|past)[ \t]*:[ \t]*(?P<text>[^\n]+)", re.IGNORECASE)
"""``history : distal radius, L, 2011`` in the block ``[FX]`` of a register."""


def _items_below(scan: Scan, position: int, pattern: re.Pattern[str]) -> list[ListSpan]:
    items: list[ListSpan] = []
    position = _past_empty_line(scan.text, position)
    while len(items) < _MOST_ITEMS and (item := pattern.match(scan.text, position)) is not None:
        items.append((item.start("text"), item.end("text")))
        position = item.end()
    return items


def _past_empty_line(text: str, position: int) -> int:
    """Position of the line end before the first item, where an empty line stands under the heading."""
    empty = _EMPTY_LINE.match(text, position)
    return empty.end() if empty is not None else position


def listed_fractures(scan: Scan, spans: list[ListSpan], triggers: list[Mention]) -> list[Draft]:
    """Drafts of the items without a fracture word of their own."""
    drafts: list[Draft] = []
    taken = sorted(trigger.start for trigger in triggers)
    for start, end in spans:
        if bisect_left(taken, start) == bisect_left(taken, end):
            drafts += _of_item(scan, start, end)
    return drafts


def inline_lists(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """Members of a list on the heading's own line that the grammar of fracture words has not read."""
    read = sorted((draft["start"], draft["end"]) for draft in drafts)
    found: list[Draft] = []
    headings = list(_INLINE.finditer(scan.indexed))
    for place, heading in enumerate(headings, start=1):
        limit = headings[place].start() if place < len(headings) else len(scan.text)
        body = _BODY.match(scan.text, heading.end(), limit)
        is_index = "index" in heading.group().lower()
        for segment in _SEGMENT.finditer(scan.text, heading.end(), body.end() if body else heading.end()):
            last = bisect_right(read, (segment.end(), 0)) - 1
            if last >= 0 and any(stop > segment.start() for _, stop in read[max(0, last - 3) : last + 1]):
                continue
            start = segment.start() + len(segment.group()) - len(segment.group().lstrip())
            if not scan.context(start, segment.end()).negated:
                drafts = [draft for draft in _of_item(scan, start, segment.end()) if draft["bone"] is not None]
                found += [{**draft, "temporality": "current"} for draft in drafts] if is_index else drafts
    return found


def with_lead_times(scan: Scan, drafts: list[Draft], spans: list[ListSpan]) -> None:
    """Give what a fracture word tells within an item the age that opens the item: ``- 39: T12 wedge fracture``."""
    for draft in drafts:
        place = bisect_right(spans, (draft["start"], draft["end"] + 1)) - 1
        if place < 0 or draft["start"] >= spans[place][1] or draft["time"] is not None:
            continue
        time = _lead_time(scan, spans[place][0])
        if time is not None:
            draft["time"] = time_draft(scan.text, time)
            draft["temporality"] = "historical"


def _of_item(scan: Scan, start: int, end: int) -> list[Draft]:
    words = words_of(scan, start, end, [])
    if not words.items:
        return []
    time = _lead_time(scan, start) or next(iter(fracture_times(scan, start, end)), None)
    told: Draft = {
        "status": "present",
        "subject": "patient",
        "definite": False,
        "again": False,
        "rule": "fractures.listed",
    }
    told |= {"temporality": _temporality(scan, time), "start": start, "end": start + len(scan.text[start:end].rstrip())}
    places = combine(with_sides(words, _own_places(words), 0, len(words.items)))
    if not places:
        denied = _NONE.search(scan.text, start, end)
        if denied is None:
            return []
        told |= {"status": "absent", "temporality": "historical"}
        return drafts_of(scan, None, {}, time, told)
    drafts: list[Draft] = []
    for place in places:
        for bone in place.bone.split("+"):
            traits: dict[str, Trait] = item_traits(words)
            drafts += drafts_of(scan, replace(place, bone=bone), traits, time, told)
    return drafts


def _own_places(words: Words) -> list:  # type: ignore[type-arg]
    """Bones that are named as broken: not those behind ``in the`` (``R femur in the hip spica``) or before pain."""
    kept = []
    for place in words.places:
        first = words.index_at(place.start)
        before = {word.lower for word in words.items[max(0, first - 3) : first]}
        after = words.items[words.index_at(place.end)] if words.index_at(place.end) < len(words.items) else None
        if "in" in before or (after is not None and "head" in after.roles) or _stubbed(words, first):
            continue
        kept.append(place)
    return kept


def _stubbed(words: Words, first: int) -> bool:
    return first > 0 and words.items[first - 1].lower in {"stubbed", "twisted", "hit", "on", "moon"}


def _lead_time(scan: Scan, start: int) -> TimeMention | None:
    lead = _AGE_LEAD.match(scan.text, start)
    if lead is None:
        return None
    end = lead.end("age")
    return TimeMention(start, end, "age", value=lead["age"], unit="year", anchor="birth")


def _temporality(scan: Scan, time: TimeMention | None) -> str:
    if time is None or time.kind != "relative":
        return "historical"
    return "historical" if is_long_ago(scan, time) else "current"

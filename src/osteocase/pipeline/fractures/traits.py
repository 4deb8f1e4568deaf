"""What a note tells of a fracture beside its place: kind, age, grade, loss of height, cause, number, imaging, time."""

from __future__ import annotations

from functools import lru_cache

from osteocase.pipeline.fractures.ages import acuity_of
from osteocase.pipeline.fractures.before import left_edge
from osteocase.pipeline.fractures.roles import Trait, roles
from osteocase.pipeline.fractures.words import Place, Word, Words
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.wordstarts import IndexedText, WordPattern
from osteocase.pipeline.scan import Mention, Scan

__all__ = [
    "cause_is_of_another",
    "find_height_losses",
    "item_traits",
    "kind_rank",
    "place_traits",
    "shared_traits",
]

_GRADE = re.compile(
    r"\b(?:genant|sq|semi-?quantitative)(?:[\s-]+(?:grade|score|type))?\s*[:=]?\s*(?P<named>[0-3]|I{1,3})\b"
    r"|\b(?:graded?|gr\.?|(?<=\()G)\s*(?P<bare>[0-3]|I{1,3})\b(?!\s*(?:/|spondylolisthesis|anterolisthesis|retrolisthesis|open|murmur|pressure|liver|hepatic|splenic|spleen|renal|kidney|AC\b|acromio\w*|sprain|laceration))",
    re.IGNORECASE,
)
_GRADE_BRACKET = re.compile(r"\([^()\n]{0,16}(?:grade|genant|sq)[^()\n]{0,10}\)\s?\Z", re.IGNORECASE)
_GRADES = re.compile(
    r"\s*(?:(?:wedge|biconcave|crush|compression)(?:\s+(?:fractures?|deformit\w+))?\s*(?=[(]))?[(,:]?\s*(?:both|all|each)?\s*(?:genant|sq|semi-?quantitative)?"
    r"\s*(?:graded?s?|scores?)?\s*(?:(?P<grades>[0-3](?:\s?(?:,\s?(?:and\s)?|and|&|/)\s?(?:grade\s?|gr\.?\s?|sq\s?|genant\s?)?[0-3])+)|(?P<each>[0-3])(?=\s?(?:each|both|all)\b|\)))"
    r"(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
"""Grades of several levels in their order: ``T12 and L1 (grade 3 and 2 respectively)``."""
_AT_LEVEL = re.compile(r"\s*(?:at|of|in|for)\s+(?:the\s+)?[TLD](?:h)?\d", re.IGNORECASE)
"""``50 % loss of height at T8``: the level that follows is the one that lost it."""
_GRADE_LEAD = re.compile(r"[ \t]?[(,;–-]?\s?")
_BARE_LOSS = re.compile(
    r"\s*\(?(?:by|of|about|approximately|approx\.?|around|~|≈|ca\.?)?\s*(?P<percent>\d{1,2})\s*(?:%|per\s?cent)",
    re.IGNORECASE,
)
_OTHER_GRADE = re.compile(
    r"\b(?:gustilo|garden|schatzker|weber|neer|salter|tile|frankel|asia|meyerding)\W+(?:\w+\W+)?$", re.IGNORECASE
)
_ROMAN = {"i": "1", "ii": "2", "iii": "3"}
_PERCENT = r"(?P<{name}>\d{{1,2}}(?:\.\d+)?)\s*(?:(?:-|–|to)\s*\d{{1,2}}\s*)?(?:%|per\s?cent)"
_HEIGHT = WordPattern(
    _PERCENT.format(name="before") + r"\s*(?:(?:anterior|central|posterior|vertebral|body|vertical)\s+){0,3}"
    r"(?:height\s+loss|loss\s+of\s+(?:\w+\s+){0,3}height|loss\s+in\s+height|height\s+reduction|reduction\s+in\s+(?:\w+\s+){0,2}height|decrease\s+in\s+(?:\w+\s+){0,2}height|collapse|compression)"
    r"|(?:height\s+loss|loss\s+of\s+(?:\w+\s+){0,3}height|loss\s+in\s+height|height\s+reduction|reduced\s+in\s+height"
    r"|compressed|reduction\s+in\s+(?:\w+\s+){0,2}height)"
    r"\s*(?:of|by|is|was|:|=|,|\()?\s*(?:about|approximately|approx\.?|around|roughly|up to|~|≈|nearly)?\s*"
    + _PERCENT.format(name="after")
    + r"|(?:loss\s+of|lost)\s+(?:about\s+|approximately\s+|roughly\s+|nearly\s+|some\s+|~\s?)?"
    + _PERCENT.format(name="inside")
    + r"\s+of\s+(?:the\s+|its\s+)?(?:\w+\s+){0,3}height"
    + r"|"
    + _PERCENT.format(name="gone")
    + r"\s+of\s+(?:its|the)\s+(?:\w+\s+){0,2}height\s+(?:is|was|has\s+been)\s+(?:now\s+)?lost",
)
_TIMES_COUNT = re.compile(r"\s*(?:x|×)\s?(?P<number>\d{1,2})\b", re.IGNORECASE)
_KIND_OF_STEM = {"avuls": "avulsion", "compressed": "compression"}
"""Stems of fracture words that tell the kind by themselves."""
_SENTENCE_REACH = 80
"""Words within which the imaging and the cause of a fracture are looked for in its sentence."""


@lru_cache(maxsize=4)
def kind_rank(knowledge: Knowledge) -> dict[str, int]:
    """Kinds in the order of the pattern file: where a note gives several, the first one wins."""
    ranks: dict[str, int] = {}
    for entry in knowledge.words.values():
        if entry.group == "fracture_kind":
            ranks.setdefault(entry.value or entry.id, len(ranks))
    return ranks


def shared_traits(scan: Scan, words: Words, index: int, places: list[Place]) -> dict[str, Trait]:
    """Traits that hold for every place of one fracture word."""
    items = words.items
    first = left_edge(words, index)
    last = _last_index(words, index, places)
    if places and _is_shape(scan, items[index]):
        first = min(first, max(0, words.index_at(min(place.end for place in places))))
    found: dict[str, Trait] = {}
    kinds = (
        roles(words, "fracture_kind", first, last)
        or roles(words, "fracture_kind", *_bracket(words, last))
        or roles(words, "fracture_kind", *_apposed(words, last))
        or roles(words, "fracture_kind", *_behind_bracket(words, index, last))
    )
    if len(places) > 1:
        kinds = [kind for kind in kinds if not _is_of_one(words, kind, places, index)]
    if kinds:
        ranks = kind_rank(scan.knowledge)
        found["kind"] = min(kinds, key=lambda kind: (ranks.get(kind[0], 99), kind[1]))
    if "kind" not in found and (shown := _shown_kind(scan, words, last)) is not None:
        found["kind"] = shown
    own = items[index].trigger
    if "kind" not in found and own is not None and (spelled := _kind_in_word(scan, own)) is not None:
        found["kind"] = spelled
    acuity = acuity_of(words, first, index, last)
    if acuity is not None:
        found["acuity"] = acuity
    fragility = _fragility(words, first, last)
    if fragility is not None:
        found["fragility"] = fragility
    count = _count(scan, words, first, index, last) if len(places) < 2 else None  # of several it is the sum
    if count is not None and not any(place.levels for place in places) and count[0] != len(places):
        found["count"] = count
    modality = roles(words, "modality", max(0, index - _SENTENCE_REACH), index)
    if modality:
        found["modality"] = modality[-1]
    opening = max(words.start, items[first].start - 24)
    opening += max(scan.text[opening : items[first].start].rfind(mark) for mark in (",", ";", ")", ":")) + 1
    in_bracket = _GRADE_BRACKET.search(scan.text, max(words.start, items[first].start - 40), items[first].start)
    opening = in_bracket.start() if in_bracket is not None else opening
    grade = _grade(scan.text, opening, items[index].end + (4 if _is_shape(scan, items[index]) else 0))
    grade = grade or _grade_after(scan.text, items[index].end)
    if grade is not None and all(place.bone == "vertebra" for place in places):
        found["genant_grade"] = grade
    if len(places) == 1 and places[0].bone == "vertebra":
        height = _height_loss(scan.text, items[first].start, _clause_end(words, last))
        if height is not None:
            found["height_loss_percent"] = height
    return found


def _kind_in_word(scan: Scan, trigger: Mention) -> Trait | None:
    """The kind that the fracture word itself tells: ``VCF``, ``avulsion of``, ``mildly compressed``."""
    spelled = scan.text[trigger.start : trigger.end]
    if spelled.upper().rstrip("S") in {"VCF", "OVCF"}:
        return ("compression", trigger.start, trigger.end)
    kind = next((kind for stem, kind in _KIND_OF_STEM.items() if stem in spelled.lower()), None)
    return (kind, trigger.start, trigger.end) if kind is not None else None


_SHOWS = re.compile(
    r"\s+(?:also\s+|both\s+|all\s+)?(?:exhibit(?:ed|s)?|show(?:ed|s)?|demonstrate[sd]?|display(?:ed|s)?|have|had|has)\s+"
    r"(?:(?:a|an|the|marked|mild|moderate|severe|slight|minimal|anterior|some|significant|typical|central)\s+){0,4}",
    re.IGNORECASE,
)


def _shown_kind(scan: Scan, words: Words, last: int) -> Trait | None:
    """``the L1 and L3 fractures showed clear anterior wedging``."""
    if not 0 < last <= len(words.items):
        return None
    shows = _SHOWS.match(scan.text, words.items[last - 1].end, words.end)
    spot = words.index_at(shows.end()) if shows is not None else len(words.items)
    if spot >= len(words.items) or words.items[spot].roles.get("fracture_kind") not in {"wedge", "biconcave"}:
        return None
    word = words.items[spot]
    return (word.roles["fracture_kind"], word.start, word.end)


def _is_shape(scan: Scan, word: Word) -> bool:
    return word.trigger is not None and scan.knowledge.words[word.trigger.id].value == "shape"


def item_traits(words: Words) -> dict[str, Trait]:
    """Traits told anywhere in an item of a list of fractures."""
    found: dict[str, Trait] = {}
    for name in ("fracture_kind", "acuity"):
        told = [trait for trait in roles(words, name, 0, len(words.items)) if not trait[0].endswith("_signal")]
        if told:
            found[name.removeprefix("fracture_")] = told[0]
    fragility = _fragility(words, 0, len(words.items))
    if fragility is not None:
        found["fragility"] = fragility
    return found


def place_traits(scan: Scan, words: Words, index: int, place: Place, places: list[Place]) -> dict[str, Trait]:
    """Traits told beside one place of a list: ``T8 (grade 2) and L1 (grade 3, 40 % height loss)``, ``two ribs``."""
    if place.bone != "vertebra":
        return _counted(words, place) if len(places) > 1 else {}
    later = [other.start for other in places if other.start > place.start]
    end = min([place.end + 60, words.end, _next_phrase(words, index, place), *later])
    stop = re.search(r"[.;]\s|\n[ \t]*(?:[TLDC]|Th)\s?\d{1,2}\b", scan.text[place.end : end])
    if stop is not None:
        end = place.end + stop.start()
    found: dict[str, Trait] = {}
    leads = _told_before(scan, words, index, place, places)
    if leads is not None:
        return leads
    grade = _grade_in_order(scan.text, place, places) or _grade(scan.text, place.end, end)
    if grade is not None:
        found["genant_grade"] = grade
    height = _height_loss(scan.text, place.end, end) or _bare_loss(scan, words, index, place, end)
    if height is not None:
        found["height_loss_percent"] = height
    own = _kind_beside(words, index, place) if len(places) > 1 else None
    if own is not None:
        found["kind"] = own
    after = words.index_at(place.end)
    if (
        len(places) > 1
        and after < len(words.items)
        and not words.items[after].roles.get("acuity", "_signal").endswith("_signal")
    ):
        following = words.items[after + 1 : after + 2]
        if not following or not following[0].text[0].isalnum():  # ``L4, T12 old.``
            word = words.items[after]
            found["acuity"] = (word.roles["acuity"], word.start, word.end)
    opened = re.match(r"\s*\(\s*", scan.text[place.end : end])
    if opened is not None:
        position = words.index_at(place.end + opened.end())
        if position < len(words.items) and "acuity" in words.items[position].roles:
            word = words.items[position]
            if not word.roles["acuity"].endswith("_signal"):
                found["acuity"] = (word.roles["acuity"], word.start, word.end)
    return found


def _told_before(scan: Scan, words: Words, index: int, place: Place, places: list[Place]) -> dict[str, Trait] | None:
    """``Grade 3 crush fracture T12, grade 1 wedge T8``: where the first level has its grade before it, so has each."""
    if len(places) < 2 or not all(other.levels for other in places):
        return None
    ordered = sorted(places, key=lambda other: other.start)
    opening = max(words.start, words.items[left_edge(words, index)].start - 24)
    starts = [opening, *(other.end for other in ordered[:-1])]
    leads = [_grade(scan.text, start, other.start) for start, other in zip(starts, ordered, strict=True)]
    if any(grade is None for grade in leads):
        return None
    position = ordered.index(place)
    grade = leads[position]
    assert grade is not None
    kinds = roles(words, "fracture_kind", words.index_at(starts[position]), words.index_at(place.start))
    return {"genant_grade": grade, **({"kind": kinds[-1]} if kinds else {})}


def _is_of_one(words: Words, trait: Trait, places: list[Place], index: int) -> bool:
    """True where it stands in a bracket right after one member of a list: ``T6 (grade 2, wedge) and T8``.

    A bracket that holds the fracture word itself speaks of the whole list: ``T7 and T9 (compression fractures)``.
    """
    for place in places:
        first, last = _bracket(words, words.index_at(place.end))
        if first <= index < last:
            continue
        if first < last and words.items[first].start <= trait[1] < words.items[last - 1].end:
            return True
    return False


def _kind_beside(words: Words, index: int, place: Place) -> Trait | None:
    """The kind that stands right before or after a member of a list: ``T12 wedge, L1 burst``, ``biconcave L2``."""
    first, after = words.index_at(place.start), words.index_at(place.end)
    opened, closed = _bracket(words, after)
    near = words.items[max(0, first - 1) : first] + words.items[after : after + 1] + words.items[opened:closed]
    for word in near:
        if "fracture_kind" in word.roles and word.place is None and word.trigger is not words.items[index].trigger:
            following = words.items[words.index_at(word.end) :][:1]
            if not (following and following[0].trigger is words.items[index].trigger):
                return (word.roles["fracture_kind"], word.start, word.end)
    return None


def _counted(words: Words, place: Place) -> dict[str, Trait]:
    """``an ankle and two ribs``: the number right before a member of a list counts that member."""
    position = words.index_at(place.start) - 1
    while position >= 0 and "side" in words.items[position].roles:
        position -= 1
    value = words.items[position].roles.get("number") if position >= 0 else None
    if value is None or not value.isdecimal() or int(value) < 2:
        return {}
    return {"count": (int(value), words.items[position].start, words.items[position].end)}


_DEGREES = frozenset(
    {"minimally", "mildly", "slightly", "moderately", "severely", "markedly", "significantly", "highly"}
)


def _apposed(words: Words, start: int) -> tuple[int, int]:
    """Indexes of the words set behind with commas: ``fracture of the humerus, spiral``, ``right, atypical``."""
    end = start
    while end + 1 < len(words.items) and words.items[end].text == ",":
        described = end + 2 if words.items[end + 1].lower in _DEGREES else end + 1
        if described >= len(words.items) or not words.items[described].describes:
            break
        end = described
        while end < len(words.items) and words.items[end].describes and words.items[end].place is None:
            end += 1
        if end < len(words.items) and words.items[end].place is not None and "side" in words.items[end - 1].roles:
            end += 1  # "intertrochanteric fracture, left hip, reverse oblique"
    if end > start and end < len(words.items) and words.items[end].lower in {"pattern", "type", "morphology"}:
        end += 1
    closed = end >= len(words.items) or not words.items[end].text[0].isalnum()
    return (start, end) if closed else (start, start)


def _behind_bracket(words: Words, index: int, last: int) -> tuple[int, int]:
    """Indexes of the word of shape behind the bracket that holds the grade: ``T7 mild (Genant 1) wedge``."""
    end = max(index + 1, last)
    while end < min(len(words.items), index + 4) and words.items[end].text != ")":
        end += 1
    is_graded = end < len(words.items) and words.items[end].text == ")"
    return (end + 1, end + 2) if is_graded and end + 1 < len(words.items) else (last, last)


def _bracket(words: Words, start: int) -> tuple[int, int]:
    """Indexes of the words in a bracket that opens at ``start``: ``T12 fracture (Genant 2, wedge)``."""
    if start >= len(words.items) or words.items[start].text != "(":
        return start, start
    end = start + 1
    while end < len(words.items) and end < start + 12 and words.items[end].text != ")":
        end += 1
    return start + 1, end


def _grade_after(text: str, end: int) -> Trait | None:
    """A grade right after the fracture word: ``moderate biconcave fracture, grade 2``."""
    lead = _GRADE_LEAD.match(text, end)
    match = _GRADE.match(text, lead.end()) if lead is not None else None
    if match is None:
        return None
    value = match["named"] or match["bare"]
    return (_ROMAN.get(value.lower(), value), match.start(), match.end())


def _grade_in_order(text: str, place: Place, places: list[Place]) -> Trait | None:
    """The place's own among grades that are told after the list, one a level."""
    levels = [other for other in places if other.levels]
    match = _GRADES.match(text, max(other.end for other in levels)) if levels else None
    if match is None:
        return None
    grades = re.findall(r"[0-3]", match["grades"] or match["each"])
    if match["each"]:
        between = text[min(other.end for other in levels) : max(other.start for other in levels)]
        grades = grades[:1] * len(levels) if "(" not in between else []
    named = re.search(r"genant|sq|grade|score|quant", match.group(), re.IGNORECASE)
    if named is None or len(grades) != len(levels) or place not in levels:
        return None
    return (grades[levels.index(place)], match.start(), match.end())


def _bare_loss(scan: Scan, words: Words, index: int, place: Place, end: int) -> Trait | None:
    """``loss of height: T7 approx 30 %, T8 20 %``."""
    trigger = words.items[index].trigger
    if trigger is None or "height" not in scan.text[trigger.start : trigger.end].lower():
        return None
    match = _BARE_LOSS.match(scan.text, place.end, end)
    return (match["percent"], match.start("percent"), match.end()) if match is not None else None


def _next_phrase(words: Words, index: int, place: Place) -> int:
    """Start of the phrase of the next fracture word after a place: ``L1 and a grade 1 fracture of T12``."""
    own = words.items[index].trigger
    position = words.index_at(place.end)
    while position < len(words.items) and words.items[position].trigger in (None, own):
        position += 1
    if position >= len(words.items):
        return words.end
    edge = left_edge(words, position)
    while (
        edge > 0 and words.items[edge - 1].start >= place.end and words.items[edge - 1].lower not in {"and", ",", ";"}
    ):
        edge -= 1
    return max(place.end, words.items[edge].start)


def _last_index(words: Words, index: int, places: list[Place]) -> int:
    """Index after the last place and the words that describe it within its bracket: ``(T9 and T11 acute)``."""
    end = max([words.items[index].end, *(place.end for place in places)])
    last = after = max(index + 1, words.index_at(end))
    while after < len(words.items) and words.items[after].describes and words.items[after].trigger is None:
        after += 1
    return after if after < len(words.items) and words.items[after].text == ")" else last


def _fragility(words: Words, first: int, last: int) -> Trait | None:
    around = (max(0, first - _SENTENCE_REACH), min(len(words.items), last + _SENTENCE_REACH))
    told = [item for item in roles(words, "low_trauma", first, last) if item[0] == "fragility"]
    if told:
        return (True, told[0][1], told[0][2])
    for value, holds in (("low", True), ("high", False)):
        causes = [item for item in roles(words, "low_trauma", *around) if item[0] == value]
        if causes:
            return (holds, causes[0][1], causes[0][2])
    return None


def cause_is_of_another(words: Words, traits: dict[str, Trait], place: Place, places: list[Place]) -> bool:
    """In a list whose members have times of their own, a cause told once is that of the member before it."""
    if "fragility" not in traits or len(places) < 2:
        return False
    cause = traits["fragility"]
    ordered = sorted(places, key=lambda other: other.start)
    between = words.items[words.index_at(ordered[0].end) : words.index_at(ordered[-1].start)]
    if cause[1] < ordered[0].start or not any("time" in word.roles for word in between):
        return False
    first = words.items[words.index_at(cause[1])]
    if first.lower in {"both", "all", "each"}:
        return False
    following = next((other.start for other in ordered if other.start > place.start), words.end)
    return not place.end <= cause[1] < following


def _count(scan: Scan, words: Words, first: int, index: int, last: int) -> Trait | None:
    items = words.items
    for position in (*range(first, index), *range(index + 1, last)):
        word = items[position]
        if word.place is not None:
            continue
        value = word.roles.get("number") or (word.text if word.text.isdecimal() else None)
        if value is None or not value.isdecimal() or not 2 <= int(value) <= 30:
            continue
        following = items[position + 1] if position + 1 < len(items) else None
        if following is not None and (
            following.text in {"-", "/", "%", ".", ":"} or following.lower in {"part", "level", "view", "views"}
        ):
            continue
        if position and (
            items[position - 1].text in {"/", "-", "#"}
            or items[position - 1].lower in {"grade", "type", "stage", "genant"}
        ):
            continue
        return (int(value), word.start, word.end)
    times = _TIMES_COUNT.match(scan.text, items[index].end)
    if times is not None:
        return (int(times["number"]), times.start("number"), times.end("number"))
    return None


def _grade(text: str, start: int, end: int) -> Trait | None:
    match = _GRADE.search(text, start, end)
    if match is None or _OTHER_GRADE.search(text[max(0, match.start() - 30) : match.start()]):
        return None
    value = match["named"] or match["bare"]
    return (_ROMAN.get(value.lower(), value), match.start(), match.end())


def _height_loss(text: str, start: int, end: int) -> Trait | None:
    match = _HEIGHT.compiled.search(text, start, end)
    if match is None or _AT_LEVEL.match(text, match.end()) is not None:
        return None
    return (match["before"] or match["after"] or match["inside"] or match["gone"], match.start(), match.end())


def find_height_losses(text: IndexedText) -> list[Trait]:
    """Every loss of vertebral height told with a percentage."""
    return [
        (match["before"] or match["after"] or match["inside"] or match["gone"], match.start(), match.end())
        for match in _HEIGHT.finditer(text)
    ]


def _clause_end(words: Words, last: int) -> int:
    """End of the clause that goes on after the places of a fracture."""
    for position in range(last, len(words.items)):
        word = words.items[position]
        if word.trigger is not None or word.text == ";" or (word.place is not None and word.place.levels):
            return word.start
    return words.end

"""What a note tells of a fractured level away from the fracture word: imaging signal and loss of height."""

from __future__ import annotations

from osteocase.pipeline.fractures.levels import find_levels
from osteocase.pipeline.fractures.traits import find_height_losses
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["add_grade", "add_healed", "add_height_loss", "add_same_event", "add_signal", "add_told_later"]

_SIGNAL = {"acute_signal": "acute", "chronic_signal": "chronic"}
_LATER = re.compile(
    r"(?:these|they|both|all|it|this|the\s+(?:latter|fractures?|deformit(?:y|ies)))\s+(?:\w+\s+){0,3}?"
    r"(?:(?P<old>not\s+(?:appear\s+|look\s+|seem\s+)?(?:to\s+be\s+)?acute|old|chronic|healed|long[\s-]?standing|remote|non-?acute)"
    r"|(?P<new>acute|recent|fresh))\b",
    re.IGNORECASE,
)
_ALL_EXCEPT = re.compile(
    r"\s*(?:\w+\s+){0,4}?(?:all|each|every\s+one)\s*(?:of\s+(?:these|them|the\s+\w+)\s*)?(?:levels?\s+)?,?\s*(?:except|but|save|apart\s+from|other\s+than)",
    re.IGNORECASE,
)
_MOST_OTHERS = 8
_SAME = re.compile(
    r"\bsame\s+(?:time|fall|accident|injury|event|incident|day|occasion|year|episode|trauma|month|crash)\b",
    re.IGNORECASE,
)
_HEALED = re.compile(
    r"[^.;]{0,40}?(?:,|\band\b|\bwhich\b|\bthat\b|\bbut\b|[-–—])\s*(?:(?:it|this|these|they|all|since|now|has|have|had|is|are|which|"
    r"that|later|eventually|since|fully|well|completely)\s+){0,4}(?:healed|united)\b"
    r"|\s+(?:(?:is|are|has|have|now|since|been|well|fully|completely|clinically|radiographically|radiologically|and|solidly|essentially)"
    r"\s+){1,7}(?:healed|united|consolidated)\b",
    re.IGNORECASE,
)
_GENANT = SharedPattern(r"\b(?:Genant|SQ)(?:\s+(?:grade|score))?\s*[:=]?\s*(?P<grade>[1-3])\b")
_GRADE_REACH = 160
_NEXT_SENTENCE = 80
"""Characters between a fracture and the sentence about its signal."""
_AT = {"at", "of", "in", "for", "at the", "of the"}
_CONTRASTS = (";", " but ", " whereas ", " while ", ", and T", ", with no ")


def add_signal(scan: Scan, drafts: list[Draft]) -> None:
    """Acuity from imaging signal, for levels that no word calls acute or old."""
    for mention in scan.by_group.get("acuity", ()):
        acuity = _SIGNAL.get(scan.knowledge.words[mention.id].value or "")
        if acuity is None or (scan.context(mention.start, mention.end).negated and acuity == "acute"):
            continue
        start, end = _clause(scan, mention.start, mention.end)
        levels = {level for found in find_levels(scan.text, start, end, scan.knowledge) for level in found.levels}
        if _ALL_EXCEPT.match(scan.text, mention.end, end) is not None:  # told of the others, not of those named
            others = [draft for draft in drafts if draft["level"] is not None and draft["end"] <= start]
            levels = {draft["level"] for draft in others[-_MOST_OTHERS:]} - levels
        around = _drafts_around(scan, drafts, start, end) if not levels else ()
        for draft in drafts:
            same = draft["level"] in levels if levels else any(draft is other for other in around)
            if same and draft.get("acuity") is None and draft["status"] == "present":
                draft["acuity"] = _spoken(scan, draft, end) or acuity
                _tell(draft, mention.start, mention.end)


_OF_NEXT_LEVEL = re.compile(r"\s+(?:\w+\s+)?(?:T|Th|L|D)\s?\d{1,2}\b")
"""``L2 fracture with oedema, chronic T12 wedge``: the age is that of the level behind it."""


def _spoken(scan: Scan, draft: Draft, end: int) -> str | None:
    """The age that a word in quotes or after a comma tells later in the clause: ``with oedema, "subacute"``."""
    values = scan.knowledge.words
    for mention in scan.words_in(draft["start"], end, "acuity"):
        value = values[mention.id].value or ""
        if value.endswith("_signal") or _OF_NEXT_LEVEL.match(scan.text, mention.end) is not None:
            continue
        if re.search(r"[,\"“'‘(]\s*\Z", scan.text[: mention.start][-3:]):
            return value
    return None


def _drafts_around(scan: Scan, drafts: list[Draft], start: int, end: int) -> list[Draft]:
    """Fractures of the clause, or of the sentence right before it in the same line: ``L1 fracture. Marrow oedema.``"""
    inside = [draft for draft in drafts if start <= draft["start"] < end]
    if inside:
        return inside
    before = [draft for draft in drafts if draft["end"] <= start and start - draft["end"] < _NEXT_SENTENCE]
    last = max(before, key=lambda draft: int(draft["start"]), default=None)
    if last is None or "\n" in scan.text[last["end"] : start] or last["bone"] != "vertebra":
        return []
    sentence = scan.sentence_index(last["start"])
    return [draft for draft in before if scan.sentence_index(draft["start"]) == sentence]


_LEVEL_AGE = re.compile(
    r"\s?\(\s?(?:likely\s+|probably\s+)?(?P<age>acute|subacute|chronic|old|healed|recent|fresh|new)\s?[,)]",
    re.IGNORECASE,
)
_AGE_OF_WORD = {"old": "chronic", "healed": "chronic", "recent": "acute", "fresh": "acute", "new": "acute"}


def add_bracketed_age(scan: Scan, drafts: list[Draft]) -> None:
    """``only T12 (acute) and L1 (subacute) had marrow signal change``: an age beside the level, wherever it stands."""
    if not any(draft["level"] is not None and draft.get("acuity") is None for draft in drafts):
        return
    for match in _LEVEL_AGE.finditer(scan.text):
        levels = find_levels(scan.text, max(0, match.start() - 8), match.start(), scan.knowledge)
        if not levels or levels[-1].end != match.start() or len(levels[-1].levels) != 1:
            continue
        age = match["age"].lower()
        for draft in drafts:
            if draft["level"] == levels[-1].levels[0] and draft["status"] == "present" and draft.get("acuity") is None:
                draft["acuity"] = _AGE_OF_WORD.get(age, age)
                draft["temporality"] = "historical" if draft["acuity"] == "chronic" else "current"
                _tell(draft, match.start(), match.end())


def add_told_later(scan: Scan, drafts: list[Draft]) -> None:
    """Age told of several fractures in the sentence after them: ``These do not appear acute``, ``Both are old``."""
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft["status"] == "present" and draft["bone"] is not None:
            by_sentence.setdefault(scan.sentence_index(draft["start"]), []).append(draft)
    for sentence, told in by_sentence.items():
        if sentence + 1 >= len(scan.sentences):
            continue
        match = _LATER.match(scan.text, *scan.sentences[sentence + 1])
        if match is None:
            continue
        acuity = "chronic" if match["old"] else "acute"
        for draft in told:
            if draft.get("acuity") is None:
                draft["acuity"] = acuity
                draft["temporality"] = "historical" if match["old"] else "current"
                _tell(draft, match.start(), match.end())


def add_same_event(scan: Scan, drafts: list[Draft]) -> None:
    """``in the same fall``, ``found at the same time``: the time of the fracture told before, and with it its past."""
    for draft in drafts:
        if draft["status"] == "absent" or draft["time"] is not None or draft["bone"] is None:
            continue
        start, end = scan.sentence_at(draft["start"])
        match = _SAME.search(scan.text, max(start, draft["start"] - 40), min(end, draft["end"] + 50))
        if match is None:
            continue
        before = [other for other in drafts if other["end"] <= draft["start"] and other["subject"] == draft["subject"]]
        told = next((other for other in reversed(before) if other["time"] is not None), None)
        near = told or (before[-1] if before else None)
        if near is not None:
            draft["time"], draft["temporality"] = near["time"], near["temporality"]


def add_healed(scan: Scan, drafts: list[Draft]) -> None:
    """``it has healed``, ``which healed without trouble``: told after the fracture, it makes it one of the past."""
    for draft in drafts:
        if draft["status"] != "present" or draft.get("acuity") is not None or draft["temporality"] != "current":
            continue
        _, end = scan.sentence_at(draft["end"])
        if _HEALED.match(scan.text, draft["end"], min(end, draft["end"] + 80)) is not None:
            draft["temporality"] = "historical"


def add_grade(scan: Scan, drafts: list[Draft]) -> None:
    """A grade of Genant told of a level in the sentence after it: ``T8: known fracture, no oedema. Genant 2.``"""
    graded = [draft for draft in drafts if draft["level"] is not None and draft["status"] == "present"]
    for match in _GENANT.finditer(scan.indexed):
        line = scan.text.rfind("\n", 0, match.start()) + 1
        levels = find_levels(scan.text, max(line, match.start() - _GRADE_REACH), match.start(), scan.knowledge)
        if not levels or len(levels[-1].levels) != 1:
            continue
        for draft in graded:
            if draft["level"] == levels[-1].levels[0] and draft.get("genant_grade") is None:
                draft["genant_grade"] = match["grade"]
                _tell(draft, match.start(), match.end())


_LEVEL = r"(?:T|Th|D|L)\s?\d{1,2}"
_GRADE_OF_LEVELS = SharedPattern(
    rf"\b(?P<levels>{_LEVEL}(?:(?:\s?,\s?(?:and\s)?|\sand\s|\s?&\s?){_LEVEL}){{0,5}})\s(?:(?:both|each|were|was|are|is)\s){{0,2}}"
    r"(?:(?:genant|SQ)\s)?grade\s(?P<grade>[1-3])\b(?!\s*(?:/|spondylolisthesis|anterolisthesis|retrolisthesis|disc|modic))"
    r"(?:\s?,\s?(?:and\s)?the\s(?:other|remaining)(?:\s(?P<count>one|two|three|four|\d))?\s(?:(?:were|was|are|is)\s)?"
    r"(?:grade\s)?(?P<rest>[1-3])\b)?",
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4}


def add_grade_of_levels(scan: Scan, drafts: list[Draft]) -> None:
    """``(T8 and L1 grade 2, the other two grade 1)``: grades that a later sentence tells of the levels told before."""
    levels = [draft for draft in drafts if draft["level"] is not None and draft["status"] == "present"]
    for match in _GRADE_OF_LEVELS.finditer(scan.indexed):
        found = find_levels(scan.text, match.start("levels"), match.end("levels"), scan.knowledge)
        named = {level for item in found for level in item.levels}
        if not named <= {draft["level"] for draft in levels}:
            drafts += _graded_on_image(scan, match, sorted(named - {draft["level"] for draft in drafts}))
            continue
        for draft in levels:
            if draft["level"] in named and draft.get("genant_grade") is None:
                draft["genant_grade"] = match["grade"]
                _tell(draft, *match.span())
        others = [draft for draft in levels if draft["level"] not in named]
        count = _COUNTS.get((match["count"] or "").lower(), match["count"])
        told = len({draft["level"] for draft in others})
        if match["rest"] is None or count is None or int(count) != told:
            continue
        for draft in others:
            if draft.get("genant_grade") is None:
                draft["genant_grade"] = match["rest"]
                _tell(draft, *match.span())


def _graded_on_image(scan: Scan, match: re.Match[str], levels: list[str]) -> list[Draft]:
    """``VFA: T12 grade 2 wedge, T8 grade 1``: a level that a fracture assessment grades is broken, though nobody says
    so; elsewhere a bare grade may be one of anything."""
    left, _ = scan.sentence_at(match.start())
    section = scan.section_at(match.start())
    seen = [*scan.words_in(section.start, section.body, "modality"), *scan.words_in(left, match.start(), "modality")]
    context = scan.context(match.start(), match.end())
    if not any(scan.knowledge.words[word.id].value == "vfa" for word in seen) or context.negated:
        return []
    shared: Draft = {
        "bone": "vertebra", "number": None, "part": None, "side": None, "status": "present", "acuity": None,
        "temporality": "current", "subject": context.subject, "modality": "vfa", "time": None,
        "genant_grade": match["grade"],
        "start": match.start(), "end": match.end(), "also": [], "rule": "fractures.by_grade",
    }  # fmt: skip
    return [{**shared, "level": level} for level in levels]


def add_height_loss(scan: Scan, drafts: list[Draft]) -> None:
    """Loss of height told of a level in a sentence without a fracture word: ``T12 wedge ~40 % height loss``."""
    for value, start, end in find_height_losses(scan.indexed):
        left, right = _clause(scan, start, end)
        levels = find_levels(scan.text, left, right, scan.knowledge)
        following = [
            found for found in levels if end <= found.start < end + 12 and scan.text[end : found.start].strip() in _AT
        ]
        named = following[:1] or [found for found in levels if found.start < end]
        if not named:
            continue
        near = min(named, key=lambda found: abs(found.start - start))
        for draft in drafts:
            is_body = draft["part"] in {None, "endplate"} and draft["status"] != "absent"
            is_told = is_body and draft["level"] in near.levels and len(near.levels) == 1
            if is_told and draft.get("height_loss_percent") is None:
                draft["height_loss_percent"] = value
                if start - draft["end"] < 120 and draft["start"] <= start:
                    draft["end"] = max(draft["end"], end)
                else:
                    _tell(draft, start, end)


def _tell(draft: Draft, start: int, end: int) -> None:
    if not draft["start"] <= start < draft["end"]:
        draft["also"] = sorted({*draft["also"], (start, end)})


def _clause(scan: Scan, left: int, right: int) -> tuple[int, int]:
    """The clause around a stretch: up to the semicolons, full stops or contrasts beside it."""
    start, end = scan.sentence_at(left)
    for mark in _CONTRASTS:
        before = scan.text.rfind(mark, start, left)
        start = before if before > start else start
        after = scan.text.find(mark, right, end)
        end = after if after >= 0 else end
    return start, end

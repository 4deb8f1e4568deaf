"""What a note tells of a fractured level away from the fracture word: imaging signal and loss of height."""

from __future__ import annotations

from osteocase.pipeline import regular as re
from osteocase.pipeline.fracture_levels import find_levels
from osteocase.pipeline.fracture_traits import find_height_losses
from osteocase.pipeline.scan import Draft, Scan

__all__ = ["add_height_loss", "add_signal", "add_told_later"]

_SIGNAL = {"acute_signal": "acute", "chronic_signal": "chronic"}
_LATER = re.compile(
    r"(?:these|they|both|all|it|this|the\s+(?:latter|fractures?|deformit(?:y|ies)))\s+(?:\w+\s+){0,3}?"
    r"(?:(?P<old>not\s+(?:appear\s+|look\s+|seem\s+)?(?:to\s+be\s+)?acute|old|chronic|healed|long[\s-]?standing|remote|non-?acute)"
    r"|(?P<new>acute|recent|fresh))\b",
    re.IGNORECASE,
)
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
        around = _drafts_around(scan, drafts, start, end) if not levels else ()
        for draft in drafts:
            same = draft["level"] in levels if levels else any(draft is other for other in around)
            if same and draft.get("acuity") is None and draft["status"] == "present":
                draft["acuity"] = acuity
                _tell(draft, mention.start, mention.end)


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

"""What a form offers and nobody ticked: it stands in the text and tells nothing of the patient.

``Fractures: ☐ hip ☒ wrist`` tells of one fracture, ``☒ alendronate 70 mg`` over ``☐ zoledronate 5 mg`` of one drug. A
box is passed over only beside one that is ticked: open boxes alone are a list of what is still to be done.
"""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re

__all__ = ["unticked"]

_BOX = re.compile(
    r"(?P<open>[\u2610\u25a1\u25a2]|[\[(] ?[\])])"
    r"|(?P<ticked>[\u2611\u2612\u2713\u2714\u25a0]|[\[(][xX\u2713\u2714][\])])"
)
_ANY = re.compile(r"[\u2610-\u2612\u2713\u2714\u25a0-\u25a2]|[\[(][ xX]?[\])]")
_OPENS_LINE = re.compile(r"[ \t]*(?:[-*\u2022][ \t]*)?(?=[\u2610\u2611\u2612\u25a1\u25a0])")


def unticked(text: str) -> list[tuple[int, int]]:
    """The stretches of open boxes with their words, in order."""
    if _ANY.search(text) is None:
        return []
    found: list[tuple[int, int]] = []
    offset = 0
    block: list[tuple[int, int]] = []
    is_form = False
    for line in text.split("\n"):
        boxes = list(_BOX.finditer(line))
        opened = [box for box in boxes if box["open"]]
        if len(boxes) == 1 and _OPENS_LINE.match(line) is not None:
            block += [(offset + box.start(), offset + len(line)) for box in opened]
            is_form = is_form or not opened
        else:
            found += block if is_form else []
            block, is_form = [], False
            if opened and len(opened) < len(boxes) and line[boxes[-1].end() :].strip():
                ends = [*(box.start() for box in boxes[1:]), len(line)]
                found += [
                    (offset + box.start(), offset + end) for box, end in zip(boxes, ends, strict=True) if box["open"]
                ]
        offset += len(line) + 1
    return found + (block if is_form else [])

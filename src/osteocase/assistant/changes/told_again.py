"""A value that is recorded already of one of several: ``the PTH was 182``, where it was 182 and later 96.

The other one is not meant by it, unless its time is said, or that it is to be corrected.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osteocase.assistant.changes.meant_all import means_all
from osteocase.assistant.subjects.finding import values_of
from osteocase.assistant.words.hearing import Heard
from osteocase.records import Record
from osteocase.review import Edit

__all__ = ["told_again"]

_CORRECTS = re.compile(
    r"\b(?:should|must|wrong|incorrect|not|instead|rather|change[ds]?|correct(?:ed)?|set|make|put|amend|fix|actually|sorry|"
    r"other|too|also|as well|again|both|all|each|every|same|still)\b|n['’]t\b",
    re.IGNORECASE,
)


def told_again(heard: Heard, known: Sequence[Record], edits: Sequence[Edit], records: Sequence[Record]) -> list[Record]:
    """The records that hold all that is told, where no other one is surely meant; none else.

    Args:
        heard: the correction.
        known: the records that it would not change.
        edits: what it would change of others.
        records: all that it names.
    """
    told = {figure.value for figure in heard.figures if not figure.negated}
    if not told or any(one.negated for one in heard.figures) or _CORRECTS.search(heard.say):
        return []
    having = [one for one in known if told <= set(values_of(one))]
    return having if having and not means_all(heard, edits, records) else []

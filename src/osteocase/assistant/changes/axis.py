"""Orders about the case as a whole: its name, and from what its months are counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.record_times import months_of
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Anchor, Axis, Fracture, Record, Treatment
from osteocase.review import Change, Rename, Session, SetAnchor

__all__ = ["asks_title", "axis_set", "moved", "renamed"]


_ASKS_TITLE = re.compile(
    r"^\W*(?:and\s+|so\s+)?(?:what(?:['’]?s|\s+is)\s+(?:the\s+)?(?:title|name|case(?:\s+title|\s+name)?)\b[^?]{0,20}?(?:case|called|named)?"
    r"|(?:the|this)\s+case\s+is\s+(?:called|named)\s+what|what\s+(?:do|did)\s+(?:you|we|i)\s+call\s+(?:the|this)\s+case"
    r"|(?:how|what)\s+is\s+(?:the|this|our)\s+case\s+(?:called|named|titled)|(?:the\s+)?(?:case\s+)?title\s*(?=\?))\W*$",
    re.IGNORECASE,
)
_CALLED = re.compile(r"\b(?:titled?|named?|called?)\b", re.IGNORECASE)


def asks_title(say: str) -> bool:
    """``what is the case called?``"""
    return _ASKS_TITLE.match(say) is not None and _CALLED.search(say) is not None and "patient" not in say.casefold()


def renamed(heard: Heard, session: Session) -> tuple[Reply, tuple[Change, ...]]:
    """Give the case the name that is said."""
    title = heard.rest_after("title").lstrip(": ").removeprefix("the case ").removeprefix("to ")
    title = title.strip(" :.\"'“”")
    if not title or asks_title(heard.say):
        return Reply(f"It is called {session.case.case.title}. Say: rename the case to …"), ()
    was = session.case.case.title
    made = session.apply(Rename(title=title))
    return Reply(f"The case is now called {title}; it was called {was}.\nSay undo to take it back."), (made,)


def axis_set(
    heard: Heard, named: Sequence[Record], session: Session, vocabulary: Vocabulary
) -> tuple[Reply, tuple[Change, ...]]:
    """Count the months from what is said; tell from what they are counted where nothing is.

    Args:
        heard: what is said.
        named: the records that it names: month zero must be the time of one of them.
        session: the case.
        vocabulary: the words that are listened for.
    """
    at = next((at + 1 for at, word in enumerate(heard.words[:-1]) if word in ("from", "since")), 0)
    anchors = [one for one in vocabulary.anchors(heard.words[at:]) if one != "previous_event"]
    if heard.is_question and not anchors:
        axis = session.case.case.axis
        known = f"Month 0 is {_the(axis.label) or 'not known'} ({axis.date or 'no date'})."
        return Reply(f"{known} Say for example: count the months from delivery."), ()
    before = session.case.case.axis
    if not anchors and (at or heard.date is not None):
        stays = f"Month 0 stays {_the(before.label) or 'not known'} ({before.date or 'no date'}). Nothing was changed."
        return Reply(f"I cannot count the months from that, only from {_COUNTED_FROM}. {stays}"), ()
    if not anchors:
        return Reply(f"From what? I can count from {_COUNTED_FROM}."), ()
    made = session.apply(SetAnchor(anchor=_anchor(anchors[0])))
    axis, what = session.case.case.axis, anchors[0].replace("_", " ")
    was = (
        f"It was {_the(before.label) or 'another event'} ({before.date or 'no date'}). "
        if before.date not in (None, axis.date)
        else ""
    )
    now = f"Month 0 is {_the(axis.label) or what} ({axis.date or 'no date'})."
    meant = {
        one.id
        for one in named
        if isinstance(one, Fracture | Treatment) and one.subject == "patient" and one.status != "absent"
    }
    times = [months_of(one) for one in session.records if one.id in meant]
    if meant and not any(months is not None and abs(months) <= _SAME_TIME for months in times):
        session.undo()
        told = lines([one for one in session.records if one.id in meant])
        stays = f"Month 0 stays {_the(before.label) or 'not known'} ({before.date or 'no date'})."
        can = f"I can count from the {axis.label or what} ({axis.date or 'no date'}), and not from another one:"
        return of_records(f"{can}\n{told}\n{stays} Nothing was changed.", [one for one in named if one.id in meant]), ()
    return Reply(f"{now}\n{was}Say undo to take it back."), (made,)


_COUNTED_FROM = (
    "the first dose of the main osteoporosis drug, delivery, the index fracture, surgery, the onset of symptoms, "
    "menopause or the first visit"
)
_SAME_TIME = Decimal("0.5")
"""Months beside month zero at which something still is its event: a date may tell the month alone."""


def moved(before: Axis, session: Session) -> str:
    """Say so where a change moved month zero: every position in the case is another one then."""
    now = session.case.case.axis
    if (now.anchor, now.date) == (before.anchor, before.date):
        return ""
    return f"Month 0 is now {_the(now.label) or 'another event'} ({now.date or 'no date'}).\n"


def _the(label: str | None) -> str:
    """``the first dose of …``; delivery and menopause go without."""
    return f"the {label}" if label is not None and label.startswith(("first", "index", "onset")) else label or ""


def _anchor(name: str) -> Anchor:
    anchor: Anchor = name  # type: ignore[assignment]  # the patterns hold anchors only; the model checks it again
    return anchor

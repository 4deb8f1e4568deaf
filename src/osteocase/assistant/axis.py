"""Orders about the case as a whole: its name, and from what its months are counted."""

from __future__ import annotations

from osteocase.assistant.hearing import Heard
from osteocase.assistant.reply import Reply
from osteocase.assistant.vocabulary import Vocabulary
from osteocase.records import Anchor, Axis
from osteocase.review import Change, Rename, Session, SetAnchor

__all__ = ["axis_set", "moved", "renamed"]


def renamed(heard: Heard, session: Session) -> tuple[Reply, tuple[Change, ...]]:
    """Give the case the name that is said."""
    title = heard.rest_after("title").lstrip(": ").removeprefix("the case ").removeprefix("to ")
    title = title.strip(" :.\"'“”")
    if not title:
        return Reply(f"It is called {session.case.case.title}. Say: rename the case to …"), ()
    return Reply(f"The case is now called {title}."), (session.apply(Rename(title=title)),)


def axis_set(heard: Heard, session: Session, vocabulary: Vocabulary) -> tuple[Reply, tuple[Change, ...]]:
    """Count the months from what is said; tell from what they are counted where nothing is."""
    at = next((at + 1 for at, word in enumerate(heard.words[:-1]) if word in ("from", "since")), 0)
    anchors = [one for one in vocabulary.anchors(heard.words[at:]) if one != "previous_event"]
    if heard.is_question and not anchors:
        axis = session.case.case.axis
        known = f"Month 0 is {axis.label or 'not known'} ({axis.date or 'no date'})."
        return Reply(f"{known} Say for example: count the months from delivery."), ()
    if not anchors:
        return Reply("From what? For example the first dose, delivery, the first visit, surgery."), ()
    made = session.apply(SetAnchor(anchor=_anchor(anchors[0])))
    axis = session.case.case.axis
    return Reply(f"Month 0 is {axis.label or anchors[0].replace('_', ' ')}."), (made,)


def moved(before: Axis, session: Session) -> str:
    """Say so where a change moved month zero: every position in the case is another one then."""
    now = session.case.case.axis
    if (now.anchor, now.date) == (before.anchor, before.date):
        return ""
    return f"Month 0 is now {now.label or 'another event'} ({now.date or 'no date'}).\n"


def _anchor(name: str) -> Anchor:
    anchor: Anchor = name  # type: ignore[assignment]  # the patterns hold anchors only; the model checks it again
    return anchor

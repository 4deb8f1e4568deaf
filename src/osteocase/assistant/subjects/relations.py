"""Two things that happened held against each other: which came first, and how much time lay between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from osteocase.assistant.subjects.finding import Selection
from osteocase.assistant.subjects.named_times import happened
from osteocase.assistant.subjects.passages import quoted
from osteocase.assistant.subjects.reply import Reply
from osteocase.assistant.subjects.told_times import Happened, days_between
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.review import Session
from osteocase.review.wording import months_text

__all__ = ["asks_relation", "related"]

_LEAD = r"^\W*(?:(?:and|so|ok|please|tell me|do we know)[\s,]+)*"
_IS = r"(?:was|were|is|are|did|has|had|does)"
_TIME = (
    r"(?:the\s+)?(?:time|interval|gap|days|weeks|months|years|number of (?:days|weeks|months|years)|period|delay|"
    r"latency|how (?:long|much time|many (?:days|weeks|months|years)))"
)
_ORDERS = tuple(
    re.compile(_LEAD + pattern + r"\W*$", re.IGNORECASE)
    for pattern in (
        rf"(?:{_IS}\s+)?(?P<one>[^?]+?)[\s,]+"
        r"(?:come |came |happen |happened |occur |occurred |start |started |begin |begun )?"
        r"(?:before or after|after or before)\s+(?P<two>[^?]+?)",
        r"(?:which|what)\s+(?:one\s+)?(?:came|was|happened|started|is|occurred|broke)?\s*(?:first|earlier)[\s,:–-]+"
        r"(?P<one>[^?]+?)\s+or\s+(?P<two>[^?]+?)",
        r"(?:which|what)\s+(?:one\s+)?(?:came|was|happened|started|is|occurred)\s+(?:first|earlier)[\s,:–-]*"
        r"(?P<one>[^?]+?)\s+or\s+(?P<two>[^?]+?)",
        r"(?:which|what)\s+(?P<noun>fracture|drug|treatment|operation|scan|injury)\s+(?:came|was|happened|started|occurred)\s+"
        r"(?:first|earlier)[\s,:–-]*(?P<one>[^?]+?)\s+or\s+(?P<two>[^?]+?)",
    )
)
_HOLDS = re.compile(
    _LEAD
    + r"(?:was|is|were)\s+(?:she|he|the patient)\s+(?:already\s+|still\s+)?(?:on|taking|getting|having|receiving)\s+"
    r"(?P<two>[^?]+?)\s+(?P<way>when|at the time(?: of)?|by the time|before)\s+(?P<one>[^?]+?)\W*$",
    re.IGNORECASE,
)
"""``was she already on prednisolone when L2 broke?``"""
_COMES = re.compile(
    _LEAD + r"did\s+(?P<one>[^?]+?)\s+(?:come|happen|occur|break|follow|begin|start)\s+"
    r"(?P<way>before|after)(?!\s+or\b)\s+(?P<two>[^?]+?)\W*$",
    re.IGNORECASE,
)
"""``did the hip fracture come after the wrist fracture?``"""
_INTERVALS = tuple(
    re.compile(_LEAD + pattern + r"\W*$", re.IGNORECASE)
    for pattern in (
        rf"(?:what (?:is|was) )?{_TIME}\s+(?:{_IS}\s+(?:it|there)\s+)?(?:elapsed\s+|passed\s+|lay\s+)?"
        r"(?:from|between)\s+(?P<one>[^?]+?)\s+(?:to|and|until|till|up to)\s+(?P<two>[^?]+?)",
        rf"{_TIME}\s+after\s+(?P<one>[^?]+?)\s+(?:{_IS})\s+(?P<two>[^?]+?)",
        rf"how (?:soon|quickly|fast|early|late|long)\s+after\s+(?P<one>[^?]+?)\s+(?:{_IS})\s+(?P<two>[^?]+?)",
        rf"how (?:soon|long|many (?:days|weeks|months|years)|much time)\s+(?:{_IS})\s+(?P<two>[^?]+?)\s+after\s+"
        r"(?P<one>[^?]+?)",
        rf"{_TIME}\s+before\s+(?P<two>[^?]+?)\s+(?:{_IS})\s+(?P<one>[^?]+?)",
        r"how long did (?:it take (?:for )?|the )(?P<two>[^?]+?)\s+(?:after|from|following)\s+(?P<one>[^?]+?)",
        r"(?:the\s+)?(?P<one>[^?]+?)(?:\s+to\s+|\s*[-–→]+>?\s*)(?P<two>[^?]+?)\s+(?:interval|gap|time|latency|delay)",
        r"(?:interval|gap|time)[\s,:]+(?P<one>[^?]+?)\s+to\s+(?P<two>[^?]+?)",
        rf"how long (?:{_IS}\s+it\s+)?(?:from|between)\s+(?P<one>[^?]+?)\s+(?:to|and|until|till)\s+(?P<two>[^?]+?)",
    )
)
_STRETCHES = tuple(one for one in _INTERVALS if re.search("from\\|between", one.pattern))
"""Forms that ask for nothing but a length of time: what one half names is then no answer."""
_COURSE = re.compile(r"\b(?:chang\w+|difference|trend|course|gain\w*|develop\w*|how did)\b", re.IGNORECASE)
"""What became of a value between two times is another question."""
_NEAR = Decimal("0.03")
_DAYS_OF_WEEKS = 70
"""Days up to which an interval is told in days and weeks."""


def asks_relation(heard: Heard, found: Selection) -> bool:
    """Whether two things that happened are held against each other."""
    if (
        not (found.named or heard.moment is not None)
        or heard.unknown_at
        or heard.has("measure")
        or heard.starts_with("correct", "add", "delete", "accept", "defer")
    ):
        return False
    if any(pattern.match(heard.say) for pattern in (*_ORDERS, _HOLDS)):
        return True
    return not _COURSE.search(heard.say) and any(pattern.match(heard.say) for pattern in _INTERVALS)


def related(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary) -> Reply | None:
    """Their order or the time between them; null where no such thing is asked, or a day of one is not told."""
    comes = _COMES.match(heard.say)
    if comes is not None:
        first, second = (happened(comes[one], session, vocabulary) for one in ("one", "two"))
        pair = _nearest(first, second, session, onward=False)
        if pair is not None:
            return _whether(*pair, comes["way"].casefold(), session)
        if (first or second) and not found.arguments.keys() & {"analyte", "site", "score"}:
            return _half("The order cannot be told", first[:1] or second[:1], comes["two" if first else "one"])
        return None
    if not asks_relation(heard, found):
        return None
    for pattern in (*_ORDERS, _HOLDS, *_INTERVALS):
        match = pattern.match(heard.say)
        if match is None:
            continue
        said = _both(match["one"], match["two"])
        noun = match.groupdict().get("noun")
        said = (f"{said[0]} {noun}", f"{said[1]} {noun}") if noun in _OF_BONES else said
        first, second = (happened(one, session, vocabulary) for one in said)
        interval = pattern in _INTERVALS
        pair = _nearest(first, second, session, onward=interval)
        if pair is not None:
            return _interval(*pair, session) if interval else _order(*pair, session, polar=pattern is _HOLDS)
        if (first or second) and (not interval or pattern in _STRETCHES):
            head = "It is not told in any note" if interval else "The order cannot be told"
            return _half(head, first[:1] or second[:1], said[1] if first else said[0])
    return None


def _both(one: str, two: str) -> tuple[str, str]:
    """Both things in full: ``the first`` of ``the first and the second infusion`` is an infusion."""
    count = _COUNTED.match(two)
    return (f"{one} {two[count.end() :]}", two) if count is not None and _BARE.fullmatch(one) else (one, two)


_OF_BONES = ("fracture", "scan")
"""``which fracture came first, wrist or hip?``: the wrist fracture or the hip fracture."""
_NUMBERS = r"(?:first|second|third|fourth|fifth|sixth|last|latest|final|baseline|\d(?:st|nd|rd|th))"
_BARE = re.compile(rf"(?:(?:the|her|his)\s+)?{_NUMBERS}", re.IGNORECASE)
_COUNTED = re.compile(rf"(?:(?:the|her|his)\s+)?{_NUMBERS}\s+", re.IGNORECASE)


def _nearest(
    first: Sequence[Happened], second: Sequence[Happened], session: Session, *, onward: bool
) -> tuple[Happened, Happened] | None:
    """Of things that the words may mean the two that lie nearest; ``from .. to`` runs onward where it can."""

    def apart(pair: tuple[Happened, Happened]) -> tuple[bool, Decimal]:
        at = [one.at(session) for one in pair]
        if at[0] is None or at[1] is None:
            return True, Decimal(10**6)
        return onward and at[1] < at[0] - _NEAR, abs(at[1] - at[0])

    pairs = [(one, two) for one in first for two in second if not set(one.records) & set(two.records)]
    return min(pairs, key=apart, default=None)


def _half(head: str, known: Sequence[Happened], words: str) -> Reply:
    text = f"{head}: no time is told of {words.strip()}. Known:\n{known[0].what}"
    return _reply(text, known)


def _order(first: Happened, second: Happened, session: Session, *, polar: bool) -> Reply | None:
    at = [one.at(session) for one in (first, second)]
    if at[0] is None or at[1] is None:
        return None
    shorter = min(len(first.date or ""), len(second.date or ""))
    same = bool(shorter) and (first.date or "")[:shorter] == (second.date or "x")[:shorter]
    if same or abs(at[0] - at[1]) <= _NEAR:
        head = "The same time, as far as it is told"
    elif polar:
        head = "Yes: it had begun before" if at[1] < at[0] else "No: it began after"
    else:
        head = f"{'After' if at[0] > at[1] else 'Before'} (computed from their times)"
    return _reply(f"{head}:\n{first.what}\n{second.what}", (first, second))


def _whether(first: Happened, second: Happened, way: str, session: Session) -> Reply | None:
    """Yes or no, by their places on the axis."""
    told = _order(first, second, session, polar=False)
    if told is None or first.at(session) is None:
        return None
    head, _, rest = told.text.partition("\n")
    yes = head.casefold().startswith(way)
    if head.startswith("The same time"):
        return told
    return Reply(f"{'Yes' if yes else 'No'} (computed from their times):\n{rest}", told.sources, told.records)


def _interval(first: Happened, second: Happened, session: Session) -> Reply | None:
    days = days_between(first, second)
    at = [one.at(session) for one in (first, second)]
    if days is not None and abs(days) <= _DAYS_OF_WEEKS:
        count = abs(days)
        weeks = f", about {round(count / 7)} weeks" if count >= 14 else ""
        length = f"{count} day{'' if count == 1 else 's'}{weeks}"
    elif at[0] is not None and at[1] is not None:
        months = months_text(abs(at[1] - at[0]))
        length = "less than a month" if months == "month 0" else months if days is not None else f"about {months}"
    else:
        return None
    back = at[0] is not None and at[1] is not None and at[1] < at[0] - _NEAR
    order = "; the second came before the first" if back else ""
    return _reply(f"{length} (computed{order}):\n{first.what}\n{second.what}", (first, second))


def _reply(text: str, known: Sequence[Happened]) -> Reply:
    quotes = [one.quote for one in known if one.quote is not None]
    said = quoted(quotes).text if quotes else ""
    return Reply(
        "\n".join(filter(None, (text, said))),
        tuple(dict.fromkeys(place for one in known for place in one.places)),
        tuple(record for one in known for record in one.records),
    )

"""Messages between colleagues, as a phone writes them out: ``[15/03/2021, 09:12] Dr A: films show a wedge of T8``.

Each line opens with its day, its minute and who writes; the messages of one day are one entry of that day. A line
without such an opening goes on with the message before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re

__all__ = ["MessageDay", "days_of_messages", "message_openings"]


class MessageDay(NamedTuple):
    """The messages of one day, as character offsets into the text."""

    start: int
    end: int
    date: str
    """ISO date."""
    words: str
    """The date as written."""


_DATE = r"(?:\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:20)?\d\d|20\d\d-[01]\d-[0-3]\d|\d{1,2} [A-Z][a-z]{2,8} 20\d\d)"
_CLOCK = r"[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[ap]\.?m\.?)?"
_WRITER = r"(?P<writer>[^\W\d_][^:\n\[\]|\t]{1,38}):[ \t]"
_OPENING = re.compile(
    rf"^\[(?P<date>{_DATE}),? {_CLOCK}\] {_WRITER}"
    rf"|^\[{_CLOCK},? (?P<second_date>{_DATE.replace('mark', 'second_mark')})\] {_WRITER.replace('writer', 'second')}"
    rf"|^(?P<third_date>{_DATE.replace('mark', 'third_mark')}), {_CLOCK} [-–—] {_WRITER.replace('writer', 'third')}",
    re.MULTILINE,
)
"""Nothing but the export of a chat looks so; results with their hour have no bracket, and no comma before it."""
_FEWEST = 3
_MOST_WRITERS = 12
_FEWEST_WORDS = 3
_PREAMBLE = 400
"""Characters that may stand before the first message."""


def days_of_messages(text: str, date_of: Callable[[str], str | None]) -> list[MessageDay]:
    """The days of a log of messages in its order, without gaps; none where the text is none.

    ``date_of`` tells the ISO date of a date as written; null where it is none of the calendar.
    """
    found = list(_OPENING.finditer(text))
    if len(found) < _FEWEST or found[0].start() > _PREAMBLE:
        return []
    dates = [_date(match) for match in found]
    known = {words: date_of(words) for words in dict.fromkeys(dates)}
    days = [known[words] for words in dates]
    writers = {match["writer"] or match["second"] or match["third"] for match in found}
    ends = [*(match.start() for match in found[1:]), len(text)]
    told = sum(len(text[match.end() : end].split()) >= _FEWEST_WORDS for match, end in zip(found, ends, strict=True))
    plain = [day for day in days if day is not None and len(day) == 10]
    if len(plain) < len(days) or plain != sorted(plain) or len(set(plain)) < 2:
        return []
    if len(writers) > _MOST_WRITERS or 2 * told < len(found):
        return []
    made: list[MessageDay] = []
    for match, day, words, end in zip(found, plain, dates, ends, strict=True):
        if made and made[-1].date == day:
            made[-1] = made[-1]._replace(end=end)
        else:
            made.append(MessageDay(match.start() if made else 0, end, day, words))
    return made


def message_openings(text: str) -> list[tuple[int, int, str]]:
    """The openings of messages, each with what is read for it: the day over the first message of a day, so that no
    clock and no writer stands within what is told."""
    changes: list[tuple[int, int, str]] = []
    last = ""
    for match in _OPENING.finditer(text):
        changes.append((*match.span(), "" if _date(match) == last else f"{_date(match)}:\n"))
        last = _date(match)
    return changes


def _date(match: re.Match[str]) -> str:
    return str(match["date"] or match["second_date"] or match["third_date"])

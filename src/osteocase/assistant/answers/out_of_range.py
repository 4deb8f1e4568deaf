"""Which results lie outside the intervals that are printed beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from osteocase.assistant.answers.absence import close_to, nothing
from osteocase.assistant.answers.comparing import passes
from osteocase.assistant.answers.polar import is_polar
from osteocase.assistant.answers.ranges import SOUND, judged_number
from osteocase.assistant.subjects.finding import Selection, same_thing
from osteocase.assistant.subjects.reply import Reply, lines, of_records
from osteocase.assistant.subjects.times import in_time, months_of
from osteocase.assistant.words.hearing import Heard
from osteocase.assistant.words.vocabulary import Vocabulary
from osteocase.records import Lab
from osteocase.review import Session
from osteocase.review.queue import case_records

__all__ = ["abnormal"]


def abnormal(heard: Heard, found: Selection, session: Session, vocabulary: Vocabulary, focus: str | None) -> Reply:
    """Which results lie outside their printed interval, or whether one does."""
    passing = passes(heard, found.records)
    if passing is not None:
        which = heard.first in ("which", "what")
        head = "" if which and passing else "None:\n" if which else "Yes:\n" if passing else "No:\n"
        return of_records(f"{head}{lines(passing or found.records)}", passing or found.records)
    numbered = [] if found.named else judged_number(heard, list(case_records(session.case)))
    if numbered:
        found.records, found.named, found.arguments = numbered, True, {"analyte": "", **found.arguments}
    labs = [one for one in found.records if isinstance(one, Lab) and one.subject == "patient"]
    ends = [point.months for point in session.case.timepoints if point.months is not None]
    if not found.named or (not labs and found.arguments.get("list", "labs") != "labs"):
        pool = [one for one in session.case.labs if one.subject == "patient"]
        labs = [one for one in pool if not heard.months or close_to(months_of(one), heard.months)]
        if "last" in heard.values("time") and ends:
            labs = [one for one in labs if close_to(months_of(one), max(ends))]
        if "baseline" in heard.values("time"):
            labs = [one for one in labs if close_to(months_of(one), Decimal(0))]
    if not labs and found.records:
        return of_records(
            f"Not told in the notes; no range is printed beside it:\n{lines(found.records)}", found.records
        )
    if not labs:
        return nothing(heard, found, session, vocabulary)
    labs = _as_they_are_now(labs, heard, found)
    sides = _sides(heard)
    number = len([one for one in labs if one.flag in sides])
    hits = [one for one in labs if one.flag in sides]
    if "analyte" in found.arguments and not heard.has("list", "count"):
        flagged = [one for one in labs if one.flag is not None]
        if not flagged:
            return of_records(f"No range is printed beside it, so I cannot tell:\n{lines(labs)}", labs)
        if sides == ("normal",) and _NORMALISES & set(heard.words) and len(flagged) > 1:  # what counts is the last
            back = flagged[-1].flag == "normal"
            shown = [one for one in flagged if one.flag == "normal"] if back else flagged[-1:]
            return of_records(f"{'Yes' if back else 'No'}:\n{lines(shown)}", shown)
        mixed = sides == ("normal",) and 0 < len(hits) < len(flagged) and not _NORMALISES & set(heard.words)
        if mixed and "ever" not in heard.words:
            return of_records(f"Not all of them:\n{lines(flagged)}", flagged)
        head = f"{_by_range(hits, flagged, heard, sides)}:\n{lines(hits or flagged)}"
        before = _as_they_were(labs, heard, found, sides) if not hits else []
        return of_records(f"{head}\nBefore that:\n{lines(before)}" if before else head, [*(hits or flagged), *before])
    if sides == ("normal",) and is_polar(heard) and labs:
        out = [one for one in labs if one.flag in ("low", "high")]
        head = "Yes" if not out else "No" if not hits else "Not all of them; out of range"
        return of_records(f"{head}:\n{lines(out or hits)}", out or hits)
    if not hits:
        return _with_earlier(_none_outside(labs, sides), sides, heard, session)
    return of_records(f"{number}:\n{lines(hits)}" if heard.has("count") else lines(hits), hits)


def _by_range(hits: Sequence[Lab], flagged: Sequence[Lab], heard: Heard, sides: Sequence[str]) -> str:
    """Yes or no; of ``is it ok?`` only how it lies to the range, and no verdict."""
    if _COLLOQUIAL & set(heard.words) and tuple(sides) == ("normal",):
        return f"By the printed range, {' and '.join(dict.fromkeys(one.flag or '' for one in hits or flagged))}"
    return "Yes" if hits else "No"


_COLLOQUIAL = frozenset(("fine", "ok", "okay", "alright", "good", "bad", "reassuring"))


def _none_outside(labs: Sequence[Lab], sides: Sequence[str]) -> Reply:
    """That no result lies there, with those that no range was printed for, and nothing that could be spoken of next."""
    judged = [one for one in labs if one.flag is not None]
    without = [one for one in labs if one.flag is None]
    text = f"None of {len(judged)} results with a printed range is {' or '.join(sides)} by it."
    rest = f"\nNo range is printed beside:\n{lines(without)}" if without else ""
    told = of_records(f"{text}{rest}", labs)
    return replace(told, records=tuple(one.id for one in without))


def _with_earlier(told: Reply, sides: Sequence[str], heard: Heard, session: Session) -> Reply:
    """Of a baseline without such results: those from before month zero, which may be what is meant."""
    own = [one for one in session.case.labs if one.subject == "patient" and one.flag in sides]
    earlier = [one for one in own if (at := months_of(one)) is not None and at < -1]
    if "baseline" not in heard.values("time") or not earlier:
        return told
    more = of_records(f"{told.text}\nBefore month 0:\n{lines(earlier)}", earlier)
    return Reply(more.text, (*told.sources, *more.sources), more.records)


def _as_they_are_now(labs: list[Lab], heard: Heard, found: Selection) -> list[Lab]:
    """``is it low?``, ``is it still low?``: asks for the last value of each."""
    now = is_polar(heard) and (
        "still" in heard.words or (heard.first in ("is", "are") and "analyte" in found.arguments)
    )
    if (
        not now
        or heard.figures
        or {"ever", "all"} & set(heard.words)
        or found.arguments.keys() & {"time", "moment", "months", "date"}
    ):
        return labs
    latest = {same_thing(one): one.id for one in in_time(labs)}
    return [one for one in labs if one.id in latest.values()]


def _as_they_were(latest: list[Lab], heard: Heard, found: Selection, sides: tuple[str, ...]) -> list[Lab]:
    """Earlier values that were as it is asked, where the last ones are not."""
    if sides == ("normal",) or "still" in heard.words:
        return []
    return [one for one in found.records if isinstance(one, Lab) and one.flag in sides and one not in latest]


_NORMALISES = frozenset(("normalise", "normalised", "normalize", "normalized", "back"))


def _sides(heard: Heard) -> tuple[str, ...]:
    if SOUND - {"bad"} & set(heard.words) and not heard.has("high", "low", "abnormal"):
        return ("normal",)
    if heard.has("high") and not heard.has("low"):
        return ("high",)
    if heard.has("low") and not heard.has("high"):
        return ("low",)
    if "normal" in heard.values("abnormal") and "abnormal" not in heard.values("abnormal"):
        return ("normal",)
    return ("low", "high")

"""A drug taken up again after a gap, told without its name: ``X 2018-2021, restarted March 2023`` is two courses."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Draft, Scan
from osteocase.pipeline.times.find import time_draft

__all__ = ["with_second_courses"]

_AGAIN = re.compile(
    r"[\s,;)]*(?:[^.;\n]{0,50}?[,;(]\s*)?(?:and\s+|then\s+|but\s+|was\s+|it\s+){0,3}"
    r"(?:re-?started|re-?commenced|resumed|re-?introduced|re-?initiated|(?:started|begun|commenced|given)\s+again|(?:put\s+)?back\s+on(?:\s+it)?)"
    r"\s*(?:again\s+)?(?:in|on|from|since)?\s*",
    re.IGNORECASE,
)
_REACH = 90


def with_second_courses(scan: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the later course of those that were stopped and are told as begun anew."""
    found: list[Draft] = []
    for draft in drafts:
        found.append(draft)
        stop = draft["times"].get("stop") if draft["kind"] in {"drug", "supplement"} else None
        if stop is None or not stop.get("date"):
            continue
        again = _AGAIN.match(scan.text, draft["end"], min(len(scan.text), draft["end"] + _REACH))
        if again is None or scan.mentions_in(draft["end"], again.end(), "treatment"):
            continue
        time = next((time for time in scan.times_in(again.end(), again.end() + 1) if time.start == again.end()), None)
        if time is None or time.date is None or time.date <= stop["date"]:
            continue
        draft["status"] = "past" if draft["status"] in {"started", "ongoing"} else draft["status"]
        found.append(
            {
                **draft,
                "status": "ongoing",
                "rule": "treatments.again",
                "times": {"start": time_draft(scan.text, time)},
                "duration": None,
                "duration_value": None,
                "duration_unit": None,
                "doses_given": None,
                "also": [],
                "start": again.start() + len(again.group()) - len(again.group().lstrip(" ,;)\n")),
                "end": time.end,
            }
        )
    return found

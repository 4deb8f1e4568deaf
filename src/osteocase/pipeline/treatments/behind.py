"""What words behind a name say of it where the words alone would say something else."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.treatments.cues import SWITCHING, Cue

__all__ = ["DATED_AND_OVER", "INSTEAD", "STILL_TO", "ends_later", "tells_its_end", "told_behind"]

DATED_AND_OVER = re.compile(
    r"\s(?:(?:in|on|since|from|last|this)\s[^,;.\n]{2,20}|yesterday|today|overnight|\d{1,2}\s?\w+\s+ago"
    r"|(?:(?:19|20)\d\d|\d{1,2}/(?:19|20)?\d\d)(?:\s?[^,;.:\n]{0,24})?)[,;]",
    re.IGNORECASE,
)
"""Behind a stop: its day, and what is told next."""
INSTEAD = re.compile(r"[\s,]*(?:\([^()\n]{1,30}\)\s*)?instead(?!\s+of)\b", re.IGNORECASE)
"""``stop X, Y 40 mg instead``: Y begins."""
_COULD_BE = re.compile(r"\b(?:could|can|may|might)\s+(?:then\s+|also\s+)?be\s+$", re.IGNORECASE)
_PRESCRIPTION = re.compile(
    r"\b(?:prescriptions?|scripts?)\s+for\s+(?:(?!\b(?:was|were|is|has|then)\b)[^.;:\n]){0,70}$", re.IGNORECASE
)
_TELLS_THE_END = re.compile(r"[,;–-]\s*(?:so\s+|and\s+|was\s+)?$")
_END_TOLD = re.compile(r"\s*(?:\)|(?:in|on|after|by|at|since)\b|\d)")


def told_behind(text: str, cue: Cue, start: int) -> str:
    """What a cue behind a name says of it.

    ``X could be changed to Y``: X is taken still. ``A prescription for X was given``: the paper was given, the drug
    begins.
    """
    if cue.status == "stopped" and not SWITCHING.isdisjoint(cue.words.split(" ")):
        return "ongoing" if _COULD_BE.search(text, max(0, cue.start - 14), cue.start) else "stopped"
    written = cue.status in {"past", "completed"} and _PRESCRIPTION.search(text, max(0, start - 90), start)
    return "started" if written else cue.status


def tells_its_end(text: str, cue: Cue, gap: str) -> bool:
    """``X 100 mg (tired all day - stopped 2021)``: behind what it did to her stands what became of it."""
    stops = cue.status == "stopped" and _TELLS_THE_END.search(gap) is not None
    return stops and _END_TOLD.match(text, cue.end) is not None


STILL_TO = re.compile(r"\b(?:to|will|can|should|may|shall)\s+(?:be\s+)?\Z", re.IGNORECASE)
_COUNTED_AS = r"(?:\d{1,2}|one|two|three|four|five|six|eight|ten|twelve|an?)"
_IN_TIME = re.compile(
    rf"\s+(?:at|in|after)\s+(?:about\s+|another\s+|week\s+)?{_COUNTED_AS}(?:\s?(?:-|–|to)\s?\d{{1,2}})?\s?"
    r"(?:days?|weeks?|wks?|months?|mos?|/7|/52|/12|/40)\b"
    r"|\s+(?:on|from|at|in)\s+(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week\s\d"
    r"|next\s(?:week|month|visit|review))\w*"
    r"|\s+(?:on|from)\s+\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?(?!\d)|\s+(?:tomorrow|next\s+(?:week|month|visit))\b",
    re.IGNORECASE,
)


def ends_later(text: str, cue: Cue) -> bool:
    """``Cast to come off at six weeks``, ``X to stop on 4 June``: it is still on."""
    if _IN_TIME.match(text, cue.end) is None:
        return False
    ahead = text[max(0, cue.start - 12) : cue.start]
    return cue.words.startswith(("to ", "will ", "should ", "may ", "can ")) or STILL_TO.search(ahead) is not None

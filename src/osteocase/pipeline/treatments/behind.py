"""What words behind a name say of it where the words alone would say something else."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.treatments.cues import SWITCHING, Cue

__all__ = ["DATED_AND_OVER", "tells_its_end", "told_behind"]

DATED_AND_OVER = re.compile(
    r"\s(?:(?:in|on|since|from|last|this)\s[^,;.\n]{2,20}|yesterday|today|overnight|\d{1,2}\s?\w+\s+ago)[,;]",
    re.IGNORECASE,
)
"""Behind a stop: its day, and what is told next."""
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

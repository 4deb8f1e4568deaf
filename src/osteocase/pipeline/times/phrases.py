"""Times in words: ``since the fall``, ``the following month``, ``last Friday``, ``this a.m.``, ``at discharge``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.times.words import GAP, SHE_WAS, WORD_ENDS, TimeMention, TimeWords, plain

__all__ = ["PhraseFamilies"]

_SINCE = (
    r"(?:the|her|his|their|this|that|last|first|starting|stopping|beginning|commencing|completing|undergoing|having|"
    r"an?|most|recent|initial)"
)
_YOUTH = r"childhood|birth|infancy|adolescence|puberty|youth|early childhood|menarche"
_VISIT = r"(?:last|previous|first|initial|prior|most recent){0}(?:visit|appointment|review|consultation|scan|clinic)"
_EVENTS = frozenset({"delivery", "surgery", "fracture", "menopause", "weaning", "symptom_onset", "baseline"})
"""Anchors that ``after``, ``before`` and ``during`` make a time of without a distance."""
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|last|final"
    r"|\d{1,2}(?:st|nd|rd|th))"
)
_EVERY = {"daily": "day", "weekly": "week", "monthly": "month", "annual": "year", "yearly": "year"}
_STEPS = {"night": "day", "morning": "day", "evening": "day", "afternoon": "day"}


class PhraseFamilies:
    """The families of times in words of one lexicon: expressions with what makes a mention of a match."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        w = GAP
        visit = _VISIT.format(w)
        unit = rf"(?:(?!night){words.unit}|weekend|quarter)"
        self.families = [
            (rf"\bsince{w}(?:{_SINCE}{w}){{0,3}}(?P<a>{words.anchor}){WORD_ENDS}", self._since),
            (
                rf"\bsince{w}(?:(?:her|his|the|their){w})?(?:{_YOUTH}|then|{visit}|(?:early{w})?teens|that{w}time){WORD_ENDS}",
                self._open,
            ),
            (
                rf"\b(?:before|after|prior{w}to|following|during|at{w}the{w}time{w}of|at{w}time{w}of|upon|on|at){w}"
                rf"(?:(?:the|her|his|this|initial){w}){{0,2}}(?P<a>{words.anchor}){WORD_ENDS}",
                self._at_event,
            ),
            (
                rf"\b(?:on{w}|in{w})?the{w}(?P<u>day|evening|morning|night|week|month|year){w}(?P<next>of|after|before|following){w}"
                rf"(?:(?:the|her|his){w})?(?P<a>{words.anchor}){WORD_ENDS}",
                self._day_of,
            ),
            (
                rf"\b(?:before|prior{w}to){w}(?:(?:the|her|his|starting|beginning|start{w}of|first){w}){{0,3}}"
                rf"(?P<a>{words.anchor}){WORD_ENDS}",
                self._before_treatment,
            ),
            (
                rf"\b(?:on{w})?the{w}(?P<next>following|next|subsequent|previous|preceding|same){w}"
                rf"(?P<u>day|week|month|year|night|morning|evening|afternoon){WORD_ENDS}",
                self._following,
            ),
            (
                rf"\bthe{w}(?P<u>day|week|month|year){w}(?P<next>after|before|later){WORD_ENDS}(?!{w}yesterday)",
                self._following,
            ),
            (
                rf"\b(?:the{w})?(?:(?:earlier|later){w}this|this{w}past|past|last|previous|next|this|coming){w}"
                rf"(?:{unit}|(?:{words.month})(?!\.?{w}\d)|spring|summer|autumn|fall|winter|{words.weekday}|{words.holiday}){WORD_ENDS}",
                self._near,
            ),
            (
                rf"\b(?:on|until|by|from|since){w}(?:{words.weekday}){WORD_ENDS}(?!,?{w}(?:the{w})?(?:\d|{words.month}\b))",
                self._near,
            ),
            (
                rf"\b(?:fell|seen|admitted|operated|theatre|surgery|operation|nail|nailing|list|booked|discharged|due|done|"
                rf"tripped|slipped|broke|broken|started|stopped|fixed|repeat|review|clinic){w}(?P<day>{words.weekday})"
                rf"{WORD_ENDS}(?!,?{w}(?:the{w})?(?:\d|{words.month}\b))",
                self._weekday,
            ),
            (rf"\b(?P<day>{words.weekday})(?=:[ ])", self._weekday),
            (rf"\b(?:at|over|before|after|around|since){w}(?:{words.holiday}){WORD_ENDS}(?!{w}\d)", self._near),
            (rf"\b(?:(?:over|at|on|during){w}the{w}weekend|in{w}the{w}new{w}year){WORD_ENDS}", self._near),
            (rf"\b{words.count}{w}(?:summers?|winters?|springs|autumns?){w}(?:{words.ago})\b", self._near),
            (
                rf"\b(?:the{w}other{w}(?:day|night|week|month)|a{w}while{w}(?:ago|back)|some{w}time{w}(?:ago|back)){WORD_ENDS}",
                self._near,
            ),
            (
                rf"\bwhen{w}{SHE_WAS}{w}(?:an?{w})?(?:young|child|teenager|girl|boy|young{w}(?:girl|woman|man|adult)){WORD_ENDS}",
                self._open,
            ),
            (
                rf"\b(?:after|following){w}(?:(?:the|her|his|all|a{w}total{w}of|completing|receiving|having){w}){{0,2}}"
                rf"(?:(?P<n>{words.number})|{_NTH}){w}(?:(?P<every>weekly|monthly|annual|yearly|daily){w})?"
                rf"(?:doses?|injections?|infusions?|cycles|shots?|applications?|administrations?){WORD_ENDS}",
                self._after_doses,
            ),
            (rf"\b(?:{words.label}){WORD_ENDS}\.?", self._label),
        ]

    def _since(self, match: re.Match[str]) -> TimeMention | None:
        anchor = self.words.anchors[plain(match["a"])]
        if anchor == "previous_event" and plain(match["a"]) in {"this", "that", "which"}:
            return None
        return TimeMention(match.start(), match.end(), "label", anchor=anchor)

    def _open(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "label")

    def _at_event(self, match: re.Match[str]) -> TimeMention | None:
        anchor = self.words.anchors[plain(match["a"])]
        return TimeMention(match.start(), match.end(), "label", anchor=anchor) if anchor in _EVENTS else None

    def _day_of(self, match: re.Match[str]) -> TimeMention | None:
        anchor = self.words.anchors[plain(match["a"])]
        step = {"after": "1", "following": "1", "before": "-1"}.get(match["next"].lower(), "0")
        if anchor == "previous_event" and plain(match["a"]) in {"this", "that", "which"}:
            return None
        unit = match["u"].lower() if match["u"].lower() in {"week", "month", "year"} else "day"
        return TimeMention(match.start(), match.end(), "relative", value=step, unit=unit, anchor=anchor)

    def _before_treatment(self, match: re.Match[str]) -> TimeMention | None:
        if self.words.anchors[plain(match["a"])] != "treatment_start":
            return None
        return TimeMention(match.start(), match.end(), "label", value="0", unit="month", anchor="treatment_start")

    def _following(self, match: re.Match[str]) -> TimeMention:
        step = {"previous": "-1", "preceding": "-1", "before": "-1", "same": "0"}.get(match["next"].lower(), "1")
        unit = match["u"].lower()
        return TimeMention(
            match.start(), match.end(), "relative", value=step, unit=_STEPS.get(unit, unit), anchor="previous_event"
        )

    def _near(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "relative", anchor="note_date", precision="about")

    def _after_doses(self, match: re.Match[str]) -> TimeMention:
        """``After twelve monthly injections`` is a year from the first one; without how often, it is later than what
        was told before, nobody knows by how much."""
        value = self.words.counted(match["n"]) if match["n"] is not None and match["every"] is not None else None
        if value is None:
            return TimeMention(match.start(), match.end(), "relative", anchor="previous_event")
        unit = _EVERY[match["every"].lower()]
        return TimeMention(
            match.start(), match.end(), "relative", value=value, unit=unit, anchor="treatment_start", precision="about"
        )

    def _weekday(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start("day"), match.end(), "relative", anchor="note_date", precision="about")

    def _label(self, match: re.Match[str]) -> TimeMention:
        """A label; its entry says the event that it stands at, and how far from it: ``note_date -1 day``."""
        told = self.words.labels.get(plain(match.group()), "none")
        end = match.end()
        if match.string[end - 1] == "." and not re.search(r"\b[ap]\.?\s?m\.$", match.group(), re.IGNORECASE):
            end -= 1
        if told == "none":
            return TimeMention(match.start(), end, "label")
        anchor, _, distance = told.partition(" ")
        if distance:
            value, unit = distance.split()
            return TimeMention(match.start(), end, "relative", value=value, unit=unit, anchor=anchor)
        return TimeMention(match.start(), end, "label", value="0", unit="month", anchor=anchor)

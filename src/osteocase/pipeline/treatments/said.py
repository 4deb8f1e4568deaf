"""What the words beside a name, the heading over it and its dose say, before the rest of the note is asked."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.treatments.cues import OF_MYSELF
from osteocase.pipeline.treatments.found import Found
from osteocase.pipeline.treatments.kinds import is_of_late, of_its_kind
from osteocase.pipeline.treatments.laboratory import is_doubtful
from osteocase.pipeline.treatments.once import ONCE, is_by_its_kind, is_injected, was_given_once
from osteocase.pipeline.treatments.periods import DAYS
from osteocase.pipeline.treatments.places import LISTS
from osteocase.pipeline.treatments.status import Verdict
from osteocase.pipeline.treatments.unsaid import decide_unsaid

__all__ = ["cue_words", "decide_by_words"]

_FORMERLY = re.compile(r"\b(?:previous|past|used to|former|tried|failed|complet|prior)", re.IGNORECASE)
_GAP = 30
_DECLINES = re.compile(
    r"[^.;\n]{0,70}(?:;|,|\.|[-–]|\bbut\b|\band\b)\s*(?:but\s+|and\s+)?(?:she|he|the patient|patient|pt|family"
    r"|daughter|son|parents)\s+"
    r"(?:has\s+|politely\s+|currently\s+|is\s+|was\s+)?"
    r"(?:(?:declin|refus)\w*(?:\s+(?:for now|this|it|at this time|today|both))?\s*(?:[.;\n]|$)"
    r"|not\s+(?:keen|willing|interested)|would\s+(?:like|prefer|rather)\s+(?:to\s+)?wait|(?:wants|wanted|prefers"
    r"|wishes)\s+to\s+wait"
    r"|(?:does|did)(?:\s+not|n['’]t)\s+want|concerned|reluctant|hesitant|unwilling|would\s+(?:rather|prefer)\s+not)",
    re.IGNORECASE,
)
_FROM = re.compile(r"[\s,(]*from\b", re.IGNORECASE)


def decide_by_words(scan: Scan, item: Found, place: str) -> None:
    """Set the status that the verb, the list or, where both are silent, the dose and the place give."""
    verdict = item.verdict
    if place == "given" and item.verdict.status not in _NOT_GIVEN and not _TAKEN_HOME.match(cue_words(scan, verdict)):
        item.decide("started" if item.entry.kind == "orthosis" else "completed", "given")
    elif place in LISTS and was_given_once(scan, item):
        item.decide("completed", "given")
    elif place == "past_medications":
        now = _NOW_TAKEN.search(scan.text, max(0, item.mention.start - 20), item.mention.start) is not None
        stopped = "stopped" if verdict.status == "stopped" else "past"
        item.decide("ongoing" if now else stopped, "medication_list")
    elif (place == "stopped_medications" and item.verdict.status != "ongoing") or (
        place in LISTS and _list_has_the_say(scan, item)
    ):
        item.decide("past" if item.ended and place != "stopped_medications" else LISTS[place], "medication_list")
    else:
        said = _said(scan, item)
        if said in {"planned", "mentioned", None} and _DECLINES.match(scan.text, item.end):
            said = "declined"
        if said == "ongoing" and _is_told_to_take(scan, item, place):
            said = "planned" if place == "instructions" or _is_asked(scan, item) else "started"
        said = _as_ordered(scan, item, place, said)
        behind = _THEN_THIS.search(scan.text, max(0, item.mention.start - 10), item.mention.start)
        if said == "past" and place in {"plan", "instructions"} and (behind or _is_of_an_order(scan, verdict)):
            said = None
        if said is not None:
            item.decide(said, "after_verb" if verdict.after else "before_verb")
        elif item.ended and (not item.entry.needs_dose or verdict.status == "past" or _FROM.match(scan.text, item.end)):
            item.decide("completed" if DAYS.match(scan.text, item.end) else "past", "period")
        elif item.is_drug and is_injected(scan, item):
            item.decide("completed", "given_once")
        else:
            decide_unsaid(scan, item, place)


def _as_ordered(scan: Scan, item: Found, place: str, said: str | None) -> str | None:
    """What the verb said, where a taper, a date or another dose behind the name tells more of it."""
    if said == "ongoing" and place in {"plan", "instructions"} and _is_a_taper(scan, item):
        return "started"
    if said == "past" and not item.verdict.after and _BUT_NOW.search(scan.text, item.mention.end, item.end):
        return "ongoing"
    if said == "past" and not item.verdict.after and _is_until_now(scan, item):
        return "ongoing"
    if said == "past" and cue_words(scan, item.verdict).lower() in _AT_FIRST:
        changed = len(item.regimens) > 1 and item.regimens[0].reduced and not item.regimens[-1].reduced
        return "ongoing" if changed else said
    if said == "stopped" and not item.verdict.after and _is_once(scan, item) and _is_apart(scan, item):
        return None  # ``hold X, vitamin K 2.5 mg once``
    if said == "started" and not _is_to_be_raised(scan, item):
        return "ongoing" if _only_dates_it(scan, item) or is_of_late(scan, item, place) else said
    if said == "stopped" and not item.verdict.after and _TO_A_DOSE.match(scan.text, item.mention.end):
        return "started" if place in {"plan", "instructions", "assessment"} else "ongoing"
    return said


def _is_until_now(scan: Scan, item: Found) -> bool:
    """``was on X for the past four months``: up to the day of the note."""
    spans = [regimen.duration for regimen in item.regimens if regimen.duration]
    if not spans or _WAS_TAKING.fullmatch(cue_words(scan, item.verdict).lower()) is None:
        return False
    return _THE_LAST.search(scan.text, max(0, spans[-1][0] - 20), spans[-1][0] + 5) is not None


_WAS_TAKING = re.compile(r"(?:was|had been|has been|have been)\s+(?:also\s+)?(?:on|taking|using|receiving)")
_THE_LAST = re.compile(r"\b(?:for|over|during)\s+(?:about\s+)?the\s+(?:past|last)\b", re.IGNORECASE)
_BUT_NOW = re.compile(r"\bbut\s+(?:(?:she|he|is|has)\s+){0,2}now\s", re.IGNORECASE)
"""``had been taking X on and off but now takes 2000 units``"""
_AT_FIRST = {"initially", "originally"}
"""``initially X 40 mg, now 10 mg daily``: it is taken still."""


def _is_once(scan: Scan, item: Found) -> bool:
    often = [scan.text[slice(*regimen.frequency)] for regimen in item.regimens if regimen.frequency]
    return is_by_its_kind(scan, item) or any(ONCE.match(word) for word in often)


def _is_apart(scan: Scan, item: Found) -> bool:
    """Whether a comma and another name stand between the verb and this name."""
    cue = item.verdict.cue
    if cue is None or not scan.mentions_in(cue[1], item.mention.start, "treatment"):
        return False
    return "," in scan.text[cue[1] : item.mention.start]


def _is_told_to_take(scan: Scan, item: Found, place: str) -> bool:
    """``Stop X, take Y 20 mg``: an order, where the verb opens its clause."""
    verdict = item.verdict
    if verdict.cue is None or verdict.after or cue_words(scan, verdict).lower() not in {"take", "use", "wear", "apply"}:
        return False
    ahead = scan.text[max(0, verdict.cue[0] - 12) : verdict.cue[0]]
    if _is_asked(scan, item):
        return True
    if OF_MYSELF.search(scan.text, scan.sentence_at(verdict.cue[0])[0], verdict.cue[0]) is not None:
        return False
    alone = verdict.cue[0] == scan.sentence_at(item.mention.start)[0] or _ORDER_AHEAD.search(ahead) is not None
    return alone and (place in {"plan", "instructions", "assessment"} or _ORDER_AHEAD.search(ahead) is not None)


def _is_asked(scan: Scan, item: Found) -> bool:
    """``Please take X 1 g twice a day``: asked for what is to come."""
    cue = item.verdict.cue
    return cue is not None and _PLEASE.search(scan.text, max(0, cue[0] - 12), cue[0]) is not None


_PLEASE = re.compile(r"\b(?:please|kindly)\s+$", re.IGNORECASE)
_TO_A_DOSE = re.compile(
    r"\s+(?:from\s+[\d.]+\s*(?:\w+\s+)?)?to\s+\d+(?:\.\d+)?\s?(?:mg|mcg|g|units?|tab\w*)\b"
    r"|\s+(?:from\s+(?:[\w.]+\s+){1,3})?to\s+(?:regular|prn|p\.r\.n|as\s+needed|once|twice|daily|nightly|weekly|monthly|alternate"
    r"|scheduled|oral|po|iv|bd|bid|tds|tid|od|qds|qid|nocte|mane|the\s+(?:morning|evening))\b",
    re.IGNORECASE,
)
"""``change X to 50 mg``: another dose of it, no other drug."""
_NOW_TAKEN = re.compile(r"\b(?:currently|now|at present|presently)\s+(?:on\s+)?$", re.IGNORECASE)
_THEN_THIS = re.compile(r"[,;]\s*(?:and\s+)?then\s+$", re.IGNORECASE)
_ORDER_AHEAD = re.compile(r"(?:[,;:]|[,;]?\s(?:and|then))\s*$", re.IGNORECASE)


def _is_a_taper(scan: Scan, item: Found) -> bool:
    """``Prednisone taper: 40 mg x 3 days`` in a plan orders its doses."""
    cue = item.verdict.cue
    if cue is None or not item.has_dose or cue[0] < item.mention.end:
        return False
    return cue[1] <= item.regimens[0].start or cue_words(scan, item.verdict).lower() in _THEN_NO_MORE


_THEN_NO_MORE = {"then stop", "and then stop", "then discontinue"}


_TAKEN_HOME = re.compile(
    r"(?:was )?(?:discharged|sent home|prescribed|given a prescription)|prescription", re.IGNORECASE
)
_NOT_GIVEN = {"stopped", "declined", "planned", "mentioned", "contraindicated"}


def _list_has_the_say(scan: Scan, item: Found) -> bool:
    """In a list of drugs only clear words (stopped, held, will start) say more than the list itself."""
    verdict = item.verdict
    if item.ended and not (verdict.strong and verdict.status == "stopped"):
        return True
    words = cue_words(scan, verdict)
    if verdict.status == "started" and (_only_dates_it(scan, item) or _dates_it_in_a_list(scan, item)):
        return True
    if verdict.status == "ongoing" and verdict.after and _KEPT.search(words):
        return False  # ``X 5 mg OD - to continue`` in a prescription
    said = verdict.status not in {None, "past", "ongoing"} and (
        verdict.strong or verdict.after or words.lower() in _ORDERS
    )
    if verdict.cue is not None and _WAS_ON.match(words) and scan.text[: verdict.cue[0]].endswith("("):
        return False  # ``aspirin 75 mg (was on X)``
    return not said and not _FORMERLY.search(words)


_WAS_ON = re.compile(r"(?:was|had been) (?:on|taking)\b", re.IGNORECASE)


_KEPT = re.compile(r"\bcont|unchanged|no change|as before|same", re.IGNORECASE)


def _only_dates_it(scan: Scan, item: Found) -> bool:
    """``X 5 mg daily (restarted on day 3)`` tells since when it is taken; ``(new)`` that it is new."""
    cue = item.verdict.cue
    if cue is None or not item.verdict.after:
        return False
    opened = scan.text[item.end : cue[0]].strip() == "("
    return (opened and scan.text[cue[1] : cue[1] + 1] != ")") or _AT_A_DOSE.match(scan.text, cue[1]) is not None


def _dates_it_in_a_list(scan: Scan, item: Found) -> bool:
    """``X 5 mg daily, started 24 June`` in a list: it is taken since then."""
    cue = item.verdict.cue
    if cue is None or not item.verdict.after or scan.text[item.end : cue[0]].strip() not in {",", "-", "–", "—"}:
        return False
    return bool(scan.times_in(cue[0], cue[1] + _GAP // 2))


def _is_to_be_raised(scan: Scan, item: Found) -> bool:
    """``was begun at 25 mg and will be uptitrated``: it is just beginning."""
    return _WILL_RISE.match(scan.text, max(item.end, (item.verdict.cue or (0, 0))[1])) is not None


_WILL_RISE = re.compile(
    r"[^.;\n]{0,50}?\b(?:and|,|with\s+a\s+plan)\s+(?:it\s+)?(?:will|to)\s+(?:be\s+)?(?:slowly\s+|gradually\s+)?"
    r"(?:up-?titrat|titrat|increas|build|escalat|rais|go\s+up)\w*",
    re.IGNORECASE,
)
_AT_A_DOSE = re.compile(r"\s+(?:at|with|on)\s+\d+(?:\.\d+)?\s?(?:mg|mcg|units)\b", re.IGNORECASE)
"""``started at 20 mg``: what it began with, beside what is taken now."""


def cue_words(scan: Scan, verdict: Verdict) -> str:
    """The words that decided; an empty text where none did."""
    return scan.text[verdict.cue[0] : verdict.cue[1]] if verdict.cue else ""


def _is_of_an_order(scan: Scan, verdict: Verdict) -> bool:
    """``PCA with morphine`` in a plan is ordered; ``was injected with triamcinolone`` was done."""
    words = cue_words(scan, verdict).lower()
    if words.endswith(("trial of", "course of")) and not words.startswith(("failed", "after", "had")):
        return True  # ``trial of X 300 mg`` in a plan
    if verdict.cue is None or not words.endswith(("with", "by")) or _WAS_DONE.match(words):
        return False
    return _PASSIVE_AHEAD.search(scan.text[max(0, verdict.cue[0] - 40) : verdict.cue[0]]) is None


_WAS_DONE = re.compile(r"(?:was|were|had|has|have|been)\b|\w+ed with")
_PASSIVE_AHEAD = re.compile(r"\b(?:was|were|been|had|has|have)\s+(?:\w+\s+){1,3}$", re.IGNORECASE)


def _said(scan: Scan, item: Found) -> str | None:
    """The status that the governing verb gives to this kind of treatment."""
    verdict, kind, status = item.verdict, item.entry.kind, item.verdict.status
    if status is None or status == "talk":
        return None
    doubtful = is_doubtful(scan, item)
    if doubtful and not verdict.strong and not item.has_dose and not _is_ordered(scan, item):
        return None
    words = cue_words(scan, verdict)
    if kind == "lifestyle":
        return status if verdict.strong and status in {"ongoing", "completed", "past", "declined"} else None
    return of_its_kind(scan, item, status, words)


_ORDERS = {
    "start", "begin", "add", "continue", "stop", "hold", "resume", "increase", "give", "take", "use", "consider",
    "omit", "prescribe", "cont", "cont.", "cont'd", "keep", "restart", "commence", "initiate", "refill", "reorder",
}  # fmt: skip
"""Orders that stand right before the name, within a list of drugs as well."""
_ITS = re.compile(
    r"[\s,]+(?:(?:an?|some|the|her|his|oral|home|daily|iv|intravenous|on|and|or|with|plus|&)[\s,]+)*", re.IGNORECASE
)
_FOR_THE_LAB = re.compile(
    r"\s+(?:(?:and|or)\s+\w+\s+)?(?:levels?|in(?:to)?\s+(?:the|her|his)\s+diet|to\s+(?:the\s+|her\s+|his\s+)?(?:\w+\s+)?(?:labs?"
    r"|bloods?|panel|draw|diet|list|order))\b",
    re.IGNORECASE,
)


def _is_ordered(scan: Scan, item: Found) -> bool:
    """``Start vitamin D``: an order right before the name; ``add magnesium to the labs`` is none."""
    verdict = item.verdict
    if verdict.cue is None or verdict.after or cue_words(scan, verdict).lower() not in _ORDERS:
        return False
    gap = scan.text[verdict.cue[1] : item.mention.start]
    for other in scan.mentions_in(verdict.cue[1], item.mention.start, "treatment"):
        gap = gap.replace(scan.text[other.start : other.end], " ")
    return _ITS.fullmatch(gap) is not None and not _FOR_THE_LAB.match(scan.text, item.mention.end)

"""Times that only laboratory statements have, beside those of every sentence: ``Bloods 15/01:``, ``preoperative``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.scan import Scan
from osteocase.pipeline.times.find import TimeMention

__all__ = ["BOTH_SIDES", "DAY_AND_MONTH", "LAB_WORD", "MONTH_NAME", "result_times"]

LAB_WORD = (
    r"(?:labs?|labor\w+|bloods?|blood tests?|blood ?work|results?|chem\w*|biochem\w*|haematology|hematology|cbc|fbc|"
    r"u&e|bmp|cmp|lfts?|tfts?|(?:bone |lipid |renal |liver )?(?:profile|panel)|ua|urinalysis|cultures?|abg|vbg|"
    r"serology|ix|invx?|data|investigations?|biology)"
)
MONTH_NAME = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?"
_SLASHED = r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])(?:/(?:20)?\d\d)?"
DAY_AND_MONTH = rf"{_SLASHED}(?:\s?[-–]\s?{_SLASHED})?"
_DOTTED = r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\."
"""``18.09.``: the day and month of Central European letters."""
_DAY = re.compile(
    r"(?<=\bat )(?P<day>D\s?(?P<n>\d{1,2})\b"
    r"(?:\s+(?:of|after)\s+(?:the\s+)?(?:admission|hospitali[sz]ation|treatment|therapy|surgery))?)"
)
_EVENT = SharedPattern(
    r"\b(?:after|before|prior to|following|since|upon)\s+(?:the\s+|her\s+|his\s+)?"
    r"(?:(?:beginning|start|initiation|introduction|completion|end|discontinuation|cessation|withdrawal|change|increase|"
    r"reduction|administration|addition|correction) of|"
    r"(?:starting|stopping|increasing|reducing|changing|discontinuing|initiating|withdrawing|adding|giving|correcting))"
    r"\s+[^\W\d_][^,.;:()\n\d]{2,40}?"
    r"(?=\s*(?:[,.;:()\n\d]|\Z|\b(?:and|but|was|were|is|according|the|with|which|showed|revealed)\b))",
)
_SHORT = re.compile(
    rf"\b{LAB_WORD}(?:[\s(,:]|\b(?:on|from|of|for|dated|taken|drawn|done|since|collected|the)\b){{1,12}}"
    rf"(?P<after>{DAY_AND_MONTH}|{_DOTTED}|(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|{MONTH_NAME}(?:\s+\d\d(?!\d))?)"
    rf"(?=\s*(?:[:),;.–—-]|$|\s(?!\d)))"
    rf"|\b(?P<before>{MONTH_NAME})(?=\s+(?:labs?|bloods?|blood tests?|blood ?work|results?)\b)"
    rf"|(?:^|[\n•*-])[ \t]*(?P<item>{DAY_AND_MONTH})(?=\s?[:–—])"
    rf"|\b(?:on|from|of|since|by|dated)\s+(?P<on>{DAY_AND_MONTH}|{_DOTTED}(?=:?\s))(?![\w/%]|\.\d)"
    rf"|\b{LAB_WORD}\b[^:;.\n\d]{{1,30}}\b(?P<late>{DAY_AND_MONTH})(?=\)?\s?:)"
    rf"|(?<=\d )(?P<month>(?-i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec))(?=\.?\s*(?:[),;]|\.\s|\.?$))"
    rf"|(?<=[-–] )(?P<last>{DAY_AND_MONTH})(?=\))|(?<=[A-Za-z] )(?P<head>{DAY_AND_MONTH})(?=:\s)",
    re.IGNORECASE,
)
"""Dates without a year where a laboratory statement has them: ``Bloods 15/01:``, ``• 9/3: Hgb``, ``Jan bloods``,
``Labs from her PCP 4/11:``, ``PTH 49 Jan.``"""
_HEADED = SharedPattern(
    rf"\b(?:{LAB_WORD}|review|visit|follow[- ]?up|f/?u|seen|clinic|check|control)\b[^:;.\n()]{{0,30}}"
    r"\((?:[^():\d\n]{1,20},\s?)?"
    rf"(?P<day>{DAY_AND_MONTH}|{MONTH_NAME}\.?(?:\s+(?:19|20)?\d\d)?)\)"
    r"(?:\s?:|[ \t]*(?=\n|\Z))",
)
"""``Labs (PCP, Sept):``, ``Bloods from hospital (8/20):`` and ``Review 3 months (8/10):``"""
_DAY_FIRST = re.compile(
    rf"(?:(?<![\s\S])|(?<=[\n,;.:] )|(?<=  )|(?<=\n)|(?<=\band )|(?<=\bon ))"
    rf"(?P<day>{DAY_AND_MONTH})(?P<gap>:?\s{{1,3}})(?=[A-Za-z])"
)
_MONTH = re.compile(
    r"(?<=\b[Ii]n )(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?!\s+\d|[,\s]+(?:19|20)\d{2})\b"
)
_ANY_DAY = re.compile(r"at D\s?\d")
_ANY_MONTH = re.compile(r"[Ii]n (?:Ja|Fe|Mar|Ap|May|Ju|Au|Se|Oc|No|De)")
_HAPPENING = (
    r"(?:surgery|operation|admission|discharge|delivery|procedure|transfusion|infusion|presentation|fracture|injury|fall|visit|"
    r"birth|transfer|dialysis|parathyroidectomy|thyroidectomy|thyroid surgery|parathyroid surgery)"
)
_MEASURED = (
    r"(?:hb|hgb|haemoglobin|hemoglobin|creatinine|creat|cr|na|k|sodium|potassium|calcium|ca|wbc|wcc|crp|serum|white|"
    r"platelets?|glucose|inr|esr|pth|troponin|lactate|egfr|psa|vitamin)"
)
_COUNT = r"(?:\d{1,3}|one|two|three|four|five|six|eight|ten|fifteen|twenty|thirty|forty-?five|sixty|ninety)"
_PLACE = (
    r"(?:in|at) (?:the |an? |our |her |his )?(?:(?:outside|local|referring|other) )?"
    r"(?:emergency (?:room|department|ward|unit)|(?-i:ER|ED|A&E|ICU|PACU)|casualty|intensive care(?: unit)?|"
    r"recovery room|"
    r"outside hospital|referring hospital|preop holding)\b(?! (?:physician|doctor|visit))"
)
_PHRASE = re.compile(
    r"(?:(?<!\w)|(?=@))(?:"  # nothing here begins inside a word, where the engine then need not try one by one
    rf"\b(?:on )?the (?:morning|evening|night|afternoon|day|eve) (?:of|after|before|following|prior to) "
    rf"(?:the |her |his )?(?:{_HAPPENING}\b|[A-Za-z][\w-]{{2,20}}(?! (?:of|on)\b))"
    rf"|\b(?:at|after|in|by|within) {_COUNT}[ -]?min(?:ute)?s?\b"
    rf"|\b{_COUNT} ?(?:min(?:ute)?s?|hours?|hrs?) (?:after|post|following|before|from) (?:the |her |his |an? )?"
    r"(?:(?:first|second|third|last) )?[A-Za-z][\w-]{2,20}"
    rf"|\b{_COUNT} ?(?:min(?:ute)?s?) (?:later|afterwards?|post)\b"
    r"|\bat (?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|sixth|eighth|tenth|twelfth) hour\b"
    r"|\b(?:next|same|following) (?:day|morning|evening|afternoon)\b|\bsame (?:week|month|visit|admission)\b"
    rf"|\b{_PLACE}"
    r"|\b(?:on )?(?:the )?(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|tenth) "
    r"(?:post-?operative|postpartum|hospital) day\b"
    r"|\b(?:diagnosed|confirmed|found|noted|made|dx'?d?) (?P<told>(?:19|20)\d\d)(?= \()"
    r"|\bat dx\b|\bon (?:entry|intake)\b|\bin (?:the )?(?:early |late )?(?:spring|summer|autumn|winter)\b(?! of\b)"
    r"|(?:(?<=\d at )|(?<=[dmuµ]L at ))[012]\d[0-5]\d(?![\d/]|[.,]\d)"
    r"|\b(?:day|d) ?\d{1,3} (?:post[ -]?op(?:erative(?:ly)?)?|after (?:surgery|operation|admission|delivery))\b"
    r"|(?<=[,;:(] )\d{1,3} ?(?:months?|mo|weeks?|wks?|years?|yrs?|days?)"
    r"(?=:?\s+[<>]?\d+(?:\.\d+)?(?:\s*[,;)]|\.?\s*$|\s?[a-z%/]))"
    r"|(?:@ ?|\bat |\bafter )(?P<twelfths>\d{1,2}/(?:12|52|7))(?![\w/])"
    r"|(?<=\d \()(?P<behind>\d{1,2}/\d{1,2}(?:/\d\d)?)(?=\))|(?<=[,;>→] )\d{1,2}/(?:12|52|7)(?=:?\s+[<>]?\d)"
    rf"|\b{LAB_WORD},?\s\(?(?P<drawn>(?:[01]?\d|2[0-3]):[0-5]\d|"
    r"(?!(?:19|20)\d\d)(?:[01]\d|2[0-3])[0-5]\d(?:\s?(?:h|hrs|hours))?)(?=\)?\s?(?::\s|[–-]\s))"
    r"|\b(?:booking|antenatal|first[ -]trimester|predialysis|"
    rf"admission|discharge|presenting|ED|ER|A&E|AM|PM|morning|clinic|fasting)"
    rf"(?=\s+{LAB_WORD}\b(?!\s+(?:glucose|sugar)))"
    rf"|\b(?:admission|discharge|presenting|nadir)(?=\s+{_MEASURED}\b)"
    r"|(?<=[A-Za-z] \()(?:on )?(?:admission|discharge|presentation|arrival|baseline)(?=\)[ \t]?:)"
    rf"|\b(?:pre|post)(?=\s+{_MEASURED}\s+\d)"
    r"|\bo/a\b|\bthis (?:AM|PM|a\.m\.?|p\.m\.?)|\bat \d{1,3} ?(?:hours?|hrs?|h|minutes?|mins?|days?|weeks?|months?)\b"
    r"|(?:\bat |\bby |@ ?)(?P<clock>[0-2]\d:[0-5]\d)(?![\d:])"
    r"|\b(?:at|by|@) ?(?:0\d[0-5]\d|[12]\d[0-5]\d(?=\s(?:hours|hrs|h)\b))(?:\s(?:hours|hrs|h)\b)?(?![\d.,]*\d)"
    r"|(?:(?<=[.;,] )|(?m:^))(?:at|by) (?:[01]\d|2[0-3])[0-5]\d(?=,? (?:the|her|his|it|a)\b)"
    r"|\b(?:by|at|on|upon) (?:the )?(?:time of )?(?:her |his )?(?:discharge|admission|arrival|transfer)\b"
    r"|\bby (?:the )?(?:(?:next|following|second|third|fourth|fifth) \w+|day (?:\d{1,2}|one|two|three|four|"
    r"five|six|seven|ten)|(?:end|start) of (?:the )?\w+)\b"
    r"|\bafter (?:(?:\d|one|two|three|four|a|another) )?(?:more )?units? of "
    r"(?:packed (?:red )?cells|red cells|blood|PRBCs?|platelets|FFP)\b"
    r"|\bin the past\b(?! \w+ (?:weeks?|months?|years?|days?))"
    r"|\b(?:the|a|one) (?:day|night|week|month|year|evening|morning) (?:before|prior|earlier)\b(?! to\b)"
    rf"|\b(?:before|prior to|after|following) (?:the |her |his |an? )?(?:first |second |third |last |next |initial )?"
    rf"(?:units? |session )?{_HAPPENING}\b"
    r"|(?<=\()(?P<bracket>(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|"
    r"August|September|October|November|December))(?=\))"
    r"|(?<![\w.,/-])(?P<year>(?:19|20)\d\d)(?=\s*[:=]\s*[<>]?\s?\d|\s+[<>]?\d+(?:\.\d+)?\s*(?:[,;]|\.?\s*$))"
    r"|\b(?:prior to|before|at|since) (?:the )?start(?:ing)?(?: of)?(?: treatment| therapy)?\b(?! \w+ing)"
    r"|\b(?:at )?(?:the |her |his )?(?:last|latest|previous) (?:check|review|clinic|appointment|testing|follow-up)\b"
    r"|\bat the (?:end|start|beginning|outset)\b(?: of (?:treatment|therapy|the stay|the course))?)",
    re.IGNORECASE,
)
BOTH_SIDES = re.compile(
    r"\b(?P<first>before|prior to|pre(?:[\s-]?(?:op\w*|treatment|therapy|surgery|surgical\w*|operative\w*))?)"
    r"-?\s*(?:and|&|/|vs\.?|versus)\s*"
    r"(?P<second>(?:(?<=and\s)|(?<=&\s)|(?<=/)|(?<=versus\s)|(?<=vs\s)|(?<=vs\.\s))"
    r"(?:(?:after|following)(?:\s+[^\W\d]\w*){0,4}?(?=\s*(?:[,.;:()]|$|\d|\bwas\b|\bwere\b|\brespectively\b|\bis\b))"
    r"|post[\s-]?(?:op\w*|treatment|therapy|surgery|surgical\w*|operative\w*)))",
    re.IGNORECASE,
)
"""``before and after parathyroidectomy``, ``pre- and postoperatively``"""
_APPROACHED = re.compile(
    r"\b(?:approach(?:ing|ed|es)?|near(?:ing|ly)?|close\s+to|towards?|back\s+(?:to|at))\s+(?:(?:the|her|his|its|their)\s+)?$",
    re.IGNORECASE,
)
_NUMBER_BEHIND = re.compile(r"\s*(?:\(|:|of\s|was\s|is\s|at\s)?\s*[<>]?\d")
_AROUND_DRUG = re.compile(
    r"\b(?:prior to|before|after|pre|post|since|following)[ -]+"
    r"(?:(?:starting|stopping|beginning|the|her|his|first|last|second|third|dose of|infusion of|"
    r"\d+ (?:doses|months|years) of)\s+)*$",
    re.IGNORECASE,
)
_BESIDE = {" ", ", ", " in ", " on "}
_WEEKDAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


def result_times(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """The times of a stretch, with those that only laboratory results have: ``preoperative``, ``at D7``."""
    kept: dict[tuple[int, int], list[TimeMention]] = scan.facts.setdefault("laboratory_times", {})
    if (start, end) not in kept:
        kept[start, end] = _result_times(scan, start, end)
    return kept[start, end]


def _result_times(scan: Scan, start: int, end: int) -> list[TimeMention]:
    times = scan.times_in(start, end)
    labels = [TimeMention(word.start, word.end, "label") for word in scan.words_in(start, end, "result_time")]
    days = [
        TimeMention(match.start("day"), match.end("day"), "relative", value=match["n"], unit="day", anchor="baseline")
        for match in (_DAY.finditer(scan.text, start, end) if scan.has(_ANY_DAY) else ())
    ]
    months = [
        TimeMention(match.start(), match.end(), "date", precision="month")
        for match in (_MONTH.finditer(scan.text, start, end) if scan.has(_ANY_MONTH) else ())
    ]
    short = [_short_time(match) for match in _SHORT.finditer(scan.text, start, end)]
    events = [TimeMention(match.start(), match.end(), "label") for match in _EVENT.finditer(scan.indexed, start, end)]
    both = [TimeMention(*match.span(), "label") for match in BOTH_SIDES.finditer(scan.text, start, end)]
    phrases = [_phrase(match) for match in _PHRASE.finditer(scan.text, start, end)]
    found: list[TimeMention] = []
    headed = [TimeMention(*match.span("day"), "date") for match in _HEADED.finditer(scan.indexed, start, end)]
    further = (
        *times, *both, *phrases, *short, *headed, *labels, *days, *months, *events, *_around_drugs(scan, start, end),
        *_before_name(scan, start, end), *_before_values(scan, start, end),
    )  # fmt: skip
    for time in sorted(further, key=lambda time: time.start - time.end):
        is_free = not any(time.start < other.end and other.start < time.end for other in found)
        if is_free and not _is_approached(scan, time) and not _is_of_a_run(scan, time):
            found.append(time)
    return _explained(scan, sorted(found, key=lambda time: time.start))


_OF_A_PAIR = re.compile(r"[A-Za-z]\s?/\s?[A-Za-z]+:?\s$")


def _is_of_a_run(scan: Scan, time: TimeMention) -> bool:
    """``AST/ALT 40/52`` and ``7.38/40/88``: values joined by a slash, not weeks."""
    if "/" not in scan.text[time.start : time.end] or not scan.text[time.start].isdigit():
        return False
    is_joined = scan.text[time.start - 1 : time.start] == "/" or re.match(r"/\d", scan.text[time.end : time.end + 2])
    return bool(is_joined) or _OF_A_PAIR.search(scan.text, max(0, time.start - 12), time.start) is not None


def _is_approached(scan: Scan, time: TimeMention) -> bool:
    """``1.8, approaching baseline`` tells how a value is, not when it was; ``back to baseline (1.1)`` has its value."""
    if scan.text[max(time.start, time.end - 8) : time.end].lower() != "baseline":
        return False
    before = _APPROACHED.search(scan.text, max(0, time.start - 30), time.start)
    return before is not None and _NUMBER_BEHIND.match(scan.text, time.end) is None


def _before_name(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """``3/5 Hgb 9.6``: a day and month right before the name of a result that has its value."""
    found = []
    for match in _DAY_FIRST.finditer(scan.text, start, end):
        after = match.end() + len(match["gap"]) if match["gap"] else match.end()
        names = scan.mentions_in(match.end(), min(end, match.end() + 40), "analyte")
        if names and names[0].start <= after and any(scan.quantities_in(names[0].end, names[0].end + 12)):
            found.append(TimeMention(match.start("day"), match.end("day"), "date"))
    return found


_DAY_OF_VALUE = re.compile(
    rf"(?<![\w/.,])(?P<day>{_SLASHED}|{MONTH_NAME}):?(?=\s{{1,2}}[<>]?\d+(?:[.,]\d+)?(?![\d/]|[.,]\d))", re.IGNORECASE
)


def _before_values(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """``3/4 1.2  3/5 1.4``: days that stand before the values of a row, where at least two do."""
    found = list(_DAY_OF_VALUE.finditer(scan.text, start, end)) if "/" in scan.text[start:end] else []
    return [TimeMention(*match.span("day"), "date") for match in found] if len(found) > 1 else []


def _explained(scan: Scan, times: list[TimeMention]) -> list[TimeMention]:
    """``at 24 months (6 months after the last dose)`` and ``at diagnosis Aug 2018``: a time in brackets right after
    another, or a date beside a label, tells the same."""
    kept: list[TimeMention] = []
    for time in times:
        if (
            kept
            and kept[-1].kind == "label"
            and time.kind == "date"
            and scan.text[kept[-1].end : time.start] in _BESIDE
        ):
            is_written_out = scan.text[time.start].isalpha()
            kept[-1] = time._replace(start=kept[-1].start) if is_written_out else time
            continue
        if kept and re.fullmatch(r"\s?\(", scan.text[kept[-1].end : time.start]) and scan.text[time.end :][:1] == ")":
            if time.kind == "date" and kept[-1].kind != "date":
                kept[-1] = time  # the day says more than ``before the injection``
            else:
                kept[-1] = kept[-1]._replace(end=time.end + 1)
        else:
            kept.append(time)
    return kept


def _phrase(match: re.Match[str]) -> TimeMention:
    name = next((group for group, written in match.groupdict().items() if written is not None), None)
    start, end = match.span(name) if name is not None else match.span()
    if name in {"year", "told"}:
        return TimeMention(start, end, "date", match[name], precision="year")
    return TimeMention(start, end, "date" if name == "bracket" else "label")


def _around_drugs(scan: Scan, start: int, end: int) -> list[TimeMention]:
    """``prior to zoledronate`` and ``after denosumab``."""
    found = []
    for drug in scan.mentions_in(start, end, "treatment"):
        before = _AROUND_DRUG.search(scan.text, max(start, drug.start - 40), drug.start)
        if before is not None:
            found.append(TimeMention(before.start(), drug.end, "label"))
    return found


def _short_time(match: re.Match[str]) -> TimeMention:
    name = next(group for group, written in match.groupdict().items() if written is not None)
    kind = "label" if match[name][:3].lower() in _WEEKDAYS else "date"
    return TimeMention(match.start(name), match.end(name), kind)

"""Ages, and distances in time: from the note, from another event, or how long something lasts."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.times.ages import LIFE, OF_RELATIVE, is_age_of_somebody
from osteocase.pipeline.times.dates import in_months
from osteocase.pipeline.times.rows import OLDEST_OFFSET, unit_of_row
from osteocase.pipeline.times.words import (
    GAP,
    HYPHEN,
    HYPHEN_OR_NONE,
    SHE_WAS,
    WORD_ENDS,
    TimeMention,
    TimeWords,
    plain,
)

__all__ = ["DistanceFamilies"]

_ABOUT_AGE = re.compile(r"\b(?:about|around|approximately)\b", re.IGNORECASE)
_VISIT = (
    rf"(?:{HYPHEN}(?:visit|follow[- ]?up|review|mark|check(?:[- ]?up)?|appointment|scan|time{GAP}?point)){WORD_ENDS}"
)
_ARTICLES = (
    r"(?:the|her|his|its|their|an?|last|final|first|initial|this|that|completing|finishing|stopping|starting|beginning|"
    r"commencing|discontinuing|having|undergoing|receiving|sustaining|suffering|"
    r"initiation of|start of|onset of|second|third|fourth|fifth|"
    r"sixth|seventh|eighth|ninth|tenth|vaginal|spontaneous|normal|uncomplicated|term|preterm|twin|emergency|elective|open)"
)
_SLASH_UNITS = {"7": "day", "52": "week", "12": "month"}
"""British shorthand: 6/7 is six days, 6/52 six weeks, 6/12 six months."""


_OPENS = re.compile(r"(?:\A|\n|[.;]\s)[ \t•*–-]*$")
_AT_ITS_END = re.compile(r"\b(?:last|final|completing|finishing|stopping|discontinuing)\b", re.IGNORECASE)
"""``ten months after the last romosozumab`` counts from its end."""
_PRIOR_NOW = re.compile(r"\b(?:prior|earlier|previously|after|later)\s+now\Z", re.IGNORECASE)


class DistanceFamilies:
    """The families of ages and distances of one lexicon: expressions with what makes a mention of a match."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        w, h, h1 = GAP, HYPHEN_OR_NONE, HYPHEN
        number, count, unit, anchor, about = words.number, words.count, words.unit, words.anchor, words.about
        relation = rf"(?P<r>{words.earlier}|{words.later})"
        or_so = rf"(?:{w}or{w}(?:so|more|two|three|longer))?"
        half = rf"(?P<half>{w}and{w}a{w}half)?"
        named_day = rf"(?:last{w}|this{w}|on{w})?(?:{words.weekday}|{words.month}){WORD_ENDS}(?!\.?{w}\d)"
        day_of_it = rf"(?:{w}(?:today|tomorrow|yesterday|{named_day}))?"
        odd = rf"(?P<odd>[- ](?:some|odd)|[+]|{w}plus)?"
        self.families = [
            (
                rf"\b(?:at|by|until|from|since){w}(?:the{w})?(?:age{w}(?:of{w})?)(?P<n>{number})\b(?:{w}(?:years?|yrs?)\b)?(?!{w}?(?:months?|weeks?|days?|mo|wks?)\b)",
                self._age,
            ),
            (rf"\bbetween{w}(?:the{w})?ages?{w}(?:of{w})?(?P<n>{number}){w}and{w}{number}\b", self._age),
            (
                rf"\b(?:at|aged|age){w}(?:(?:about|around|approximately){w})?(?P<n>{number})(?:{w}(?:years?|yrs?)(?:{w}(?:old|of{w}age))?)?\b(?!\s*(?:{unit}|%))",
                self._age_strict,
            ),
            (rf"\b(?:at|when{w}{SHE_WAS}){w}(?P<n>{number})\s*(?:years?|yrs?){w}(?:old|of{w}age)\b", self._age),
            (r"(?<=\()(?P<n>[3-9]\d|10\d)\s?(?:y|yo|y/o|yrs?|years?)(?:\s?old)?(?=[);,])", self._age_of_relative),
            (
                rf"\bwhen{w}{SHE_WAS}{w}(?:(?:about|around|only|just|aged){w})?(?P<n>{number})\b(?!\s*(?:{unit}|%|cm|kg|th))",
                self._age_young,
            ),
            (
                rf"\bin{w}(?:her|his|their){w}(?:(?:early|mid|late){h1})?"
                rf"(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|[2-8]0['’]?s){WORD_ENDS}",
                self._decade,
            ),
            (
                rf"\b{about}?(?P<n>{count}){odd}{h}(?P<u>{unit}|y){half}{or_so}{w}(?:{words.ago})\b{day_of_it}",
                self._ago,
            ),
            (rf"\b(?P<n>{count}){h}(?P<u>{unit}){w}on(?=,)", self._on),
            (rf"\b(?P<n>)(?P<u>(?:years|months|weeks|days|decades)){w}ago\b", self._ago),
            (rf"\b(?P<n>\d{{1,2}})/(?P<f>7|52|12){w}(?:ago|back)\b", self._slash_ago),
            (rf"\b{about}?(?P<n>\d{{1,2}}){h}(?P<u>[mMwW]){w}ago\b", self._letter_ago),
            (r"(?<=\()(?P<n>\d{1,2})/(?P<f>12)(?=\))", self._bracketed_months),
            (
                rf"\b{about}?(?P<n>{count}){h}(?P<u>{unit}){or_so}{w}old(?=[ ]*[.,;)\n]"
                rf"|{w}(?:and|or|in|with|at|by|on|but|which)\b)",
                self._old,
            ),
            (
                rf"\b(?:within{w}|at{w})?{about}?(?P<n>{count}){h}(?P<u>{unit}){w}{relation}{h1}"
                rf"(?:{_ARTICLES}{w}){{0,4}}?(?P<a>{anchor}){WORD_ENDS}",
                self._from_anchor,
            ),
            (rf"\b{about}?(?P<n>{count}){h}(?P<u>{unit}){w}PTA{WORD_ENDS}", self._before_admission),
            (rf"\b(?P<n>{count}){h}(?P<u>{unit}){w}{relation}\b", self._from_unknown),
            (
                rf"\b(?:after|at|by|within){w}{about}?(?:the{w})?(?P<n>{number}){h}(?P<u>{unit})(?:['’]s?)?(?:{_VISIT}|"
                rf"(?:{w}(?:of|into|on))?{w}(?:the{w})?(?P<a>{anchor}){WORD_ENDS})?"
                rf"(?!\w|{w}(?:of age|old|ago|{words.earlier}))",
                self._at_offset,
            ),
            (rf"\b(?P<n>\d{{1,3}}){h}(?P<u>{unit})(?=\s?:)", self._head),
            (
                rf"\b(?:at|after|by){w}(?P<n>{number})(?=\s{{0,3}}(?:[,;.)](?!\d)|and\b|\Z))",
                self._in_same_unit,
            ),
            (
                rf"\b(?:at|after|by|on){w}(?P<list>(?:day{w})?\d{{1,3}}(?:{w}?,{w}?\d{{1,3}})*,?{w}(?:and|&){w})"
                rf"\d{{1,3}}{h}(?:days?|weeks?|months?|years?)\b(?!{w}(?:of age|old|ago|{words.earlier}))",
                self._row,
            ),
            (
                rf"\b(?P<u>month|months|week|day|year|mo|wk|m){h}"
                rf"(?P<n>\d{{1,3}}(?![.,]\d)|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b"
                rf"(?:{w}(?:of|on|after|into|from|since)"
                rf"{w}(?:{_ARTICLES}{w}){{0,3}}?(?P<a>{anchor}){WORD_ENDS})?(?![ ]?(?:{unit}))",
                self._numbered,
            ),
            (
                rf"\b(?P<n>{number}){h}(?P<u>{unit})(?:['’]s?)?{w}(?:of{w})?(?P<a>{anchor}){WORD_ENDS}"
                rf"(?!{w}(?:risk|probabilit|rates?\b|free\b|score|estimate))",
                self._at_offset,
            ),
            (
                rf"\b(?:(?:in|at|during|by){w})?(?:the{w})?(?P<o>\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh"
                rf"|eighth|ninth|tenth){w}(?P<u>week|month|day|year){w}(?:of|after){w}(?:(?:the|her|this|that){w})?(?P<a>{anchor})"
                rf"{WORD_ENDS}",
                self._in_nth,
            ),
            (
                rf"\b(?:at|by|on){w}(?:the{w}end{w}of{w})?the{w}(?P<o>\d{{1,2}}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
                rf"|tenth|eleventh|twelfth){w}(?P<u>day|week|month|year)\b(?!{w}(?:of|after|before))",
                self._in_nth,
            ),
            (rf"\b(?:at{w})?(?P<n>[1-4]\d)(?:\+[0-6])?/40{WORD_ENDS}", self._gestation),
            (
                rf"\b(?:at{w})?(?P<n>[1-4]\d)\+[0-6](?:{w}weeks?['’]?(?:{w}(?:of{w})?(?:gestation|pregnancy|gestational{w}age))?)?"
                rf"{WORD_ENDS}",
                self._gestation,
            ),
            (
                rf"\b(?P<o>\d{{1,2}}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh){w}post[\s-]?op(?:erative)?{w}day\b",
                self._post_operative,
            ),
            (rf"\b(?:post[\s-]?op(?:erative)?{w}day|pod)\s*\#?\s*(?P<n>\d{{1,2}}|{number})\b", self._post_operative),
            (r"(?<=\()(?:d|day )(?P<n>\d{1,3})(?=\))", self._hospital_day),
            (r"\bD\+(?P<n>\d{1,3})\b", self._hospital_day),
            (rf"\bhospital{w}day{w}\#?(?P<n>\d{{1,2}})\b", self._hospital_day),
            (
                rf"\bday{w}(?P<n>\d{{1,2}}){w}of{w}(?:the{w}|her{w}|his{w})?(?:admission|hospital\w*|stay)\b",
                self._hospital_day,
            ),
            (
                rf"\b(?P<n>{number}){h}(?P<u>{unit})[\s-](?=follow|visit|review|check|control|scan|dxa|labs?)",
                self._at_offset,
            ),
            (
                rf"\b(?:for|over|during|in|within){w}(?:the{w}course{w}of{w})?{about}?(?:the{w})?(?:last{w}|past{w}|previous{w}|"
                rf"next{w})?{about}?(?P<n>{count}){h}(?P<u>{unit})(?:['’]s?{w}time)?{half}(?![^\W_])",
                self._duration,
            ),
            (
                rf"\b(?:for|over|during|in|within){w}(?:the{w}(?:last|past){w})year{w}and{w}a{w}half\b",
                self._year_and_half,
            ),
            (rf"(?<![\w])[x×]{w}?(?P<n>{count}){h}(?P<u>{unit})", self._duration),
            (rf"\b(?:for|over|past|last|x){w}?(?P<n>\d{{1,2}})/(?P<f>7|52|12)(?![\w/]|[-.,]\d)", self._slash_duration),
            (rf"\b(?:at|after|by){w}(?P<n>\d{{1,2}})/(?P<f>52)(?![\w/]|[-.,]\d)", self._slash_offset),
        ]

    def _age(self, match: re.Match[str]) -> TimeMention | None:
        value = self.words.counted(match["n"])
        return (
            TimeMention(match.start(), match.end(), "age", value=value, unit="year", anchor="birth") if value else None
        )

    def _age_strict(self, match: re.Match[str]) -> TimeMention | None:
        """``at 71`` is an age only where it could be one and nothing else follows."""
        value = self.words.counted(match["n"])
        if not value or not value.isdecimal() or not 5 <= int(value) <= 105:
            return None
        explicit = re.search(r"year|yr|age", match.group(), re.IGNORECASE)
        before = match.string[max(0, match.start() - 70) : match.start()]
        following = match.string[match.end() : match.end() + 2].strip()[:1]
        if not explicit and (len(value) != 2 or following in {"-", "/", ":", "x"} or LIFE.search(before) is None):
            return None
        if is_age_of_somebody(match.string, match.start(), match.end()):
            return None
        age = self._age(match)
        return age._replace(precision="about") if age and _ABOUT_AGE.search(match.group()) else age

    def _age_of_relative(self, match: re.Match[str]) -> TimeMention | None:
        """``Mother: hip fracture (71 y)``: years in brackets behind what befell a relative."""
        before = match.string[max(0, match.start() - 90) : match.start()]
        return self._age(match) if OF_RELATIVE.search(before) is not None else None

    def _age_young(self, match: re.Match[str]) -> TimeMention | None:
        value = self.words.counted(match["n"])
        return self._age(match) if value and value.isdecimal() and 1 < int(value) <= 105 else None

    def _decade(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "age", anchor="birth", precision="about")

    def _ago(self, match: re.Match[str]) -> TimeMention | None:
        mention = self.words.relative(match, sign=-1, anchor="note_date")
        return mention._replace(precision="about") if mention and match.groupdict().get("odd") else mention

    def _on(self, match: re.Match[str]) -> TimeMention | None:
        """``Two years on, she is well.``"""
        return self.words.relative(match, sign=1, anchor="previous_event")

    def _old(self, match: re.Match[str]) -> TimeMention | None:
        """How old a fracture is; years alone are the age of a person."""
        is_open = re.search(r"\bor\s+(?:so|more|longer)\b", match.group(), re.IGNORECASE) is not None
        if self.words.units.get(plain(match["u"]), "").startswith("year") and not is_open:
            return None
        return self.words.relative(match, sign=-1, anchor="note_date")

    def _letter_ago(self, match: re.Match[str]) -> TimeMention:
        """``delivered 1 M ago``: nobody tells a past of minutes in a note."""
        unit = "month" if match["u"] in "mM" else "week"
        return TimeMention(
            match.start(), match.end(), "relative", value=f"-{match['n']}", unit=unit, anchor="note_date"
        )

    def _slash_ago(self, match: re.Match[str]) -> TimeMention:
        unit = _SLASH_UNITS[match["f"]]
        return TimeMention(
            match.start(), match.end(), "relative", value=f"-{match['n']}", unit=unit, anchor="note_date"
        )

    def _slash_offset(self, match: re.Match[str]) -> TimeMention:
        unit = _SLASH_UNITS[match["f"]]
        return TimeMention(match.start(), match.end(), "relative", value=match["n"], unit=unit, anchor="baseline")

    def _bracketed_months(self, match: re.Match[str]) -> TimeMention | None:
        return self._slash_offset(match) if in_months(match.string, *match.span()) else None

    def _slash_duration(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "duration", value=match["n"], unit=_SLASH_UNITS[match["f"]])

    def _from_anchor(self, match: re.Match[str]) -> TimeMention | None:
        if _PRIOR_NOW.search(match.group()) is not None:
            return None  # "two years prior now limps": the now is of what follows
        anchor = self.words.anchors.get(plain(match["a"]), "previous_event")
        if anchor == "treatment_start" and _AT_ITS_END.search(match.string, match.end("r"), match.start("a")):
            anchor = "treatment_stop"
        return self.words.relative(match, sign=self._sign(match), anchor=anchor)

    def _from_unknown(self, match: re.Match[str]) -> TimeMention | None:
        return self.words.relative(match, sign=self._sign(match), anchor="previous_event")

    def _before_admission(self, match: re.Match[str]) -> TimeMention | None:
        return self.words.relative(match, sign=-1, anchor="baseline")

    def _sign(self, match: re.Match[str]) -> int:
        return -1 if self.words.relations.get(plain(match["r"])) == "before" else 1

    def _anchor(self, match: re.Match[str]) -> str:
        written = match.groupdict().get("a")
        return self.words.anchors.get(plain(written), "treatment_start") if written else "baseline"

    def _at_offset(self, match: re.Match[str]) -> TimeMention | None:
        return self.words.relative(match, sign=1, anchor=self._anchor(match))

    def _head(self, match: re.Match[str]) -> TimeMention | None:
        """``6 months: VAS 3``"""
        opens = _OPENS.search(match.string, max(0, match.start() - 8), match.start()) is not None
        return self._at_offset(match) if opens else None

    def _in_same_unit(self, match: re.Match[str]) -> TimeMention | None:
        """``0.995 at six months, 1.028 at twelve and 1.063 at 22``: the unit is said once for a row of results."""
        value, told = self.words.counted(match["n"]), unit_of_row(match)
        if told is None or not value or not value.isdecimal() or not 0 < int(value) < OLDEST_OFFSET:
            return None
        unit = self.words.units.get(plain(told))
        return TimeMention(*match.span(), "relative", value=value, unit=unit, anchor="baseline") if unit else None

    def _row(self, match: re.Match[str]) -> TimeMention:
        """``at 3, 6 and 12 months``: one time for each of as many results (``time_rows``), and of none alone."""
        return TimeMention(match.start(), match.end(), "label")

    def _numbered(self, match: re.Match[str]) -> TimeMention | None:
        if plain(match["u"]) == "m" and not match.group()[0].isupper():
            return None
        return self.words.relative(match, sign=1, anchor=self._anchor(match))

    def _in_nth(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(
            match.start(), match.end(), "relative", value=self.words.ordinal(match["o"]), unit=match["u"].lower(),
            anchor=self._anchor(match),
        )  # fmt: skip

    def _gestation(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "relative", value=match["n"], unit="week", anchor="conception")

    def _post_operative(self, match: re.Match[str]) -> TimeMention | None:
        groups = match.groupdict()
        value = self.words.ordinal(groups["o"]) if groups.get("o") else self.words.counted(match["n"])
        return TimeMention(
            match.start(), match.end(), "relative", value=value, unit="day", anchor="surgery", precision="day"
        )

    def _hospital_day(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(
            match.start(), match.end(), "relative", value=match["n"], unit="day", anchor="baseline", precision="day"
        )

    def _year_and_half(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "duration", value="1.5", unit="year")

    def _duration(self, match: re.Match[str]) -> TimeMention | None:
        mention = self.words.relative(match, sign=1, anchor=None)
        return mention._replace(kind="duration") if mention else None

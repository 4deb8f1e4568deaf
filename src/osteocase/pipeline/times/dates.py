"""Calendar dates, whole and in part: ``5 May 2020``, ``05/2020``, ``late March 2019``, ``2015-2018``."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.times.order import SLASHED
from osteocase.pipeline.times.words import AFTER, BEFORE, DAY, GAP, HYPHEN, YEAR, TimeMention, TimeWords

__all__ = ["SAMPLES", "DateFamilies", "day_first", "in_months"]

_PART = rf"(?:(?:early|mid|late)(?:{GAP}|-)|(?:end|beginning|start|middle|first{GAP}half|second{GAP}half){GAP}of{GAP})"
_WORD_BEFORE = re.compile(r"([^\W\d_]{2,30}|#|c['’]d)\)?,?(?:[ \u00a0]|\n[ \t]*)$")
_OUT_OF = ("/15", "/16", "/20", "/21", "/24", "/27", "/28", "/30")
"""Ends of what is a score out of so many points and no day of a month."""
# fmt: off
_COUNTS = frozenset({
    "than", "to", "of", "is", "was", "are", "were", "at", "over", "under", "above", "below", "about", "around",
    "nearly", "least", "reached", "count", "level", "value", "titer", "titre", "dose", "total", "number", "room",
    "bed", "page", "ref", "no",
})
# fmt: on
"""Words before a number that is no year."""
_SEASON = "spring|summer|autumn|fall|winter"


class DateFamilies:
    """The families of calendar dates of one lexicon: expressions with what makes a mention of a match."""

    def __init__(self, words: TimeWords) -> None:
        self.words = words
        month, a, z, w, h1 = words.month, BEFORE, AFTER, GAP, HYPHEN
        short_year = rf"{YEAR}|['’]?\d{{2}}"
        self.families = [
            (
                rf"{a}(?P<y>{YEAR})[-/.](?P<m>0?[1-9]|1[0-2])[-/.](?P<d>0?[1-9]|[12]\d|3[01])(?:T[\d:]+Z?)?{z}",
                self._iso,
            ),
            (rf"{a}(?P<y>{YEAR})年(?P<m>1[0-2]|0?[1-9])月(?P<d>3[01]|[12]\d|0?[1-9])日", self._iso),
            (rf"{a}(?P<d>\d{{1,2}})(?P<s>[/.-])(?P<m>\d{{1,2}})(?P=s)(?P<y>{YEAR}|\d{{2}}){z}", self._numeric),
            (rf"{a}(?P<d>{DAY})(?:{w}of)?(?:{h1}|/)(?P<m>{month})\.?,?(?:{h1}|/)(?P<y>{short_year}){z}", self._named),
            (rf"{a}(?P<m>{month})\.?{w}(?:the{w})?(?P<d>{DAY}),?{w}(?P<y>{YEAR}){z}", self._named),
            (rf"{a}(?:{_PART})?(?P<m>{month})\.?(?:,|{w}of)?{h1}(?P<y>{YEAR}){z}", self._named),
            (
                rf"{a}(?P<m>{month})\.?{w}(?P<d>{DAY})(?:(?<=st|nd|rd|th)|(?={w}(?:she|he|they|we|I|the|it|with|for|at|by"
                rf"|after|when|was|were|is|because|who|patient)\b)|(?!\s*[%\w]|[.,/-]\d)){z}",
                self._named,
            ),
            (rf"{a}(?P<d>{DAY})(?:{w}of)?{h1}(?P<m>(?-i:(?=[A-Z]))(?:{month}))(?![^\W_]|\.\w){z}", self._named),
            (
                rf"(?<![\w.,])(?:{words.dated}){w}(?P<day>{DAY}{w}(?:{month}))(?![^\W_]|\.\w)(?!{w}?['’]?\d){z}",
                self._day_of_month,
            ),
            (rf"{a}(?P<m>{month})(?:-|{w}?['’])(?P<y>\d{{2}}){z}", self._named),
            (
                rf"\b(?:in|since|until|till|by|from|through|during|of|early|mid|late|last|this|dxa|dexa|mri|ct|scan|x-?rays?|xr|"
                rf"films?|bloods|labs|clinic|visit|review){h1}(?:in{w})?(?:late{w}|early{w})?"
                rf"(?P<m>(?-i:(?=[A-Z]))(?:{month}))(?![^\W_]|\.?{w}\d|-\d)",
                self._month,
            ),
            (rf"{a}(?P<m>0?[1-9]|1[0-2])/(?P<y>{YEAR})(?:{z}|(?=[-–](?:0?[1-9]|1[0-2])/{YEAR}{z}))", self._named),
            (rf"(?<=/\d{{4}}[-–])(?P<m>0?[1-9]|1[0-2])/(?P<y>{YEAR}){z}", self._named),
            (rf"{a}(?P<m>0[1-9]|1[0-2])\.(?P<y>{YEAR}){z}", self._named),
            (rf"{a}(?P<m>{month})/(?P<y>{YEAR}){z}", self._named),
            (rf"{a}(?P<y>{YEAR})-(?P<m>0[1-9]|1[0-2]){z}", self._named),
            (rf"{a}(?P<y>{YEAR})/(?P<m>0[1-9]|1[0-2]){z}", self._year_and_month),
            (rf"(?<![\w.,])(?P<lead>{words.dated}){w}(?P<m>0?[1-9]|1[0-2])/(?P<y2>\d{{2}}){z}", self._short),
            (
                rf"{a}(?:(?P<about>{words.dated}|early|mid|late|in|since|during|from|until|of|by|{_SEASON}|back in)"
                rf"{h1}(?:of{w})?)(?P<y>{YEAR}){z}",
                self._year,
            ),
            (
                rf"{a}(?:{_PART}|(?:first|second|third|fourth){w}quarter{w}of{w}|Q[1-4][ /-]?)(?P<y>{YEAR}){z}",
                self._part,
            ),
            (
                rf"\b(?:on|since|until|till|through|seen|again|started|stopped|starting|restarted|drawn|sent|repeated|as{w}of|dated|from|"
                rf"by|er|ed|a&e|clinic|hospital|admitted|surgery|dose|shot|injection|infusion|given|received|last|due|next){w}(?P<day>(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|[12]\d|3[01])){z}"
                rf"(?!{w}?(?:pain|out|scale|points?|mm|cm|strength|power|views?|doses?|pills?))",
                self._without_year,
            ),
            (
                rf"(?<![\w.,])(?:{words.dated}){w}(?P<day>(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])){z}(?=\s?[:,.;)(–-]|\s[A-Za-z]|$)",
                self._sure_day,
            ),
            (r"(?<=\()(?P<day>\d{1,2}/\d{1,2})(?=\))", self._in_bracket),
            (
                r"(?m:^)[ \t]{0,12}(?:[-*•][ \t]{0,3})?(?P<day>\d{1,2}/\d{1,2})(?=[ ]?[:–—-][ ])",
                self._in_bracket,
            ),
            (r"(?:(?m:^)|(?<=[,;.] ))(?P<day>\d{1,2}/\d{1,2})(?=[ ][A-Z])", self._sure_day),
            (rf"(?<=[,(;] )(?P<day>\d{{1,2}}/\d{{1,2}})(?=[,.;)]{w}|[,.;)]?$)", self._sure_day),
            (
                rf"\b(?:on|until|till|since|from|by){w}the{w}(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
                rf"(?=[ ]?[.,;)\n]|{w}(?:and|to|with|when|she|he|but|for|at|then)\b)",
                self._day_of_month,
            ),
            (rf"(?<=\()(?P<y>{YEAR})(?=\))", self._year),
            (
                rf"(?m:^)[ \t]{{0,12}}(?:[-*•][ \t]{{0,3}})?(?P<y>{YEAR})(?=[ \t]{{0,3}}[:–—-][ \t]|[ \t][A-Za-z])",
                self._year,
            ),
            (rf"{a}(?P<y>{YEAR})(?=[ ]?:[ \n])", self._year),
            (rf"{a}(?P<y>{YEAR})(?={w}?[-–—]{w}?(?:present|now|current|ongoing|date|today)\b)", self._year),
            (
                rf"{a}(?P<y>{YEAR})(?=[ \t]*(?:[,.;()\n]|$|[-–—][ ]|(?:and|for|with|by|at|after|while)\b))",
                self._year_of,
            ),
            (
                rf"\b(?:stopped|started|ceased|discontinued|commenced|begun|diagnosed|dx){w}(?P<y>{YEAR}){z}"
                rf"(?!{w}?(?:i\.?u\b|u\b|e\b|units?|mg|mcg|µg|ug|g\b|ml|daily|weekly|monthly|od\b|bd\b|qd\b|per\b|a\b|/|[x×]|[-–—]))",
                self._year_of,
            ),
            (rf"{a}(?P<y>{YEAR}){w}?[-–—/]{w}?(?P<y2>{YEAR}|\d{{2}})(?![\w/-]|[.,]\d)", self._years),
            (
                rf"\b(?:in|during|since|from){w}the{w}(?:(?:early|mid|late){h1})?(?P<y>(?:19|20)\d0)['’]?s\b",
                self._ten_years,
            ),
            (rf"{a}(?P<m>{words.holiday})(?:{w}(?:eve|day|season))?,?{w}(?:of{w})?(?P<y>{YEAR}){z}", self._holiday),
        ]

    def _iso(self, match: re.Match[str]) -> TimeMention | None:
        return _dated(match.start(), match.end(), int(match["y"]), int(match["m"]), int(match["d"]))

    def _numeric(self, match: re.Match[str]) -> TimeMention | None:
        first, second, year = int(match["d"]), int(match["m"]), _full_year(match["y"])
        if match["s"] == "." and len(match["y"]) == 2 and not (first <= 31 and second <= 12 and year < 2050):
            return None
        if match["s"] == "." or first > 12:
            return _dated(match.start(), match.end(), year, second, first)
        if second > 12:
            return _dated(match.start(), match.end(), year, first, second)
        # 3/5/2021 may be March or May; which one, only the other dates of the note can tell.
        return TimeMention(match.start(), match.end(), "date", _ambiguous(year, first, second), precision="day")

    def _named(self, match: re.Match[str]) -> TimeMention | None:
        groups = match.groupdict()
        month_text = groups["m"].lower().rstrip(".")
        month = int(month_text) if month_text.isdecimal() else int(self.words.months.get(month_text, 0))
        day = int(re.sub(r"\D", "", groups["d"])) if groups.get("d") else None
        start = match.start()
        if groups.get("y") is None:
            if not groups["m"][0].isupper():
                return None
            return TimeMention(start, match.end(), "date", None, precision="day")
        return _dated(start, match.end(), _full_year(groups["y"].lstrip("'’")), month, day)

    def _year_and_month(self, match: re.Match[str]) -> TimeMention | None:
        """``2022/04`` is April; ``2009/10`` may be a season of two years."""
        if int(match["m"]) > int(match["y"][2:]):
            return None
        return _dated(match.start(), match.end(), int(match["y"]), int(match["m"]), None)

    def _month(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start("m"), match.end(), "date", None, precision="month")

    def _without_year(self, match: re.Match[str]) -> TimeMention | None:
        """``until 8/12``: a day of a year that is not told; ``by 7/10`` may be a rating."""
        first, second = (int(part) for part in match["day"].split("/"))
        if min(first, second) > 12 or (second in {5, 10} and first <= second):
            return None
        return TimeMention(match.start("day"), match.end(), "date", None, precision="day")

    def _sure_day(self, match: re.Match[str]) -> TimeMention | None:
        """``, 30/11,``: between commas, and with one number that can be a day only."""
        first, second = sorted(int(part) for part in match["day"].split("/"))
        if not 1 <= first <= 12 < second <= 31 or match["day"].endswith(_OUT_OF):
            return None
        return TimeMention(match.start("day"), match.end("day"), "date", None, precision="day")

    def _in_bracket(self, match: re.Match[str]) -> TimeMention | None:
        """``9.4 (14/3)``: a date, not a rating and not a part of something."""
        if in_months(match.string, match.start("day"), match.end("day")):
            return None
        first, second = (int(part) for part in match["day"].split("/"))
        if not (1 <= min(first, second) <= 12 and 1 <= max(first, second) <= 31):
            return None
        if (max(first, second) <= 12 and first <= second) or match["day"].endswith(_OUT_OF):
            return None
        return TimeMention(match.start("day"), match.end("day"), "date", None, precision="day")

    def _day_of_month(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start("day"), match.end("day"), "date", None, precision="day")

    def _year_of(self, match: re.Match[str]) -> TimeMention | None:
        """``hip replacement 2016``: a year right after what happened in it; after an analyte or a drug a number."""
        word = _WORD_BEFORE.search(match.string[max(0, match.start("y") - 35) : match.start("y")])
        if word is None or word[1].lower() in _COUNTS or word[1].lower() in self.words.measured:
            return None
        return TimeMention(match.start("y"), match.end("y"), "date", match["y"], precision="year", hides_numbers=False)

    def _short(self, match: re.Match[str]) -> TimeMention | None:
        if match["y2"] == "10" and match["lead"].lower() not in {"in", "since", "dated"}:  # ``the pain was 7/10``
            return None
        fits = _fits_story(match.string, _full_year(match["y2"]))
        if match["y2"] in _PARTS_OF_YEAR and (match["y2"] == "52" or (match["lead"].lower() == "in" and not fits)):
            unit = _PARTS_OF_YEAR[match["y2"]]  # ``review in 4/52``, ``in 6/12``
            return TimeMention(
                match.start("m"), match.end(), "relative", value=str(int(match["m"])), unit=unit, anchor="note_date"
            )
        is_day = bool(match["lead"].lower() in {"on", "until", "till", "by"} or _OF_SAMPLES.fullmatch(match["lead"]))
        is_day = is_day or not fits
        if is_day and int(match["y2"]) <= 31:  # ``on 3/14``, ``bloods 2/11``: a day, its year not told
            return TimeMention(match.start("m"), match.end(), "date", None, precision="day")
        return _dated(match.start("m"), match.end(), _full_year(match["y2"]), int(match["m"]), None)

    def _year(self, match: re.Match[str]) -> TimeMention:
        about = (match.groupdict().get("about") or "").lower()
        whole = about in {"early", "mid", "late", *_SEASON.split("|")}
        start = match.start() if whole else match.start("y")
        return TimeMention(start, match.end(), "date", match["y"], precision="year")

    def _part(self, match: re.Match[str]) -> TimeMention:
        return TimeMention(match.start(), match.end(), "date", match["y"], precision="year")

    def _years(self, match: re.Match[str]) -> TimeMention | None:
        first, written = match["y"], match["y2"]
        last = written if len(written) == 4 else first[:2] + written
        if not 0 < int(last) - int(first) < (60 if len(written) == 4 else 10):
            return None
        return TimeMention(match.start(), match.end(), "date", first, last, precision="year")

    def _ten_years(self, match: re.Match[str]) -> TimeMention:
        """``in the 1980s``"""
        return TimeMention(match.start(), match.end(), "date", match["y"], str(int(match["y"]) + 9), precision="about")

    def _holiday(self, match: re.Match[str]) -> TimeMention:
        month = self.words.holidays[" ".join(match["m"].lower().replace("-", " ").replace("’", "'").split())]
        if not month.isdecimal():  # it moves from year to year
            return TimeMention(match.start(), match.end(), "date", match["y"], precision="about")
        return TimeMention(match.start(), match.end(), "date", f"{match['y']}-{int(month):02d}", precision="month")


SAMPLES = r"(?:bloods?|labs?|blood\s?(?:tests?|work)|chem\w*|biochem\w*|bmp|cmp|cbc|fbc|lfts?|tfts?|u&e)"
"""Words for blood samples, before the day on which they were drawn."""
_OF_SAMPLES = re.compile(rf"{SAMPLES}|results?", re.IGNORECASE)


_IN_MONTHS = re.compile(r"\(\d{1,2}/12\)")
_NEAR = 80
"""Characters on both sides within which another bracket of a course stands."""


def in_months(text: str, start: int, end: int) -> bool:
    """``9 -> 3 (6/12) -> 2 (22/12)``: several such brackets in a line count months, as the British write them."""
    if not text.endswith("/12", start, end):
        return False
    left = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    right = text.find("\n", end, end + _NEAR)
    return len(_IN_MONTHS.findall(text[left : right if right >= 0 else end + _NEAR])) > 1


_PARTS_OF_YEAR = {"52": "week", "12": "month"}
_YEARS_OF_STORY = 6
_ANY_YEAR = re.compile(r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?![\d.,]\d)|/\d{1,2}/(?P<short>\d\d)(?!\d)")


@lru_cache(maxsize=64)
def _latest_year(text: str) -> int | None:
    """The last year that a text writes out, or writes as the end of a slashed date."""
    return max(
        (int(match["year"]) if match["year"] else _full_year(match["short"]) for match in _ANY_YEAR.finditer(text)),
        default=None,
    )


def _fits_story(text: str, year: int) -> bool:
    """``X-ray 11/05`` is no November of 2005 in a note of 2021: what is told of it lies within some years."""
    latest = _latest_year(text)
    return latest is None or latest - _YEARS_OF_STORY <= year <= latest


def _full_year(written: str) -> int:
    """Two digits mean the century that lies nearest to today's notes: 00 to 49 is 20xx."""
    year = int(written)
    if year < 100:
        return year + (2000 if year < 50 else 1900)
    return year


def _dated(start: int, end: int, year: int, month: int, day: int | None) -> TimeMention | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return TimeMention(start, end, "date", f"{year:04d}-{month:02d}", precision="month")
    try:
        return TimeMention(start, end, "date", date(year, month, day).isoformat(), precision="day")
    except ValueError:
        return None


def day_first(text: str, mention: TimeMention) -> TimeMention:
    """A slashed date read as day/month/year."""
    match = SLASHED.fullmatch(text, mention.start, mention.end)
    if match is None or mention.date is None:
        return mention
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or second > 12:
        return mention
    return mention._replace(date=f"{mention.date[:4]}-{second:02d}-{first:02d}")


def _ambiguous(year: int, first: int, second: int) -> str | None:
    """Month first, as North American notes write it; the order is settled later by the note's other dates."""
    try:
        return date(year, first, second).isoformat()
    except ValueError:
        return None

"""The elements of a regimen, read one by one: each knows its pattern and what it adds to the regimen at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.matching.leads import LedPattern
from osteocase.pipeline.text.quantities import plain_number
from osteocase.pipeline.treatments.sig import NUMBER, WORD_NUMBERS, SigPatterns
from osteocase.pipeline.treatments.words import squeezed, whole_number

__all__ = ["Elements", "Regimen", "Walk", "plain_count"]

Span = tuple[int, int]
_Reader = Callable[[str, int, int, "Walk"], int | None]

_PER_TIME = re.compile(r"\s?/\s?(?:day|die|24\s?h|d|wk|week|month)$", re.IGNORECASE)
_BY_BODY = re.compile(r"/\s?(?:kg|m2|m²)", re.IGNORECASE)
"""``1 mg/kg/day`` is one unit: the day belongs to the rate, and how often it is given may follow."""
_STRENGTH = re.compile(
    r"^%$|/\s?(?:\d+(?:\.\d+)?\s?)?(?:m[lL]|actuation|inhalation|puff|spray|dose|drop)$", re.IGNORECASE
)
"""What one millilitre or one puff holds is no dose yet."""
_BRITISH = re.compile(
    r"^(?:o\.?d|b\.?d|t\.?d\.?s|q\.?d\.?s|o\.?m|o\.?n|mane|nocte|prn|daily|weekly|alt\w* (?:days?|nights?))\b",
    re.IGNORECASE,
)
_COUNTABLE_STRENGTH = re.compile(
    r"^\d+(?:\.\d+)?\s?(?:mg|mcg|g)?\s?[/-]\s?\d+(?:\.\d+)?(?:\s?(?:mg|mcg|units?|iu))?$", re.IGNORECASE
)
"""``5/325``: what one tablet holds; how many are taken may follow."""
_HALF = re.compile(
    r"(?:1\s?/\s?2|½|one[\s-]half|half|a half)\s+(?:of\s+)?(?:an?\s+|the\s+)?(?!one|half)[A-Za-z]", re.IGNORECASE
)
_CONDITION = re.compile(
    r"\s+(?:(?:the|her|his|she|he|they|labs?|bloods?|dental\w*|cleared|able|stable|eating|healed|replete\w*|vit(?:amin)?\s+D|calcium|INR|"
    r"eGFR|wound)\b|\w+\s+(?:is|are|has|have|>|<|ok\b|normal))",
    re.IGNORECASE,
)
"""``in 4/52 once vit D > 50``: a condition, no single dose."""
_THEN = re.compile(r"\b(?:then|followed by|thereafter|afterwards)\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:tonight|today|now|this (?:morning|evening))[\s,]+(?:and|then)\s+$", re.IGNORECASE)
"""``100 mg tonight and 200 mg b.i.d. from tomorrow``."""
_AS_DIRECTED = re.compile(r"as (?:directed|instructed|prescribed),?\s+(?=\S)", re.IGNORECASE)
_MOST = 12
_PIECE = re.compile(r"(?:tab|cap|pill|patch|puff|spray|drop|inhal)", re.IGNORECASE)
"""Of these nobody takes more than a dozen at once."""
_HELD = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s?(?P<unit>mg|mcg|g|units?)\s?/\s?\d+(?:\.\d+)?\s?m[lL]", re.IGNORECASE)
"""``60mg/1ml``: what a syringe holds is the dose, unless one is told behind it."""
_TIMES = re.compile(r"\s*[x×]\s?\d$", re.IGNORECASE)
_UNIT_OF_TIME = re.compile(r"[\s-]?(?:d|days?|w|wks?|weeks?|mos?|mths?|months?|y|yrs?|years?)(?!\w)", re.IGNORECASE)
_WHOLE_UNIT = re.compile(r"(?:i\.?\s?[ue]\.?|units?|u)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_AT_THAT = re.compile(r"\b(?:at|by|within|in|from|since)\s+$", re.IGNORECASE)
"""``8 mg at 3 months`` tells when, ``from 1 week`` since when, not for how long."""
_NEXT_ONE = re.compile(r"(?:[(,;+&]|\band|\bplus|\bthen)\s*$", re.IGNORECASE)
_INHALED = re.compile(r"^(?:puff|inhalation|actuation|whiff)", re.IGNORECASE)
_INJECTED = {"intravenous", "intramuscular", "subcutaneous", "intra-articular", "epidural"}
_COUNTED_OPEN = re.compile(r"\b(?:tab(?:let)?s?|cap(?:sule)?s?|pills?)[ \t]*\([ \t]*\Z", re.IGNORECASE)
_DASH_COUNT = re.compile(r"[A-Za-z]\s-\s\d+\Z")
_PIECES = re.compile(r"\s?(?:tab(?:let)?s?|cap(?:sule)?s?|sachets?|drops?|puffs?)\b", re.IGNORECASE)
_NO_DOSE = re.compile(
    r"\d{1,2}/(?:7|52)(?!\d)|[1-3]\s?/\s?[2-4]\s*$|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}[/-](?:19|20)\d{2}|(?:19"
    r"|20)\d{2}[/-]"
)
"""A fraction of a tablet or a date, not a dose of two numbers."""


class Regimen(NamedTuple):
    """One way in which a drug is taken; positions are those of the text."""

    start: int
    """Start of the first element."""
    end: int
    """End of the last element."""
    dose: str | None = None
    dose_text: str | None = None
    dose_unit: str | None = None
    route: str | None = None
    frequency: Span | None = None
    duration: Span | None = None
    duration_value: str | None = None
    duration_unit: str | None = None
    doses_given: str | None = None
    reason: str | None = None
    reduced: bool = False
    """True for the old dose of ``from 10 mg to 20 mg`` and of ``20 mg (was 10 mg)``."""
    changed: bool = False
    """True for the new dose of ``80 mg BD, reduce to 40 mg BD``."""
    later: bool = False
    """True for what follows: ``50,000 units weekly for 8 weeks, then 1000 units daily``."""

    @property
    def says_dose(self) -> bool:
        """True when a dose or a frequency is given."""
        return self.dose is not None or self.dose_text is not None or self.frequency is not None


@dataclass
class Walk:
    """Elements met so far."""

    text: str
    position: int
    regimens: list[Regimen] = field(default_factory=list)
    current: Regimen | None = None

    def touch(self, start: int, end: int) -> Regimen:
        """The regimen at hand, stretched over an element."""
        self.current = Regimen(start, end) if self.current is None else self.current._replace(end=end)
        return self.current

    def close(self) -> None:
        """File the regimen at hand."""
        if self.current is not None:
            self.regimens.append(self.current)
        self.current = None


class Elements(SigPatterns):
    """Readers of single elements at a position of a text."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._readers: tuple[tuple[_Reader, tuple[LedPattern, ...]], ...] = (
            (self._weeks, (self.weeks,)),
            (self._duration, (self.duration, self.lasting_bare, self.lasting)),
            (self._doses_given, (self.doses,)),
            (self._times_given, (self.times_given,)),
            (self._frequency, (self.frequency,)),
            (self._so_often, (self.so_often,)),
            (self._range, (self.range, self.bare_range)),
            (self._ratio, (self.ratio,)),
            (self._total, (self.total, self.dose)),
            (self._dose, (self.dose, self.percent)),
            (self._fraction, (self.fraction,)),
            (self._counted, (self.counted,)),
            (self._bare, (self.bare,)),
            (self._route, (self.route,)),
            (
                self._other,
                (self.count, self.strength, self.form, self.link, self.participle, self.resumed, self.lasted, self.old),
            ),
        )
        """Each reader with the expressions of which one stands where it reads anything."""
        self._readers_at: dict[str, tuple[_Reader, ...]] = {}

    def element(self, text: str, at: int, stop: int, walk: Walk) -> bool:
        """Read one element at a position; False when there is none."""
        if at >= stop:
            return False
        readers = self._readers_at.get(text[at])
        if readers is None:
            readers = self._readers_at[text[at]] = self._that_begin_with(text[at])
        for read in readers:
            end = read(text, at, stop, walk)
            if end is not None and end > at:
                walk.position = end
                return True
        return False

    def _that_begin_with(self, sign: str) -> tuple[_Reader, ...]:
        """The readers of elements that can begin with a character."""
        return tuple(read for read, patterns in self._readers if any(pattern.may_begin(sign) for pattern in patterns))

    def _duration(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.duration.match(text, at, stop)
        if match is None and (walk.current is None or walk.current.duration is None):
            match = None if _AT_THAT.search(text, max(0, at - 8), at) else self.lasting_bare.match(text, at, stop)
        if match is None:
            lasting = self.lasting.match(text, at, stop)
            if lasting is None or walk.current is None:
                return None
            walk.current = walk.touch(at, lasting.end())._replace(duration=walk.current.duration or (at, lasting.end()))
            return lasting.end()
        regimen = walk.touch(match.start("span"), match.end())
        if regimen.duration is None:
            value = plain_count(match["number"])
            unit = {"wk": "week", "mo": "month", "mth": "month", "yr": "year", "d": "day", "night": "day"}.get(
                match["unit"].lower(), match["unit"].lower()
            )
            value = value if unit in {"day", "week", "month", "year"} else None
            walk.current = regimen._replace(
                duration=(match.start("span"), match.end("span")),
                duration_value=value,
                duration_unit=unit if value else None,
            )
        return match.end()

    def _weeks(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        """``x 5/7``, ``bd 2/52``: days, weeks or months as British notes write them; elsewhere it may be a date."""
        current = walk.current
        match = self.weeks.match(text, at, stop) if current is not None else None
        if match is None or current is None:
            return None
        often = text[slice(*current.frequency)] if current.frequency else ""
        if not match["for"] and match["unit"] != "52" and not _BRITISH.search(often):
            return None
        if current.duration is None:
            unit = {"7": "day", "52": "week", "12": "month"}[match["unit"]]
            walk.current = walk.touch(match.start("span"), match.end())._replace(
                duration=(match.start("span"), match.end("span")),
                duration_value=match["number"],
                duration_unit=unit,
            )
        return match.end()

    def _doses_given(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.doses.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(at, match.end())
        walk.current = regimen._replace(doses_given=plain_count(match["number"]))
        return match.end()

    def _times_given(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        """``50,000 units weekly x 6``, ``5 mg IV x 3``: how many doses, of what is told how often or injected."""
        current = walk.current
        if current is None or current.doses_given is not None:
            return None
        if current.frequency is None and current.route not in _INJECTED:
            return None
        match = self.times_given.match(text, at, stop)
        if match is None:
            return None
        walk.current = walk.touch(at, match.end())._replace(doses_given=match["number"])
        return match.end()

    def _frequency(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.frequency.match(text, at, stop)
        if match is not None and match.group().lower() == "once" and _CONDITION.match(text, match.end()) is not None:
            return None
        if match is None:
            return None
        times = _TIMES.search(match.group())
        lasts = times is not None and _UNIT_OF_TIME.match(text, match.end()) is not None
        end = match.start() + times.start() if times is not None and lasts else match.end()  # ``daily x 1 month``
        if end == at:
            return None
        directed = _AS_DIRECTED.match(text, match.start(), end)
        first = directed.end() if directed is not None else match.start()
        begun = walk.current
        if begun is not None and begun.frequency is not None and _THEN.search(text[begun.frequency[1] : at]):
            walk.close()  # ``nightly for two weeks, then twice weekly``
            walk.current = Regimen(match.start(), end, frequency=(first, end), route=begun.route, later=True)
            return end
        regimen = walk.touch(match.start(), end)
        if regimen.frequency is None:
            walk.current = regimen._replace(frequency=(first, end))
        elif regimen.frequency[1] <= at and len(text[regimen.frequency[1] : at].strip(" ,\n")) == 0:
            walk.current = regimen._replace(frequency=(regimen.frequency[0], end))
        return end

    def _so_often(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        """``4x1 g``: how often a day stands before the dose."""
        match = self.so_often.match(text, at, stop)
        if match is None or (walk.current is not None and walk.current.says_dose):
            return None
        self._set_dose(walk, at, match.end(), plain_number(match["number"]), match["unit"].strip(" ."), None)
        walk.current = walk.touch(at, match.end())._replace(frequency=match.span("often"))
        return match.end()

    def _range(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.range.match(text, at, stop)
        if match is None:
            few = self.bare_range.match(text, at, stop)
            if few is not None:  # ``one or two q.4h.``
                self._set_dose(walk, at, few.end(), None, None, few.group())
                return few.end()
            return None
        per_time = _PER_TIME.search(match["unit"])
        end = match.end() - (len(per_time.group()) if per_time else 0)
        held = walk.current
        if held is not None and _COUNTABLE_STRENGTH.match(held.dose_text or "") and not held.frequency:
            walk.current = walk.touch(match.start(), end)._replace(dose_text=text[held.start : end])
            return match.end()  # ``5/325 1-2 tabs``
        self._set_dose(walk, match.start(), match.end(), None, None, text[match.start() : end])
        if per_time is not None and walk.current is not None and walk.current.frequency is None:
            slash = match.end() - len(per_time.group().lstrip())
            walk.current = walk.current._replace(frequency=(slash, match.end()))
        return match.end()

    def _ratio(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.ratio.match(text, at, stop)
        if match is None or _NO_DOSE.match(match.group()):
            return None
        if "/" not in match.group() and not re.search(r"[A-Za-zµμ%]", match.group()):
            return None
        if _DASH_COUNT.search(match.group()) and self._counts(text, match.end(), stop):
            return None  # ``800 IU - 1 tablet``, ``40 mg - 1 OD``: the strength, and after the dash how many
        held = _HELD.fullmatch(match.group().strip())
        number, unit = (held["number"], held["unit"]) if held is not None else (None, None)
        self._set_dose(walk, match.start(), match.end(), number, unit, match.group().strip())
        return match.end()

    def _counts(self, text: str, end: int, stop: int) -> bool:
        """Whether a number that ends there counts pieces, or says how many are taken so often."""
        often = text[end : end + 1].isspace() and self.frequency.match(text, end + 1, stop) is not None
        return often or _PIECES.match(text, end) is not None

    def _dose(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.dose.match(text, at, stop)
        if match is None:
            percent = self.percent.match(text, at, stop)
            if percent is None:
                return None
            self._set_dose(walk, at, percent.end(), percent.group().split("%")[0].strip(), "%", None)
            route = self.routes.get(squeezed(percent.group().split("%")[1]))
            if walk.current is not None and walk.current.route is None:
                walk.current = walk.current._replace(route=route)
            return percent.end()
        unit, end = match["unit"], match.end()
        number = plain_number(match["number"])
        if _WHOLE_UNIT.match(unit) and _THOUSANDS.fullmatch(match["number"]):
            number = match["number"].replace(".", "")  # ``1.000 IE``: nobody takes a thousandth of a unit
        per_time = _PER_TIME.search(unit) if not _BY_BODY.search(unit) else None
        if per_time is not None:
            unit = unit[: per_time.start()]
        self._set_dose(walk, match.start(), end, number, unit.strip(" ."), None)
        if per_time is not None and walk.current is not None and walk.current.frequency is None:
            slash = end - len(per_time.group().lstrip())
            walk.current = walk.current._replace(frequency=(slash, end))
        old_and_new = self.from_to.match(text, end, stop)
        if (
            old_and_new is not None
            and walk.current is not None
            and re.search(r"\bfrom\s*$", text[max(0, at - 8) : at], re.IGNORECASE)
        ):
            walk.current = walk.current._replace(reduced=True)
            walk.close()
            return old_and_new.end()
        return end

    def _total(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        """``2 tablets (1,000 mg total)``: the sum is the dose, whatever one tablet holds."""
        match = self.total.match(text, at, stop) or self._sum_of(text, at, stop, walk)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        walk.current = regimen._replace(
            dose=plain_number(match["number"]), dose_unit=match["unit"].strip(), dose_text=None
        )
        return match.end()

    def _sum_of(self, text: str, at: int, stop: int, walk: Walk) -> re.Match[str] | None:
        """The ``15 mg`` of ``2.5 mg, six tablets (15 mg)``: behind a count, a multiple of what one holds."""
        if _COUNTED_OPEN.search(text, max(0, at - 24), at) is None:
            return None
        match = self.dose.match(text, at, stop)
        held = walk.current.dose if walk.current is not None else None
        if match is None or held is None or walk.current is None or not text.startswith(")", match.end()):
            return None
        same = match["unit"].strip().lower() == (walk.current.dose_unit or "").lower()
        total, one = Decimal(plain_number(match["number"])), Decimal(held)
        return match if same and one and total > one and total % one == 0 else None

    def _fraction(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.fraction.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        form = re.search(r"[A-Za-z.]+$", match.group())
        if regimen.dose is None and regimen.dose_text is None and form and _HALF.match(match.group()):
            walk.current = regimen._replace(dose="0.5", dose_unit=form.group(), dose_text=match.group())
        elif (
            regimen.dose is not None
            and "-" in text[regimen.start : regimen.end]
            and re.search(r"\d-\s?m?c?g\b", text[regimen.start : regimen.end])
        ):
            # Half of a 4-mg tablet is not 4 mg: the dose stays as it is told.
            walk.current = regimen._replace(dose=None, dose_unit=None, dose_text=text[regimen.start : match.end()])
        elif regimen.dose is None and regimen.dose_text is None:
            walk.current = regimen._replace(dose_text=match.group())
        return match.end()

    def _counted(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.counted.match(text, at, stop)
        if match is None:
            return None
        if match["number"].isdecimal() and int(match["number"]) > _MOST and _PIECE.match(match["unit"]):
            return None  # ``Evorel 50 patches``: the strength of each
        self._next_step(walk, match.start())
        regimen = walk.current
        bare = regimen is not None and regimen.dose is not None and regimen.dose_unit is None and not regimen.frequency
        strength = regimen is not None and _COUNTABLE_STRENGTH.match(regimen.dose_text or "") and not regimen.frequency
        if regimen is not None and (bare or strength):
            whole = text[regimen.start : match.end()] if strength else None
            walk.current = walk.touch(match.start(), match.end())._replace(
                dose=plain_count(match["number"]),
                dose_unit=match["unit"],
                dose_text=whole,
            )
        elif regimen is None or (
            (regimen.dose is None and regimen.dose_text is None)
            or _STRENGTH.search(regimen.dose_text or regimen.dose_unit or "")
        ):
            self._set_dose(walk, match.start(), match.end(), plain_count(match["number"]), match["unit"], None)
        else:
            walk.touch(match.start(), match.end())
        if walk.current is not None and walk.current.route is None and _INHALED.match(match["unit"]):
            walk.current = walk.current._replace(route="inhaled")
        return match.end()

    def _bare(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.bare.match(text, at, stop)
        if match is None:
            return None
        self._next_step(walk, match.start())
        regimen = walk.current
        if regimen is None or (regimen.dose is None and regimen.dose_text is None):
            self._set_dose(walk, match.start(), match.end(), plain_count(match["number"]), None, None)
        elif _COUNTABLE_STRENGTH.match(regimen.dose_text or "") and not regimen.frequency:
            walk.current = walk.touch(match.start(), match.end())._replace(
                dose=plain_count(match["number"]),
                dose_text=text[regimen.start : match.end()],
            )
        else:
            walk.touch(match.start(), match.end())
        if match["per"] and walk.current is not None and walk.current.frequency is None:  # ``amlodipine 5/d``
            walk.current = walk.current._replace(frequency=match.span("per"))
        return match.end()

    def _route(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        match = self.route.match(text, at, stop)
        if match is None:
            return None
        if not text[match.end() : stop].strip() and _NEXT_ONE.search(text[max(0, at - 6) : at]):
            return None  # ``X 2 g for 9 days, oral Y``
        other = self.other_route.match(text, match.end(), stop)  # ``p.o. or p.r.``
        if other is not None:
            walk.touch(match.start(), other.end())
            walk.current = walk.touch(at, other.end())._replace(route=self.routes.get(squeezed(match["route"])))
            return other.end()
        regimen = walk.touch(match.start(), match.end())
        if regimen.route is None:
            walk.current = regimen._replace(route=self.routes.get(squeezed(match["route"])))
        return match.end()

    def _other(self, text: str, at: int, stop: int, walk: Walk) -> int | None:
        for pattern in (self.count, self.strength, self.form, self.link):
            match = pattern.match(text, at, stop)
            if match is not None:
                return match.end()
        behind = walk.current is None or text[max(0, at - 2) : at].rstrip().endswith(")")
        for pattern in (self.participle, self.resumed, self.lasted) if behind else (self.lasted,):
            match = pattern.match(text, at, stop)
            if match is not None:
                return match.end()
        old = self.old.match(text, at, stop)
        return old.end() if old is not None else None

    def _next_step(self, walk: Walk, start: int) -> None:
        """``2 tabs t.i.d. for a week, then 1 daily``: what follows is a regimen of its own."""
        current = walk.current
        if current is None or not (current.frequency or current.duration):
            return
        if _THEN.search(walk.text[current.end : start]):
            walk.close()
            walk.current = Regimen(start, start, later=True)

    def _set_dose(
        self, walk: Walk, start: int, end: int, dose: str | None, unit: str | None, written: str | None
    ) -> None:
        """A dose begins a new regimen when the one at hand has a dose and a frequency already."""
        current = walk.current
        strength = (
            current is not None
            and current.frequency is None
            and _STRENGTH.search(current.dose_text or current.dose_unit or "")
        )
        if current is not None and not strength and (current.dose is not None or current.dose_text is not None):
            ahead = _THEN.search(walk.text[current.end : start]) or _NEXT_DAY.search(walk.text, current.end, start)
            if (current.frequency is None and current.duration is None and not ahead) or dose is None:
                walk.touch(start, end)
                return
            walk.close()
            later = ahead is not None or current.duration_unit in {"day", "week"}
            walk.current = Regimen(start, end, later=later)
        regimen = walk.touch(start, end)
        walk.current = regimen._replace(dose=dose, dose_unit=unit, dose_text=written)


def plain_count(written: str) -> str | None:
    """A number as written, in figures or as a word, as its figures; None for anything else."""
    word = written.lower()
    if word in WORD_NUMBERS:
        return WORD_NUMBERS[word]
    return whole_number(written) if re.fullmatch(NUMBER, written) else None

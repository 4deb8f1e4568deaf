"""Dose, route, frequency and duration as they are written around the name of a drug.

Sig lines have a small grammar: strength and form, dose, route, frequency, as needed, for how long. ``RegimenGrammar``
walks over these elements from the end of the name, and backwards from its start (``1200 mg of calcium``), and stops at
the first word that is none of them. The words live in ``patterns/words-treatments.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from osteocase.pipeline.knowledge import Knowledge
from osteocase.pipeline.quantities import plain_number
from osteocase.pipeline.treatments_sig import NUMBER, WORD_NUMBERS, SigPatterns, squeezed

__all__ = ["Regimen", "RegimenGrammar", "grammar_of"]

Span = tuple[int, int]

_PER_TIME = re.compile(r"\s?/\s?(?:day|24\s?h|d|wk|week|month)$", re.IGNORECASE)
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
_INHALED = re.compile(r"^(?:puff|inhalation|actuation|whiff)", re.IGNORECASE)
_NO_DOSE = re.compile(
    r"[1-3]\s?/\s?[2-4]\s*$|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}[/-](?:19|20)\d{2}|(?:19|20)\d{2}[/-]"
)
"""A fraction of a tablet or a date, not a dose of two numbers."""
_REASON = re.compile(
    r"\s*,?\s*(?:for|because of|due to|to (?:treat|control|prevent|help with)|p\.?r\.?n\.? for)\s+"
    r"(?!\d|the (?:past|last|next)|about|approximately|over|several|one|two|three|four|five|six|many"
    r"|a (?:week|month|year|few))"
    r"(?P<reason>(?:(?:his|her|the|a|an|chronic|acute|severe)\s+)*[A-Za-z][\w'-]*(?:\s+(?!and\b|or\b|which|that|but|with|at\b|who)[\w'-]+){0,4})"
    r"(?=\s*(?:[.,;:)\]\n]|and\b|or\b|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Regimen:
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
    """True for the old dose of ``from 10 mg to 20 mg``."""

    @property
    def says_dose(self) -> bool:
        """True when a dose or a frequency is given."""
        return self.dose is not None or self.dose_text is not None or self.frequency is not None


@dataclass
class _Walk:
    """Elements met so far."""

    position: int
    regimens: list[Regimen] = field(default_factory=list)
    current: Regimen | None = None

    def touch(self, start: int, end: int) -> Regimen:
        """The regimen at hand, stretched over an element."""
        current = self.current or Regimen(start=start, end=end)
        self.current = replace(current, end=end)
        return self.current

    def close(self) -> None:
        """File the regimen at hand."""
        if self.current is not None:
            self.regimens.append(self.current)
        self.current = None


class RegimenGrammar(SigPatterns):
    """The elements of a regimen for one lexicon."""

    def after(self, text: str, position: int, stop: int) -> list[Regimen]:
        """Regimens told from ``position`` (the end of a name) on, not beyond ``stop``."""
        walk = _Walk(position)
        while walk.position < stop:
            gap = self.gap.match(text, walk.position, stop)
            at = gap.end() if gap else walk.position
            read = self._element(text, at, stop, walk)
            read = read or (at != walk.position and self._element(text, walk.position, stop, walk))
            if not (read or self._take(text, walk, stop) or self._after_reason(text, walk, stop)):
                break
        if walk.current is not None and walk.current.reason is None:
            reason = _REASON.match(text, walk.position, stop)
            if reason is not None:
                walk.current = replace(walk.current, reason=_clean(reason["reason"]))
        walk.close()
        return [regimen for regimen in walk.regimens if _has_content(regimen)]

    def _take(self, text: str, walk: _Walk, stop: int) -> bool:
        """``. Take 1 tablet daily``: the sig goes on in a sentence of its own."""
        take = self.take.match(text, walk.position, stop)
        if take is None or walk.current is None:
            return False
        at = take.end()
        while at < stop and text[at].isspace():
            at += 1
        before = walk.position
        dose = self.dose.match(text, at, stop)
        if dose is not None:  # What is taken of ``1,000 unit capsule`` is told after the strength.
            regimen = walk.touch(at, dose.end())
            walk.current = replace(regimen, dose=plain_number(dose["number"]), dose_unit=dose["unit"], dose_text=None)
            walk.position = dose.end()
            return True
        if self._element(text, at, stop, walk):
            return True
        walk.position = before
        return False

    def _after_reason(self, text: str, walk: _Walk, stop: int) -> bool:
        """``Prilosec for GERD 20 mg once a day``: the reason stands before the dose."""
        if walk.current is not None:
            return False
        between = re.compile(
            r"\s*(?:\sfor\s+(?!the\b)[\w'-]+(?:\s+[\w'-]+)?\s+(?=\d)|_{2,}\s*"
            r"|,?\s*(?:she|he) (?:was|is) (?:on\s+|taking\s+)?(?=\d))"
        ).match(text, walk.position, stop)
        between = between or self.since.match(text, walk.position, stop)
        if between is None:
            return False
        before = walk.position
        if self._element(text, between.end(), stop, walk):
            return True
        walk.position = before
        return False

    def _element(self, text: str, at: int, stop: int, walk: _Walk) -> bool:
        """Read one element at a position; False when there is none."""
        for read in (
            self._weeks, self._duration, self._doses_given, self._frequency, self._range, self._ratio, self._total,
            self._dose, self._fraction, self._counted, self._bare, self._route, self._other,
        ):  # fmt: skip
            end = read(text, at, stop, walk)
            if end is not None and end > at:
                walk.position = end
                return True
        return False

    def _duration(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.duration.match(text, at, stop)
        if match is None:
            lasting = self.lasting.match(text, at, stop)
            if lasting is None or walk.current is None:
                return None
            walk.current = replace(walk.touch(at, lasting.end()), duration=walk.current.duration or (at, lasting.end()))
            return lasting.end()
        regimen = walk.touch(match.start("span"), match.end())
        if regimen.duration is None:
            value = _plain(match["number"])
            unit = {"wk": "week", "mo": "month", "mth": "month", "yr": "year", "d": "day", "night": "day"}.get(
                match["unit"].lower(), match["unit"].lower()
            )
            value = value if unit in {"day", "week", "month", "year"} else None
            walk.current = replace(
                regimen,
                duration=(match.start("span"), match.end("span")),
                duration_value=value,
                duration_unit=unit if value else None,
            )
        return match.end()

    def _weeks(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        """``x 5/7``, ``bd 2/52``: days, weeks or months as British notes write them; elsewhere it may be a date."""
        match = self.weeks.match(text, at, stop)
        current = walk.current
        if match is None or current is None:
            return None
        often = text[slice(*current.frequency)] if current.frequency else ""
        if not match["for"] and match["unit"] != "52" and not _BRITISH.search(often):
            return None
        if current.duration is None:
            unit = {"7": "day", "52": "week", "12": "month"}[match["unit"]]
            walk.current = replace(
                walk.touch(match.start("span"), match.end()),
                duration=(match.start("span"), match.end("span")),
                duration_value=match["number"],
                duration_unit=unit,
            )
        return match.end()

    def _doses_given(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.doses.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(at, match.end())
        walk.current = replace(regimen, doses_given=_plain(match["number"]))
        return match.end()

    def _frequency(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.frequency.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        if regimen.frequency is None:
            walk.current = replace(regimen, frequency=(match.start(), match.end()))
        elif regimen.frequency[1] <= at and len(text[regimen.frequency[1] : at].strip(" ,\n")) == 0:
            walk.current = replace(regimen, frequency=(regimen.frequency[0], match.end()))
        return match.end()

    def _range(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.range.match(text, at, stop)
        if match is None:
            return None
        self._set_dose(walk, match.start(), match.end(), None, None, text[match.start() : match.end()])
        return match.end()

    def _ratio(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.ratio.match(text, at, stop)
        if match is None or _NO_DOSE.match(match.group()):
            return None
        if "/" not in match.group() and not re.search(r"[A-Za-zµμ%]", match.group()):
            return None
        self._set_dose(walk, match.start(), match.end(), None, None, match.group().strip())
        return match.end()

    def _dose(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.dose.match(text, at, stop)
        if match is None:
            percent = self.percent.match(text, at, stop)
            if percent is None:
                return None
            self._set_dose(walk, at, percent.end(), percent.group().split("%")[0].strip(), "%", None)
            return percent.end()
        unit, end = match["unit"], match.end()
        per_time = _PER_TIME.search(unit)
        if per_time is not None:
            unit = unit[: per_time.start()]
        self._set_dose(walk, match.start(), end, plain_number(match["number"]), unit.strip(), None)
        if per_time is not None and walk.current is not None and walk.current.frequency is None:
            slash = end - len(per_time.group().lstrip())
            walk.current = replace(walk.current, frequency=(slash, end))
        old_and_new = self.from_to.match(text, end, stop)
        if (
            old_and_new is not None
            and walk.current is not None
            and re.search(r"\bfrom\s*$", text[max(0, at - 8) : at], re.IGNORECASE)
        ):
            walk.current = replace(walk.current, reduced=True)
            walk.close()
            return old_and_new.end()
        return end

    def _total(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        """``2 tablets (1,000 mg total)``: the sum is the dose, whatever one tablet holds."""
        match = self.total.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        walk.current = replace(
            regimen, dose=plain_number(match["number"]), dose_unit=match["unit"].strip(), dose_text=None
        )
        return match.end()

    def _fraction(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.fraction.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        form = re.search(r"[A-Za-z.]+$", match.group())
        if regimen.dose is None and regimen.dose_text is None and form and _HALF.match(match.group()):
            walk.current = replace(regimen, dose="0.5", dose_unit=form.group(), dose_text=match.group())
        elif (
            regimen.dose is not None
            and "-" in text[regimen.start : regimen.end]
            and re.search(r"\d-\s?m?c?g\b", text[regimen.start : regimen.end])
        ):
            # Half of a 4-mg tablet is not 4 mg: the dose stays as it is told.
            walk.current = replace(regimen, dose=None, dose_unit=None, dose_text=text[regimen.start : match.end()])
        elif regimen.dose is None and regimen.dose_text is None:
            walk.current = replace(regimen, dose_text=match.group())
        return match.end()

    def _counted(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.counted.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.current
        bare = regimen is not None and regimen.dose is not None and regimen.dose_unit is None and not regimen.frequency
        strength = regimen is not None and _COUNTABLE_STRENGTH.match(regimen.dose_text or "") and not regimen.frequency
        if regimen is not None and (bare or strength):
            whole = text[regimen.start : match.end()] if strength else None
            walk.current = replace(
                walk.touch(match.start(), match.end()),
                dose=_plain(match["number"]),
                dose_unit=match["unit"],
                dose_text=whole,
            )
        elif regimen is None or (
            (regimen.dose is None and regimen.dose_text is None)
            or _STRENGTH.search(regimen.dose_unit or regimen.dose_text or "")
        ):
            self._set_dose(walk, match.start(), match.end(), _plain(match["number"]), match["unit"], None)
        else:
            walk.touch(match.start(), match.end())
        if walk.current is not None and walk.current.route is None and _INHALED.match(match["unit"]):
            walk.current = replace(walk.current, route="inhaled")
        return match.end()

    def _bare(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.bare.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.current
        if regimen is None or (regimen.dose is None and regimen.dose_text is None):
            self._set_dose(walk, match.start(), match.end(), _plain(match["number"]), None, None)
        elif _COUNTABLE_STRENGTH.match(regimen.dose_text or "") and not regimen.frequency:
            walk.current = replace(
                walk.touch(match.start(), match.end()),
                dose=_plain(match["number"]),
                dose_text=text[regimen.start : match.end()],
            )
        else:
            walk.touch(match.start(), match.end())
        return match.end()

    def _route(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.route.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        if regimen.route is None:
            walk.current = replace(regimen, route=self.routes.get(squeezed(match["route"])))
        return match.end()

    def _other(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        for pattern in (self.count, self.strength, self.form, self.link):
            match = pattern.match(text, at, stop)
            if match is not None:
                return match.end()
        for pattern in (self.participle,) if walk.current is None else (self.lasted,):
            match = pattern.match(text, at, stop)
            if match is not None:
                return match.end()
        if re.compile(r"from(?=\s+\d)", re.IGNORECASE).match(text, at, stop):
            return at + 4
        return None

    def _set_dose(
        self, walk: _Walk, start: int, end: int, dose: str | None, unit: str | None, written: str | None
    ) -> None:
        """A dose begins a new regimen when the one at hand has a dose and a frequency already."""
        current = walk.current
        strength = (
            current is not None
            and current.frequency is None
            and _STRENGTH.search(current.dose_unit or current.dose_text or "")
        )
        if current is not None and not strength and (current.dose is not None or current.dose_text is not None):
            if current.frequency is None or dose is None:
                walk.touch(start, end)
                return
            walk.close()
        regimen = walk.touch(start, end)
        walk.current = replace(regimen, dose=dose, dose_unit=unit, dose_text=written)

    def before_name(self, text: str, position: int, floor: int) -> Regimen | None:
        """Dose, frequency and route before a name: ``1200 mg of calcium``, ``weekly alendronate``, ``oral iron``."""
        left = max(floor, position - 90)
        found: Regimen | None = None
        piece = text[left:position]
        match = self.before.search(piece)
        if match is not None:
            found = self._dose_before(match, left, position)
        match = self.lasting_before.search(piece)
        if match is not None:
            found = self._lasting_before(found or Regimen(left + match.start(), position), match, left)
        match = self.frequency_before.search(piece)
        if match is not None and "\n" not in match.group():
            found = replace(
                found or Regimen(left + match.start(), position),
                frequency=(left + match.start("frequency"), left + match.end("frequency")),
            )
        match = self.route_before.search(piece)
        if match is not None:
            found = replace(
                found or Regimen(left + match.start(), position), route=self.routes.get(squeezed(match["route"]))
            )
            found = replace(found, start=min(found.start, left + match.start()))
        return found

    def _dose_before(self, match: re.Match[str], left: int, position: int) -> Regimen | None:
        start = left + match.start()
        if match["doses"]:
            return Regimen(start, position, doses_given=_plain(match["doses"]))
        if match["unit"]:
            number = _plain(match["number"])
            frequency = (left + match.start("frequency"), left + match.end("frequency")) if match["frequency"] else None
            return Regimen(start, position, dose=number, dose_unit=match["unit"], frequency=frequency)
        return None

    def _lasting_before(self, regimen: Regimen, match: re.Match[str], left: int) -> Regimen:
        """The ``18 months`` of ``18 months of teriparatide``."""
        value = _plain(match["number"])
        return replace(
            regimen,
            start=min(regimen.start, left + match.start()),
            duration=(left + match.start("span"), left + match.end("span")),
            duration_value=value,
            duration_unit=match["unit"].lower() if value else None,
        )

    def bare_count_before(self, text: str, position: int, floor: int) -> str | None:
        """The ``three`` of ``three Tums b.i.d.``."""
        match = self.before.search(text[max(floor, position - 30) : position])
        if match is None or not match["bare"] or match["bare"].lower() in {"a", "an"}:
            return None
        return _plain(match["bare"])

    def route_inside(self, name: str) -> str | None:
        """Route told by the name itself: ``IV fluids``, ``Miacalcin nasal spray``."""
        match = self.routes_in.search(name)
        return self.routes.get(squeezed(match["route"])) if match else None


def _has_content(regimen: Regimen) -> bool:
    return any(
        value is not None
        for value in (
            regimen.dose,
            regimen.dose_text,
            regimen.route,
            regimen.frequency,
            regimen.duration,
            regimen.doses_given,
        )
    )


def _plain(written: str) -> str | None:
    word = written.lower()
    if word in WORD_NUMBERS:
        return WORD_NUMBERS[word]
    return plain_number(written) if re.fullmatch(NUMBER, written) else None


def _clean(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=4)
def grammar_of(knowledge: Knowledge) -> RegimenGrammar:
    """The grammar of one lexicon, compiled once."""
    return RegimenGrammar(knowledge)

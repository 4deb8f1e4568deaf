"""Dose, route, frequency and duration as they are written around the name of a drug.

Sig lines have a small grammar: strength and form, dose, route, frequency, as needed, for how long. ``RegimenGrammar``
walks over these elements from the end of the name, and backwards from its start (``1200 mg of calcium``), and stops at
the first word that is none of them. The words live in ``patterns/words-treatments.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from osteocase.pipeline.knowledge import Knowledge
from osteocase.pipeline.quantities import plain_number

__all__ = ["Regimen", "RegimenGrammar", "grammar_of"]

Span = tuple[int, int]

_DOSE_UNIT = (
    r"(?:(?:lac|lakh)s?\s+(?:iu|units)|k(?=\s)|mg|mcg|micrograms?|milligrams?|µg|μg|ug|g(?:ra)?ms?|g|ng|units?|international\s+units?|i\.?u\.?|meq|mmol|mls?|cc"
    r"|millilit(?:er|re)s?|lit(?:er|re)s?|l|million\s+units|k\s?iu|u)"
    r"(?:\s?/\s?(?:kg|m2|m²|ml|h|hr|hour|min|actuation|day|24\s?h|d|wk|week|dose|month)(?:\s?/\s?(?:min|day|h|hr|d|dose|week))?"
    r"|\s+per\s+(?:kg|hour|minute|kilogram|hr))?(?![\w/])"
)
_PER_TIME = re.compile(r"\s?/\s?(?:day|24\s?h|d|wk|week|month)$", re.IGNORECASE)
_FRACTION = r"(?:\d+\s?/\s?\d+|½|¼|¾|one[\s-]half|one[\s-]quarter|half|a half)"
_WORD_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "twelve": "12", "a": "1", "an": "1",
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,]\d+)?|\.\d+"
_REASON = re.compile(
    r"\s*,?\s*(?:for|because of|due to|to (?:treat|control|prevent|help with)|p\.?r\.?n\.? for)\s+"
    r"(?!\d|the (?:past|last|next)|about|approximately|over|several|one|two|three|four|five|six|many|a (?:week|month|year|few))"
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


class RegimenGrammar:
    """The elements of a regimen for one lexicon."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.routes = _values(knowledge, "route")
        route = _bounded(_words_that(knowledge, "route"))
        form = _bounded(_words_that(knowledge, "dose_form"))
        countable = _bounded(_words_that(knowledge, "dose_form", lambda value: value not in {"release", "salt"}))
        frequency = _bounded(_words_that(knowledge, "frequency"))
        count = r"(?:once|twice|thrice|one|two|three|four|five|six|eight|ten|twelve|\d+)"
        composed = (
            rf"(?:up\s+to\s+)?(?:{count}(?:\s?(?:-|–|to|or)\s?{count})?\s*(?:times|x|×)\s*(?:a|per|each|every|/)?\s*-?(?:day|daily|week|weekly|month|year)"
            rf"|every\s+{count}(?:\s?(?:-|–|to|or)\s?{count})?\s*-?(?:hours?|hrs?|h|days?|weeks?|wks?|months?|mos?|minutes?|years?)(?!\w)"
            rf"|q\.?\s?\d+(?:\s?(?:-|–|to)\s?\d+)?\s?(?:h(?:ours|rs?|\.)?|days?|weeks?|wks?|months?|mo)(?![\w])\.?"
            rf"|from\s+[\w.]+(?:\s[ap]\.?m\.?)?\s+(?:un)?till?\s+[\w.]+(?:\s[ap]\.?m\.?)?"
            rf"|(?:{count}\s+)?(?:every|each|in\s+the|on|at|before|after|with)\s+(?:bedtime|morning|evening|afternoon|night|meals?|breakfast|lunch|dinner|supper|noon)"
            rf"|(?:at|around)\s+\d{{1,2}}(?::\d\d)?\s?[ap]\.?m\.?"
            rf"|[1-6]\s?[x×](?=\s*(?:[,.;)\n/]|$)|\s+(?:daily|a\s+day|/\s?d))(?:\s+(?:daily|a\s+day))?)"
        )
        one_frequency = rf"(?:{composed}|{frequency})"
        leading = rf"(?:{count}\s+(?=(?:in|at|every|each|a\s+day|a\s+week|before|after|with)\b))"
        gap = r"[ \t\u00a0]*(?:\n[ \t]*(?!\n))?"
        self.gap = re.compile(rf"{gap}(?:[,;:()\[\]=*•–—-]|\.(?=\d))?{gap}[(]?")
        self.gap_text = gap
        self.frequency = re.compile(
            rf"{leading}?(?<![\w.]){one_frequency}(?:(?:{gap},?{gap}(?:and|or|&|then)?{gap}|{gap}\()(?<![\w]){one_frequency}\)?)*",
            re.IGNORECASE,
        )
        number = rf"(?:{_NUMBER})"
        words = "|".join(sorted(_WORD_NUMBERS, key=len, reverse=True))
        self.range = re.compile(
            rf"(?<![\w.])(?P<text>(?:{number}|{words})\s?(?:-|–|to|or)\s?(?:{number}|{words}))\s?-?(?P<unit>{_DOSE_UNIT}|{countable})",
            re.IGNORECASE,
        )
        self.ratio = re.compile(
            rf"(?<![\w.])(?P<text>\d+(?:\.\d+)?\s?(?:{_DOSE_UNIT})?(?:\s?[/-]\s?\d+(?:\.\d+)?\s?(?:{_DOSE_UNIT})?)+)(?:\s?(?P<unit>{_DOSE_UNIT}|%))?(?!\w)",
            re.IGNORECASE,
        )
        self.dose = re.compile(rf"(?<![\w.])(?P<number>{number})[\s-]?[ ]?(?P<unit>{_DOSE_UNIT})", re.IGNORECASE)
        self.counted = re.compile(
            rf"(?<![\w.])(?P<number>{number}|{words})[\s-]+(?:(?:adult|baby|full|prefilled)\s+)?(?P<unit>{countable})",
            re.IGNORECASE,
        )
        self.fraction = re.compile(
            rf"(?<![\w.]){_FRACTION}(?:\s*(?:of\s+)?(?:an?\s+|the\s+)?(?:{form}))?(?!\w)", re.IGNORECASE
        )
        self.percent = re.compile(
            r"(?<![\w.])\d+(?:\.\d+)?\s?%(?:\s+(?:cream|gel|ointment|solution|patch|lotion))?", re.IGNORECASE
        )
        self.bare = re.compile(
            rf"(?<![\w.,])(?P<number>{number}|{words})(?=[\s,]+(?:{route}|{one_frequency}|{form}))(?!\s*(?:years?|months?|weeks?|days?)\b)",
            re.IGNORECASE,
        )
        self.route = re.compile(
            rf"(?P<via>(?:by|via|through|per|as|by\s+the)\s+)?(?P<route>{route})(?:\s+(?:route|injections?|infusions?))?",
            re.IGNORECASE,
        )
        self.form = re.compile(rf"(?:{form})", re.IGNORECASE)
        unit = r"(?P<unit>day|week|month|year|wk|mo|yr|hour|hr)s?(?![\w])"
        self.lasting = re.compile(r"(?:long[\s-]term|indefinitely|lifelong|for life|chronically)(?!\w)", re.IGNORECASE)
        self.duration = re.compile(
            rf"(?:for|x|×|over|times|during)\s*(?:about|approximately|a\s+total\s+of|nearly|almost|around|at\s+least|more\s+than|over)?\s*"
            rf"(?:the\s+)?(?:next|past|last|following|another|additional|previous|first|further)?\s*"
            rf"(?P<span>(?P<number>{number}|{words}|several|a\s+few|many|\d+\s?(?:-|–|to|or)\s?\d+)[\s-]*(?:more\s+|additional\s+)?{unit})",
            re.IGNORECASE,
        )
        self.doses = re.compile(
            rf"(?:x|×|for|total\s+of)?\s*(?P<number>{number}|{words})\s+(?:doses|injections|infusions|shots|cycles|courses)\b",
            re.IGNORECASE,
        )
        self.count = re.compile(r"#\s?\d+(?:\s*\([^)]{1,20}\))?|\d\s?T(?![\w])", re.IGNORECASE)
        self.strength = re.compile(rf"\d+(?:\.\d+)?(?=\s+(?:\d|one|two|three|four)\b[\s-]*(?:{countable}))", re.IGNORECASE)
        self.link = re.compile(
            r"(?:at\s+)?(?:an?\s+|the\s+)?(?:daily\s+|total\s+|starting\s+|maintenance\s+|current\s+|initial\s+|low\s+|high\s+|usual\s+)*(?:dos(?:e|age)s?)(?:\s+(?:of|is|was|to|at))?(?!\w)"
            r"|(?:strength|given|taken|total|titrated|then|i\.e\.|using|disp(?:ense)?|sig:?|directions:?|taking|about|approximately|roughly|administered|ordered|each|tapered|down|max)(?!\w)"
            r"|to\s+(?:be\s+)?(?:take|taken|use|used|apply|be\s+given|inject)(?!\w)"
            r"|(?:at|to|of|as|the|her|his|a|an|in|is|was|up\s+to|up|and|or|with|per)(?=\s+(?:\d|½|one|two|three|four|half|a\s+dose|an?\s+(?:injection|infusion|single)|every|daily|twice|once))"
            r"|alternating\s+with(?=\s+\d)",
            re.IGNORECASE,
        )
        self.take = re.compile(
            rf"\.?{gap}(?:take|takes|taking|sig:?|inhale|apply|use|inject|instil|instill|place|chew|give|she takes|he takes|tk)\b:?",
            re.IGNORECASE,
        )
        self.from_to = re.compile(r"\s*(?:,\s*)?(?:up\s+|down\s+)?to\s+(?=\d)", re.IGNORECASE)
        self.before = re.compile(
            rf"(?:(?P<doses>(?<![\w.])(?:{number}|{words}))\s+(?:doses|injections|infusions|cycles|courses|shots)\s+of\s+"
            rf"|(?P<number>(?<![\w.,/-])(?:{number}|{words}))[\s-]?[ ]?(?P<unit>{_DOSE_UNIT}|{countable}|pints?|bags?|bottles?|amps?|ampoules?)(?:\s+(?P<frequency>{one_frequency}))?\s+(?P<of>(?:of|worth of|as|doses?\s+of|daily)\s+)?"
            rf"|(?P<bare>(?<![\w.,/-])(?:{number}|{words}))\s+)"
            rf"(?:(?:adult|baby|oral|iv|intravenous|generic|regular|chewable|the|her|his|elemental|subcutaneous|additional|total|single)\s+)*$",
            re.IGNORECASE,
        )
        self.frequency_before = re.compile(
            rf"(?<![\w.])(?P<frequency>{one_frequency})\s+(?:(?:oral|iv|intravenous|subcutaneous|low[\s-]dose|doses?\s+of|injections?\s+of|infusions?\s+of|dose|her|his)\s+)*$",
            re.IGNORECASE,
        )
        self.route_before = re.compile(
            rf"(?<![\w.])(?P<route>{route})\s+(?:(?:and|or)\s+(?:{route})\s+)?(?:(?:high[\s-]dose|low[\s-]dose|pulse|dose|doses|of|administration|treatment|therapy|with|infusion|injection|injections|infusions|drip|the|preparations?)\s+){{0,3}}$",
            re.IGNORECASE,
        )
        self.routes_in = re.compile(rf"(?<![\w.])(?P<route>{route})", re.IGNORECASE)

    def after(self, text: str, position: int, stop: int) -> list[Regimen]:
        """Regimens told from ``position`` (the end of a name) on, not beyond ``stop``."""
        walk = _Walk(position)
        while walk.position < stop:
            gap = self.gap.match(text, walk.position, stop)
            at = gap.end() if gap else walk.position
            if not (
                self._element(text, at, stop, walk)
                or (at != walk.position and self._element(text, walk.position, stop, walk))
            ):
                if not self._take(text, walk, stop) and not self._after_reason(text, walk, stop):
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
        if self._element(text, at, stop, walk):
            return True
        walk.position = before
        return False

    def _after_reason(self, text: str, walk: _Walk, stop: int) -> bool:
        """``Prilosec for GERD 20 mg once a day``: the reason stands before the dose; a blank line may stand for a strength."""
        if walk.current is not None:
            return False
        between = re.compile(
            r"\s*(?:\sfor\s+(?!the\b)[\w'-]+(?:\s+[\w'-]+)?\s+(?=\d)|_{2,}\s*|,?\s*(?:she|he) (?:was|is) (?:on\s+|taking\s+)?(?=\d))"
        ).match(text, walk.position, stop)
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
            self._duration, self._doses_given, self._frequency, self._range, self._ratio, self._dose, self._fraction, self._counted,
            self._bare, self._route, self._other,
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
            unit = {"wk": "week", "mo": "month", "yr": "year"}.get(match["unit"].lower(), match["unit"].lower())
            value = value if unit in {"day", "week", "month", "year"} else None
            walk.current = replace(
                regimen,
                duration=(match.start("span"), match.end("span")),
                duration_value=value,
                duration_unit=unit if value else None,
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
        if match is None or re.fullmatch(r"[1-3]\s?/\s?[2-4]", match["text"].strip()):
            return None
        self._set_dose(walk, match.start(), match.end(), None, None, match.group().strip())
        return match.end()

    def _dose(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.dose.match(text, at, stop)
        if match is None:
            percent = self.percent.match(text, at, stop)
            if percent is None:
                return None
            self._set_dose(walk, at, percent.end(), None, None, percent.group())
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

    def _fraction(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.fraction.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        if (
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
        if walk.current is None or (walk.current.dose is None and walk.current.dose_text is None):
            self._set_dose(walk, match.start(), match.end(), _plain(match["number"]), match["unit"], None)
        else:
            walk.touch(match.start(), match.end())
        return match.end()

    def _bare(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.bare.match(text, at, stop)
        if match is None:
            return None
        if walk.current is None or (walk.current.dose is None and walk.current.dose_text is None):
            self._set_dose(walk, match.start(), match.end(), _plain(match["number"]), None, None)
        else:
            walk.touch(match.start(), match.end())
        return match.end()

    def _route(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        match = self.route.match(text, at, stop)
        if match is None:
            return None
        regimen = walk.touch(match.start(), match.end())
        if regimen.route is None:
            walk.current = replace(regimen, route=self.routes.get(_squeeze(match["route"])))
        return match.end()

    def _other(self, text: str, at: int, stop: int, walk: _Walk) -> int | None:
        for pattern in (self.count, self.strength, self.form, self.link):
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
        if current is not None and (current.dose is not None or current.dose_text is not None):
            if current.frequency is None or dose is None:
                walk.touch(start, end)
                return
            walk.close()
        regimen = walk.touch(start, end)
        walk.current = replace(regimen, dose=dose, dose_unit=unit, dose_text=written)

    def before_name(self, text: str, position: int, floor: int) -> Regimen | None:
        """Dose, frequency and route told before a name: ``1200 mg of calcium``, ``weekly alendronate``, ``oral iron``."""
        left = max(floor, position - 90)
        found: Regimen | None = None
        piece = text[left:position]
        match = self.before.search(piece)
        if match is not None:
            found = self._dose_before(match, left, position)
        match = self.frequency_before.search(piece)
        if match is not None and "\n" not in match.group():
            found = replace(
                found or Regimen(left + match.start(), position),
                frequency=(left + match.start("frequency"), left + match.end("frequency")),
            )
        match = self.route_before.search(piece)
        if match is not None:
            found = replace(
                found or Regimen(left + match.start(), position), route=self.routes.get(_squeeze(match["route"]))
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

    def bare_count_before(self, text: str, position: int, floor: int) -> str | None:
        """The ``three`` of ``three Tums b.i.d.``."""
        match = self.before.search(text[max(floor, position - 30) : position])
        if match is None or not match["bare"] or match["bare"].lower() in {"a", "an"}:
            return None
        return _plain(match["bare"])

    def route_inside(self, name: str) -> str | None:
        """Route told by the name itself: ``IV fluids``, ``Miacalcin nasal spray``."""
        match = self.routes_in.search(name)
        return self.routes.get(_squeeze(match["route"])) if match else None


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
    if word in _WORD_NUMBERS:
        return _WORD_NUMBERS[word]
    return plain_number(written) if re.fullmatch(_NUMBER, written) else None


def _clean(words: str) -> str:
    return " ".join(words.split())


def _squeeze(words: str) -> str:
    return " ".join(words.lower().split())


def _values(knowledge: Knowledge, group: str) -> dict[str, str]:
    return {
        _squeeze(term): entry.value or entry.id
        for entry in knowledge.words.values()
        if entry.group == group
        for term in (*entry.terms, *entry.abbreviations)
    }


def _words_that(knowledge: Knowledge, group: str, keep: Callable[[str], bool] = lambda value: True) -> str:
    """The words of a group whose value is wanted, as one alternation, longest first; abbreviations in their own case."""
    words: dict[str, str] = {}
    for entry in knowledge.words.values():
        if entry.group == group and keep(entry.value or entry.id):
            words |= {term: _flexible(term) for term in entry.terms}
            words |= {term: f"(?-i:{_flexible(term)})" for term in entry.abbreviations}
    return "|".join(words[word] for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"


def _flexible(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def _bounded(alternation: str) -> str:
    """An alternation that ends where a word ends."""
    return rf"(?:{alternation})(?![\w])"


@lru_cache(maxsize=4)
def grammar_of(knowledge: Knowledge) -> RegimenGrammar:
    """The grammar of one lexicon, compiled once."""
    return RegimenGrammar(knowledge)

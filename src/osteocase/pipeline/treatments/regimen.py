"""Dose, route, frequency and duration as they are written around the name of a drug.

Sig lines have a small grammar: strength and form, dose, route, frequency, as needed, for how long. ``RegimenGrammar``
walks over these elements from the end of the name, and backwards from its start (``1200 mg of calcium``), and stops at
the first word that is none of them. The words live in ``patterns/words-treatments.toml``.
"""

from __future__ import annotations

from functools import lru_cache

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.knowledge import Knowledge
from osteocase.pipeline.text.quantities import plain_number
from osteocase.pipeline.treatments.elements import Elements, Regimen, Walk, plain_count
from osteocase.pipeline.treatments.words import squeezed, whole_number

__all__ = ["Regimen", "RegimenGrammar", "grammar_of"]

_REASON = re.compile(
    r"\s*[,(]?\s*(?:for|because of|due to|to (?:treat|control|prevent|help with)|p\.?r\.?n\.? for)\s+"
    r"(?!\d|the (?:past|last|next)|about|approximately|over|several|one|two|three|four|five|six|many"
    r"|a (?:week|month|year|few))"
    r"(?P<reason>(?:(?:his|her|the|a|an|chronic|acute|severe)\s+)*[A-Za-z][\w'-]*(?:\s+(?!and\b|or\b|which|that|but"
    r"|with|at\b|who|[x×]\s?\d|\d{1,2}[.)]\s)[\w'-]+){0,4})"
    r"(?=\s*(?:[.,;:)\]\n]|and\b|or\b|$))",
    re.IGNORECASE,
)


_LASTING = re.compile(r"[\s,(]*(?=(?:for|x|×)\s*\d)", re.IGNORECASE)
_REPEATED = re.compile(
    r"(?:[\s,(]|\b(?:first|second|third|infusion|injection|dose|today|yesterday|was|were|given|infused|injected|here|and"
    r"|is|are|now|on|started|the)\b|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?){0,12}\b(?:(?:to|will|should)\s+be\s+(?:repeated|continued|given)"
    r"|(?:(?:to|will|should|please)\s+)?(?:continue|repeat))\s+"
    r"(?=(?:every|each|twice|once|yearly|annually|monthly|weekly|(?:three|six|3|6)[\s-]monthly)\b)",
    re.IGNORECASE,
)
"""``5 mg, first infusion today, to be repeated once a year``"""


class RegimenGrammar(Elements):
    """The elements of a regimen for one lexicon."""

    def after(self, text: str, position: int, stop: int) -> list[Regimen]:
        """Regimens told from ``position`` (the end of a name) on, not beyond ``stop``."""
        walk = Walk(text, position)
        while walk.position < stop:
            gap = self.gap.match(text, walk.position, stop)
            at = gap.end() if gap else walk.position
            read = self._former(text, walk, stop) or self._from(text, walk, stop) or self._then_bare(text, walk, stop)
            read = read or self._became(text, walk, stop)
            read = read or self.element(text, at, stop, walk)
            read = read or (at != walk.position and self.element(text, walk.position, stop, walk))
            if not (
                read
                or self._take(text, walk, stop)
                or self._after_reason(text, walk, stop)
                or self._changed(text, walk, stop)
            ):
                break
        if walk.current is None or walk.current.frequency is None:
            self._repeated(text, walk, stop)
        if walk.current is not None and walk.current.reason is None:
            reason = _REASON.match(text, walk.position, stop)
            if reason is not None:
                walk.current = walk.current._replace(reason=_clean(reason["reason"]))
                lasting = _LASTING.match(text, reason.end(), stop)
                if lasting is not None and walk.current.duration is None:  # ``for RA, x 14 mo``
                    self._duration(text, lasting.end(), stop, walk)
        walk.close()
        return [regimen for regimen in walk.regimens if _has_content(regimen)]

    def _repeated(self, text: str, walk: Walk, stop: int) -> None:
        """``given 18/03, to continue monthly``: how often the dose is to come again."""
        repeated = _REPEATED.match(text, walk.position, stop)
        if repeated is None:
            return
        again = Walk(text, repeated.end())
        self.element(text, repeated.end(), stop, again)
        every = again.current.frequency if again.current is not None else None
        if every is not None:
            walk.current = (walk.current or Regimen(*every))._replace(frequency=every)

    def _former(self, text: str, walk: Walk, stop: int) -> bool:
        """``5 mg daily (was 2.5 mg)``: the dose until now is a regimen of its own that is over."""
        match = self.former.match(text, walk.position, stop) if _is_dosed(walk) else None
        if match is None or walk.current is None:
            return False
        walk.close()
        dose = match["number"]
        walk.current = Regimen(
            match.start("number"), match.end(), dose=plain_number(dose), dose_unit=match["unit"], reduced=True
        )
        walk.position = match.end()
        often = self.frequency.match(text, match.end() + 1, stop)
        if often is not None and text[match.end()] == " ":
            walk.current = walk.current._replace(end=often.end(), frequency=often.span())
            walk.position = often.end()
        walk.close()
        return True

    def _from(self, text: str, walk: Walk, stop: int) -> bool:
        """``from 40 to 60 mcg weekly``: the first number is the dose until now, in the unit of the second."""
        match = self.from_to_bare.match(text, walk.position, stop) if walk.current is None else None
        if match is None:
            return False
        before = walk.position
        if not self.element(text, match.end(), stop, walk) or walk.current is None or walk.current.dose is None:
            walk.current, walk.position = None, before
            return False
        unit = match["unit"] or walk.current.dose_unit
        old = Regimen(
            match.start("number"), match.end(), dose=plain_number(match["number"]), dose_unit=unit, reduced=True
        )
        if match["often"]:
            old = old._replace(frequency=match.span("often"))
        walk.regimens.append(old)
        return True

    def _changed(self, text: str, walk: Walk, stop: int) -> bool:
        """``80 mg BD, reduce to 40 mg BD``, ``80 mg daily, now 60``: the first dose is over, the second is new."""
        match = self.change.match(text, walk.position, stop) if _is_dosed(walk) else None
        ordered = match is not None
        match = match or (self.now.match(text, walk.position, stop) if _is_dosed(walk) else None)
        if match is None or walk.current is None:
            return False
        old, before = walk.current, walk.position
        walk.current = old._replace(reduced=True)
        walk.close()
        if self.element(text, match.end(), stop, walk) and walk.current is not None:
            walk.current = walk.current._replace(changed=ordered)
            return True
        bare = self.bare_number.match(text, match.end(), stop)
        if bare is not None:
            walk.current = Regimen(bare.start(), bare.end(), dose=whole_number(bare.group()), changed=ordered)
            walk.position = bare.end()
            return True
        walk.regimens.pop()
        walk.current, walk.position = old, before
        return False

    def _became(self, text: str, walk: Walk, stop: int) -> bool:
        """``5 mg daily was increased to 10 mg``: the first dose is over."""
        match = self.became.match(text, walk.position, stop) if _is_dosed(walk) else None
        if match is None or walk.current is None:
            return False
        old, before = walk.current, walk.position
        walk.current = old._replace(reduced=True)
        walk.close()
        if self.element(text, match.end(), stop, walk) and _is_dosed(walk):
            return True
        walk.regimens.pop()
        walk.current, walk.position = old, before
        return False

    def _then_bare(self, text: str, walk: Walk, stop: int) -> bool:
        """``5,000 units daily x 3 mo then 2,000``: the next dose in the unit of the first."""
        old = walk.current
        if old is None or old.dose is None or old.dose_unit is None or old.duration is None:
            return False
        match = self.then_bare.match(text, walk.position, stop)
        if match is None:
            return False
        walk.close()
        walk.current = Regimen(
            match.start("number"),
            match.end("number"),
            dose=plain_number(match["number"]),
            dose_unit=old.dose_unit,
            later=True,
        )
        walk.position = match.end("number")
        return True

    def _take(self, text: str, walk: Walk, stop: int) -> bool:
        """``. Take 1 tablet daily``: the sig goes on in a sentence of its own."""
        take = self.take.match(text, walk.position, stop) if walk.current is not None else None
        if take is None or walk.current is None:
            return False
        at = take.end()
        while at < stop and text[at].isspace():
            at += 1
        before = walk.position
        dose = self.dose.match(text, at, stop)
        if dose is not None:  # What is taken of ``1,000 unit capsule`` is told after the strength.
            regimen = walk.touch(at, dose.end())
            walk.current = regimen._replace(dose=plain_number(dose["number"]), dose_unit=dose["unit"], dose_text=None)
            walk.position = dose.end()
            return True
        if self.element(text, at, stop, walk):
            return True
        walk.position = before
        return False

    def _after_reason(self, text: str, walk: Walk, stop: int) -> bool:
        """``Prilosec for GERD 20 mg once a day``: the reason stands before the dose."""
        if walk.current is not None:
            return False
        between = re.compile(
            r"\s*(?:\([A-Za-z][^()\n]{0,25}\)\s*(?=(?:for|x|×)\s*\d|\d)"
            r"|\sfor\s+(?!the\b)[\w'-]+(?:\s+[\w'-]+)?,?\s+(?=\d|(?:one|two|three|half|once|twice|every)\b)|_{2,}\s*"
            r"|,?\s*(?:she|he) (?:was|is) (?:on\s+|taking\s+)?(?=\d)"
            r"|[^.;,\d\n]{0,30}?,?\s+but\s+(?:(?:she|he|is|has)\s+){0,2}now\s+(?:takes?|taking|on|uses?|using)\s+(?=\d))"
        ).match(text, walk.position, stop)
        between = between or self.since.match(text, walk.position, stop)
        if between is None:
            return False
        before = walk.position
        if self.element(text, between.end(), stop, walk):
            return True
        walk.position = before
        return False

    def before_name(self, text: str, position: int, floor: int) -> Regimen | None:
        """Dose, frequency and route before a name: ``1200 mg of calcium``, ``weekly alendronate``, ``oral iron``."""
        left = max(floor, position - 90)
        found: Regimen | None = None
        piece = text[left:position]
        if not piece[-1:].isspace():
            return None
        match = self.before.search(piece)
        if match is not None:
            found = self._dose_before(match, left, position)
        match = self.lasting_before.search(piece)
        if match is not None:
            found = self._lasting_before(found or Regimen(left + match.start(), position), match, left)
        match = self.frequency_before.search(piece)
        if match is not None and "\n" not in match.group():
            found = found or Regimen(left + match.start(), position)
            found = found._replace(frequency=(left + match.start("frequency"), left + match.end("frequency")))
        match = self.route_before.search(piece)
        if match is not None:
            found = found or Regimen(left + match.start(), position)
            route = self.routes.get(squeezed(match["route"]))
            found = found._replace(start=min(found.start, left + match.start()), route=route)
        return found

    def _dose_before(self, match: re.Match[str], left: int, position: int) -> Regimen | None:
        start = left + match.start()
        if match["doses"]:
            return Regimen(start, position, doses_given=plain_count(match["doses"]))
        if match["unit"]:
            number = plain_count(match["number"])
            frequency = (left + match.start("frequency"), left + match.end("frequency")) if match["frequency"] else None
            return Regimen(start, position, dose=number, dose_unit=match["unit"], frequency=frequency)
        return None

    def _lasting_before(self, regimen: Regimen, match: re.Match[str], left: int) -> Regimen:
        """The ``18 months`` of ``18 months of teriparatide``."""
        value = plain_count(match["number"])
        return regimen._replace(
            start=min(regimen.start, left + match.start()),
            duration=(left + match.start("span"), left + match.end("span")),
            duration_value=value,
            duration_unit=match["unit"].lower() if value else None,
        )

    def bare_count_before(self, text: str, position: int, floor: int) -> tuple[str, int] | None:
        """The ``three`` of ``three Tums b.i.d.`` as a number, and where it stands."""
        left = max(floor, position - 30)
        match = self.before.search(text[left:position])
        if match is None or not match["bare"] or match["bare"].lower() in {"a", "an"}:
            return None
        count = plain_count(match["bare"])
        return (count, left + match.start("bare")) if count else None

    def route_inside(self, name: str) -> str | None:
        """Route told by the name itself: ``IV fluids``, ``Miacalcin nasal spray``."""
        match = self.routes_in.search(name)
        return self.routes.get(squeezed(match["route"])) if match else None


def _is_dosed(walk: Walk) -> bool:
    return walk.current is not None and walk.current.dose is not None


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


def _clean(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=4)
def grammar_of(knowledge: Knowledge) -> RegimenGrammar:
    """The grammar of one lexicon, compiled once."""
    return RegimenGrammar(knowledge)

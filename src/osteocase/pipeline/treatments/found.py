"""Every mention of a treatment with the doses around it, before anything is said of whether it was taken."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from osteocase.lexicon import TreatmentEntry
from osteocase.pipeline.context.finder import Context
from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.treatments.names import (
    broken_names,
    combination_of,
    counts_days,
    in_full,
    misspelt_names,
    with_brands,
    without_explanations,
)
from osteocase.pipeline.treatments.periods import is_over
from osteocase.pipeline.treatments.regimen import Regimen, RegimenGrammar, grammar_of
from osteocase.pipeline.treatments.status import Verdict
from osteocase.pipeline.treatments.unitless import unitless

__all__ = ["DRUGLIKE", "HANDS_ON", "Found", "find_names", "is_off"]

DRUGLIKE = frozenset({"drug", "supplement"})
HANDS_ON = frozenset({"surgery", "procedure"})

_JOIN = re.compile(r"\s*(?:/|\+|\bwith\b|\bplus\b|(?P<and>&|\band\b))\s*", re.IGNORECASE)
_OF_BOTH = re.compile(r"\d+(?:\.\d+)?\s?(?:mcg|mg)?\s?/\s?\d")
"""``fluticasone & salmeterol 250/25 mcg``: one strength of two numbers makes two names one product."""
_GAP = 20
_SIG_REACH = 240
"""Characters behind a name in which its doses are looked for."""
_PIECE = re.compile(r"\s+(?P<form>tab(?:let)?s?|cap(?:sule)?s?|pills?|patch(?:es)?)\b", re.IGNORECASE)
"""``one Fosamax tablet a week``."""
_A_DAY = re.compile(r"(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])")
"""``started on gabapentin 9/4``: a day, where the drug is no product of two."""
_SCALE = re.compile(r"sliding[\s-]scale", re.IGNORECASE)
"""``sliding scale insulin`` tells how often in its name."""
_SECOND_OFTEN = re.compile(r"(?:\s+and|,)\s+\w+$", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:\band|\bplus|\bwith|,|\+)\s+$", re.IGNORECASE)
_MEASURE = re.compile(r"(?:units?|pints?|l|lit(?:er|re)s?)\b", re.IGNORECASE)
_STRENGTH_INSIDE = re.compile(r"\s\d+$")
_UNIT_NEXT = re.compile(r"\s?(?:mg|mcg|µg|g|units?|iu|meq)\b", re.IGNORECASE)
_TO_ITS_FORM = re.compile(r"\s*\)?\s*(?:\d[\w./%]{0,15}\s?[a-z/]{0,15}\s*)?", re.IGNORECASE)
"""What stands between a drug and the form it comes in: nothing, or a strength."""


@dataclass
class Found:
    """One mention with what was read around it."""

    mention: Mention
    entry: TreatmentEntry
    regimens: list[Regimen]
    end: int
    """End of the last dose."""
    claims: list[tuple[int, int]] = field(default_factory=list)
    """Stretches taken up by doses."""
    ended: bool = False
    """True where a period that is over stands beside the name: ``2008-2013``, ``last winter``."""
    context: Context = Context()  # noqa: RUF009 - which nothing changes
    verdict: Verdict = Verdict(None)  # noqa: RUF009
    status: str | None = None
    """Status of its records; None where it makes none."""
    rule: str = ""
    trail: list[tuple[str, str | None, str]] = field(default_factory=list)
    """The steps that decided on its status, in their order: the step, what it said and its rule."""
    sequel: tuple[int, int] | None = None
    """Where a later clause says by a pronoun what became of it: ``We stopped it``."""
    subject: str = "patient"

    @property
    def has_dose(self) -> bool:
        """True when an amount or a frequency is told."""
        return any(regimen.says_dose or regimen.doses_given for regimen in self.regimens)

    @property
    def is_drug(self) -> bool:
        """True for what is taken, false for what is worn, done or practised."""
        return self.entry.kind in DRUGLIKE

    def decide(self, status: str | None, rule: str) -> None:
        """Set the status of its records and the rule that said so."""
        self.status, self.rule = status, f"treatments.{rule}"


def find_names(scan: Scan) -> list[Found]:
    """Mentions in the order of the text; names that one combination joins are one."""
    found = _join_combinations(scan, list(_read(scan, grammar_of(scan.knowledge))))
    for fluid, added in itertools.pairwise(found):
        _tell_additive(scan, grammar_of(scan.knowledge), fluid, added)
    return found


_ADDED = re.compile(r"\s*(?:with|plus|\+|and)\s+(?P<dose>\d+)\s?(?P<unit>meq|mmol|g|mg)\s+(?:of\s+)?", re.IGNORECASE)
_PER_HOUR = re.compile(r"(?:/\s?|\bper\s)(?:h|hr|hour)", re.IGNORECASE)


def _tell_additive(scan: Scan, grammar: RegimenGrammar, fluid: Found, added: Found) -> None:
    """``D5 half normal saline with 20 mEq KCl at 75 mL/h``: the rate is that of the fluid."""
    if fluid.entry.drug_class != "intravenous_fluid" or not added.regimens:
        return
    amount = _ADDED.fullmatch(scan.text, fluid.mention.end, added.mention.start)
    rate = added.regimens[-1]
    if amount is None or not _PER_HOUR.search(rate.dose_unit or ""):
        return
    fluid.regimens = [rate]
    added.regimens = [rate._replace(start=amount.start("dose"), dose=amount["dose"], dose_unit=amount["unit"])]


_OFF_IT = re.compile(r"\boff(?:\s+of)?\s+(?:(?:the|her|his)\s+)?$", re.IGNORECASE)


def is_off(scan: Scan, mention: Mention) -> bool:
    """``off X for two years`` tells how long it has not been taken."""
    return _OFF_IT.search(scan.text, max(0, mention.start - 16), mention.start) is not None


def _read(scan: Scan, grammar: RegimenGrammar) -> Iterator[Found]:
    whole = [
        _without_strength(scan, grammar, mention)
        for mention in scan.by_topic.get("treatment", ())
        if mention.covered not in {"finding", "analyte", "score"} and not counts_days(scan, mention)
    ]
    mentions = sorted(
        [*whole, *broken_names(scan), *misspelt_names(scan)], key=lambda mention: (mention.start, mention.end)
    )
    mentions = with_brands(scan, in_full(scan, _without_forms(scan, grammar, mentions)))
    mentions = without_explanations(scan, mentions)
    floor = 0
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        entry = scan.knowledge.treatments[mention.id]
        limit = following.start if following is not None else len(scan.text)
        regimens = grammar.after(scan.text, mention.end, min(limit, mention.end + _SIG_REACH))
        if not any(regimen.says_dose for regimen in regimens):
            regimens = _behind_brackets(scan, grammar, mention, limit) or regimens
        if regimens and is_off(scan, mention):
            regimens = [each._replace(duration=None, duration_value=None, duration_unit=None) for each in regimens]
        if not entry.contains and len(regimens) == 1 and _A_DAY.fullmatch(regimens[0].dose_text or ""):
            regimens = [] if regimens[0].frequency is None else regimens
        if not regimens and entry.kind in DRUGLIKE and not entry.needs_dose:
            regimens = unitless(scan, grammar, mention)
        if regimens and following is not None:
            regimens = _without_next_dose(scan, grammar, regimens, limit, mention, floor)
        if entry.kind not in DRUGLIKE and entry.drug_class != "blood_product":
            worn = entry.kind == "orthosis"
            regimens = [item for item in regimens[:1] if item.duration is not None or (worn and item.frequency)]
            regimens = [_without_on(scan, item) for item in regimens]
        end = regimens[-1].end if regimens else mention.end
        claims = [(regimen.start, regimen.end) for regimen in regimens]
        if entry.kind == "orthosis" and not regimens:
            regimens = _worn_before(scan, grammar, mention, floor)
        scale = _SCALE.search(scan.text, mention.start, mention.end) if not regimens and entry.kind == "drug" else None
        if scale is not None:
            regimens = [Regimen(mention.start, mention.end, frequency=scale.span())]
        if entry.kind in DRUGLIKE or entry.drug_class == "blood_product":
            regimens = _with_dose_before(scan, grammar, mention, regimens, claims, floor)
        first = min([mention.start, *(start for start, _ in claims)])
        yield Found(mention, entry, regimens, end, claims, ended=is_over(scan, first, end))
        floor = end


def _without_on(scan: Scan, regimen: Regimen) -> Regimen:
    """``brace on``: it was put on, which is not every night."""
    often = regimen.frequency
    is_worn = often is not None and scan.text[slice(*often)].lower() == "on"
    return regimen._replace(frequency=None) if is_worn else regimen


_BRACKETS = re.compile(r"(?:[ \t]*\((?:[^()\d\n]|\([^()\d\n]*\)){1,80}\)){1,3}[ \t]*[:–-]?[ \t]*")


def _behind_brackets(scan: Scan, grammar: RegimenGrammar, mention: Mention, limit: int) -> list[Regimen]:
    """``Losec (omeprazole) (for reflux): 20 mg``: what it is and what it is for stand before its dose."""
    brackets = _BRACKETS.match(scan.text, mention.end, limit)
    if brackets is None:
        return []
    regimens = grammar.after(scan.text, brackets.end(), min(limit, brackets.end() + _SIG_REACH))
    return regimens if regimens and regimens[0].says_dose and regimens[0].start == brackets.end() else []


def _without_strength(scan: Scan, grammar: RegimenGrammar, mention: Mention) -> Mention:
    """``K-Dur 20 mEq``: where a unit follows, the number at the end of a name is the dose."""
    strength = _STRENGTH_INSIDE.search(scan.text, mention.start, mention.end)
    if strength is None:
        return mention
    often = scan.text[mention.end : mention.end + 1] == " " and grammar.frequency.match(scan.text, mention.end + 1)
    if not often and not _UNIT_NEXT.match(scan.text, mention.end):
        return mention
    return mention._replace(end=strength.start())


def _without_forms(scan: Scan, grammar: RegimenGrammar, mentions: list[Mention]) -> list[Mention]:
    """``Flonase 50 mcg nasal spray``: the form behind a drug and its strength is no treatment of its own."""
    kept: list[Mention] = []
    for mention in mentions:
        last = kept[-1] if kept else None
        if (
            last is not None
            and mention.start - last.end <= _GAP * 2
            and scan.knowledge.treatments[last.id].kind in DRUGLIKE
            and (
                grammar.own_form.fullmatch(scan.text, mention.start, mention.end)
                or scan.text[mention.start : mention.end] == "NS"  # nasal spray, not saline, behind a drug
            )
            and _TO_ITS_FORM.fullmatch(scan.text, last.end, mention.start)
        ):
            continue
        kept.append(mention)
    return kept


def _worn_before(scan: Scan, grammar: RegimenGrammar, mention: Mention, floor: int) -> list[Regimen]:
    """``six weeks in a boot``."""
    before = grammar.before_name(scan.text, mention.start, max(floor, scan.sentence_at(mention.start)[0]))
    if before is None or before.duration is None:
        return []
    return [
        Regimen(
            before.start,
            mention.end,
            duration=before.duration,
            duration_value=before.duration_value,
            duration_unit=before.duration_unit,
        )
    ]


def _with_dose_before(
    scan: Scan,
    grammar: RegimenGrammar,
    mention: Mention,
    regimens: list[Regimen],
    claims: list[tuple[int, int]],
    floor: int,
) -> list[Regimen]:
    """Regimens completed by what stands before the name: ``1200 mg of calcium``, ``three Tums b.i.d.``."""
    text = scan.text
    before = grammar.before_name(text, mention.start, max(floor, scan.sentence_at(mention.start)[0]))
    if before is not None:
        claims.append((before.start, mention.start))
        return _joined(before, regimens)
    count = grammar.bare_count_before(text, mention.start, floor)
    measure = _MEASURE.match(text, mention.start)
    if count and measure:  # ``two units of blood`` names its own measure
        claims.append((count[1], mention.start))
        return [Regimen(count[1], mention.end, dose=count[0], dose_unit=measure.group())]
    if count and regimens and regimens[0].frequency and regimens[0].dose is None and regimens[0].dose_text is None:
        claims.append((count[1], mention.start))
        form = _PIECE.match(text, mention.end)
        first = regimens[0]._replace(start=min(count[1], regimens[0].start), dose=count[0])
        return [first._replace(dose_unit=form["form"] if form is not None else None), *regimens[1:]]
    return regimens


def _without_next_dose(
    scan: Scan, grammar: RegimenGrammar, regimens: list[Regimen], limit: int, mention: Mention, floor: int
) -> list[Regimen]:
    """``aspirin, 400 U of vitamin D``: a dose that runs up to the next name with ``of`` belongs to that name.

    So does one without ``of`` where this name has its own: ``40 mg Kenalog and 4 cc lidocaine``.
    """
    last = regimens[-1].frequency
    beside = last is not None and last[1] == regimens[-1].end and not scan.text[last[1] : limit].strip()
    if last and beside and re.search(r"(?:\band|\bor|,)\s*$", scan.text[mention.end : last[0]]):
        return grammar.after(scan.text, mention.end, last[0])  # ``X and daily Y``
    joint = _SECOND_OFTEN.search(scan.text, *last) if last and beside else None
    if joint is not None:
        return grammar.after(scan.text, mention.end, joint.start())  # ``X weekly and monthly Y``
    ahead = grammar.before_name(scan.text, limit, max(mention.end, limit - _GAP * 2))
    if ahead is None or (ahead.dose is None and ahead.doses_given is None):
        return regimens
    own = grammar.after(scan.text, mention.end, ahead.start)
    if re.search(r"\bof\b", scan.text[ahead.start : limit]):
        return own
    if not _ANOTHER.search(scan.text[max(mention.end, ahead.start - 8) : ahead.start]):
        return regimens
    before = grammar.before_name(scan.text, mention.start, max(floor, scan.sentence_at(mention.start)[0]))
    dosed = any(regimen.dose or regimen.dose_text for regimen in own)
    return own if dosed or (before is not None and before.dose is not None) else regimens


def _joined(before: Regimen, after: list[Regimen]) -> list[Regimen]:
    """What stands before the name fills the gaps of the first regimen after it."""
    if not after:
        return [before]
    first = after[0]
    own_dose = first.dose is not None or first.dose_text is not None
    filled = first._replace(
        start=before.start,
        dose=first.dose if own_dose else before.dose,
        dose_unit=first.dose_unit if own_dose else before.dose_unit,
        route=first.route or before.route,
        frequency=first.frequency or before.frequency,
        doses_given=first.doses_given or before.doses_given,
        duration=first.duration or before.duration,
        duration_value=first.duration_value if first.duration else before.duration_value,
        duration_unit=first.duration_unit if first.duration else before.duration_unit,
    )
    return [filled, *after[1:]]


def _are_two(first: Found, second: Found, joined_by: str) -> bool:
    """``paracetamol 1 g QDS + ibuprofen 400 mg TDS``: two drugs with a dose each are no product of both."""
    doses = [any(regimen.dose or regimen.dose_text for regimen in item.regimens) for item in (first, second)]
    often = any(regimen.frequency for regimen in first.regimens)
    supplements = "supplement" in {first.entry.kind, second.entry.kind}
    if supplements and not second.regimens and joined_by.strip().lower() == "with":
        return False  # ``calcium 600 mg b.i.d. with vitamin D``
    return often or (all(doses) and (not supplements or joined_by.strip() == "+"))


def _is_of_both(item: Found) -> bool:
    """True where the dose behind the second of two names is that of a product of both."""
    return bool(item.regimens) and _OF_BOTH.match(item.regimens[0].dose_text or "") is not None


def _is_its_brand(scan: Scan, product: Found, item: Found) -> bool:
    """``calcium + D (Citracal) 2 tabs daily``: the brand in brackets is that of the product before it."""
    if product.regimens or not product.entry.contains or product.entry.drug_class != item.entry.drug_class:
        return False
    opened = scan.text[product.end : item.mention.start].strip() == "("
    return opened and scan.text.startswith(")", item.mention.end) and item.entry.kind == "supplement"


_OF_VITAMIN = re.compile(r"i\.?\s?[ue]|unit|u\b|mcg|µg|μg|ug", re.IGNORECASE)
"""``calcium with vitamin D 400 IU``: units count the vitamin, not the product."""


def _join_combinations(scan: Scan, found: list[Found]) -> list[Found]:
    """``calcium 600 mg with vitamin D 400 IU`` is one product: two names joined so become the combination's."""
    joined: list[Found] = []
    brands: dict[str, TreatmentEntry] = {}
    for item in found:
        item.entry = brands.get(item.entry.id, item.entry)
        last = joined[-1] if joined else None
        close = last is not None and item.mention.start - last.end <= _GAP
        if last is not None and _is_its_brand(scan, last, item):
            brands[item.entry.id] = last.entry  # the brand alone, further on, is the same product
            mention = last.mention._replace(end=item.mention.end)
            joined[-1] = Found(mention, last.entry, item.regimens, item.end, item.claims, ended=item.ended)
            continue
        joint = _JOIN.fullmatch(scan.text[last.end : item.mention.start]) if last is not None and close else None
        if joint is not None and joint["and"] and not _is_of_both(item):
            joint = None
        if last is not None and joint is not None:
            entry = combination_of(scan, last.entry, item.entry)
            if entry is not None and not _are_two(last, item, scan.text[last.end : item.mention.start]):
                first = last.regimens[0] if last.regimens else Regimen(last.mention.start, last.mention.end)
                rest = item.regimens[0] if item.regimens else first
                if first.dose is None and first.dose_text is None and not _OF_VITAMIN.match(rest.dose_unit or ""):
                    first = first._replace(dose=rest.dose, dose_unit=rest.dose_unit)
                regimen = first._replace(
                    end=max(first.end, rest.end),
                    route=first.route or rest.route,
                    frequency=first.frequency or rest.frequency,
                    duration=first.duration or rest.duration,
                )
                mention = last.mention._replace(end=item.mention.end, id=entry.id)
                joined[-1] = Found(mention, entry, [regimen], item.end, [*last.claims, *item.claims], ended=item.ended)
                continue
        joined.append(item)
    return joined

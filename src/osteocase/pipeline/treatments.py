"""Treatments: drugs, supplements, orthoses and operations that the patient takes, took, plans or declines.

A name of the lexicon becomes a record when the text says that it is the patient's: a medication list, a verb, a dose, or
a list with others that have one. Allergies, levels in blood, general talk and denials make none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from osteocase.lexicon import TreatmentEntry
from osteocase.pipeline.context import Context
from osteocase.pipeline.scan import Draft, Mention, Scan
from osteocase.pipeline.sections import SectionSpan
from osteocase.pipeline.treatments_merge import merged
from osteocase.pipeline.treatments_names import broken_names, combination_of
from osteocase.pipeline.treatments_regimen import Regimen, RegimenGrammar, grammar_of
from osteocase.pipeline.treatments_status import StatusFinder, Verdict
from osteocase.pipeline.treatments_times import is_over, treatment_times

__all__ = ["find_treatments"]

_HANDS_ON = {"surgery", "procedure"}
_DRUGLIKE = {"drug", "supplement"}
_DOSE_DIMENSIONS = {"dose", "volume", "equivalent_concentration", "mass"}
_LAB_WORD = re.compile(
    r"\b(?:serum|plasma|urinary|urine|ioni[sz]ed|corrected|blood|fasting|total|free|low|normal|high|elevated|raised|24[\s-]hour)\s+$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(
    r"[\s,;:/&+()•*–—-]*(?:\d{1,2}[.)])?\s*(?:(?:and|or|plus|as well as|along with|also|including|then|followed by|a|an|the|her|his|some|oral|daily)\s*[,]?\s*)*"
)
_DRUG_HEADING = re.compile(r"\b(?:medications?|meds|medicines?|drugs)\b(?!.*\b(?:allerg|adverse|react))", re.IGNORECASE)
_FORMERLY = re.compile(r"\b(?:previous|past|used to|former|tried|failed|complet|prior)", re.IGNORECASE)
_COMPLETED_DRUG = re.compile(r"complet|finish|vaccin|immuni|transfus|both", re.IGNORECASE)
_OWN = re.compile(r"\b(?:her|his|their|your|my|(?:patient|pt)['’]s)\s+(?:\w+\s+)?$", re.IGNORECASE)
_PREFIX = re.compile(r"(?:^|[\s(,;:)])(?P<form>tab|tabs|cap|caps|inj|syp|syr|oint|tablet|capsule|injection)s?\.?\s+$", re.IGNORECASE)
"""``Tab.``, ``Cap.`` and ``Inj.`` before a name open a line of a prescription."""
_WORN = re.compile(r"\b(?:has|with|in|wearing|using)\s+(?:an?\s+|his\s+|her\s+|the\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_NEXT_ITEM = re.compile(r"[\s.,;]*(?:\n\s*)?(?:\d{1,2}[.)]|[•*–-])\s*")
_ONLY_COUNT = re.compile(r"\d+")
_SIDE_BEFORE = re.compile(
    r"(?:\b(?:left|right|bilateral|total|partial|subtotal|percutaneous|open|posterior|anterior|lumbar|cervical|thoracic|surgical|decompressive|revision|previous)\s+)+$",
    re.IGNORECASE,
)


@dataclass
class _Found:
    """One mention with what was read around it."""

    mention: Mention
    entry: TreatmentEntry
    regimens: list[Regimen]
    end: int
    """End of the last dose."""
    claims: list[tuple[int, int]] = field(default_factory=list)
    context: Context = Context()
    verdict: Verdict = Verdict(None)
    status: str | None = None
    """Status of its records; None where it makes none."""
    ended: bool = False
    """True where a period that is over stands beside the name: ``2008-2013``, ``last winter``."""
    rule: str = ""

    @property
    def has_dose(self) -> bool:
        """True when an amount or a frequency is told."""
        return any(regimen.says_dose or regimen.doses_given for regimen in self.regimens)


def find_treatments(scan: Scan) -> list[Draft]:
    """Drafts of every treatment in a text, in its order."""
    grammar = grammar_of(scan.knowledge)
    found = _read_regimens(scan, grammar)
    statuses = StatusFinder(scan, [item.mention for item in found], [claim for item in found for claim in item.claims])
    for item in found:
        _judge(scan, statuses, item)
    _inherit(scan, found)
    _share(scan, found)
    _finish(scan, found)
    _leave_out_classes(scan, found)
    drafts = [draft for item in found if item.status is not None for draft in _drafts(scan, item)]
    return merged(scan, drafts)


def _read_regimens(scan: Scan, grammar: RegimenGrammar) -> list[_Found]:
    """Every mention that can be a treatment, with the doses around it."""
    mentions = [
        mention
        for mention in scan.by_topic.get("treatment", ())
        if mention.covered not in {"finding", "analyte", "score"}
    ]
    found: list[_Found] = []
    floor = 0
    for position, mention in enumerate(mentions):
        limit = mentions[position + 1].start if position + 1 < len(mentions) else len(scan.text)
        regimens = grammar.after(scan.text, mention.end, min(limit, mention.end + 240))
        if regimens and position + 1 < len(mentions):
            regimens = _without_next_dose(scan, grammar, regimens, limit, mention)
        end = regimens[-1].end if regimens else mention.end
        claims = [(regimen.start, regimen.end) for regimen in regimens]
        before = grammar.before_name(scan.text, mention.start, max(floor, scan.sentence_at(mention.start)[0]))
        if before is not None:
            claims.append((before.start, mention.start))
            regimens = _joined(before, regimens)
        elif regimens and regimens[0].dose is None and regimens[0].dose_text is None and regimens[0].frequency:
            count = grammar.bare_count_before(scan.text, mention.start, floor)
            if count:
                regimens = [Regimen(**{**regimens[0].__dict__, "dose": count}), *regimens[1:]]
        found.append(_Found(mention, scan.knowledge.treatments[mention.id], regimens, end, claims, ended=is_over(scan, end)))
        floor = end
    return join_combinations(scan, found)


def join_combinations(scan: Scan, found: list[_Found]) -> list[_Found]:
    """``calcium 600 mg with vitamin D 400 IU`` is one product: two names joined so become the combination's."""
    joined: list[_Found] = []
    for item in found:
        last = joined[-1] if joined else None
        if last is not None and _JOIN.fullmatch(scan.text[last.end : item.mention.start]):
            entry = combination_of(scan, last.entry, item.entry)
            if entry is not None:
                first = last.regimens[0] if last.regimens else Regimen(last.mention.start, last.mention.end)
                rest = item.regimens[0] if item.regimens else first
                regimen = Regimen(**{
                    **first.__dict__, "end": max(first.end, rest.end), "route": first.route or rest.route,
                    "frequency": first.frequency or rest.frequency, "duration": first.duration or rest.duration,
                })
                mention = last.mention._replace(end=item.mention.end, id=entry.id)
                joined[-1] = _Found(mention, entry, [regimen], item.end, [*last.claims, *item.claims], ended=item.ended)
                continue
        joined.append(item)
    return joined


_JOIN = re.compile(r"\s*(?:/|\+|\bwith\b|\bplus\b)\s*", re.IGNORECASE)


def _without_next_dose(
    scan: Scan, grammar: RegimenGrammar, regimens: list[Regimen], limit: int, mention: Mention
) -> list[Regimen]:
    """``aspirin, 400 U of vitamin D``: a dose that runs up to the next name with ``of`` belongs to that name."""
    ahead = grammar.before_name(scan.text, limit, mention.end)
    if (
        ahead is None
        or ahead.dose is None
        or not re.search(r"\bof\s+$", scan.text[max(mention.end, limit - 12) : limit])
    ):
        return regimens
    return grammar.after(scan.text, mention.end, ahead.start)


def _joined(before: Regimen, after: list[Regimen]) -> list[Regimen]:
    """What stands before the name fills the gaps of the first regimen after it."""
    if not after:
        return [before]
    first = after[0]
    values = dict(first.__dict__)
    for name in ("dose", "dose_unit", "route", "frequency", "doses_given"):
        if values[name] is None and not (name.startswith("dose") and first.dose_text is not None):
            values[name] = getattr(before, name)
    values["start"] = before.start
    return [Regimen(**values), *after[1:]]


def _judge(scan: Scan, statuses: StatusFinder, item: _Found) -> None:
    """Set the status of a mention from section, verbs and context."""
    mention = item.mention
    section = scan.section_at(mention.start)
    if section.effect in {"allergy", "not_patient"} and mention.start >= section.body:
        return
    item.context = scan.context(mention.start, mention.end)
    item.verdict = verdict = statuses.verdict(
        mention.start, mention.end, item.end, operation=item.entry.kind not in _DRUGLIKE
    )
    listed = _is_list(scan, section)
    if verdict.status in {"allergy", "absent"} or (verdict.status == "talk" and (verdict.strong or not listed)):
        return
    if _DENIED_AFTER.match(scan.text, item.mention.end):
        return
    if _is_denied(scan, item) or item.context.subject == "other" or _is_laboratory(scan, item, section.name):
        return
    if item.context.subject != "patient" and not verdict.strong:
        return
    if _is_conditional(scan, item):
        return
    if (
        listed
        and (verdict.status in {None, "past", "ongoing"} or not (verdict.strong or verdict.after))
        and not _FORMERLY.search(_cue_words(scan, verdict))
    ):
        item.status, item.rule = "ongoing", "treatments.medication_list"
        return
    if mention.variant == "exact" and mention.end - mention.start <= 2 and not any(regimen.dose_unit for regimen in item.regimens):
        return
    said = _said(scan, item)
    if said in {"planned", None} and _DECLINES.match(scan.text, item.end):
        said = "declined"
    if said is not None:
        item.status, item.rule = said, f"treatments.{'after' if verdict.after else 'before'}_verb"
        return
    if item.ended:
        item.status, item.rule = "past", "treatments.period"
        return
    item.status, item.rule = _unsaid(scan, item, section.name)


def _is_list(scan: Scan, section: SectionSpan) -> bool:
    """True under a heading of drugs, also one that no pattern knows: ``ADMITTING MEDICATIONS``."""
    if section.effect == "current_medication":
        return True
    return section.name == "other" and _DRUG_HEADING.search(scan.text[section.start : section.body]) is not None


def _cue_words(scan: Scan, verdict: Verdict) -> str:
    return scan.text[verdict.cue[0] : verdict.cue[1]] if verdict.cue else ""


def _said(scan: Scan, item: _Found) -> str | None:
    """The status that the governing verb gives to this kind of treatment."""
    verdict, kind = item.verdict, item.entry.kind
    status = verdict.status
    if status is None or status == "talk" or (item.entry.needs_dose and not verdict.strong and not item.has_dose):
        return None
    if kind == "lifestyle":
        return status if verdict.strong and status in {"ongoing", "completed", "past"} else None
    if status == "completed" and kind in _DRUGLIKE and not _COMPLETED_DRUG.search(_cue_words(scan, verdict)):
        return None if verdict.after else "past"
    if kind == "surgery" and status in {"ongoing", "started"}:
        return "past"
    return status


def _unsaid(scan: Scan, item: _Found, section: str) -> tuple[str | None, str]:
    """Status where no verb governs the name."""
    before = scan.text[max(0, item.mention.start - 40) : item.mention.start]
    if item.entry.kind == "orthosis":
        if _WORN.search(before):
            return "ongoing", "treatments.worn"
        return ("planned", "treatments.plan") if section == "plan" and not item.entry.needs_dose else (None, "")
    if item.entry.kind == "lifestyle":
        return None, ""
    if item.entry.kind in _HANDS_ON:
        if item.entry.needs_dose and not item.context.historical:
            return None, ""
        return ("completed" if section == "procedure" else "past"), "treatments.operation"
    if (
        item.has_dose
        and item.entry.kind in _DRUGLIKE
        and any(regimen.dose_unit or regimen.frequency for regimen in item.regimens)
    ):
        status = {"plan": "planned", "instructions": "planned"}.get(
            section, "past" if item.context.historical else "ongoing"
        )
        return status, "treatments.dose"
    if item.entry.kind in _DRUGLIKE and _PREFIX.search(before):
        return ("started" if section in {"plan", "treatment", "other"} else "ongoing"), "treatments.prescription"
    if item.entry.kind in _DRUGLIKE and _OWN.search(before):
        return "ongoing", "treatments.own"
    if (
        item.entry.kind in _DRUGLIKE
        and section == "plan"
        and not item.entry.needs_dose
        and (item.regimens or _route_told(scan, item))
    ):
        return "planned", "treatments.plan"
    return None, ""


def _route_told(scan: Scan, item: _Found) -> bool:
    return grammar_of(scan.knowledge).route_inside(scan.text[item.mention.start : item.mention.end]) is not None


def _is_denied(scan: Scan, item: _Found) -> bool:
    """A negation counts unless the verb that governs the name, or its dose, stands between the two."""
    if not item.context.negated:
        return False
    cue = item.verdict.cue
    for negation in (fired for fired in item.context.cues if fired.category == "negated"):
        if negation.start > item.end and (item.has_dose or "," in scan.text[item.mention.end : negation.start]):
            continue
        if cue is None or item.verdict.after or negation.end > cue[0]:
            return True
        if len(re.findall(r"\w+", scan.text[negation.end : cue[0]])) < 2:
            return True
    return False


def _is_conditional(scan: Scan, item: _Found) -> bool:
    """``if she takes calcium`` states nothing; ``if needed, we will start calcium`` is a plan."""
    if item.verdict.status in {"planned", "contraindicated", "declined", "started"} or scan.section_at(item.mention.start).name == "plan":
        return False
    return any(
        cue.category == "hypothetical"
        and cue.end <= item.mention.start
        and _IF.fullmatch(scan.text[cue.start : cue.end])
        for cue in item.context.cues
    )


_IF = re.compile(r"if|should (?:she|he|the patient|you)|in case of|in the event of|unless", re.IGNORECASE)
_DENIED_AFTER = re.compile(r"\s*(?:use\s*)?[:–-]\s*(?:no|none|never|nil|denies|denied)\b", re.IGNORECASE)


def _is_laboratory(scan: Scan, item: _Found, section: str) -> bool:
    """True where the name is a quantity in blood or urine, not what was given."""
    mention = item.mention
    same = any(
        other.start == mention.start and other.end == mention.end
        for other in scan.mentions_in(mention.start, mention.end, "analyte")
    )
    if not same and not scan.knowledge.treatments[mention.id].needs_dose:
        return section == "laboratory" and not item.has_dose and item.verdict.status is None
    if _LAB_WORD.search(scan.text[max(0, mention.start - 14) : mention.start]) and not item.has_dose:
        return True
    if scan.table_at(mention.start) is not None:
        return not item.has_dose
    given = any(regimen.dose_unit or regimen.frequency for regimen in item.regimens)
    for quantity in scan.quantities_in(mention.end, mention.end + 40)[:1]:
        between = scan.text[mention.end : quantity.start]
        unit = scan.knowledge.units.get(quantity.unit) if quantity.unit else None
        if (
            unit is not None
            and unit.dimension not in _DOSE_DIMENSIONS
            and len(re.findall(r"\w+", between)) <= 4
            and "," not in between
        ):
            return not _DOSE_RATE.search(quantity.unit_text or "")
        if unit is None and not given and re.fullmatch(r"\s*(?:level\s*)?(?:was|is|of|:|=|at|were)?\s*", between):
            return True
    results = scan.words_in(mention.end, min(len(scan.text), mention.end + 40), "result", "flag")
    if any(
        re.fullmatch(
            r"\s*(?:levels?\s*)?(?:was|is|are|were|:|remained|-)?\s*(?:also\s+|mildly\s+|still\s+)?",
            scan.text[mention.end : word.start],
        )
        for word in results
    ):
        return not given
    return section == "laboratory" and not given


_DOSE_RATE = re.compile(r"^(?:m?c?g|mg|g|units?|iu)\s*/\s*(?:day|d|24\s?h)", re.IGNORECASE)


def _inherit(scan: Scan, found: list[_Found]) -> None:
    """A bare name in a list takes the status of its neighbour: ``aspirin 81 mg daily, folate and omeprazole``."""
    for pairs in (
        list(zip(found, found[1:], strict=False)),
        [(right, left) for left, right in reversed(list(zip(found, found[1:], strict=False)))],
    ):
        for giver, taker in pairs:
            if (
                giver.status is None
                or taker.status is not None
                or taker.verdict.status is not None
                or not _may_inherit(scan, taker)
            ):
                continue
            left, right = (giver, taker) if giver.mention.start < taker.mention.start else (taker, giver)
            if giver.entry.kind not in _DRUGLIKE or taker.entry.kind not in _DRUGLIKE:
                continue
            gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
            gap = scan.text[left.end : gap_end]
            together = scan.sentence_index(left.mention.start) == scan.sentence_index(right.mention.start)
            if (together and _LIST_GAP.fullmatch(gap)) or _NEXT_ITEM.fullmatch(gap):
                taker.status, taker.rule = giver.status, "treatments.list"


def _share(scan: Scan, found: list[_Found]) -> None:
    """A frequency told once for two names, and ``400/90 mg`` told for two: ``A and B daily``."""
    for left, right in zip(found, found[1:], strict=False):
        if left.status is None or right.status is None or not right.regimens or left.entry.kind not in _DRUGLIKE:
            continue
        gap_end = min([right.mention.start, *(start for start, _ in right.claims if start >= left.end)])
        if not re.fullmatch(r"\s+(?:and|or|&)\s+|\s*/\s*", scan.text[left.end : gap_end]):
            continue
        first = right.regimens[0]
        pair = re.fullmatch(
            r"(\d+(?:\.\d+)?)\s*/\s*(\d+(?:\.\d+)?)\s*(mg|mcg|g|units?|iu)?", first.dose_text or "", re.IGNORECASE
        )
        if pair and pair[3] and not left.regimens:
            left.regimens = [Regimen(**{**first.__dict__, "dose": pair[1], "dose_unit": pair[3], "dose_text": None})]
            right.regimens[0] = Regimen(**{**first.__dict__, "dose": pair[2], "dose_unit": pair[3], "dose_text": None})
        elif first.frequency and first.dose_text is None and (not left.regimens or left.regimens[0].frequency is None):
            own = (
                left.regimens[0].__dict__
                if left.regimens
                else Regimen(start=left.mention.start, end=left.mention.end).__dict__
            )
            if (own["dose"] is None) == (first.dose is None):
                left.regimens = [Regimen(**{**own, "frequency": first.frequency, "end": first.end}), *left.regimens[1:]]


def _finish(scan: Scan, found: list[_Found]) -> None:
    """What is given once is completed when it was given; so is what an operation note tells, unless it tells of before."""
    operation = any(
        section.name == "anaesthesia" or (section.name == "procedure" and section.end > section.body)
        for section in scan.sections
    )
    for item in found:
        if item.status != "past":
            if item.status == "ongoing" and operation and item.entry.kind in _HANDS_ON:
                item.status = "completed"
            continue
        section = scan.section_at(item.mention.start)
        if item.entry.drug_class in {"vaccine", "blood_product"} and item.verdict.strong:
            item.status = "completed"
        elif (
            operation
            and not item.context.historical
            and section.effect == "none"
            and section.name not in _BEFORE_THE_OPERATION
        ):
            item.status = "completed"


_BEFORE_THE_OPERATION = {
    "present_illness",
    "chief_complaint",
    "indication",
    "risk_factors",
    "social_history",
    "obstetric_history",
    "assessment",
}


def _leave_out_classes(scan: Scan, found: list[_Found]) -> None:
    """A class word makes no record of its own where the drug itself is named.

    ``her oral contraceptive Microgestin``, ``a beta blocker (atenolol)``, and ``her inhaler`` after the inhaler's name.
    """
    members = scan.knowledge.treatments
    for position, item in enumerate(found):
        if item.status is None or item.entry.drug_class != item.entry.id or item.has_dose:
            continue
        following = found[position + 1] if position + 1 < len(found) else None
        if (
            following is not None
            and _NAMED_NEXT.fullmatch(scan.text[item.end : following.mention.start])
            and following.entry.drug_class != following.entry.id
        ):
            item.status = None
            continue
        classes = {item.entry.id, *item.entry.members}
        own = _OWN.search(scan.text[max(0, item.mention.start - 30) : item.mention.start])
        if own and any(
            other.status
            and other.mention.start < item.mention.start
            and members[other.mention.id].drug_class in classes
            and other.entry.id != item.entry.id
            for other in found
        ):
            item.status = None


_DECLINES = re.compile(
    r"[^.;\n]{0,60}(?:;|,|\.|\bbut\b)\s*(?:but\s+)?(?:she|he|the patient)\s+(?:has\s+|politely\s+)?(?:declin|refus)\w*(?:\s+(?:for now|this|it|at this time|today|both))?\s*(?:[.;]|$)",
    re.IGNORECASE,
)
_NAMED_NEXT = re.compile(
    r"\s*(?:\(|of\s|such as\s|including\s|like\s|namely\s|:|,\s*namely|with\s|[-–—]\s|e\.g\.?,?|i\.e\.?,?|\s)\s*(?:the\s+|a\s+)?",
    re.IGNORECASE,
)


def _may_inherit(scan: Scan, item: _Found) -> bool:
    section = scan.section_at(item.mention.start)
    return (
        section.effect not in {"allergy", "not_patient"}
        and not _is_denied(scan, item)
        and item.context.subject == "patient"
        and not _is_laboratory(scan, item, section.name)
    )


def _drafts(scan: Scan, item: _Found) -> list[Draft]:
    """One draft a regimen."""
    assert item.status is not None  # only mentions with a status come here
    entry, mention = item.entry, item.mention
    start = mention.start
    if entry.kind not in _DRUGLIKE:
        side = _SIDE_BEFORE.search(scan.text[max(0, start - 40) : start])
        if side is not None:
            start -= len(side.group())
    regimens = [
        regimen for regimen in item.regimens if entry.kind in _DRUGLIKE or entry.drug_class == "blood_product"
    ] or [None]
    drafts = []
    for regimen in regimens:
        drafts.append(_draft(scan, item, regimen, start))
    return drafts


def _draft(scan: Scan, item: _Found, regimen: Regimen | None, start: int) -> Draft:
    entry, mention = item.entry, item.mention
    text = scan.text
    left, right = start, mention.end
    route = grammar_of(scan.knowledge).route_inside(text[mention.start : mention.end])
    draft: Draft = {
        "agent": _brace_of(scan, item) if entry.id == "brace" else entry.id,
        "name": " ".join(text[start : mention.end].split()),
        "kind": entry.kind,
        "drug_class": entry.drug_class,
        "status": item.status,
        "subject": item.context.subject,
        "rule": item.rule,
        "also": [],
    }
    if regimen is not None:
        left, right = min(left, regimen.start), max(right, regimen.end)
        draft |= {
            "dose": regimen.dose, "dose_text": regimen.dose_text, "dose_unit": regimen.dose_unit, "route": regimen.route,
            "frequency": _words(text, regimen.frequency), "duration": _words(text, regimen.duration),
            "duration_value": regimen.duration_value, "duration_unit": regimen.duration_unit,
            "doses_given": regimen.doses_given if regimen.doses_given and _ONLY_COUNT.fullmatch(regimen.doses_given) else None,
            "reason": regimen.reason,
        }  # fmt: skip
        if regimen.reduced and item.status in {"ongoing", "started", "planned"}:
            draft["status"] = "past"
    draft["route"] = draft.get("route") or route
    times = treatment_times(scan, mention.start, max(item.end, mention.end), draft["status"], item.verdict.cue)
    draft["times"] = {name: record for name, (record, _) in times.items()}
    for _, span in times.values():
        left, right = min(left, span[0]), max(right, span[1])
    draft["start"], draft["end"] = left, right
    return draft


def _brace_of(scan: Scan, item: _Found) -> str:
    """A brace is that of the part of the body named beside it."""
    text = scan.text[item.mention.start : item.mention.end + 60].split(".")[0]
    part = re.search(
        r"\b(?:on|in|for|of|to|at)\s+(?:the|his|her|their)?\s*(?:left|right)?\s*(\w+)", text, re.IGNORECASE
    )
    named = f"{part[1].lower()}_brace" if part else ""
    return named if named in scan.knowledge.treatments else item.entry.id


def _words(text: str, span: tuple[int, int] | None) -> str | None:
    return " ".join(text[span[0] : span[1]].split()).rstrip(" ,") if span else None

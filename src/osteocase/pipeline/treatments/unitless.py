"""Doses told by a number alone: ``lisinopril 10``, ``lansoprazole 30 → 15``, ``lower X to 50``."""

from __future__ import annotations

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.scan import Mention, Scan
from osteocase.pipeline.treatments.regimen import Regimen, RegimenGrammar

__all__ = ["unitless"]

_NUMBER = r"(?!(?:19|20)\d\d)\d{1,4}(?:\.\d{1,3})?"
_ENDS = (
    r"(?=\s*(?:[,;+&)]|\.?\s*(?:\n|$)|\.\s+[A-Z]|[-–—]\s+[A-Za-z]"
    r"|and\b|for\b|was\b|were\b|continu|remain|stopped\b|held\b|restart|changed\b|resum|started\b|alternating\b|since\b|until\b|then\b|taper|reduc|wean|\())"
)
_BARE_DOSE = re.compile(rf"\s+(?:[A-Z]{{2}}\s+)?(?P<number>{_NUMBER})(?:{_ENDS}|(?=\s+to\s+[a-z]))")
_ITEM_NUMBER = re.compile(r"\d{1,2}[.)]\s*$")
_ARROW = re.compile(
    rf"\s+(?:from\s+)?(?P<old>{_NUMBER})\s{{0,3}}(?:→|-{{1,2}}>|=>)\s{{0,3}}(?:(?:to|take|up\s+to|down\s+to)\s+)?"
    rf"(?P<new>{_NUMBER})(?![\w/%]|\.\d)(?:{_ENDS}|(?=\s+\w))"
)
_CHANGES = (
    r"(?:(?:re-?)?(?:increas|decreas|reduc|lower|titrat|uptitrat|halv|doubl|rais|dropp?|bump|adjust|chang|upp|cut)(?:e|es|ed|ing)?"
    r"|wean(?:ed)?|step(?:ped)?|cut|put|bring|brought|go|went|gone|back)"
)
_TO_AHEAD = re.compile(
    rf"\b{_CHANGES}\s+(?:(?:up|down|back|the|her|his|your|my|home|dose|of|daily)\s+)*$", re.IGNORECASE
)
_TO = re.compile(
    rf"\s+(?:back\s+|up\s+|down\s+)?to\s+(?P<number>{_NUMBER})(?![\w/%]|\.\d|\s*(?:mg|mcg|g|units?|weeks?|months?|days?"
    r"|years?|hours?)\b)" + _ENDS,
    re.IGNORECASE,
)
_TO_BEHIND = re.compile(
    rf"\s+(?:(?:is|was|were|has|had|been|to|be|now|recently|then|later|also|dose|just)\s+){{0,4}}{_CHANGES}(?=\s+(?:back\s+|up"
    r"\s+|down\s+)?to\s)",
    re.IGNORECASE,
)


def unitless(scan: Scan, grammar: RegimenGrammar, mention: Mention) -> list[Regimen]:
    """Regimens told behind a name by numbers without a unit; none where a blood test bears that name."""
    if scan.mentions_in(mention.start, mention.end, "analyte"):
        return []
    changed = _changed(scan, mention)
    if changed:
        often = grammar.frequency.match(scan.text, changed[-1].end + 1)
        if often is not None and scan.text[changed[-1].end] == " ":
            changed[-1] = changed[-1]._replace(end=often.end(), frequency=often.span())
    return changed or _bare_dose(scan, mention)


def _changed(scan: Scan, mention: Mention) -> list[Regimen]:
    """``30 → 15``: the first number is the dose until now, the second that from now on."""
    arrow = _ARROW.match(scan.text, mention.end)
    if arrow is not None:
        old, new = (
            Regimen(*arrow.span(name), dose=arrow[name], reduced=name == "old", changed=name == "new")
            for name in ("old", "new")
        )
        return [old, new]
    behind = _TO_BEHIND.match(scan.text, mention.end)
    ordered = _TO_AHEAD.search(scan.text, max(0, mention.start - 40), mention.start)
    if behind is None and ordered is None:
        return []
    match = _TO.match(scan.text, behind.end() if behind is not None else mention.end)
    return [Regimen(*match.span("number"), dose=match["number"])] if match is not None else []


def _numbers_the_next(text: str, mention: Mention, match: re.Match[str]) -> bool:
    """``stop X 2) Y``, ``stop X`` and in the next line ``4. Y``: the number counts the items of a list."""
    behind = text[match.end("number") : match.end("number") + 1]
    if behind == ")":
        ahead = text[text.rfind("\n", 0, mention.start) + 1 : match.start("number")]
        return ahead.count("(") <= ahead.count(")")
    return behind == "." and "\n" in match.group()


def _bare_dose(scan: Scan, mention: Mention) -> list[Regimen]:
    """``lisinopril 10, atenolol 50``: a number behind a name that no blood test has is its dose, without a unit."""
    match = _BARE_DOSE.match(scan.text, mention.end)
    if match is None or _numbers_the_next(scan.text, mention, match):
        return []
    if (
        _ITEM_NUMBER.search(scan.text[max(0, mention.start - 8) : mention.start])
        and scan.text[match.end() : match.end() + 1] == "."
    ):
        return []  # ``1. Coumadin 2. Lasix``: the number of the next item
    return [Regimen(match.start("number"), match.end("number"), dose=match["number"])]

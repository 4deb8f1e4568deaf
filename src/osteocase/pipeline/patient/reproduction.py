"""Pregnancies, births, lactation and menopause of the patient."""

from __future__ import annotations

from decimal import Decimal

from osteocase.pipeline.matching import regular as re
from osteocase.pipeline.matching.wordstarts import SharedPattern
from osteocase.pipeline.patient.identity import PatientFields
from osteocase.pipeline.scan import Mention, Scan

__all__ = ["find_reproduction"]

_GRAVIDA_PARA = SharedPattern(
    r"(?<![\w-])G\s?(?P<g>\d{1,2})\s*[,;/]?\s*P\s?(?P<p>\d{4}|\d{1,2})(?:\s?[-+,]\s?\d\s?[-,]?\s?\d?\s?[-,]?\s?\d?)?(?![\w.]*\d)"
    r"|\bP(?P<p6>\d)\s?L\d(?:\s?A\d)?\b"
    r"|\bgravida\s*(?P<g2>\d{1,2}|[a-z]+)\s*[,;/]?\s*(?:and\s+)?para\s*(?P<p2>\d{4}|\d{1,2}|[a-z]+)"
    r"|\bgravidity\s*[:=]?\s*(?:of\s+)?(?P<g3>\d{1,2})\s*[,;/]?\s*(?:and\s+)?parity\s*[:=]?\s*(?:of\s+)?(?P<p3>\d{1,2})"
    r"|\bpara\s+(?P<p4>\d{1,2})\b|\bparity\s*[:=]\s*(?P<p5>\d{1,2})\b|\bgravida\s+(?P<g4>\d{1,2})\b(?!\s*,?\s*para)",
)
_PARITY_WORDS = SharedPattern(
    r"\b(?:(?P<one>primiparous|primipara|uniparous)|(?P<none>nulliparous|nullipara)|(?P<first>primigravida|primigravid)|(?P<never>nulligravida|nulligravid|g0(?=[.,;)])))(?!\w)",
)
_NTH_CHILD = SharedPattern(
    r"\bher\s+(?P<nth>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th)\s+(?:child|baby|son|daughter|delivery|infant|newborn|pregnancy\s+and\s+delivery)\b",
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6}
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
_MENOPAUSE_AGE = re.compile(
    r"\s*(?:\w+,?\s+){0,2}?(?:at|since|from|:|=|\(|age|aged)\s*(?:about\s+|around\s+|approximately\s+)?(?:the\s+)?(?:age\s+(?:of\s+)?|aged?\s+)?(?P<age>[2-6]\d)\b(?!\s*(?:months?|weeks?|%|/|mg))",
    re.IGNORECASE,
)
_AT_THE_TIME = re.compile(
    r"\b(?:while|whilst|when|before)\s+(?:(?:she|the\s+patient)\s+)?(?:was\s+)?(?:still\s+)?\Z", re.IGNORECASE
)
"""``raised FSH while she was still menstruating``: how it was then, not how it is."""
_PREGNANT_NOW = SharedPattern(
    r"\b(?:(?:is|currently|now|presently)\s+(?:\w+\s+)?(?:\d{1,2}\s+(?:weeks?|months?)\s+)?pregnant|\d{1,2}(?:\s*\+\s*\d)?\s*(?:-\s*)?weeks?[\s-]+pregnant|\d\s*months?\s+pregnant|pregnant\s+(?:woman|lady|female|patient|multigravida|primigravida))\b",
)
_NOT_PREGNANT = SharedPattern(
    r"\b(?:(?:is\s+)?not\s+(?:currently\s+)?pregnant|non[\s-]?pregnant|denies\s+(?:being\s+)?pregnan\w+|pregnancy\s+test\s+(?:was\s+|is\s+)?negative)\b",
)
_POSTPARTUM_NOW = SharedPattern(
    r"(?:\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})[\s-]+(?:days?|weeks?|months?)\s+"
    r"(?:postpartum\b|post[\s-]partum\b|post[\s-]?natal\b|pp\b|post[\s-]?delivery"
    r"|after\s+(?:the\s+)?(?:\w+\s+)?(?:delivery|delivering|giving\s+birth|childbirth|the\s+birth|having)(?!\s+of\s+the))"
    r"|\bpost[\s-]?partum\s+(?:and\s+(?:lactating|breastfeeding)\s+)?(?:\w+\s+){0,2}(?:woman|lady|female|patient|mother)\b)",
)
_POSTPARTUM_ALONE = SharedPattern(r"(?:(?<=[:.;,\n])|(?<=[:.;,\n]\s))\bpost[\s-]?partum(?=\s*[,.;\n])")
"""``…; postpartum.`` as an element of its own."""


def find_reproduction(scan: Scan, age_years: str | None) -> PatientFields:
    """Gravidity, parity, pregnancy status, lactation and menopause, as far as stated of the patient."""
    fields: PatientFields = {}
    _gravidity_parity(scan, fields)
    _menopause(scan, fields)
    is_past_it = age_years is not None and Decimal(age_years) > 55
    if not is_past_it and "menopausal_status" not in fields:
        _pregnancy(scan, fields)
        _lactation(scan, fields)
    return fields


def _is_patients(scan: Scan, start: int, end: int) -> bool:
    if scan.section_at(start).effect in {"family", "not_patient"}:
        return False
    context = scan.context(start, end)
    return context.subject == "patient" and not context.hypothetical


def _gravidity_parity(scan: Scan, fields: PatientFields) -> None:
    for match in _GRAVIDA_PARA.finditer(scan.indexed):
        if not _is_patients(scan, match.start(), match.end()):
            continue
        gravida = _count(match["g"] or match["g2"] or match["g3"] or match["g4"])
        para = _births(match["p"] or match["p2"] or match["p3"] or match["p4"] or match["p5"] or match["p6"])
        if gravida is not None and gravida <= 20:
            fields.setdefault("gravidity", (gravida, match.start(), match.end(), False))
        if para is not None and para <= 20 and (gravida is None or para <= gravida + 2):
            fields.setdefault("parity", (para, match.start(), match.end(), False))
    for match in _PARITY_WORDS.finditer(scan.indexed):
        if not _is_patients(scan, match.start(), match.end()):
            continue
        if match["one"] or match["none"]:
            fields.setdefault("parity", (1 if match["one"] else 0, match.start(), match.end(), False))
        else:
            fields.setdefault("gravidity", (1 if match["first"] else 0, match.start(), match.end(), False))
    if "parity" not in fields:
        _children(scan, fields)


def _children(scan: Scan, fields: PatientFields) -> None:
    """A third child that has been delivered makes three births; the pregnancy with it does not yet."""
    delivered = [
        mention
        for mention in scan.by_group.get("person", ())
        if scan.knowledge.words[mention.id].value in {"delivery", "pregnancy_status=postpartum"}
    ]
    best: tuple[int, int, int] | None = None
    for match in _NTH_CHILD.finditer(scan.indexed):
        start, end = scan.sentence_at(match.start())
        near = [
            mention for mention in delivered if start <= mention.start < end and abs(mention.end - match.start()) < 60
        ]
        if near and _is_patients(scan, match.start(), match.end()):
            word = match["nth"].lower()
            number = _NTH.get(word) or int(word[0])
            if best is None or number > best[0]:
                best = (number, min(near[0].start, match.start()), max(near[0].end, match.end()))
    if best is not None:
        fields["parity"] = (best[0], best[1], best[2], False)


def _count(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if written.isdecimal() else _ROMAN.get(written.lower())


def _births(written: str | None) -> int | None:
    """Parity; of four digits (term, preterm, abortions, living) the first two are births."""
    if written is not None and len(written) == 4 and written.isdecimal():
        return int(written[0]) + int(written[1])
    return _count(written)


def _menopause(scan: Scan, fields: PatientFields) -> None:
    _stated_menopause(scan, fields)
    for mention in scan.by_topic.get("finding", ()):
        if mention.id != "early_menopause" or not _is_patients(scan, mention.start, mention.end):
            continue
        age = _MENOPAUSE_AGE.match(scan.text, mention.end)
        context = scan.context(mention.start, mention.end)
        if age is not None and not context.negated and not context.uncertain:
            fields.setdefault("menopause_age_years", (age["age"], mention.start, age.end(), False))
            fields.setdefault("menopausal_status", ("postmenopausal", mention.start, age.end(), False))


def _stated_menopause(scan: Scan, fields: PatientFields) -> None:
    for mention in scan.by_group.get("person", ()):
        value = scan.knowledge.words[mention.id].value or ""
        name, _, status = value.partition("=")
        if name not in {"menopausal_status", "menopause"} or not _is_patients(scan, mention.start, mention.end):
            continue
        context = scan.context(mention.start, mention.end)
        negated = context.negated
        if context.uncertain:
            continue
        if status == "premenopausal" and _AT_THE_TIME.search(scan.text, max(0, mention.start - 40), mention.start):
            continue
        if status and not negated and not _is_about_others(scan, mention):
            fields.setdefault("menopausal_status", (status, mention.start, mention.end, False))
        age = _MENOPAUSE_AGE.match(scan.text, mention.end)
        if age is not None and status in {"", "postmenopausal"} and not negated:
            fields.setdefault("menopause_age_years", (age["age"], mention.start, age.end(), False))
            fields.setdefault("menopausal_status", ("postmenopausal", mention.start, age.end(), False))


def _is_about_others(scan: Scan, mention: Mention) -> bool:
    """``in postmenopausal women`` and ``postmenopausal osteoporosis`` as a heading of knowledge, not of the patient."""
    return (
        re.match(r"\s+(?:women|females|patients)\b", scan.text[mention.end : mention.end + 12], re.IGNORECASE)
        is not None
    )


def _pregnancy(scan: Scan, fields: PatientFields) -> None:
    for pattern, status in (
        (_POSTPARTUM_NOW, "postpartum"),
        (_POSTPARTUM_ALONE, "postpartum"),
        (_NOT_PREGNANT, "not_pregnant"),
        (_PREGNANT_NOW, "pregnant"),
    ):
        for match in pattern.finditer(scan.indexed):
            context = scan.context(match.start(), match.end())
            if scan.section_at(match.start()).effect in {"family", "not_patient"} or context.subject != "patient":
                continue
            if context.hypothetical or (context.historical and status == "pregnant"):
                continue
            fields["pregnancy_status"] = (status, match.start(), match.end(), False)
            return


def _lactation(scan: Scan, fields: PatientFields) -> None:
    """The last statement of the note holds: a woman who weaned is not lactating."""
    for mention in scan.by_group.get("person", ()):
        value = scan.knowledge.words[mention.id].value or ""
        if not value.startswith("lactating=") or not _is_patients(scan, mention.start, mention.end):
            continue
        context = scan.context(mention.start, mention.end)
        findings = scan.mentions_in(max(0, mention.start - 40), mention.end + 40, "finding")
        if (
            context.historical
            or context.hypothetical
            or any(finding.start <= mention.start and mention.end <= finding.end for finding in findings)
        ):
            continue
        before = scan.text[max(0, mention.start - 30) : mention.start]
        if re.search(
            r"\b(?:advised|should|to|plans?|intends?|will|during|if|wishes|recommend\w*|consider(?:ing)?|discuss\w*|suggest\w*|until|before|"
            r"pregnancy\s+and)\s+(?:\w+\s+)?$",
            before,
            re.IGNORECASE,
        ):
            continue
        is_lactating = value.endswith("true") and not context.negated
        fields["lactating"] = (is_lactating, mention.start, mention.end, False)
